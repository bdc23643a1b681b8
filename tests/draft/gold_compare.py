"""How the comparison of two reports stands to the gold pairs, and single changes planted in copies of passages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.draft.annotate import annotate
from generator.draft.compared import Comparison, Difference
from generator.draft.comparison import compare
from generator.draft.comparison.whole import RELATED
from generator.draft.marks import Span
from generator.draft.text import Text
from tests.draft.gold_reader import PairOfReports, Passage, Report
from tests.draft.gold_score import Tallies

PLANTED = ("number", "date", "name", "title")
SLOTS = (*PLANTED, "place")
ENOUGH = 11
"""Words from which a sentence says something by itself, so that it is missed where the other report lacks it."""
SAME = {"agree", "other-words"}


def compared(a: str, b: str) -> Comparison:
    """The comparison of two plain texts."""
    first, second = Text(a), Text(b)
    return compare(first, second, annotate(first), annotate(second))


def _meets(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _label(report: Report, span: Span) -> str | None:
    """The label of the sentence that a span belongs to; None where it takes in several of the gold."""
    labels = [label for label, place in report.sentences if _meets(place, span)]
    return labels[0] if len(labels) == 1 else None


def _at(label: str, report: Report) -> Span:
    return next(span for one, span in report.sentences if one == label)


def score_pair(pair: PairOfReports, found: Comparison, to: Tallies) -> None:
    """Adds one pair of reports to the tallies."""
    labels = {(p.a, p.b): (_label(pair.a, p.a_span), _label(pair.b, p.b_span)) for p in found.pairs}
    aligned = {a for a, b in labels.values() if a == b and a not in (None, "-", "~")}
    for label in pair.verdicts:
        to["aligned sentences"].want(label in aligned, f"{pair.name}: {label}")
    for p in found.pairs:
        a, b = labels[p.a, p.b]
        words = f"{pair.name}: {pair.a.passage.words(p.a_span)} ~ {pair.b.passage.words(p.b_span)} {p.score:.2f}"
        if "~" not in (a, b):
            to["aligned sentences"].find(a == b and a != "-", words)
        if a == b and a in pair.verdicts:
            right = pair.verdicts[a]
            fine = p.verdict in right or (p.verdict in SAME and bool(SAME & set(right)))
            to["verdict"].want(fine, f"{words} {p.verdict}, not {'|'.join(right)} ({p.rule})")
    _differences(pair, found, to)
    _rest(pair, found, to)


@dataclass
class _Planted:
    number: str
    slot: str
    a: Span | None = None
    b: Span | None = None


def _planted(pair: PairOfReports) -> list[_Planted]:
    by: dict[tuple[str, str], _Planted] = {}
    for side, report in (("a", pair.a), ("b", pair.b)):
        for number, slot, span in report.passage.differences:
            setattr(by.setdefault((number, slot), _Planted(number, slot)), side, span)
    return list(by.values())


def _fits(found: Difference, gold: _Planted) -> bool:
    """Whether a find is about the words of a planted difference, on each side that both give."""
    if gold.slot == "certainty":
        place = gold.a or gold.b
        mine = found.a if gold.a else found.b
        return found.slot == "certainty" and mine is not None and place is not None and _meets(mine, place)
    sides = ((found.a, gold.a), (found.b, gold.b))
    either = ({"name", "place"}, {"number", "date"})
    same = found.slot == gold.slot or gold.number.endswith("?") or {found.slot, gold.slot} in either
    return same and all(x is not None and y is not None and _meets(x, y) for x, y in sides)


def _sides(pair: PairOfReports, a: Span | None, b: Span | None) -> str:
    return f"{pair.a.passage.words(a) if a else '-'} ~ {pair.b.passage.words(b) if b else '-'}"


def _differences(pair: PairOfReports, found: Comparison, to: Tallies) -> None:
    planted = _planted(pair)
    finds = [d for p in found.pairs for d in p.differences]
    for gold in planted:
        if gold.number.endswith("?"):
            continue
        here = [d for d in finds if _fits(d, gold)]
        words = f"{pair.name}: {gold.slot} {_sides(pair, gold.a, gold.b)}"
        if gold.slot == "certainty":
            to["differences in certainty"].want(bool(here), words)
        elif gold.slot in PLANTED:
            to["planted differences"].want(bool(here), words)
        to[f"difference: {gold.slot}"].want(bool(here), words)
    for d in finds:
        words = f"{pair.name}: {d.slot} {_sides(pair, d.a, d.b)} {d.rule} {d.confidence:.2f}"
        right = any(_fits(d, gold) for gold in planted)
        if d.slot == "certainty":
            to["differences in certainty"].find(right, words)
        elif d.a is not None and d.b is not None:
            if d.slot in PLANTED:
                to["planted differences"].find(right, words)
            to[f"difference: {d.slot}"].find(right, words)


def _rest(pair: PairOfReports, found: Comparison, to: Tallies) -> None:
    """Sentences of one report only, shared origin, and whether it is one event."""
    for number, report in enumerate((pair.a, pair.b)):
        for label, span in report.sentences:
            if label == "-" and pair.same_event and len(report.passage.words(span).split()) >= ENOUGH:
                hit = any(o.report == number and _meets(o.span, span) for o in found.only)
                to["only in one"].want(hit, f"{pair.name}: {report.passage.words(span)}")
    for only in found.only:
        report = (pair.a, pair.b)[only.report]
        to["only in one"].find(_label(report, only.span) == "-", f"{pair.name}: {report.passage.words(only.span)}")
    for kind, name in pair.shared:
        hit = any(o.kind == kind and (not name or name.split()[-1] in o.name) for o in found.origins)
        to[f"shared {kind}"].want(hit, f"{pair.name}: {name}")
    to["one event or two"].want(
        (found.related >= RELATED) == pair.same_event,
        f"{pair.name}: related {found.related:.2f}, one: {pair.same_event}",
    )
    if not pair.same_event:
        to["nothing shared by different events"].want(not found.origins and not found.wording, f"{pair.name}")
        for p in found.pairs:
            to["aligned, different events"].find(False, f"{pair.name}: {pair.a.passage.words(p.a_span)}")


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
    hits = [d for d, a, b in finds if _meets(a, change.before) and _meets(b, change.after)]
    right = {"number", "date"} if change.slot in ("number", "date") else {change.slot}
    hit = any(d.slot in right for d in hits)
    to["single changes"].want(hit, words)
    to[f"single change: {change.slot}"].want(hit, words)
    for d, a, b in finds:
        given = f"{words} -> {d.slot} {passage.words(a)} ~ {change.text[slice(*b)]} {d.rule}"
        to["single changes"].find(d in hits and d.slot in right, given)
