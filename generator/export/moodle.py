"""A sheet and its key -> questions for Moodle's question bank, as Moodle XML.

A category a form; in it the opening, the passages and the sections as texts without a question, and the items.
"""

from collections.abc import Iterable, Iterator

from generator.export import moodle_xml as xml
from generator.export.carrier import Carrier, Say
from generator.export.exported import Export
from generator.export.identifiers import form_of
from generator.export.moodle_items import Named, question
from generator.export.passage_html import passage_html
from generator.export.texts import escaped, paragraph, plain, rich
from generator.export.wording import about, html
from generator.model.booklet import AnswerKey, SheetSection, Worksheet


def make(sheet: Worksheet, key: AnswerKey, say: Say) -> Export:
    """The file and what it cannot carry."""
    carrier = Carrier(sheet, key)
    data = xml.document(_numbered(_questions(carrier, say)))
    return Export.of("moodle", carrier, data)


def _numbered(questions: Iterable[str | Named]) -> Iterator[str]:
    """Names begin with a number, so that a question bank sorted by name has the order of the sheet."""
    at = 0
    for made in questions:
        if isinstance(made, str):
            yield made
        else:
            at += 1
            yield xml.question(name=f"{at:02d} {plain(made[0])}", **made[1])  # type: ignore[arg-type]


def _questions(carrier: Carrier, say: Say) -> Iterator[str | Named]:
    sheet = carrier.sheet
    title = carrier.take("", "title")
    form = say("notes.form", variant=sheet.variant, lane=say(f"lane.{sheet.lane}"))
    carrier.take("", "draft")
    info = paragraph(escaped(say("draft.key"))) if carrier.key.draft else ""
    info += paragraph(escaped(carrier.take("", "form")))
    yield xml.category((plain(title), form), info, form_of(sheet))
    opening = f"<h3>{rich(title)}</h3>" + html(about(carrier, sheet, say))
    yield _text(sheet, say("lms.start"), "start", opening)
    for passage in sheet.passages:
        name = say("lms.passage", label=passage.label)
        yield _text(sheet, name, f"passage-{passage.label}", passage_html(carrier, passage, say))
    for section in sheet.sections:
        yield _section(carrier, section, say)
        for id_ in section.items:
            yield question(carrier, id_, say)


def _text(sheet: Worksheet, name: str, part: str, body: str) -> Named:
    """A text without a question."""
    fields = {"kind": "description", "body": body, "feedback": "", "points": "0"}
    return name, {**fields, "id_": f"{sheet.lesson}:{part}", "tags": (sheet.lesson, sheet.lane)}


def _section(carrier: Carrier, section: SheetSection, say: Say) -> Named:
    name = say(f"skill.{section.skill}")
    body = f"<h3>{escaped(name)}</h3>" + paragraph(rich(carrier.take("", "section", section.skill)))
    return _text(carrier.sheet, name, f"section-{section.skill}", body)
