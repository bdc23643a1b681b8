"""Exact or vague: numbers and times of a report -> whether each could be checked as it stands."""

from collections.abc import Sequence

from generator.exercises import leaks
from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.evenly import evenly, most_rows
from generator.exercises.places import find_words, quote_between
from generator.exercises.statements import EXACTNESS_KINDS, in_turn
from generator.model.dossier import Dossier, Marker, Quote
from generator.model.item import Grid, GridAnswer, Item, KeyEntry, Question
from generator.model.particulars import Figure
from generator.model.vocabulary import Exactness

ANSWERS: tuple[Exactness, ...] = ("exact", "vague")
LEAST = 4


class ExactOrVague(ExerciseType):
    """But for support, rows leave out words such as “about”, so that the answer stands in the report alone."""

    name = "exact_or_vague"
    skill = "uncertainty"
    kind = "grid"
    rows = (LEAST, 12)
    difficulty = 1

    def units(self, dossier: Dossier) -> Usable:
        units: list[Unit] = []
        short: list[Shortage] = []
        for label in dossier.labels:
            usable: list[Figure] = []
            for note in (figure for figure in dossier.figures if figure.label == label):
                reason = _trouble(dossier, note, usable)
                if reason:
                    short.append(Shortage(note.id, reason))
                else:
                    usable.append(note)
            groups = _by_answer(usable)
            if most_rows(groups) < LEAST:
                short.extend(Shortage(note.id, "too-few") for note in usable)
            else:
                units.extend(_unit(dossier, note) for note in in_turn(groups.values()))
        return Usable(tuple(units), tuple(short))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words, label = scene.words, units[0].labels[0]
        groups = _chosen(dossier, units)
        if most_rows(groups) < LEAST:
            groups = _chosen(dossier, [unit for unit in self.units(dossier).units if unit.group == label])
        figures = scene.shuffled(evenly(scene, groups, max(LEAST, scene.how_many(4, 6, 8))))
        columns = {answer: scene.option(words.say(f"column.{answer}")) for answer in ANSWERS}
        told = {_row(scene, dossier, note): note for note in figures}
        rows = [(scene.option(text), note) for text, note in told.items()]
        figures = list(told.values())
        bare = any(_hidden(scene, dossier, note) for note in figures)
        points, marking = scene.share(len(rows))
        place = words.say("place.report", passage=label)
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt", place=place),
                stem=words.say("stem.bare" if bare else "stem"),
                points=points,
                hints=(words.say("hint.support"),) if scene.lane == "support" else (),
                response=Grid(
                    corner=words.say("corner"), rows=tuple(row for row, _ in rows), columns=tuple(columns.values())
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(words.say(f"brief.{note.exactness}") for note in figures),
                answer=GridAnswer(cells={row.id: columns[note.exactness].id for row, note in rows}),
                evidence=tuple(
                    scene.evidence(note.quote, words.say(f"shows.{note.exactness}", why=note.why))
                    for note in figures
                ),
                rationale=words.say("rationale"),
                marking=marking,
                misreadings={columns[answer].id: words.say(f"misreading.{answer}") for answer in ANSWERS},
            ),
            asks=frozenset(f"figure:{note.id}" for note in figures),
            tells=frozenset[str]().union(*(_told(scene, dossier, note) for note in figures)),
            minutes=scene.minutes or round(0.4 * len(rows) + 0.6, 1),
            difficulty=self.difficulty,
        )


def _trouble(dossier: Dossier, note: Figure, before: Sequence[Figure]) -> str | None:
    """Why a figure has no one answer, or none of its own (a key of `shortages`)."""
    if dossier.passages[note.label].paragraph_of(note.quote.start).kind not in ("headline", "body"):
        return "not-body"
    if note.exactness == "exact" and _limits(dossier, note):
        return "marker-beside"
    return "overlap" if any(note.quote.overlaps(other.quote) for other in before) else None


def _limits(dossier: Dossier, note: Figure) -> list[Marker]:
    """The words noted in or beside a figure that make it less exact."""
    return [
        marker
        for marker in dossier.markers
        if marker.kind in EXACTNESS_KINDS
        and (marker.quote.leads(note.quote) or (marker.scope is not None and marker.scope.overlaps(note.quote)))
    ]


def _by_answer(figures: Sequence[Figure]) -> dict[str, list[Figure]]:
    return {answer: [note for note in figures if note.exactness == answer] for answer in ANSWERS}


def _unit(dossier: Dossier, note: Figure) -> Unit:
    notes = (note.id, *leaks.notes_at(dossier, note.quote))
    return Unit(note.id, tuple(dict.fromkeys(notes)), (note.label,), group=note.label)


def _chosen(dossier: Dossier, units: Sequence[Unit]) -> dict[str, list[Figure]]:
    wanted = {(unit.id, unit.group) for unit in units}
    return _by_answer([note for note in dossier.figures if (note.id, note.label) in wanted])


def _shown(scene: Scene, dossier: Dossier, note: Figure) -> Quote:
    """The figure as its row shows it: for support with “about” and the like, else without them at its ends."""
    start, end = note.quote.start, note.quote.end
    for marker in _limits(dossier, note):
        limit = marker.quote
        if scene.lane == "support":
            start = min(start, limit.start) if limit.leads(note.quote) else start
        elif marker.kind == "approximator" and limit.start <= start < limit.end < end:
            start = limit.end
        elif marker.kind == "approximator" and start < limit.start < end <= limit.end:
            end = limit.start
    passage = dossier.passages[note.label]
    text = passage.text[start:end]
    start += len(text) - len(text.lstrip(" ,"))
    return quote_between(passage, start, start + len(text.strip(" ,")))


def _hidden(scene: Scene, dossier: Dossier, note: Figure) -> bool:
    """Whether the row leaves out words that make the figure vague."""
    text = _shown(scene, dossier, note).text
    return any(not find_words(text, marker.quote.text) for marker in _limits(dossier, note))


def _row(scene: Scene, dossier: Dossier, note: Figure) -> str:
    """The figure with its place; extension gets none where the words stand in the report only once."""
    shown = _shown(scene, dossier, note)
    if scene.lane == "extension" and len(find_words(dossier.passages[note.label].text, shown.text)) == 1:
        return scene.words.say("row.alone", text=shown.text)
    return scene.words.say("cite", text=shown.text, place=scene.place(shown))


def _told(scene: Scene, dossier: Dossier, note: Figure) -> frozenset[str]:
    """What a row gives away: values of claims, that the report makes them, and words that limit the figure."""
    text = _shown(scene, dossier, note).text
    limits = {
        f"marker:{marker.id}:text" for marker in _limits(dossier, note) if find_words(text, marker.quote.text)
    }
    told = leaks.told_values(dossier, text, [note.quote])
    return told | leaks.presence(leaks.touched(dossier, note.quote)) | limits
