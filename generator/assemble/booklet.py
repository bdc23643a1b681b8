"""Composition -> booklet: the chosen items of one variant in one lane, and whether they fit the lesson."""

from dataclasses import dataclass

from generator.assemble.key_places import KeyPlaces
from generator.assemble.parallel import chosen_sheet
from generator.assemble.public_ids import PublicIds
from generator.compose import Path, Trouble, note_ids
from generator.exercises.stock import Stock
from generator.load.prompts import Prompts
from generator.model.booklet import Booklet, BookletSection
from generator.model.dossier import Dossier, Lesson
from generator.model.item import Item
from generator.model.variants import VariantName
from generator.model.vocabulary import Lane

WORDS_A_MINUTE = 150
"""Reading pace for passages that are worked with, not skimmed; a lesson may set `reading_minutes`."""


@dataclass(frozen=True)
class Assembly:
    """A booklet, or None with the troubles that stand in its way; the booklet's form id is set by papers."""

    booklet: Booklet | None
    troubles: tuple[Trouble, ...]
    placed: tuple[tuple[Path, Item], ...] = ()
    """The items in the order of the sheet, each with the path of its place in the lesson file."""


def reading_minutes(lesson: Lesson, dossier: Dossier) -> float:
    """Minutes to read the passages: what the lesson says, else from their words, in halves of a minute."""
    if lesson.file.reading_minutes is not None:
        return lesson.file.reading_minutes
    words = sum(p.words for p in dossier.passages.values())
    return round(2 * words / WORDS_A_MINUTE + 0.49) / 2


def assemble(lesson: Lesson, stock: Stock, prompts: Prompts, lane: Lane, variant: VariantName) -> Assembly:
    """Chooses the items and adds up their minutes."""
    reading = reading_minutes(lesson, stock.dossier)
    room = lesson.file.minutes - reading
    composition, chosen = chosen_sheet(lesson, stock, prompts, lane, variant, room)
    slots = [slot for _, its in composition.sections for slot in its]
    troubles = [*composition.troubles, *chosen.troubles]
    places = KeyPlaces(lesson.name, variant)
    own = {str(getattr(spec, "id", None)) for section in lesson.file.sections for spec in section.items}
    ids = PublicIds(note_ids(stock.dossier), own)
    by_slot = {
        id(slot): [ids.renamed(places.placed(item)) for item in items]
        for slot, items in zip(slots, chosen.items, strict=True)
    }
    words = prompts.of("own")
    sections = tuple(
        BookletSection(
            skill=section.skill,
            intro=section.intro or words.say(f"section.intro.{section.skill}"),
            items=tuple(item for slot in its for item in by_slot[id(slot)]),
        )
        for section, its in composition.sections
    )
    booklet = Booklet(
        lesson=lesson.name,
        title=lesson.file.title,
        lane=lane,
        variant=variant,
        form_id="",
        sections=tuple(s for s in sections if s.items),
        dossier=stock.dossier,
    )
    needed = sum(item.minutes for item in booklet.items) + reading
    if needed > lesson.file.minutes:
        troubles.append(
            Trouble(
                "SS560",
                ("minutes",),
                f"the sheet ({lane}, variant {variant}) needs {needed:g} minutes with "
                f"{reading:g} for reading, but the lesson has {lesson.file.minutes}",
                "Take items out, ask for fewer rows, or give the lesson more minutes.",
            )
        )
    repeated = {
        i.question.id for i in booklet.items if [j.question.id for j in booklet.items].count(i.question.id) > 1
    }
    for name in sorted(repeated):
        troubles.append(Trouble("SS561", ("sections",), f"two items of the sheet are called '{name}'"))
    fatal = bool(troubles) or not booklet.items
    placed = tuple((slot.path, item) for slot in slots for item in by_slot[id(slot)])
    return Assembly(None if fatal else booklet, tuple(troubles), placed)
