"""Sheets of a lesson -> what is counted over all of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from random import Random

from generator.compose import Trouble
from generator.mark import mark
from generator.model.booklet import Booklet
from generator.model.item import ChoiceAnswer, Item
from generator.model.variants import VariantName
from generator.model.vocabulary import Lane
from generator.stress.chance import chance
from generator.stress.sheets import Content, Found, as_asked, as_printed, flaws, folded
from generator.stress.solvers import SOLVERS, Solver

Slot = tuple[str, str]
"""Exercise type and id of an item: what a maintainer looks for."""


def _zeros() -> defaultdict[str, float]:
    return defaultdict(float)


@dataclass
class Marks:
    """Marks over some closed items: how many there were, what there was to get, by chance and by each solver.

    Where a solver has nothing to go by it gets the chance score; `tried` counts where it had.
    """

    items: int = 0
    points: int = 0
    chance: float = 0.0
    got: defaultdict[str, float] = field(default_factory=_zeros)
    tried: Counter[str] = field(default_factory=Counter)

    def __iadd__(self, other: "Marks") -> "Marks":
        self.items += other.items
        self.points += other.points
        self.chance += other.chance
        for name, got in other.got.items():
            self.got[name] += got
        self.tried.update(other.tried)
        return self


@dataclass
class Lengths:
    """Choice items, and how many of them have the longest and the shortest option as key (shared where equal)."""

    items: int = 0
    chance: float = 0.0
    longest: float = 0.0
    shortest: float = 0.0


@dataclass(frozen=True, slots=True)
class Failure:
    """Why variants of a lane cannot be assembled: one trouble, the first variant that has it, and how many do."""

    lane: Lane
    trouble: Trouble
    variant: VariantName
    times: int


@dataclass
class LaneTally:
    """Everything counted over the variants of one lesson in one lane."""

    lane: Lane
    sheets: int = 0
    marks: dict[Slot, Marks] = field(default_factory=dict)
    places: Counter[tuple[int, int]] = field(default_factory=Counter)
    lengths: Lengths = field(default_factory=Lengths)
    flaws: Counter[Found] = field(default_factory=Counter)
    first: dict[Found, VariantName] = field(default_factory=dict)
    failures: dict[tuple[str, tuple[str | int, ...]], Failure] = field(default_factory=dict)
    asked: set[Content] = field(default_factory=set)
    printed: set[Content] = field(default_factory=set)
    points: list[int] = field(default_factory=list)
    minutes: list[float] = field(default_factory=list)
    difficulty: list[float] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)
    contents: dict[Slot, set[Content]] = field(default_factory=dict)
    seen: Counter[Slot] = field(default_factory=Counter)

    def fail(self, variant: VariantName, troubles: Iterable[Trouble]) -> None:
        """Counts a variant that could not be assembled."""
        for trouble in troubles:
            at = (trouble.code, trouble.path)
            old = self.failures.get(at, Failure(self.lane, trouble, variant, 0))
            self.failures[at] = Failure(self.lane, old.trouble, old.variant, old.times + 1)

    def add(self, booklet: Booklet, solvers: Mapping[str, Solver], passages: str) -> None:
        """Counts a sheet; `passages` are the folded texts of its reports."""
        items = booklet.items
        self.sheets += 1
        for item in items:
            slot = (item.question.type, item.question.id)
            self._score(slot, item, booklet, solvers)
            self._look_at_key(item)
            self.seen[slot] += 1
            self.contents.setdefault(slot, set()).add(as_asked(item.question))
        for found in flaws(items, passages):
            self.flaws[found] += 1
            self.first.setdefault(found, booklet.variant)
        self.asked.add((frozenset(as_asked(item.question) for item in items),))
        self.printed.add(tuple(as_printed(item.question) for item in items))
        self.points.append(sum(item.question.points for item in items))
        self.minutes.append(sum(item.minutes for item in items))
        self.difficulty.append(
            sum(item.difficulty * item.question.points for item in items) / max(1, self.points[-1])
        )
        self.notes.update({":".join(fact.split(":")[:2]) for item in items for fact in item.asks})

    def times_seen(self, id_: str) -> int:
        """On how many sheets an item stands."""
        return sum(times for (_, name), times in self.seen.items() if name == id_)

    def _score(self, slot: Slot, item: Item, booklet: Booklet, solvers: Mapping[str, Solver]) -> None:
        expected = chance(item)
        if expected is None:
            return
        by_chance = float(expected)
        marks = self.marks.setdefault(slot, Marks())
        marks.items += 1
        marks.points += item.question.points
        marks.chance += by_chance
        rng = Random(f"{booklet.lesson}:{booklet.lane}:{booklet.variant}:{item.question.id}")
        for name, solve in solvers.items():
            answers = solve(item.question, rng)
            if answers:
                marks.got[name] += sum(mark(item, given) or 0 for given in answers) / len(answers)
                marks.tried[name] += 1
            else:
                marks.got[name] += by_chance

    def _look_at_key(self, item: Item) -> None:
        answer, options = item.key.answer, getattr(item.question.response, "options", ())
        if not isinstance(answer, ChoiceAnswer):
            return
        self.places[len(options), [option.id for option in options].index(answer.option)] += 1
        sizes = {option.id: len(option.text) for option in options}
        own, all_ = sizes[answer.option], list(sizes.values())
        self.lengths.items += 1
        self.lengths.chance += 1 / len(options)
        self.lengths.longest += (own == max(all_)) / all_.count(own)
        self.lengths.shortest += (own == min(all_)) / all_.count(own)


def solvers_with(habit: Solver) -> dict[str, Solver]:
    """All solvers, with the one that goes by what was right in other lessons."""
    return {**SOLVERS, "what is mostly right elsewhere": habit}


def passages_of(booklet: Booklet) -> str:
    """The texts of the reports of a sheet, folded."""
    return " | ".join(folded(passage.text) for passage in booklet.dossier.passages.values())
