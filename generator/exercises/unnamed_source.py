"""Unnamed source: who it could be, why there is no name, what to ask, in the student's words."""

from collections.abc import Sequence

from generator.exercises import leaks
from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.pairs import cite
from generator.exercises.places import sentence_around
from generator.exercises.rubric import three_levels
from generator.exercises.sources import same_source
from generator.exercises.statements import attribution_of
from generator.model.dossier import Attribution, Dossier, Quote
from generator.model.item import ExtendedText, ExtendedTextAnswer, Item, KeyEntry, Question, Reject


class UnnamedSource(ExerciseType):
    """An unnamed source is neither worthless nor proof.

    'The report gives no reason' is a right answer, unless the notes quote the words that give one.
    """

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
        calls = _fullest(dossier, note, note.source)
        sentence = sentence_around(dossier.passages[note.label], note.source)
        told = {
            "source": calls.text,
            "says": note.says,
            "role": note.role or "",
            "basis": words.say(f"basis.told.{note.basis}", why=note.basis_why or ""),
            "place": words.say("place.report", passage=note.label),
        }
        why = _reason(dossier, note)
        reason = "given" if why else "silent"
        told["reason"] = cite(scene, why) if why else ""
        told["missing"] = words.say(f"missing.{reason}", **told)
        told["missing_sample"] = words.say(f"missing.{reason}.sample", **told)
        brief = ".brief" if scene.lane == "extension" else ""
        points = scene.points or (4 if brief else 3)
        rubric = three_levels(scene, points, **told)
        frame = ("frame.who", "frame.why", "frame.ask") if scene.lane == "support" else ()
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say(f"stem{brief}", **told),
                points=points,
                hints=scene.where_to_look(dossier, (*note.quotes, *([why] if why else ()))),
                response=ExtendedText(lines=2 * points + 1, frame=tuple(words.say(key, **told) for key in frame)),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("brief.rubric"),
                answer=ExtendedTextAnswer(sample=rubric[0].sample),
                evidence=(
                    scene.evidence(sentence),
                    scene.evidence(calls, words.say("shows")),
                    *(scene.evidence(q) for q in note.content if not q.overlaps(sentence)),
                    *([scene.evidence(why, words.say("shows.reason"))] if why else ()),
                ),
                rationale=words.say("rationale", **told),
                marking=words.say(f"marking.parts{brief}"),
                accept=tuple(words.say(f"accept.{key}", **told) for key in (f"reason.{reason}", "question")),
                reject=tuple(
                    Reject(text=words.say(f"reject.{key}"), why=words.say(f"reject.{key}.why", **told))
                    for key in (
                        "name",
                        *(["no-reason"] if why else []),
                        "made-up",
                        "proof",
                        *(["bare"] if brief else []),
                    )
                ),
                rubric=rubric,
            ),
            asks=frozenset({f"attribution:{note.id}:basis"}),
            tells=leaks.sources(dossier, note) | leaks.statement(dossier, note),
            minutes=scene.minutes or float(points),
            difficulty=self.difficulty,
        )


def _fullest(dossier: Dossier, note: Attribution, source: Quote) -> Quote:
    """What the report calls the source where it says most of it: not the 'she' of a later sentence."""
    again = [
        other.source
        for other in dossier.attributions
        if other.label == note.label and other.source is not None and same_source(dossier, note, other)
    ]
    return max((source, *again), key=lambda quote: len(quote.text))


def _reason(dossier: Dossier, note: Attribution) -> Quote | None:
    """The words in which the report says why this source has no name, noted here or where it speaks again."""
    noted = [
        other
        for other in dossier.attributions
        if other.label == note.label and other.unnamed_why is not None and same_source(dossier, note, other)
    ]
    return note.unnamed_why or next((other.unnamed_why for other in noted), None)


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
