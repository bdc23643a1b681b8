"""Unnamed source: who it could be, why there is no name, what to ask, in the student's words."""

from collections.abc import Sequence

from generator.exercises import leaks
from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.places import sentence_around
from generator.exercises.rubric import three_levels
from generator.exercises.sources import same_source
from generator.exercises.statements import attribution_of
from generator.model.dossier import Attribution, Dossier
from generator.model.item import ExtendedText, ExtendedTextAnswer, Item, KeyEntry, Question, Reject


class UnnamedSource(ExerciseType):
    """An unnamed source is neither worthless nor proof; 'the report gives no reason' is a right answer."""

    name = "unnamed_source"
    skill = "uncertainty"
    kind = "extended-text"
    difficulty = 3

    def units(self, dossier: Dossier) -> Usable:
        units, short = [], []
        for note in dossier.attributions:
            if note.source_kind != "unnamed":
                continue
            if note.source is None:
                short.append(Shortage(note.id, "no-source"))
            elif not note.role:
                short.append(Shortage(note.id, "no-role"))
            elif _named_elsewhere(dossier, note):
                short.append(Shortage(note.id, "named-elsewhere"))
            else:
                units.append(Unit(note.id, (note.id,), (note.label,)))
        return Usable(tuple(units), tuple(short))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words, note = scene.words, attribution_of(dossier, units[0])
        assert note.source is not None
        sentence = sentence_around(dossier.passages[note.label], note.source)
        told = {
            "source": note.source.text,
            "says": note.says,
            "role": note.role or "",
            "basis": words.say(f"basis.told.{note.basis}", why=note.basis_why or ""),
            "place": words.say("place.report", passage=note.label),
        }
        points = scene.points or 3
        rubric = three_levels(scene, points, **told)
        frame = ("frame.who", "frame.why", "frame.ask") if scene.lane == "support" else ()
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem", **told),
                points=points,
                hints=scene.where_to_look(dossier, note.quotes),
                response=ExtendedText(lines=2 * points + 1, frame=tuple(words.say(key, **told) for key in frame)),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("brief.rubric"),
                answer=ExtendedTextAnswer(sample=rubric[0].sample),
                evidence=(
                    scene.evidence(sentence),
                    scene.evidence(note.source, words.say("shows")),
                    *(scene.evidence(q) for q in note.content if not q.overlaps(sentence)),
                ),
                rationale=words.say("rationale", **told),
                marking=words.say("marking.parts"),
                accept=tuple(words.say(f"accept.{key}") for key in ("reason", "question")),
                reject=tuple(
                    Reject(text=words.say(f"reject.{key}"), why=words.say(f"reject.{key}.why"))
                    for key in ("name", "made-up", "proof")
                ),
                rubric=rubric,
            ),
            asks=frozenset({f"attribution:{note.id}:basis"}),
            tells=leaks.sources(dossier, note) | leaks.statement(dossier, note),
            minutes=scene.minutes or float(points),
            difficulty=self.difficulty,
        )


def _named_elsewhere(dossier: Dossier, note: Attribution) -> bool:
    """Whether the reports name the same person in another place, so that the source is not unnamed after all."""
    assert note.source is not None
    known = note.source.text.split()
    return any(
        other.source_kind == "person" and same_source(dossier, note, other) for other in dossier.attributions
    ) or any(
        any(word[:1].isupper() and word not in known for word in entity.name.split())
        for entity in dossier.entities
        if any(quote.overlaps(note.source) for quote in entity.labels.get(note.label, ()))
    )
