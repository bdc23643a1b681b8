"""Source or channel: choose who speaks among speaker, agency and outlet."""

from collections.abc import Sequence

from generator.exercises import leaks
from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.pairs import opening
from generator.exercises.sources import Mistaken, bystanders, channels, one_name_each, same_source
from generator.exercises.statements import attribution_of
from generator.model.dossier import Attribution, Dossier
from generator.model.item import Choice, ChoiceAnswer, Item, KeyEntry, Option, Question

MOST = 3


class SourceOrChannel(ExerciseType):
    """The classic misreading is to name the agency that carried the words."""

    name = "source_or_channel"
    skill = "attribution"
    kind = "choice"
    difficulty = 1

    def units(self, dossier: Dossier) -> Usable:
        units, shortages = [], []
        for note in dossier.attributions:
            if note.source is None or note.cue is None or not note.who:
                shortages.append(Shortage(note.id, "no-source"))
            elif not channels(dossier, note) and not bystanders(dossier, note):
                shortages.append(Shortage(note.id, "no-distractor"))
            else:
                units.append(Unit(note.id, (note.id,), (note.label,)))
        return Usable(tuple(units), tuple(shortages))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words, note = scene.words, attribution_of(dossier, units[0])
        assert note.who is not None
        assert note.cue is not None
        right = scene.option(note.who)
        wrong = _wrong(dossier, note, scene)
        points, marking = scene.share(1)
        place = words.say("place.report", passage=note.label)
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem", says=note.says, place=place),
                points=points,
                hints=scene.where_to_look(dossier, note.quotes),
                response=Choice(options=tuple(scene.shuffled([right, *(option for option, _ in wrong)]))),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=right.text,
                answer=ChoiceAnswer(option=right.id),
                evidence=tuple(scene.evidence(q) for q in note.quotes),
                rationale=words.say("rationale", cue=note.cue.text, source=right.text),
                marking=marking,
                misreadings={option.id: reason for option, reason in wrong},
            ),
            asks=leaks.sources(dossier, note),
            tells=leaks.statement(dossier, note)
            | leaks.told_sides(dossier, note)
            | leaks.names(dossier, right.text, *(o.text for o, _ in wrong)),
            minutes=scene.minutes or 1.0,
            difficulty=self.difficulty,
        )


def _wrong(dossier: Dossier, note: Attribution, scene: Scene) -> list[tuple[Option, str]]:
    """Up to three wrong options with their misreadings: channels and bystanders first, then other speakers."""
    words = scene.words
    found = [
        Mistaken(name, words.say("misreading.channel", channel=opening(name))) for name in channels(dossier, note)
    ]
    found += [Mistaken(other.quote.text, other.why, other.quote) for other in bystanders(dossier, note)]
    near = one_name_each(dossier, found, [note])[:MOST]
    if len(near) < MOST - 1:
        near += one_name_each(dossier, _other_speakers(dossier, note, scene), [note], near)[: MOST - 1 - len(near)]
    if len(near) < MOST - 1:
        near.append(Mistaken(words.say("none_named"), words.say("misreading.none_named", source=note.who or "")))
    return [(scene.option(one.name), one.why) for one in near]


def _other_speakers(dossier: Dossier, note: Attribution, scene: Scene) -> list[Mistaken]:
    """Sources of other statements of the report, those of the same kind first."""
    found: dict[str, Mistaken] = {}
    for other in dossier.attributions:
        name = other.who
        if other.label != note.label or name is None or same_source(dossier, note, other):
            continue
        why = scene.words.say("misreading.speaker", other=opening(name))
        found.setdefault(name, Mistaken(name, why, other.source))
    alike = {o.who for o in dossier.attributions if o.source_kind == note.source_kind}
    return sorted(scene.shuffled(found.values()), key=lambda one: one.name not in alike)
