"""Words of a source -> its head noun and what the lists say of it."""

import re
from functools import lru_cache

from generator.draft.names.lists import roles, word_set
from generator.draft.tables import table

_WORD = re.compile(r"[\w][\w’'.&\-]*")
_PARTICIPLES = word_set("participles")
DETERMINERS = word_set("determiners")

Noun = tuple[str, str, str, bool]
"""The noun, its kind, gender and whether it is a plural."""


@lru_cache(maxsize=1)
def pronouns() -> dict[str, str]:
    """Pronoun -> m, f, p (several), n (a thing), w (who), x (that) or -."""
    return {row[0]: row[1] for row in table("pronouns")}


@lru_cache(maxsize=4096)
def noun_of(words: tuple[str, ...]) -> Noun | None:
    """What the lists say of the last noun, or None where it is in none."""
    nouns = roles().nouns
    if len(words) > 1:
        two = nouns.get(f"{words[-2]} {words[-1]}")
        if two is not None:
            return (f"{words[-2]} {words[-1]}", *two)
    if not words:
        return None
    one = nouns.get(words[-1])
    if one is None and "-" in words[-1]:
        one = nouns.get(words[-1].rsplit("-", 1)[-1])
    return (words[-1], *one) if one is not None else None


def lowered(raw: str) -> tuple[str, ...]:
    """The words of a stretch in lower case, without the 's of a possessive at their end."""
    out = [w.lower().replace("’", "'").rstrip(".") for w in _WORD.findall(raw)]
    if out and out[-1].endswith("'s"):
        out[-1] = out[-1][:-2]
    return tuple(out)


def before_participle(
    first: tuple[str, ...],
) -> tuple[Noun | None, tuple[str, ...]]:
    """The head noun of 'exit polls reported' or 'people waiting': what stands before the participle."""
    for k in range(1, len(first)):
        if (
            first[k].endswith(("ed", "ing"))
            or first[k] in _PARTICIPLES
            or first[k] in DETERMINERS
            or first[k] in pronouns()
        ):
            found = noun_of(first[:k])
            if found is not None:
                return found, first[:k]
    return None, first
