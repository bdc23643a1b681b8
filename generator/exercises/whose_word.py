"""Whose word: striking words -> the writer's, a speaker's, or no telling."""

from collections.abc import Sequence

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.pairs import cite, evidence, lines_to_read, varied
from generator.model.dossier import Attribution, Dossier, Quote, Wording
from generator.model.item import Grid, GridAnswer, Item, KeyEntry, Question

COLUMNS = ("writer", "quoted", "unclear")
_PAIRS, _PLAIN = ("“”", "«»"), '"'


class WhoseWord(ExerciseType):
    """A loaded word in a quotation is not the report's own."""

    name = "whose_word"
    skill = "differences"
    kind = "grid"
    rows = (2, 10)
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        units, shortages = [], []
        for note in dossier.wording:
            reason = _trouble(dossier, note)
            if reason:
                shortages.append(Shortage(note.id, reason))
            else:
                units.append(Unit(note.id, (note.id,), (note.label,)))
        return Usable(tuple(units), tuple(shortages))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words = scene.words
        wanted = {(unit.id, unit.labels[0]) for unit in units}
        noted = [note for note in dossier.wording if (note.id, note.label) in wanted]
        notes = varied(scene, noted, lambda n: n.voice, scene.how_many(3, 4, 5))
        columns = {voice: scene.option(words.say(f"column.{voice}")) for voice in COLUMNS}
        rows = {(note.label, note.id): scene.option(cite(scene, note.quote)) for note in notes}
        cells = {rows[n.label, n.id].id: columns[n.voice].id for n in notes}
        in_order = sorted(notes, key=lambda n: (n.label, n.quote.start))
        points, marking = scene.share(len(notes))
        quotes = [(n.quote, rows[n.label, n.id].text) for n in in_order]
        quotes += [(q, words.say("shows.speaker")) for n in in_order for q in _reporting(dossier, n)]
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem"),
                points=points,
                hints=lines_to_read(scene, dossier, (quote for quote, _ in quotes)),
                response=Grid(
                    corner=words.say("corner"), rows=tuple(rows.values()), columns=tuple(columns.values())
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(
                    words.say("brief.row", row=rows[n.label, n.id].text, answer=columns[n.voice].text)
                    for n in notes
                ),
                answer=GridAnswer(cells=cells),
                evidence=evidence(scene, quotes),
                rationale=" ".join(_because(scene, dossier, note) for note in in_order),
                marking=marking,
                misreadings={
                    column.id: words.say(f"misreading.{voice}")
                    for voice, column in columns.items()
                    if set(cells.values()) != {column.id}
                },
            ),
            asks=frozenset(f"wording:{note.id}:voice" for note in notes),
            minutes=scene.minutes or round(0.5 * len(notes) + 0.5, 1),
            difficulty=self.difficulty,
        )


def _trouble(dossier: Dossier, note: Wording) -> str | None:
    if note.arguable:
        return "arguable"
    quoted, inside = _in_marks(dossier, note), _speaker(dossier, note) is not None
    if note.voice == "writer" and (inside or quoted):
        return "inside-speech"
    if note.voice == "quoted" and not quoted:
        return "retold" if inside else "no-speaker"
    return None


def _speaker(dossier: Dossier, note: Wording) -> Attribution | None:
    """The attribution whose content holds the words."""
    return next(
        (a for a in dossier.attributions if any(content.overlaps(note.quote) for content in a.content)), None
    )


def _in_marks(dossier: Dossier, note: Wording) -> bool:
    """Whether the words stand between quotation marks of their paragraph."""
    block = dossier.passages[note.label].paragraph_of(note.quote.start)
    before = block.text[: note.quote.start - block.start]
    return any(before.count(pair[0]) > before.count(pair[1]) for pair in _PAIRS) or before.count(_PLAIN) % 2 == 1


def _reporting(dossier: Dossier, note: Wording) -> list[Quote]:
    speaker = _speaker(dossier, note)
    return [q for q in (speaker.source, speaker.cue) if q is not None] if speaker else []


def _because(scene: Scene, dossier: Dossier, note: Wording) -> str:
    speaker, words = _speaker(dossier, note), scene.words
    said = cite(scene, note.quote)
    if note.voice == "quoted" and speaker is not None and speaker.who:
        return words.say("because.speaker", quote=said, who=speaker.who)
    return words.say(f"because.{note.voice}", quote=said)
