"""A sheet and its key -> questions for Moodle's question bank, in GIFT.

GIFT has no marks, no note for whoever marks and no gaps in a text: the marks stand in the question, rubric and
samples in the feedback, and what needs several gaps is marked by hand.
"""

from collections.abc import Iterator, Sequence

from generator.export import gift_text as gift
from generator.export.carrier import Carrier, Feature, Say
from generator.export.exported import Export
from generator.export.gift_items import question
from generator.export.passage_html import passage_html
from generator.export.texts import escaped, paragraph, plain, rich
from generator.export.wording import about, html
from generator.model.booklet import AnswerKey, SheetSection, Worksheet

IN_FEEDBACK: Sequence[Feature] = ("rubric", "sample")
"""What GIFT has a place for only where students see it after answering."""


def make(sheet: Worksheet, key: AnswerKey, say: Say) -> Export:
    """The file and what it cannot carry."""
    carrier = Carrier(sheet, key)
    text = "\n\n".join(_blocks(carrier, say)) + "\n"
    return Export.of("gift", carrier, text.encode())


def _blocks(carrier: Carrier, say: Say) -> Iterator[str]:
    sheet = carrier.sheet
    title = carrier.take("", "title")
    form = say("notes.form", variant=sheet.variant, lane=say(f"lane.{sheet.lane}"))
    if carrier.key.draft:
        carrier.take("", "draft", changed="remark")
        yield f"// {say('draft.key')}"
    yield gift.category((plain(title), form))
    opening = f"<h3>{rich(title)}</h3>" + html(about(carrier, sheet, say))
    opening += paragraph(escaped(carrier.take("", "form")))
    texts = [(say("lms.start"), "start", opening)]
    for passage in sheet.passages:
        name = say("lms.passage", label=passage.label)
        texts.append((name, f"passage-{passage.label}", passage_html(carrier, passage, say)))
    at = 0
    for name, part, body in texts:
        at += 1
        yield _text(sheet, at, name, part, body)
    for section in sheet.sections:
        at += 1
        yield _section(carrier, at, section, say)
        for id_ in section.items:
            at += 1
            for feature in IN_FEEDBACK:
                carrier.take_all(id_, feature, changed="feedback")
            name, body, answers, feedback = question(carrier, id_, say)
            item = carrier.questions[id_]
            note = gift.note(f"{sheet.lesson}:{id_}", (item.skill, item.type, sheet.lane, sheet.lesson))
            yield gift.question(f"{at:02d} {plain(name)}", body, answers, feedback, note)


def _text(sheet: Worksheet, at: int, name: str, part: str, body: str) -> str:
    """A text without a question."""
    note = gift.note(f"{sheet.lesson}:{part}", (sheet.lane, sheet.lesson))
    return gift.question(f"{at:02d} {plain(name)}", body, None, "", note)


def _section(carrier: Carrier, at: int, section: SheetSection, say: Say) -> str:
    name = say(f"skill.{section.skill}")
    body = f"<h3>{escaped(name)}</h3>" + paragraph(rich(carrier.take("", "section", section.skill)))
    return _text(carrier.sheet, at, name, f"section-{section.skill}", body)
