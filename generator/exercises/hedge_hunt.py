"""Hedge hunt: a part of a passage -> the words in it that limit how sure or how exact it is."""

from collections.abc import Sequence
from itertools import combinations
from typing import Literal

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.places import lines_of_paragraph, quote_between
from generator.exercises.statements import EXACTNESS_KINDS, LIMITING_KINDS, marked, marker_of, markers_in
from generator.model.dossier import Dossier, Marker, Quote
from generator.model.item import Item, KeyEntry, MarkKind, Question, Reject, TextSelection, TextSelectionAnswer

LEAST = 2
NOT_ASKED = {"booster": "booster", "stated-ignorance": "ignorance"}
"""Kinds of markers that the question rules out, and the words for why."""
Sign = Literal["underline", "circle", "bracket", "wavy"]
CLASSES: tuple[tuple[str, Sign], ...] = (
    ("possible", "underline"),
    ("expected", "bracket"),
    ("alleged", "wavy"),
    ("inexact", "circle"),
)


class HedgeHunt(ExerciseType):
    """Only where the notes hold every marker of a passage, so that the key misses none.

    Markers that are neither plainly limiting nor plainly not (a hidden source, a promise) are neither asked for
    nor held against the student. The question leaves out stated ignorance. Extension students also sort what they
    find.
    """

    name = "hedge_hunt"
    skill = "uncertainty"
    kind = "text-selection"
    rows = (LEAST, 12)
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        units, short = [], []
        for note in dossier.markers:
            if note.kind not in LIMITING_KINDS:
                short.append(Shortage(note.id, "kind"))
            elif "markers" not in dossier.passages[note.label].complete:
                short.append(Shortage(note.id, "not-complete"))
            elif dossier.passages[note.label].paragraph_of(note.quote.start).kind != "body":
                short.append(Shortage(note.id, "not-body"))
            elif sum(_usable(dossier, other) for other in dossier.markers if other.label == note.label) < LEAST:
                short.append(Shortage(note.id, "too-few"))
            else:
                units.append(Unit(note.id, (note.id,), (note.label,), group=note.label))
        return Usable(tuple(units), tuple(short))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words = scene.words
        part = _stretch(dossier, _window(dossier, [marker_of(dossier, unit) for unit in units], scene))
        every = markers_in(dossier, part)
        found = [m for m in every if m.kind in LIMITING_KINDS]
        sorted_ = scene.lane == "extension" and len({_class(m) for m in found}) > 1
        names = [c for c in CLASSES if any(_class(m) == c[0] for m in found)] if sorted_ else [("any", "wavy")]
        labels = {name: scene.option(words.say(f"mark.{name}")) for name, _ in names}
        kinds = {n: MarkKind(id=labels[n].id, label=labels[n].text, sign=sign) for n, sign in names}
        points, marking = scene.share(len(found))
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem.sorted" if sorted_ else "stem"),
                points=points,
                response=TextSelection(
                    passage=part.label,
                    lines=(part.first, part.last),
                    marks=tuple(kinds.values()),
                    find=len(found),
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.comma").join(m.quote.text for m in found),
                answer=TextSelectionAnswer(
                    spans=tuple(marked(kinds[_class(m) if sorted_ else "any"].id, m.quote) for m in found)
                ),
                evidence=tuple(scene.evidence(m.quote, words.say(f"class.{_class(m)}")) for m in found),
                rationale=words.say("rationale"),
                marking=marking,
                accept=_leave_open(every, scene),
                reject=_rejects(dossier, part, every, scene),
            ),
            asks=frozenset(f"marker:{m.id}:text" for m in found),
            minutes=scene.minutes or max(1.5, round(0.6 * len(found), 1)),
            difficulty=self.difficulty,
        )


def _usable(dossier: Dossier, note: Marker) -> bool:
    block = dossier.passages[note.label].paragraph_of(note.quote.start)
    return note.kind in LIMITING_KINDS and block.kind == "body"


def _class(note: Marker) -> str:
    if note.kind in EXACTNESS_KINDS:
        return "inexact"
    if note.kind == "prediction":
        return "expected"
    return "alleged" if note.kind == "allegation" else "possible"


def _window(dossier: Dossier, notes: Sequence[Marker], scene: Scene) -> list[Marker]:
    """The markers of neighbouring paragraphs, about as many as the lane wants, from anywhere in the passage.

    Everything that limits in the same lines becomes part of the key, so a run ends before a paragraph with a
    marker that is not among the notes given (another item asks for it).
    """
    passage = dossier.passages[notes[0].label]
    by_paragraph: dict[int, list[Marker]] = {}
    for marker in sorted(dossier.markers, key=lambda m: m.quote.start):
        if marker.label == passage.label and _usable(dossier, marker):
            by_paragraph.setdefault(passage.paragraph_of(marker.quote.start).start, []).append(marker)
    paragraphs = list(by_paragraph.values())
    windows = [
        [marker for markers in paragraphs[start:end] for marker in markers]
        for start, end in combinations(range(len(paragraphs) + 1), 2)
        if all(marker in notes for markers in paragraphs[start:end] for marker in markers)
    ]
    sizes = [len(window) for window in windows if len(window) >= LEAST]
    if not sizes:
        return sorted(notes, key=lambda m: m.quote.start)[:LEAST]
    most = max(LEAST, scene.how_many(2, 4, 6))
    best = max((size for size in sizes if size <= most), default=min(sizes))
    return scene.rng.choice([window for window in windows if len(window) == best])


def _stretch(dossier: Dossier, notes: Sequence[Marker]) -> Quote:
    """The whole paragraphs that hold the markers."""
    passage = dossier.passages[notes[0].label]
    first, _ = lines_of_paragraph(passage, notes[0].quote)
    _, last = lines_of_paragraph(passage, notes[-1].quote)
    inside = [line for line in passage.lines if first <= line.n <= last]
    return quote_between(passage, inside[0].start, inside[-1].end)


def _leave_open(every: Sequence[Marker], scene: Scene) -> tuple[str, ...]:
    """Marks that earn nothing and cost nothing, and how exact a mark must be."""
    words = scene.words
    open_ = [m.quote.text for m in every if m.kind not in LIMITING_KINDS and m.kind not in NOT_ASKED]
    told = [words.say("accept.edges")]
    return (*told, *(words.say("accept.open", words=text) for text in open_))


def _rejects(dossier: Dossier, part: Quote, every: Sequence[Marker], scene: Scene) -> tuple[Reject, ...]:
    """Words of the same part that students take for limits: reporting words, boosters, stated ignorance."""
    words = scene.words
    others = [
        Reject(text=m.quote.text, why=words.say(f"reject.{NOT_ASKED[m.kind]}"))
        for m in every
        if m.kind in NOT_ASKED
    ]
    cues = [
        Reject(text=a.cue.text, why=words.say("reject.cue"))
        for a in dossier.attributions
        if a.cue is not None
        and a.cue.overlaps(part)
        and a.strength in ("neutral", "asserting")
        and not any(a.cue.overlaps(m.quote) for m in every)
    ]
    return tuple({r.text: r for r in (*others, *cues)}.values())
