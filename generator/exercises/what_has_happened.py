"""What has happened: clauses of the reports -> the furthest step they support: planned, promised, agreed, done."""

from collections.abc import Mapping, Sequence

from generator.exercises import leaks
from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.evenly import evenly, most_rows
from generator.exercises.pairs import cite
from generator.exercises.places import find_words, lines_of_paragraph, lines_of_sentence
from generator.exercises.statements import SURENESS_KINDS, in_turn, markers_in
from generator.model.dossier import Dossier
from generator.model.item import Grid, GridAnswer, Item, KeyEntry, Question
from generator.model.particulars import Progress
from generator.model.vocabulary import StepReached

STEPS: tuple[StepReached, ...] = ("planned", "promised", "agreed", "done")
LEAST = 3


class WhatHasHappened(ExerciseType):
    """A row asks about its own lines only, for the same thing may get further elsewhere in the report."""

    name = "what_has_happened"
    skill = "uncertainty"
    kind = "grid"
    rows = (LEAST, 12)
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        short: list[Shortage] = []
        usable: list[Progress] = []
        for note in dossier.steps:
            reason = _trouble(dossier, note)
            if reason:
                short.append(Shortage(note.id, reason))
            else:
                usable.append(note)
        groups = _by_step(usable)
        if most_rows(groups) < LEAST:
            return Usable((), (*short, *(Shortage(note.id, "too-few") for note in usable)))
        return Usable(tuple(_unit(dossier, note) for note in in_turn(groups.values())), tuple(short))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words = scene.words
        groups = _chosen(dossier, units)
        if most_rows(groups) < LEAST:
            groups = _chosen(dossier, self.units(dossier).units)
        wanted = max(LEAST, scene.how_many(4, 5, 7))
        found = scene.shuffled(evenly(scene, _telling(scene, _distinct(scene, groups), wanted), wanted))
        columns = {step: scene.option(words.say(f"column.{step}")) for step in STEPS}
        told = {_row(scene, dossier, note): note for note in found}
        rows = [(scene.option(text), note) for text, note in told.items()]
        points, marking = scene.share(len(rows))
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem"),
                points=points,
                hints=(words.say("hint.support"),) if scene.lane == "support" else (),
                response=Grid(
                    corner=words.say("corner"), rows=tuple(row for row, _ in rows), columns=tuple(columns.values())
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(words.say(f"brief.{note.step}") for _, note in rows),
                answer=GridAnswer(cells={row.id: columns[note.step].id for row, note in rows}),
                evidence=tuple(
                    scene.evidence(
                        note.quote,
                        words.say("shows", what=note.what, step=words.say(f"brief.{note.step}"), why=note.why),
                    )
                    for _, note in rows
                ),
                rationale=words.say("rationale"),
                marking=marking,
                misreadings={columns[step].id: words.say(f"misreading.{step}") for step in STEPS},
            ),
            asks=frozenset(f"step:{note.id}" for _, note in rows),
            tells=frozenset[str]().union(*(_told(scene, dossier, note) for _, note in rows)),
            minutes=scene.minutes or round(0.5 * len(rows) + 0.5, 1),
            difficulty=self.difficulty,
        )


def _trouble(dossier: Dossier, note: Progress) -> str | None:
    """Why a clause does not show its step beyond dispute (a key of `shortages`)."""
    if dossier.passages[note.label].paragraph_of(note.quote.start).kind not in ("headline", "body"):
        return "not-body"
    kinds = {marker.kind for marker in markers_in(dossier, note.quote)}
    if note.step == "done" and kinds & (SURENESS_KINDS | {"speech-act"}):
        return "not-yet"
    return None


def _by_step(notes: Sequence[Progress]) -> dict[str, list[Progress]]:
    return {step: [note for note in notes if note.step == step] for step in STEPS}


def _unit(dossier: Dossier, note: Progress) -> Unit:
    notes = (note.id, *leaks.notes_at(dossier, note.quote))
    return Unit(note.id, tuple(dict.fromkeys(notes)), (note.label,))


def _chosen(dossier: Dossier, units: Sequence[Unit]) -> dict[str, list[Progress]]:
    wanted = {(unit.id, unit.labels[0]) for unit in units}
    return _by_step([note for note in dossier.steps if (note.id, note.label) in wanted])


def _distinct(scene: Scene, groups: Mapping[str, list[Progress]]) -> Mapping[str, list[Progress]]:
    """No thing twice at one step, as where two reports tell the same, if enough rows are left."""
    kept = {
        step: list({note.what.casefold(): note for note in scene.shuffled(notes)}.values())
        for step, notes in groups.items()
    }
    return kept if most_rows(kept) > LEAST else groups


def _telling(scene: Scene, groups: Mapping[str, list[Progress]], wanted: int) -> Mapping[str, list[Progress]]:
    """Without clauses that hold the very word for their step ("promised"), where enough others are left."""
    kept = {}
    for step, notes in groups.items():
        heads = [word.strip() for word in scene.words.say(f"heads.{step}").split(",")]
        plain = [note for note in notes if not any(find_words(note.quote.text, head) for head in heads)]
        kept[step] = plain or notes
    return kept if most_rows(kept) >= min(wanted, most_rows(groups)) else groups


def _shows_clause(scene: Scene, dossier: Dossier, note: Progress) -> bool:
    """Support sees the words; so do all where the same thing stands on the same lines at another step."""
    if scene.lane == "support":
        return True
    first, last = lines_of_sentence(dossier.passages[note.label], note.quote)
    for other in dossier.steps:
        if other is not note and other.label == note.label and other.what.casefold() == note.what.casefold():
            start, end = lines_of_sentence(dossier.passages[other.label], other.quote)
            if start <= last and first <= end:
                return True
    return False


def _row(scene: Scene, dossier: Dossier, note: Progress) -> str:
    """What it is about, with the words or their place: the sentence, or a paragraph that has no other step."""
    if _shows_clause(scene, dossier, note):
        return scene.words.say("row.clause", what=note.what, clause=cite(scene, note.quote))
    passage = dossier.passages[note.label]
    first, last = lines_of_paragraph(passage, note.quote)
    alone = not any(
        other is not note and other.label == note.label and first <= other.quote.last and other.quote.first <= last
        for other in dossier.steps
    )
    if scene.lane != "extension" or not alone:
        first, last = lines_of_sentence(passage, note.quote)
    place = scene.place(note.quote.model_copy(update={"first": first, "last": last}))
    return scene.words.say("row", what=note.what, place=place)


def _told(scene: Scene, dossier: Dossier, note: Progress) -> frozenset[str]:
    """What a row gives away: that the report speaks of this, and what the clause tells where it is shown."""
    present = leaks.presence(leaks.touched(dossier, note.quote))
    if not _shows_clause(scene, dossier, note):
        return present | leaks.told_values(dossier, note.what, [note.quote])
    return present | leaks.extract(dossier, note.quote) | leaks.told_bodies(dossier, note.quote)
