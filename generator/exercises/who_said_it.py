"""Who said it: statements <-> sources, with a channel, a bystander and 'no source is given' left over."""

from collections.abc import Sequence

from generator.exercises import leaks
from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.pairs import opening
from generator.exercises.places import voice_of
from generator.exercises.sources import (
    Mistaken,
    articles_of,
    bystanders,
    channels,
    is_named,
    one_name_each,
    same_name,
    same_source,
)
from generator.exercises.statements import as_sentence, attribution_of, row_text
from generator.model.dossier import Attribution, Dossier
from generator.model.item import Item, KeyEntry, Match, MatchAnswer, Option, Question, Reject

LEAST = 3


class WhoSaidIt(ExerciseType):
    """Sources of one item all differ; the wrong options are people and outlets that readers mistake for them."""

    name = "who_said_it"
    skill = "attribution"
    kind = "match"
    rows = (LEAST, 12)
    difficulty = 1

    def units(self, dossier: Dossier) -> Usable:
        units, short = [], []
        for note in dossier.attributions:
            if note.cue is None:
                short.append(Shortage(note.id, "no-cue"))
            elif _somebody_else_says_it(dossier, note):
                short.append(Shortage(note.id, "said-by-two"))
            else:
                units.append(note)
        if len(_different(dossier, units)) < LEAST:
            return Usable((), (*short, *(Shortage(note.id, "too-few") for note in units)))
        first = _different(dossier, units)
        rest = [note for note in units if note not in first]
        return Usable(
            tuple(Unit(note.id, leaks.notes_of(dossier, note), (note.label,)) for note in (*first, *rest)),
            tuple(short),
        )

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words = scene.words
        notes = _different(dossier, scene.shuffled(attribution_of(dossier, unit) for unit in units))
        notes = notes[: scene.how_many(3, 4, 5)]
        nobody = scene.option(words.say("nobody"))
        rows = {
            n.id: scene.option(row_text(scene, dossier, as_sentence(n.says), n.content[0], *voice_of(dossier, n)))
            for n in notes
        }
        sources = {n.id: scene.option(n.who) if n.who else nobody for n in notes}
        extras = [(scene.option(name), why) for name, why in _left_over(dossier, notes, scene)]
        if nobody not in sources.values():
            extras.append((nobody, words.say("misreading.nobody")))
        points, marking = scene.share(len(notes))
        options = list(dict.fromkeys((*sources.values(), *(option for option, _ in extras))))
        over = len(options) - len(notes)
        stem = words.say("stem.left-over" if over > 1 else "stem.one-left-over" if over else "stem")
        in_order = sorted(notes, key=lambda n: (n.label, n.content[0].start))
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=stem,
                points=points,
                response=Match(
                    rows=tuple(rows[n.id] for n in notes), options=tuple(scene.shuffled(options)), reuse=False
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(sources[n.id].text for n in notes),
                answer=MatchAnswer(pairs={rows[n.id].id: sources[n.id].id for n in notes}),
                evidence=tuple(
                    scene.evidence(quote, _shows(n, scene) if quote == (n.source or n.cue) else None)
                    for n in in_order
                    for quote in n.quotes
                ),
                rationale=words.say("rationale"),
                marking=marking,
                reject=_swaps(dossier, notes, sources, scene),
                misreadings={option.id: why for option, why in extras},
            ),
            asks=leaks.sources(dossier, *notes),
            tells=frozenset[str]().union(*(leaks.statement(dossier, n) for n in notes))
            | leaks.names(dossier, *(option.text for option in options)),
            minutes=scene.minutes or 0.5 * len(notes) + 0.5,
            difficulty=self.difficulty,
        )


def _different(dossier: Dossier, notes: Sequence[Attribution]) -> list[Attribution]:
    """The first notes of which no two may have the same source or make the same row."""
    kept: list[Attribution] = []
    for note in notes:
        if not any(same_source(dossier, note, other) or note.says == other.says for other in kept):
            kept.append(note)
    return kept


def _somebody_else_says_it(dossier: Dossier, note: Attribution) -> bool:
    """Whether the same words of the report are noted under another source too."""
    return any(
        other is not note
        and any(mine.overlaps(theirs) for mine in note.content for theirs in other.content)
        and not same_source(dossier, note, other)
        for other in dossier.attributions
    )


def _left_over(dossier: Dossier, notes: Sequence[Attribution], scene: Scene) -> list[tuple[str, str]]:
    """Up to two names that are nobody's answer, each with the misreading that leads to it.

    Where a report gives no source, its outlet is none of them: the writer's words are the outlet's too.
    """
    words = scene.words
    found = [
        Mistaken(name, words.say("misreading.channel", channel=opening(name)))
        for note in notes
        for name in channels(dossier, note)
    ]
    found += [
        Mistaken(other.quote.text, other.why, other.quote) for note in notes for other in bystanders(dossier, note)
    ]
    silent = {dossier.passages[note.label].outlet for note in notes if note.source is None}
    left = [
        one
        for one in one_name_each(dossier, found, notes)
        if not any(same_name(one.name, outlet, articles_of(dossier)) for outlet in silent)
    ]
    if not left:
        others = [
            Mistaken(a.who, words.say("misreading.speaker", other=opening(a.who)), a.source)
            for a in dossier.attributions
            if a.who and not any(same_source(dossier, a, n) for n in notes)
        ]
        left = one_name_each(dossier, others, notes)
    return [(one.name, one.why) for one in scene.sample(left, 1 if scene.lane == "support" else 2)]


def _shows(note: Attribution, scene: Scene) -> str:
    statement, source = as_sentence(note.says), note.who or scene.words.say("nobody")
    return scene.words.say("brief.row", row=statement.rstrip("."), answer=source)


def _swaps(
    dossier: Dossier, notes: Sequence[Attribution], sources: dict[str, Option], scene: Scene
) -> tuple[Reject, ...]:
    """Sources of other statements that a hasty reader takes, as the notes know them."""
    out = []
    for note in notes:
        for other in bystanders(dossier, note):
            taken = next((n for n in notes if is_named(dossier, n, other.quote.text, other.quote)), None)
            if taken is not None:
                row = as_sentence(note.says).rstrip(".")
                text = scene.words.say("brief.row", row=row, answer=sources[taken.id].text)
                out.append(Reject(text=text, why=other.why))
    return tuple(out)
