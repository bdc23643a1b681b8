"""Names and their short forms: 'Ellerby Roads Agency (ERA)', later 'the ERA'."""

import re

from generator.draft.names.group import Bearer, Grouping
from generator.draft.names.judge import Found
from generator.draft.names.lists import names, word_set

_BRACKETS = re.compile(r" [(\[](?:[^()\[\]\n]{0,60}, |or )?([A-Z][A-Za-z&.\-]{1,8})[)\]]")
_SMALL = word_set("initials-small")


def initials(keys: tuple[str, ...]) -> str:
    """The first letters of the words, small words left out, hyphens opened."""
    return "".join(part[0].lower() for k in keys if k not in _SMALL for part in k.split("-") if part)


def short_forms(raw: str, group: Grouping, letters: list[Found]) -> list[Found]:
    """Gives letters to the name that they stand for; answers those that stand for none."""
    meant: dict[str, Bearer] = {}
    for bearer in list(group.bearers):
        if bearer.kind in ("organisation", "unknown", "outlet", "other"):
            _named(raw, bearer, meant)
    demonyms = names().demonyms
    by_initials: dict[str, list[Bearer]] = {}
    for bearer in group.bearers:
        if bearer.kind in ("organisation", "unknown", "outlet") and len(bearer.forms[0]) > 1:
            keys = bearer.forms[0]
            by_initials.setdefault(initials(keys), []).append(bearer)
            if keys[0] in demonyms and len(keys) > 3:
                by_initials.setdefault(initials(keys[1:]), []).append(bearer)
    rest: list[Found] = []
    for find in letters:
        word = find.keys[0].replace(".", "")
        meaning = meant.get(word)
        if meaning is None:
            fits = by_initials.get(word, []) if len(word) > 2 or find.kind == "outlet" else []
            fits = [b for b in fits if find.kind != "outlet" or b.kind == "outlet"]
            meaning = fits[0] if len(fits) == 1 else None
        if meaning is None:
            rest.append(find)
        else:
            meaning.take(find)
    return rest


def _named(raw: str, bearer: Bearer, meant: dict[str, Bearer]) -> None:
    for find in bearer.finds:
        if raw[find.end : find.end + 2] not in (" (", " ["):
            continue
        match = _BRACKETS.match(raw, find.end)
        if match is None:
            continue
        word = match[1].lower().replace(".", "")
        first = initials(find.keys)
        # "(NDC)" of "National Dairy Council": the same letters, or nearly so ("CoC"); never a party's "(R)".
        if len(word) > 1 and word[0] == first[0] and (word == first or set(word) <= set("".join(find.keys))):
            meant[word] = bearer
            if bearer.kind == "unknown":
                bearer.kind = "organisation"
            bearer.confidence = max(bearer.confidence, 0.93 if word == first else 0.85)
            bearer.rule = "letters-in-brackets"
        return
