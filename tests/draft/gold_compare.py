"""How the comparison of two reports stands to the gold pairs."""

from dataclasses import dataclass

from generator.draft.annotate import annotate
from generator.draft.compared import Comparison, Difference
from generator.draft.comparison import compare
from generator.draft.comparison.whole import RELATED
from generator.draft.marks import Span
from generator.draft.text import Text
from tests.draft.gold_reader import PairOfReports, Report
from tests.draft.gold_score import Tallies, meets

PLANTED = ("number", "date", "name", "title")
ENOUGH = 11
"""Words from which a sentence says something by itself, so that it is missed where the other report lacks it."""
SAME = {"agree", "other-words"}


def compared(a: str, b: str) -> Comparison:
    """The comparison of two plain texts."""
    first, second = Text(a), Text(b)
    return compare(first, second, annotate(first), annotate(second))


def _label(report: Report, span: Span) -> str | None:
    """The label of the sentence that a span belongs to; None where it takes in several of the gold."""
    labels = [label for label, place in report.sentences if meets(place, span)]
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
        return found.slot == "certainty" and mine is not None and place is not None and meets(mine, place)
    sides = ((found.a, gold.a), (found.b, gold.b))
    either = ({"name", "place"}, {"number", "date"})
    same = found.slot == gold.slot or gold.number.endswith("?") or {found.slot, gold.slot} in either
    return same and all(x is not None and y is not None and meets(x, y) for x, y in sides)


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
                hit = any(o.report == number and meets(o.span, span) for o in found.only)
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
