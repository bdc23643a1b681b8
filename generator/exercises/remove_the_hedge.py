"""Remove the hedge: a sentence and its limiting words -> what becomes stronger without them, in own words."""

from collections.abc import Sequence

from generator.exercises import leaks
from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.places import sentence_around
from generator.exercises.rubric import three_levels
from generator.exercises.statements import LIMITING_KINDS, marker_of
from generator.model.dossier import Dossier
from generator.model.item import ExtendedText, ExtendedTextAnswer, Item, KeyEntry, Question, Reject


class RemoveTheHedge(ExerciseType):
    """Scored on naming what the words do and what the sentence would claim without them."""

    name = "remove_the_hedge"
    skill = "uncertainty"
    kind = "extended-text"
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        units, short = [], []
        for note in dossier.markers:
            sentence = sentence_around(dossier.passages[note.label], note.quote)
            if note.kind not in LIMITING_KINDS or note.kind == "vague-quantity":
                short.append(Shortage(note.id, "kind"))
            elif not note.effect:
                short.append(Shortage(note.id, "no-effect"))
            elif sentence.text.count(note.quote.text) > 1:
                short.append(Shortage(note.id, "twice"))
            else:
                units.append(Unit(note.id, (note.id,), (note.label,)))
        return Usable(tuple(units), tuple(short))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words, note = scene.words, marker_of(dossier, units[0])
        sentence = sentence_around(dossier.passages[note.label], note.quote)
        told = {"marker": note.quote.text, "effect": note.effect or "", "does": words.say(f"does.{note.kind}")}
        points = scene.points or 3
        rubric = three_levels(scene, points, **told)
        frame = ("frame.now", "frame.without") if scene.lane == "support" else ()
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem", **told),
                extracts=(scene.extract(sentence),),
                points=points,
                response=ExtendedText(lines=2 * points + 1, frame=tuple(words.say(key, **told) for key in frame)),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("brief.rubric"),
                answer=ExtendedTextAnswer(sample=rubric[0].sample),
                evidence=(scene.evidence(sentence), scene.evidence(note.quote, words.say("shows", **told))),
                rationale=words.say("rationale", **told),
                marking=words.say("brief.rubric"),
                accept=(words.say("accept"),),
                reject=tuple(
                    Reject(text=words.say(f"reject.{key}", **told), why=words.say(f"reject.{key}.why", **told))
                    for key in ("false", "weak")
                ),
                rubric=rubric,
            ),
            asks=frozenset({f"marker:{note.id}:effect"}),
            tells=leaks.marked_sentence(dossier, sentence, note),
            minutes=scene.minutes or max(2.0, points - 0.5),
            difficulty=self.difficulty,
        )
