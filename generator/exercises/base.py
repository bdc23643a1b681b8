"""What an exercise type is: notes -> units -> item. Types know no format and do not import each other."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from random import Random
from typing import ClassVar, Literal, TypeVar

from generator.exercises.places import Span, lines_of_paragraph, lines_of_sentence, merged
from generator.model.dossier import Dossier, Passage, Quote
from generator.model.item import Evidence, Extract, Item, Option
from generator.model.variants import VariantName
from generator.model.vocabulary import Lane, Skill
from generator.model.words import Words

T = TypeVar("T")

ResponseKind = Literal[
    "choice", "multi-choice", "match", "grid", "order", "short-text", "extended-text", "text-selection"
]


@dataclass(frozen=True, slots=True)
class Unit:
    """A note, or a few notes together, from which a type can make an item or a row of one.

    `id` is the id of the leading note (what `use:` in a lesson names), `notes` all ids that it draws on,
    `labels` the reports they stand in, `group` a value that rows of one item must share (a report, a pair)
    or "" where rows may come from anywhere.
    """

    id: str
    notes: tuple[str, ...]
    labels: tuple[str, ...]
    group: str = ""


@dataclass(frozen=True, slots=True)
class Shortage:
    """A note that a type looked at and cannot use. `reason` is a key of the type's `shortages` words."""

    note: str
    reason: str


@dataclass(frozen=True, slots=True)
class Usable:
    """What a type finds in a dossier: units it can use, and notes it cannot, with the reason."""

    units: tuple[Unit, ...]
    shortages: tuple[Shortage, ...] = ()


@dataclass(frozen=True)
class Scene:
    """All that decides how an item turns out, besides the notes: lane, variant, chance, words, wishes.

    `rng` is Random(f"{lesson}:{variant}:{item}"), so adding an item never reshuffles the others.
    """

    item_id: str
    lane: Lane
    variant: VariantName
    rng: Random
    words: Words
    points: int | None = None
    minutes: float | None = None
    rows: int | None = None

    def option(self, text: str) -> Option:
        """An option with an opaque id that stays the same over variants and builds."""
        digest = blake2b(f"{self.item_id.rsplit('/', 1)[-1]}\0{text}".encode(), digest_size=4).hexdigest()
        return Option(id=f"o{digest}", text=text)

    def shuffled(self, things: Iterable[T]) -> list[T]:
        """A new list in the order of this variant."""
        out = list(things)
        self.rng.shuffle(out)
        return out

    def sample(self, things: Sequence[T], most: int) -> list[T]:
        """At most `most` of the things, in their old order."""
        if len(things) <= most:
            return list(things)
        kept = sorted(self.rng.sample(range(len(things)), most))
        return [things[i] for i in kept]

    def how_many(self, support: int, core: int, extension: int) -> int:
        """Number of rows in this lane, unless the lesson wishes otherwise."""
        if self.rows is not None:
            return self.rows
        return {"support": support, "core": core, "extension": extension}[self.lane]

    def share(self, parts: int) -> tuple[int, str]:
        """Points for an item of equal parts, and the sentence that tells the teacher how to share them.

        A part is a mark up to six parts and for odd numbers; else two parts make a mark. Where the lesson
        sets points, they are shared in proportion and rounded down.
        """
        natural = parts if parts <= 6 or parts % 2 else parts // 2
        points = self.points or natural
        if points == parts:
            key = "marking.one-part" if parts == 1 else "marking.each"
        elif points * 2 == parts:
            key = "marking.pairs"
        else:
            key = "marking.proportion"
        return points, self.words.say(key, points=str(points), parts=str(parts))

    def evidence(self, quote: Quote, shows: str | None = None) -> Evidence:
        """The quote as evidence for the key."""
        lines = (quote.first, quote.last)
        return Evidence(passage=quote.label, lines=lines, quote=quote.text, start=quote.start, shows=shows)

    def extract(self, quote: Quote, text: str | None = None) -> Extract:
        """The quote, or a longer text around it on the same lines, to show in the question."""
        return Extract(passage=quote.label, lines=(quote.first, quote.last), text=text or quote.text)

    def place(self, quote: Quote) -> str:
        """Where a quote stands, in words: 'A, line 3', 'A, lines 3-4', 'A, headline'."""
        if quote.last == 0:
            return self.words.say("place.headline", passage=quote.label)
        if quote.first == quote.last:
            return self.words.say("place.line", passage=quote.label, first=str(quote.first))
        return self.words.say("place.lines", passage=quote.label, first=str(quote.first), last=str(quote.last))

    def where_to_look(self, dossier: Dossier, quotes: Iterable[Quote]) -> tuple[str, ...]:
        """The lane's pointer to all these words: support gets their sentences, core their paragraphs.

        Extension gets none.
        """
        if self.lane == "extension":
            return ()
        return self.pointer(dossier, quotes, lines_of_sentence if self.lane == "support" else lines_of_paragraph)

    def pointer(
        self, dossier: Dossier, quotes: Iterable[Quote], lines: Callable[[Passage, Quote], Span]
    ) -> tuple[str, ...]:
        """A hint that names the lines of all these words, report by report, each line once."""
        spans: dict[str, list[Span]] = {}
        for quote in quotes:
            spans.setdefault(quote.label, []).append(lines(dossier.passages[quote.label], quote))
        places = [self._places(label, merged(found)) for label, found in sorted(spans.items())]
        if not places:
            return ()
        return (self.words.say("hint.look", places=self.words.say("list.semicolon").join(places)),)

    def _places(self, label: str, spans: Sequence[Span]) -> str:
        """Several places of one report: 'A, headline and lines 2, 9-10 and 14'."""
        numbers = [str(a) if a == b else f"{a}–{b}" for a, b in spans if a > 0]
        headed = any(first == 0 for first, _ in spans)
        if not numbers:
            return self.words.say("place.headline", passage=label)
        lines = self.words.say("list.and").join(
            [*([self.words.say("list.comma").join(numbers[:-1])] if numbers[1:] else []), numbers[-1]]
        )
        one = len(numbers) == 1 and "–" not in lines
        key = "place.line" if one else "place.several"
        if headed:
            key = "place.headline-line" if one else "place.headline-several"
        return self.words.say(key, passage=label, first=lines, lines=lines)


class ExerciseType(ABC):
    """One way to practise a skill. Subclasses are stateless; one instance of each stands in the table.

    `rows` is (least, most) units an item takes: (1, 1) makes one item of each unit, anything larger makes
    one item of several units (rows of a grid, statements to match, words to mark).
    """

    name: ClassVar[str]
    skill: ClassVar[Skill]
    kind: ClassVar[ResponseKind]
    rows: ClassVar[tuple[int, int]] = (1, 1)
    difficulty: ClassVar[int]

    @abstractmethod
    def units(self, dossier: Dossier) -> Usable:
        """The units this type can use in the dossier, in the order of the notes, and why others are no use."""

    @abstractmethod
    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        """The item made of these units. `units` holds between rows[0] and rows[1] of this type's own."""

    @property
    def takes_rows(self) -> bool:
        return self.rows[1] > 1
