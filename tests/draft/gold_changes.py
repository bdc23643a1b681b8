"""Single changes planted in copies of the passages: each must be found, and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.draft.marks import Span
from tests.draft.gold_compare import PLANTED, compared
from tests.draft.gold_reader import Passage
from tests.draft.gold_score import Tallies, meets

SLOTS = (*PLANTED, "place")


@dataclass(frozen=True)
class Change:
    """A passage with one thing changed: the slot, where it stands in the original and in the changed text."""

    slot: str
    before: Span
    after: Span
    text: str


_SWAPS = {
    "date": {
        "Monday": "Thursday", "Tuesday": "Saturday", "Wednesday": "Sunday", "Thursday": "Monday",
        "Friday": "Tuesday", "Saturday": "Wednesday", "Sunday": "Friday", "April": "August",
        "June": "October", "July": "September", "October": "February", "November": "June", "December": "April",
    },
    "number": {
        "two": "five", "three": "seven", "four": "nine", "five": "three", "six": "ten", "seven": "four",
        "eight": "thirty", "eleven": "thirteen", "Forty": "Sixty",
    },
    "title": {
        "Mayor": "Senator", "Sergeant": "Inspector", "Judge": "Bishop", "Senator": "Governor", "Gov.": "Sen.",
        "Dr.": "Prof.", "Deacon": "Rabbi", "Councillor": "Mayor", "Officer": "Sergeant", "Ranger": "Captain",
    },
    "name": {
        "Marta": "Petra", "Janice": "Denise", "Hanneke": "Saskia", "Ruben": "Leon", "Bettina": "Rosalind",
        "Carla": "Donna", "Jonas": "Matthias", "Ilse": "Greta", "Lyle": "Clark", "Femi": "Tunde",
        "Wanda": "Sigrid", "Otto": "Franz", "Beatrix": "Harriet", "Marcus": "Julian", "Ivo": "Hugo",
        "Rashid": "Karim", "Eddie": "Victor", "Colm": "Declan", "Frieda": "Gerda", "Leroy": "Vernon",
        "Osgood": "Hargreave", "Quill": "Tranter", "Parfitt": "Ludlow", "Mundt": "Keller", "Krell": "Mistry",
    },
}  # fmt: skip
_NUMERAL = re.compile(r"(?<![\w.,£$€])\d{2,}(?:,\d{3})*(?![\w,.-]*\d)(?! (?:March|April|May|June|July|August))")


def changes(passage: Passage) -> Iterator[Change]:
    """Every change of the tables, and every numeral of two digits or more, each in a copy of its own.

    Names that come again are left alone: two changes would be needed. A time of day may be a number or a date.
    """
    text = passage.text
    for slot, swaps in _SWAPS.items():
        for old, new in swaps.items():
            for match in re.finditer(rf"(?<![\w-]){re.escape(old)}(?![\w’-])", text):
                if slot == "name" and text.count(old) > 1:
                    continue
                if slot == "date" and re.match(r" [A-Z]", text[match.end() :]):
                    continue  # June Sokolov
                if slot == "number" and text[match.end() :].startswith(" to "):
                    continue  # five to twelve
                if slot == "title" and not re.match(r" [A-Z]", text[match.end() :]):
                    continue
                yield _changed(text, slot, match.span(), new)
    for match in _NUMERAL.finditer(text):
        if text[: match.start()].endswith((":", "page ", "called ")):
            continue
        if re.fullmatch(r"(?:19|20)\d\d", match[0]):
            yield _changed(text, "date", match.span(), str(int(match[0]) - 11))
        else:
            yield _changed(text, "number", match.span(), f"{int(match[0].replace(',', '')) * 3:,}")


def _changed(text: str, slot: str, at: Span, new: str) -> Change:
    return Change(slot, at, (at[0], at[0] + len(new)), text[: at[0]] + new + text[at[1] :])


def score_change(passage: Passage, change: Change, to: Tallies) -> None:
    """One planted change must be found, and no other difference."""
    found = compared(passage.text, change.text)
    words = f"{passage.name}: {change.slot} {passage.words(change.before)} ~ {change.text[slice(*change.after)]}"
    finds = [(d, d.a, d.b) for p in found.pairs for d in p.differences if d.slot in SLOTS and d.a and d.b]
    hits = [d for d, a, b in finds if meets(a, change.before) and meets(b, change.after)]
    right = {"number", "date"} if change.slot in ("number", "date") else {change.slot}
    hit = any(d.slot in right for d in hits)
    to["single changes"].want(hit, words)
    to[f"single change: {change.slot}"].want(hit, words)
    for d, a, b in finds:
        given = f"{words} -> {d.slot} {passage.words(a)} ~ {change.text[slice(*b)]} {d.rule}"
        to["single changes"].find(d in hits and d.slot in right, given)
