"""Which amounts are ages: 'aged 34', 'Ana Reyes, 34,', '34 years old', 'died at 75'."""

import re

from generator.draft.quantities.atom import Atom
from generator.draft.quantities.words import words
from generator.draft.text import Text

_AGED = re.compile(r"\b(?:aged?|ages|aged\sbetween|age\sof|turned|turns|turning|ages\sof)\s$", re.IGNORECASE)
_DIED_AT = re.compile(r"\b(?:[Dd]ie[sd]|[Dd]ead|[Dd]eath|[Rr]etire[sd])\b[^.;:]{0,45}\bat\s$")
_PERSON = re.compile(
    r"(?:[A-Z][\w’'\-]+(?:\sJr\.?|\sSr\.?)?|\b(?:man|woman|boy|girl|son|daughter|brother|sister|mother|father|wife"
    r"|husband|student|driver|teacher|child))(?:,\s|\s\()$"
)
_END = re.compile(r"[,.;:)]|\s(?:of|from|and|was)\b|\s[-–]|$")
_STOP = re.compile(r"[.,;)]|$|\s*\n|\s(?:in|after|of)\b")
_COUNTED = re.compile(r"\s[a-z]+s\b|%")
_OLD = re.compile(r"\s(?P<unit>year|month|week|day)s?\s(?:old|of\sage)\b")
_ELDER = re.compile(r"\s(?:years?\s)?(?:or|and)\s(?:older|younger|over|under|above)\b")
_OLDEST = 110


def age(text: Text, atom: Atom) -> str:
    """The unit of an age ('age', 'age in months'), or '' where the amount is none."""
    source = text.text
    if old := _OLD.match(source, atom.end):
        return "age" if old["unit"] == "year" else f"age in {old['unit']}s"
    if _ELDER.match(source, atom.end):
        return "age"
    if atom.value % 1 or not 0 < atom.value <= _OLDEST or atom.scaled:
        return ""
    before = source[max(0, atom.start - 60) : atom.start]
    if _AGED.search(before) and not _COUNTED.match(source, atom.end):
        return "age"
    if atom.kind != "digits":
        return ""
    if _DIED_AT.search(before) and _STOP.match(source, atom.end) and atom.value > 9:
        return "age"
    bracket = before.endswith("(")
    if (
        not _PERSON.search(before)
        or not _END.match(source, atom.end)
        or bracket != source.startswith(")", atom.end)
    ):
        return ""
    i = text.word_range(atom.start, atom.start)[0] - 1
    return "" if text.lower[i] in words("designator") else "age"
