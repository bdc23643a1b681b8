"""Tallies of a lesson -> figures, and what is over the limit."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.model.vocabulary import Lane
from generator.stress.run import Drawn
from generator.stress.tally import LaneTally, Lengths, Marks

LIMIT = 5.0
"""Percentage points above chance that guessing may earn, and that a place of the key may be off."""
ENOUGH = 20
"""Keys that a place must be able to hold before its share tells anything."""
SPREAD = 10.0
"""Percent by which marks and minutes of parallel forms may differ."""
SPREAD_DIFFICULTY = 0.15
"""Steps of difficulty (1 locate, 2 interpret, 3 judge) by which they may differ in the mean."""
SHOWN = 3
"""Exercise types and items to name behind a finding."""

Kind = Literal["guessing", "key-place", "failure", "twice", "row-twice", "clash", "printed", "unequal", "alike"]


@dataclass(frozen=True)
class Blame:
    """A type or item behind a margin: the points it adds to it, and score and chance (percent) of its own."""

    name: str
    adds: float
    score: float
    chance: float


@dataclass(frozen=True)
class Score:
    """What a solver earns, in percent of the marks of closed items; `margin` is over chance."""

    solver: str
    score: float
    margin: float
    types: tuple[Blame, ...] = ()
    items: tuple[Blame, ...] = ()


@dataclass(frozen=True)
class LaneFigures:
    """One lane: sheets drawn, forms that differ (as questions, as printed), and least and most of each measure."""

    lane: Lane
    sheets: int
    forms: int
    printed: int
    points: tuple[float, float]
    minutes: tuple[float, float]
    difficulty: tuple[float, float]
    same_in_all: tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    """Something over the limit: its kind, where (lane, item, solver), and what to look at."""

    kind: Kind
    where: str
    message: str


@dataclass(frozen=True)
class Summary:
    """All figures of one lesson. Shares are percentages; `chance` and scores are of the marks of closed items."""

    lesson: str
    sheets: int
    failed: int
    closed_points: float
    chance: float
    scores: tuple[Score, ...]
    key_places: dict[int, tuple[float, ...]]
    choice_items: int
    key_longest: float
    key_shortest: float
    key_length_chance: float
    lanes: tuple[LaneFigures, ...]
    notes: dict[str, float]
    unused: tuple[str, ...]
    findings: tuple[Finding, ...]


def summary(drawn: Drawn) -> Summary:
    """The figures of a lesson with its findings, the same for the same tallies."""
    lanes, lesson = drawn.lanes, drawn.subject.lesson
    total = _sum(marks for lane in lanes for marks in lane.marks.values())
    sheets = sum(lane.sheets for lane in lanes)
    failed = sum(max((f.times for f in lane.failures.values()), default=0) for lane in lanes)
    scores = tuple(_scores(lanes, total))
    places, counted = _places(lanes)
    lengths = _lengths(lanes)
    figures = tuple(_figures(lane) for lane in lanes if lane.sheets)
    asked: Counter[str] = sum((lane.notes for lane in lanes), Counter())
    notes = [
        f"{kind}:{note.id}"
        for kind, list_ in (
            ("attribution", drawn.subject.stock.dossier.attributions),
            ("marker", drawn.subject.stock.dossier.markers),
            ("wording", drawn.subject.stock.dossier.wording),
            ("claim", drawn.subject.stock.dossier.claims),
            ("probe", drawn.subject.stock.dossier.probes),
            ("gap", drawn.subject.stock.dossier.gaps),
        )
        for note in list_
    ]
    findings = [
        *_failures(lanes),
        *_guessing(scores),
        *_key_places(places, counted),
        *_flaws(lanes),
        *_unequal(figures),
        *_alike(figures, len(lesson.file.variants)),
    ]
    return Summary(
        lesson=lesson.name,
        sheets=sheets,
        failed=failed,
        closed_points=total.points / sheets if sheets else 0.0,
        chance=_percent(total.chance, total.points),
        scores=scores,
        key_places=places,
        choice_items=lengths.items,
        key_longest=_percent(lengths.longest, lengths.items),
        key_shortest=_percent(lengths.shortest, lengths.items),
        key_length_chance=_percent(lengths.chance, lengths.items),
        lanes=figures,
        notes={note: _percent(asked[note], sheets) for note in sorted(asked)},
        unused=tuple(note for note in dict.fromkeys(notes) if note not in asked),
        findings=tuple(findings),
    )


# -- figures ---------------------------------------------------------------------------------------


def _percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0


def _sum(marks: Iterable[Marks]) -> Marks:
    total = Marks()
    for one in marks:
        total += one
    return total


def _scores(lanes: Sequence[LaneTally], total: Marks) -> Iterator[Score]:
    """Every solver that had something to go by, with the types and items that add most to its margin."""
    types: defaultdict[str, Marks] = defaultdict(Marks)
    items: defaultdict[str, Marks] = defaultdict(Marks)
    for lane in lanes:
        for (type_, id_), marks in lane.marks.items():
            types[type_] += marks
            items[id_] += marks
    for solver in total.got:
        if total.tried[solver]:
            yield Score(
                solver,
                _percent(total.got[solver], total.points),
                _percent(total.got[solver] - total.chance, total.points),
                _blame(types, solver, total.points),
                _blame(items, solver, total.points),
            )


def _blame(parts: dict[str, Marks], solver: str, points: int) -> tuple[Blame, ...]:
    found = [
        Blame(
            name,
            _percent(marks.got[solver] - marks.chance, points),
            _percent(marks.got[solver], marks.points),
            _percent(marks.chance, marks.points),
        )
        for name, marks in parts.items()
    ]
    found.sort(key=lambda blame: (-round(blame.adds, 6), blame.name))
    return tuple(blame for blame in found[:SHOWN] if blame.adds > 0)


def _places(lanes: Sequence[LaneTally]) -> tuple[dict[int, tuple[float, ...]], dict[int, int]]:
    """Number of options -> share of keys at each place; and how many such items there were."""
    count: Counter[tuple[int, int]] = sum((lane.places for lane in lanes), Counter())
    sizes = {size: sum(n for (s, _), n in count.items() if s == size) for size in sorted({s for s, _ in count})}
    shares = {size: tuple(_percent(count[size, at], all_) for at in range(size)) for size, all_ in sizes.items()}
    return shares, sizes


def _lengths(lanes: Sequence[LaneTally]) -> Lengths:
    return Lengths(
        items=sum(lane.lengths.items for lane in lanes),
        chance=sum(lane.lengths.chance for lane in lanes),
        longest=sum(lane.lengths.longest for lane in lanes),
        shortest=sum(lane.lengths.shortest for lane in lanes),
    )


def _figures(lane: LaneTally) -> LaneFigures:
    fixed = [id_ for (_, id_), contents in lane.contents.items() if len(contents) == 1]
    return LaneFigures(
        lane=lane.lane,
        sheets=lane.sheets,
        forms=len(lane.asked),
        printed=len(lane.printed),
        points=(min(lane.points), max(lane.points)),
        minutes=(min(lane.minutes), max(lane.minutes)),
        difficulty=(min(lane.difficulty), max(lane.difficulty)),
        same_in_all=tuple(sorted(id_ for id_ in fixed if lane.times_seen(id_) == lane.sheets)),
    )


# -- findings --------------------------------------------------------------------------------------


def _failures(lanes: Sequence[LaneTally]) -> Iterator[Finding]:
    for lane in lanes:
        for failure in lane.failures.values():
            trouble = failure.trouble
            place = ".".join(map(str, trouble.path)) or "the lesson"
            yield Finding(
                "failure",
                f"{lane.lane}, {place}",
                f"{failure.times} variants cannot be made, the first is {failure.variant}: "
                f"{trouble.code} {trouble.message}",
            )


def _guessing(scores: Iterable[Score]) -> Iterator[Finding]:
    for score in scores:
        if score.margin > LIMIT:
            behind = "; ".join(
                f"{blame.name} {blame.adds:+.1f} ({blame.score:.0f} %, by chance {blame.chance:.0f} %)"
                for blame in (*score.types, *score.items)
            )
            yield Finding("guessing", score.solver, f"earns {score.margin:.1f} points more than chance: {behind}")


def _key_places(places: dict[int, tuple[float, ...]], counted: dict[int, int]) -> Iterator[Finding]:
    for size, shares in places.items():
        fair = 100 / size
        if counted[size] >= ENOUGH * size and max(abs(share - fair) for share in shares) > LIMIT:
            told = ", ".join(f"{share:.0f}" for share in shares)
            yield Finding("key-place", f"{size} options", f"the key stands at each place in {told} % of the items")


_FLAWS: dict[str, str] = {
    "twice": "the same question twice",
    "row-twice": "the same row twice",
    "clash": "one gives away what the other asks",
    "printed": "the first one's answer stands in the second",
}


def _flaws(lanes: Sequence[LaneTally]) -> Iterator[Finding]:
    for lane in lanes:
        for found, times in sorted(
            lane.flaws.items(), key=lambda entry: (-entry[1], entry[0].items, entry[0].shown)
        ):
            yield Finding(
                found.flaw,
                f"{lane.lane}, {' and '.join(found.items)}",
                f"{_FLAWS[found.flaw]} on {times} sheets, first in variant {lane.first[found]}: {found.shown}",
            )


def _unequal(lanes: Iterable[LaneFigures]) -> Iterator[Finding]:
    for lane in lanes:
        for name, (least, most) in (("marks", lane.points), ("minutes", lane.minutes)):
            if _percent(most - least, most) > SPREAD:
                yield Finding("unequal", lane.lane, f"parallel forms have from {least:g} to {most:g} {name}")
        least, most = lane.difficulty
        if most - least > SPREAD_DIFFICULTY:
            yield Finding("unequal", lane.lane, f"parallel forms have a difficulty from {least:.2f} to {most:.2f}")


def _alike(lanes: Iterable[LaneFigures], offered: int) -> Iterator[Finding]:
    for lane in lanes:
        if lane.printed < min(offered, lane.sheets):
            yield Finding("alike", lane.lane, f"of the {offered} variants offered, only {lane.printed} differ")
