"""Lesson + dossier -> slots: for every place on the sheet, the items that could stand there, best first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from hashlib import blake2b
from random import Random
from typing import TypeVar

from generator.exercises import EXERCISES
from generator.exercises.base import ExerciseType, Scene, Unit
from generator.exercises.own import make_own
from generator.exercises.stock import Stock
from generator.load.prompts import Prompts
from generator.model.diagnostic import Severity
from generator.model.dossier import Dossier, Lesson
from generator.model.files import HandItem, ItemSpec, Pick, Section
from generator.model.item import Item
from generator.model.variants import VariantName, turn_of
from generator.model.vocabulary import Lane, Skill

Path = tuple[str | int, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something in the lesson that composing stumbled over; `path` leads to it in the lesson file."""

    code: str
    path: Path
    message: str
    hint: str = ""
    severity: Severity = "error"


@dataclass(frozen=True)
class Candidate:
    """An item that could fill a slot. `without` makes it anew without some notes, where it has rows to spare."""

    make: Callable[[frozenset[str]], Item | None]
    units: tuple[Unit, ...]

    @property
    def item(self) -> Item | None:
        return self.make(frozenset())


@dataclass(frozen=True)
class Slot:
    """A place on the sheet: candidates in this variant's order of preference.

    `wants` is how many of them to take (1, or what a `pick` asks for), `minutes` the room for all of them.
    `free` is True where the author left the choice of notes to the program.
    """

    path: Path
    skill: Skill
    candidates: tuple[Candidate, ...]
    wants: int = 1
    minutes: float | None = None
    free: bool = True
    is_pick: bool = False


@dataclass(frozen=True)
class Composition:
    """All slots of one variant in one lane, by section, and what went wrong on the way."""

    sections: tuple[tuple[Section, tuple[Slot, ...]], ...]
    troubles: tuple[Trouble, ...]


def compose(lesson: Lesson, stock: Stock, prompts: Prompts, lane: Lane, variant: VariantName) -> Composition:
    """Every slot of the lesson with its candidates. Troubles are the same for every lane and variant."""
    work = _Composer(lesson, stock, prompts, lane, variant)
    sections = tuple((section, work.section(i, section)) for i, section in enumerate(lesson.file.sections))
    return Composition(sections, tuple(dict.fromkeys(work.troubles)))


class _Composer:
    def __init__(self, lesson: Lesson, stock: Stock, prompts: Prompts, lane: Lane, variant: VariantName) -> None:
        self.lesson, self.stock, self.prompts, self.lane, self.variant = lesson, stock, prompts, lane, variant
        self.dossier = stock.dossier
        self.troubles: list[Trouble] = []
        self.names: dict[str, int] = {}

    def section(self, number: int, section: Section) -> tuple[Slot, ...]:
        slots: list[Slot] = []
        for i, spec in enumerate(section.items):
            path: Path = ("sections", number, "items", i)
            if isinstance(spec, HandItem):
                slot: Slot | None = self.own(path, section.skill, spec)
            else:
                slot = self.made(path, section.skill, spec)
            if slot is not None and (not spec.lanes or self.lane in spec.lanes):
                slots.append(slot)
        if section.pick is not None:
            slots.append(self.pick(("sections", number, "pick"), section.skill, section.pick))
        return tuple(slots)

    # -- items written by hand

    def own(self, path: Path, skill: Skill, hand: HandItem) -> Slot:
        quotes = self.lesson.quotes.get(hand.id, ())

        def make(_without: frozenset[str]) -> Item:
            return make_own(hand, skill, quotes, self.scene(hand.id, "own", None))

        return Slot(path, skill, (Candidate(make, ()),), free=False)

    # -- items made from the notes

    def made(self, path: Path, skill: Skill, spec: ItemSpec) -> Slot | None:
        kind = self.type_of((*path, "type"), spec.type)
        if kind is None:
            return None
        if kind.skill != skill:
            self.trouble(
                "SS552",
                (*path, "type"),
                f"'{spec.type}' practises {kind.skill}, but this section is for {skill}",
                f"Move it to a section with `skill: {kind.skill}`, or choose another type.",
            )
            return None
        units = self.units(path, kind, spec)
        if not units:
            return None
        base = spec.id or kind.name.replace("_", "-")
        self.names[base] = self.names.get(base, 0) + 1
        if self.names[base] > 1:
            base = f"{base}-{self.names[base]}"
        candidates = self.candidates(kind, units, base, spec)
        # Notes named for an item of rows are a pool to draw from, so it can still give way to other items.
        return Slot(path, skill, candidates, free=not spec.use or kind.takes_rows)

    def candidates(
        self, kind: ExerciseType, units: Sequence[Unit], base: str, spec: ItemSpec | None
    ) -> tuple[Candidate, ...]:
        if kind.takes_rows:
            groups: dict[str, list[Unit]] = {}
            for unit in units:
                groups.setdefault(unit.group, []).append(unit)
            big = [g for g in groups.values() if len(g) >= kind.rows[0]]
            ordered = self.rotated(big, base)
            several = len(ordered) > 1
            return tuple(
                self.candidate(kind, group, f"{base}-{_mark(group[0].group)}" if several else base, spec)
                for group in ordered
            )
        whole = list(units) if spec is not None and spec.use else self.rotated(units, base, shift=False)
        turn = turn_of(self.variant) % len(whole)
        keep_name = spec is not None and spec.id is not None and len(whole) == 1
        return tuple(
            self.candidate(kind, [unit], base if keep_name else f"{base}-{_mark(unit.id)}", spec)
            for unit in (*whole[turn:], *whole[:turn])
        )

    def candidate(self, kind: ExerciseType, units: Sequence[Unit], name: str, spec: ItemSpec | None) -> Candidate:
        def make(without: frozenset[str]) -> Item | None:
            left = [u for u in units if not (without & set(u.notes))]
            if len(left) < kind.rows[0]:
                return None
            scene = self.scene(name, kind.name, spec)
            if len(left) > kind.rows[1]:
                left = scene.sample(left, kind.rows[1])
            return kind.make(self.dossier, left, scene)

        return Candidate(make, tuple(units))

    def pick(self, path: Path, skill: Skill, wish: Pick) -> Slot:
        for field in ("types", "not_types"):
            for i, name in enumerate(getattr(wish, field)):
                kind = self.type_of((*path, field, i), name)
                if kind is not None and kind.skill != skill:
                    self.trouble(
                        "SS552",
                        (*path, field, i),
                        f"'{name}' practises {kind.skill}, but this section is for {skill}",
                    )
        candidates: list[Candidate] = []
        for kind in EXERCISES.values():
            if kind.skill != skill or kind.name in wish.not_types or (wish.types and kind.name not in wish.types):
                continue
            if wish.difficulty and kind.difficulty not in wish.difficulty:
                continue
            units = self.stock.usable(kind).units
            if units:
                candidates += self.candidates(kind, units, kind.name.replace("_", "-"), None)
        rng = Random(f"{self.lesson.name}:{skill}:pick")
        rng.shuffle(candidates)
        turn = (turn_of(self.variant) * wish.items) % max(1, len(candidates))
        if len(candidates) < wish.items:
            self.trouble(
                "SS556",
                (*path, "items"),
                f"the notes carry only {len(candidates)} items for this pick, not {wish.items}",
                "Ask for fewer items, allow more types, or add notes.",
            )
        order = (*candidates[turn:], *candidates[:turn])
        return Slot(path, skill, order, wants=wish.items, minutes=wish.minutes, is_pick=True)

    # -- pieces

    def type_of(self, path: Path, name: str) -> ExerciseType | None:
        kind = EXERCISES.get(name)
        if kind is None:
            near = get_close_matches(name.replace("-", "_"), EXERCISES, n=1)
            self.trouble(
                "SS551",
                path,
                f"there is no exercise type '{name}'",
                (f"Did you mean '{near[0]}'? " if near else "") + "`secondsource list exercises` names them all.",
            )
        return kind

    def units(self, path: Path, kind: ExerciseType, spec: ItemSpec) -> list[Unit]:
        usable = self.stock.usable(kind)
        words = self.prompts.of(kind.name)

        def reason(note: str) -> str:
            found = next((s.reason for s in usable.shortages if s.note == note), None)
            return words.say(f"shortages.{found}") if found else ""

        units = [u for u in usable.units if not spec.reports or set(u.labels) <= set(spec.reports)]
        if spec.use:
            chosen: list[Unit] = []
            known = note_ids(self.dossier)
            for i, id_ in enumerate(spec.use):
                fitting = [u for u in units if u.id == id_] or [u for u in units if id_ in u.notes]
                chosen += [u for u in fitting if u not in chosen]
                if fitting:
                    continue
                if id_ not in known:
                    near = get_close_matches(id_, known, n=1)
                    self.trouble(
                        "SS553",
                        (*path, "use", i),
                        f"the dossier has no note '{id_}'",
                        f"Did you mean '{near[0]}'?" if near else "",
                    )
                else:
                    self.trouble(
                        "SS554", (*path, "use", i), f"{kind.name} cannot use the note '{id_}'", reason(id_)
                    )
            units = chosen
        groups: dict[str, int] = {}
        for unit in units:
            groups[unit.group] = groups.get(unit.group, 0) + 1
        if max(groups.values(), default=0) >= kind.rows[0]:
            return units
        if not spec.use or len(units) == len(spec.use):
            reasons = dict.fromkeys(f"'{s.note}': {reason(s.note)}" for s in usable.shortages)
            self.trouble(
                "SS555",
                (*path, "type"),
                f"{kind.name} needs at least {kind.rows[0]} usable "
                f"note{'s' if kind.rows[0] > 1 else ''}, and finds {len(units)}",
                " ".join(list(reasons)[:4]),
            )
        return []

    def rotated(self, things: Sequence[T], base: str, shift: bool = True) -> list[T]:
        """The things in a chance order of this lesson, begun at another place in each variant."""
        out = list(things)
        Random(f"{self.lesson.name}:{base}").shuffle(out)
        turn = turn_of(self.variant) % len(out) if out and shift else 0
        return [*out[turn:], *out[:turn]]

    def scene(self, name: str, type_name: str, spec: ItemSpec | None) -> Scene:
        words = self.prompts.of(type_name)
        scene = Scene(
            item_id=name,
            lane=self.lane,
            variant=self.variant,
            rng=Random(f"{self.lesson.name}:{self.variant}:{name}"),
            words=words,
        )
        if spec is None:
            return scene
        if spec.prompt:
            scene = replace(scene, words=words.overridden({"prompt": spec.prompt}))
        return replace(scene, points=spec.points, minutes=spec.minutes, rows=spec.rows)

    def trouble(self, code: str, path: Path, message: str, hint: str = "") -> None:
        self.troubles.append(Trouble(code, path, message, hint))


def _mark(text: str) -> str:
    """A short opaque mark, so that a note's name (which may say the answer) is not in a student's file."""
    return blake2b(text.encode(), digest_size=2).hexdigest()


def note_ids(dossier: Dossier) -> list[str]:
    """The names of everything that a dossier's notes hold."""
    lists: Iterable[Iterable[object]] = (
        dossier.attributions,
        dossier.markers,
        dossier.wording,
        dossier.claims,
        dossier.probes,
        dossier.gaps,
        dossier.entities,
        dossier.figures,
        dossier.steps,
        dossier.times,
        dossier.made_headlines,
        (link for claim in dossier.claims for link in claim.links),
    )
    one_a_report: dict[str, Iterable[str]] = {
        "headline": dossier.headlines,
        "lead": dossier.leads,
        "summary": dossier.summaries,
    }
    named = [f"{kind}-{label.lower()}" for kind, labels in one_a_report.items() for label in labels]
    ids = [str(getattr(note, "id")) for notes in lists for note in notes]  # noqa: B009
    return [*ids, *named, *dossier.origins.nodes]
