"""Questions -> paragraphs and tables; with an answer they become the key's, laid out alike."""

from collections.abc import Iterator, Sequence

from generator.model.booklet import SheetSection, Worksheet
from generator.model.item import (
    Answer,
    KeyEntry,
    Question,
)
from generator.render.marks import MarkedLine
from generator.render.view import is_long
from generator.render.word.places import place
from generator.render.word.writer import Writer
from generator.render.word.xml import Element, keep_together, para, rich, run


def section_head(writer: Writer, section: SheetSection) -> Iterator[Element]:
    """The skill with its sign, the marks for it and what it is about."""
    name = writer.pages.say(f"skill.{section.skill}")
    yield para(
        "Heading 1",
        writer.skill_sign(section.skill, 6.2),
        run("\t"),
        run(name, f"Skill {section.skill}"),
        run(f"\t{writer.pages.count('marks', section.points)}", "Marks"),
    )
    if section.intro:
        made = para("Instruction", section.intro)
        made.get_or_add_pPr().get_or_add_keepNext()
        yield made


def item(
    writer: Writer,
    q: Question,
    number: int,
    entry: KeyEntry | None = None,
    marked: Sequence[MarkedLine] = (),
) -> list[Element]:
    """A question and the place to answer it; with a key entry the answer stands in that place."""
    answer: Answer | None = entry.answer if entry else None
    blocks = [*_asked(writer, q, number), *place(writer, q, answer, marked)]
    # Blocks on either side of a table need a paragraph between them; so does the end of a file.
    keep_together(blocks[:4] if is_long(q) else blocks)
    return blocks


def _asked(writer: Writer, q: Question, number: int) -> Iterator[Element]:
    pages = writer.pages
    yield para(
        "Heading 2",
        run(f"{number}\t"),
        rich(q.prompt, None, "Stressed"),
        run(f"\t{pages.count('item.points', q.points)}", "Marks"),
    )
    if q.stem:
        yield para("Question", q.stem)
    for extract in q.extracts:
        yield para(
            "Extract",
            run(f"{pages.ref(extract.passage, extract.lines)} ", "Reference"),
            run(pages.quoted(extract.text)),
        )
    for i, hint in enumerate(q.hints):
        opening = [run(f"{pages.say('item.help')} ", "Note term")] if i == 0 else []
        yield para("Hint", opening, rich(hint))


def numbers(sheet: Worksheet) -> dict[str, int]:
    """Item id -> its number on the sheet."""
    order = [id_ for section in sheet.sections for id_ in section.items]
    return {id_: number for number, id_ in enumerate(order, 1)}
