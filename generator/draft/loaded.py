"""Text -> loaded wording, with neutral words of the same grammar and whose voice it is.

The words stand in `templates/reading/en/loaded.txt`, each form with neutral ones of the same form and with what
must hold around it, so that a slammed door, a tax regime and a fierce storm are left alone; so are names.
"""

from collections.abc import Sequence

from generator.draft.counting import beside
from generator.draft.marks import Attribution, Wording
from generator.draft.text import Text
from generator.draft.wordings.grammar import (
    DEGREE,
    american,
    amount_follows,
    begins_with_vowel,
    in_headline,
    is_name,
    other_class,
    spare,
)
from generator.draft.wordings.lexicon import Entry, index
from generator.draft.wordings.voices import voice

_HEADLINE = 0.9
"""Headlines leave words out, so that what stands around tells less."""


def wording(text: Text, said: Sequence[Attribution] = ()) -> list[Wording]:
    """In the order of the text. With attributions, words of retold speech are told from the writer's."""
    entries, lower = index(), text.lower
    out: list[Wording] = []
    skip = -1
    for i, word in enumerate(lower):
        if word in entries and i >= skip:
            for entry in entries[word]:
                found = _find(text, i, entry, said)
                if found is not None:
                    out.append(found)
                    skip = i + 1 + len(entry.rest)
                    break
    return out


def _find(text: Text, i: int, entry: Entry, said: Sequence[Attribution]) -> Wording | None:
    after = i + 1 + len(entry.rest)
    if entry.rest and (
        tuple(text.lower[i + 1 : after]) != entry.rest or not all(beside(text, n) for n in range(i, after - 1))
    ):
        return None
    amount = amount_follows(text, after)
    if (
        not all(rule.holds(text, i, after) for rule in entry.rules)
        or ("amount" in entry.flags and not amount)
        or is_name(text, i, after)
        or (not amount and other_class(text, i, after, entry.kind, "mod" in entry.flags))
    ):
        return None
    start, neutral, out = _instead(text, i, after, entry, amount)
    if not neutral and not out:
        return None
    sure = min(entry.sure, _HEADLINE) if in_headline(text, i) else entry.sure
    span = (start, text.ends[after - 1])
    return Wording(span, neutral, out, voice(text, span[0], said), f"loaded-{entry.kind}", sure)


def _instead(text: Text, i: int, after: int, entry: Entry, amount: bool) -> tuple[int, tuple[str, ...], bool]:
    """Where the words begin, the neutral ones, and whether they may be left out.

    An article 'a' or 'an' before them is theirs where no neutral word fits it, and before an amount.
    """
    before = text.lower[i - 1] if beside(text, i - 1) else ""
    article = before in ("a", "an")
    if article and amount and "sum" in entry.flags:
        return text.starts[i - 1], ("a total of",), True
    z = "z" if any("~" in word for word in entry.neutral) and american(text) else "s"
    neutral = tuple(word.replace("~", z) for word in entry.neutral)
    if before in DEGREE:
        neutral = tuple(word for word in neutral if not word.startswith("very "))
    out = "out" in entry.flags and spare(text, i, after, entry.kind)
    if not article:
        return text.starts[i], neutral, out
    vowel = before == "an"
    out = out and begins_with_vowel(text.words[after] if after < len(text.words) else "") is vowel
    fitting = tuple(word for word in neutral if begins_with_vowel(word) is vowel)
    if fitting or not neutral:
        return text.starts[i], fitting, out
    return text.starts[i - 1], tuple(f"{'an' if begins_with_vowel(w) else 'a'} {w}" for w in neutral), False
