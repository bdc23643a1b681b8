"""Source or channel: choose who speaks among speaker, agency and outlet."""

from collections.abc import Sequence

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.model.dossier import Attribution, Dossier
from generator.model.item import Choice, ChoiceAnswer, Item, KeyEntry, Question


class SourceOrChannel(ExerciseType):
    """The classic misreading is to name the agency that carried the words."""

    name = "source_or_channel"
    skill = "attribution"
    kind = "choice"
    difficulty = 1

    def units(self, dossier: Dossier) -> Usable:
        units, shortages = [], []
        for note in dossier.attributions:
            if note.source is None or note.cue is None:
                shortages.append(Shortage(note.id, "no-source"))
            elif not _channels(dossier, note) and not note.not_source:
                shortages.append(Shortage(note.id, "no-distractor"))
            else:
                units.append(Unit(note.id, (note.id,), (note.label,)))
        return Usable(tuple(units), tuple(shortages))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        note = next(a for a in dossier.attributions if a.id == units[0].id and a.label == units[0].labels[0])
        assert note.source is not None
        assert note.cue is not None
        words, source = scene.words, note.who or note.source.text
        right = scene.option(source)
        why: dict[str, str] = {}
        for channel in _channels(dossier, note):
            why[channel] = words.say("misreading.channel", channel=channel)
        for named in note.not_source:
            why.setdefault(named.quote.text, named.why)
        why.pop(source, None)
        wrong = {scene.option(text).id: (scene.option(text), reason) for text, reason in list(why.items())[:3]}
        points, marking = scene.share(1)
        evidence = [q for q in (note.source, note.cue, *note.content) if q is not None]
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem", says=note.says, place=scene.place(note.content[0])),
                points=points,
                hints=scene.where_to_look(dossier, evidence),
                response=Choice(options=tuple(scene.shuffled([right, *(o for o, _ in wrong.values())]))),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=source,
                answer=ChoiceAnswer(option=right.id),
                evidence=tuple(scene.evidence(q) for q in sorted(evidence, key=lambda q: q.start)),
                rationale=words.say("rationale", cue=note.cue.text, source=source),
                marking=marking,
                misreadings={id_: reason for id_, (_, reason) in wrong.items()},
            ),
            asks=frozenset({f"attribution:{note.id}:source"}),
            minutes=scene.minutes or 1.0,
            difficulty=self.difficulty,
        )


def _channels(dossier: Dossier, note: Attribution) -> list[str]:
    """Labels of everybody who passed the words on, the report's own outlet included, nearest the source first."""
    nodes = dossier.origins.nodes
    found = [nodes[id_].label for id_ in note.via if id_ in nodes]
    outlet = dossier.passages[note.label].meta.outlet
    if found and outlet not in found:
        found.append(outlet)
    return found
