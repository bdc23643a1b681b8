"""The dateline that opens a report: HALLOW, Kan., March 3 (UPI) —."""

import re

from generator.draft.intake import when
from generator.draft.intake.byline import WEEKDAY

_DATELINE = re.compile(
    r"(?P<where>[A-Z\u00c0-\u00de\"“(][^()—–\n]{0,70}?)?\s*(?:\((?P<agency>[A-Z][\w .&/-]{1,30})\)\s*)?"
    r"(?P<dash>—|–|--|-|(?<=\))(?=\w))\s*(?=\S)"
)
_DAY = re.compile(rf"{when.MONTH}\s\d{{1,2}}|\d{{1,2}}\s{when.MONTH}", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SMALL = re.compile("de|da|del|la|le|al|of|the|and|upon|on|in|sur|am|i", re.I)
_NO_PLACES = re.compile(
    "exclusive|breaking(?: news)?|updated?|watch|video|opinion|(?:news )?analysis|report|editorial|interview"
    "|live|poll"
    "|commentary|review|correction|note|more|read|new|just|explainer|factbox|fact check|column|photos|letter|q&a"
    "|profile|obituary",
    re.I,
)


def place_of(text: str) -> tuple[str | None, str | None, str | None, int] | None:
    """The dateline that opens a paragraph: place, day as written, agency, where the text begins.

    None where a paragraph has none. The place is None where only an agency is named.
    """
    head = text[:130]
    match = _DATELINE.match(head)
    if not match or (match["where"] is None and match["agency"] is None):
        return None
    if match["dash"] == "-" and not head[match.start("dash") - 1 : match.start("dash")].isspace():
        return None
    agency = match["agency"]
    if match["dash"] == "" and not agency:
        return None
    where = (match["where"] or "").strip(" ,")
    parts = [part.strip() for part in where.split(",") if part.strip()]
    days: list[str] = []
    while len(parts) > 1 and (_DAY.fullmatch(parts[-1]) or _YEAR.fullmatch(parts[-1]) or WEEKDAY.match(parts[-1])):
        days.insert(0, parts.pop())
    if not parts:
        return (None, None, agency, match.end()) if agency else None
    words = parts[0].split()
    if _NO_PLACES.fullmatch(where):
        return None
    loud = all(w.isupper() or re.match(r"(?:Mc|Mac|d[’'])[A-Z]+$", w) for w in words) and sum(map(len, words)) > 2
    calm = all(w[0].isupper() or _SMALL.fullmatch(w) for w in words)
    if len(words) > 4 or len(parts) > 3 or not (loud or (agency and calm) or (days and calm)):
        return None
    if not agency and not days and len(words) == 1 and len(parts) == 1 and len(words[0]) < 4:
        return None
    named = all(p[0].isupper() and len(p.split()) <= 3 for p in parts[1:])
    if not named:
        return None
    place = ", ".join([" ".join(_calmed(w) for w in words), *parts[1:]])
    return place, ", ".join(days) or None, agency, match.end()


def _calmed(word: str) -> str:
    """SPRINGFIELD as Springfield; short forms such as D.C. and U.N. stay."""
    if not word.isupper() or "." in word.rstrip(".") or len(word) < 3:
        return word
    return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), word)
