"""Calibrated summary: a report -> two sentences that are as sure as the report is, no more and no less."""

from collections.abc import Sequence

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.places import voice_of
from generator.exercises.rubric import levels
from generator.model.dossier import Attribution, Dossier, Marker, Quote
from generator.model.item import Evidence, ExtendedText, ExtendedTextAnswer, Item, KeyEntry, Question, Reject
from generator.model.particulars import Summary
from generator.model.variants import turn_of

LEAST = 2
ROOM = 10
"""Words that a brief may be longer than the sample, and the steps in which its room grows."""


class CalibratedSummary(ExerciseType):
    """Support and core sum up one report, another in each variant; extension writes a brief on all of them."""

    name = "calibrated_summary"
    skill = "uncertainty"
    kind = "extended-text"
    rows = (1, 4)
    difficulty = 3

    def units(self, dossier: Dossier) -> Usable:
        units, short = [], []
        for label, note in dossier.summaries.items():
            id_ = f"summary-{label.lower()}"
            kept = [_noted(dossier, label, keep) for keep in note.keep]
            if None in kept:
                short.append(Shortage(id_, "unknown"))
            elif len(set(note.keep)) < LEAST:
                short.append(Shortage(id_, "too-few"))
            elif note.upgraded in (note.sample, note.partial):
                short.append(Shortage(id_, "same"))
            else:
                units.append(Unit(id_, (id_, *dict.fromkeys(note.keep)), (label,)))
        return Usable(tuple(units), tuple(short))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words = scene.words
        labels = [unit.labels[0] for unit in units]
        if scene.lane != "extension":
            labels = [labels[turn_of(scene.variant) % len(labels)]]
        notes = [dossier.summaries[label] for label in labels]
        kept = [(label, note) for label in labels for note in _kept(dossier, dossier.summaries[label])]
        points = scene.points or (4 if len(labels) == 1 else 6)
        told = {"place": _place(scene, labels), "count": str(len(kept)), "most": str(_room(scene, notes))}
        samples = {part: _sample(scene, notes, part) for part in ("sample", "partial", "upgraded")}
        rubric = levels(
            scene,
            {
                "calibrated": points,
                "partly": (2 * points + 1) // 3,
                "vague": points // 3,
                "surer": 0,
            },
            **told,
            **samples,
        )
        brief = ".brief" if scene.lane == "extension" else ""
        frame = ("sure", "unsure", "voice") if scene.lane == "support" else ()
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say(f"prompt{brief}", **told),
                stem=words.say("stem.counted" if scene.lane == "support" else f"stem{brief}", **told),
                points=points,
                hints=scene.where_to_look(dossier, [quote for _, note in kept for quote in _proof(dossier, note)]),
                response=ExtendedText(
                    lines=max(2 * points, 3 * len(labels)), frame=tuple(words.say(f"frame.{n}") for n in frame)
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("brief", kept=_names(scene, [note for _, note in kept])),
                answer=ExtendedTextAnswer(sample=rubric[0].sample),
                evidence=tuple(piece for _, note in kept for piece in _evidence(scene, dossier, note)),
                rationale=words.say("rationale", **told),
                marking=words.say("marking", **told),
                accept=tuple(words.say(f"accept.{n}") for n in ("words", "left-out")),
                reject=tuple(
                    Reject(text=words.say(f"reject.{n}.text"), why=words.say(f"reject.{n}.why"))
                    for n in ("denial", "everything", "verdict")
                ),
                rubric=rubric,
            ),
            asks=frozenset(f"summary:{label}" for label in labels),
            minutes=scene.minutes or (5.0 if len(labels) == 1 else 7.0),
            difficulty=self.difficulty,
        )


def _noted(dossier: Dossier, label: str, id_: str) -> Marker | Attribution | None:
    """The marker or attribution of this report that goes by the id."""
    notes: list[Marker | Attribution] = [*dossier.markers, *dossier.attributions]
    return next((note for note in notes if note.label == label and note.id == id_), None)


def _kept(dossier: Dossier, summary: Summary) -> list[Marker | Attribution]:
    """What the summary must keep, in the order of the text."""
    found = [_noted(dossier, summary.label, id_) for id_ in dict.fromkeys(summary.keep)]
    return sorted((note for note in found if note is not None), key=lambda note: _proof(dossier, note)[0].start)


def _proof(dossier: Dossier, note: Marker | Attribution) -> list[Quote]:
    """The words that hold it: the limiting words, or what is said and who says it."""
    if isinstance(note, Marker):
        return [note.quote]
    return sorted((*note.content, *voice_of(dossier, note)), key=lambda quote: quote.start)


def _names(scene: Scene, notes: Sequence[Marker | Attribution]) -> str:
    """What must be kept, for the overview: limiting words in quotation marks, sources by their names."""

    def name(note: Marker | Attribution) -> str:
        if isinstance(note, Attribution) and note.who:
            return note.who
        quote = note.quote if isinstance(note, Marker) else note.cue or note.content[0]
        return scene.words.say("brief.words", text=quote.text)

    return scene.words.say("list.semicolon").join(dict.fromkeys(map(name, notes)))


def _evidence(scene: Scene, dossier: Dossier, note: Marker | Attribution) -> list[Evidence]:
    """A line of the checklist: the words to keep, with what is lost without them."""
    if isinstance(note, Marker):
        lost = note.effect or scene.words.say(f"lost.{note.kind}")
        return [scene.evidence(note.quote, scene.words.say("keep", lost=lost))]
    key = "lost.source" if note.who else "lost.nobody"
    shows = scene.words.say("keep", lost=scene.words.say(key, source=note.who or "", says=note.says))
    said, *more = [*note.content, *voice_of(dossier, note)]
    return [scene.evidence(said, shows), *(scene.evidence(quote) for quote in more)]


def _place(scene: Scene, labels: Sequence[str]) -> str:
    """The reports in words: 'report A', 'report A and report B'."""
    names = [scene.words.say("place.report", passage=label) for label in labels]
    front = scene.words.say("list.comma").join(names[:-1])
    return scene.words.say("list.and").join([front, names[-1]] if front else names)


def _sample(scene: Scene, notes: Sequence[Summary], part: str) -> str:
    """One of the noted summaries; of several reports one after another, each with its report."""
    if len(notes) == 1:
        return str(getattr(notes[0], part))
    return " ".join(scene.words.say("sample.of", passage=n.label, sample=getattr(n, part)) for n in notes)


def _room(scene: Scene, notes: Sequence[Summary]) -> int:
    """How many words a brief may have: a little more than the sample, in round numbers."""
    return -(-(len(_sample(scene, notes, "sample").split()) + ROOM) // ROOM) * ROOM
