"""The student's paper in Word. No key comes near it."""

from generator.model.booklet import Worksheet
from generator.render.filters import dashes
from generator.render.look import Look
from generator.render.pages import Pages
from generator.render.word.items import item, numbers, section_head
from generator.render.word.passages import about, passages
from generator.render.word.writer import Writer, joined
from generator.render.word.xml import Element, el, mm, para, run


def worksheet(pages: Pages, look: Look, sheet: Worksheet) -> bytes:
    """The worksheet as a Word file."""
    say = pages.say
    title = say("title.worksheet", title=sheet.title, variant=sheet.variant)
    writer = Writer(pages, look, sheet.language, title, (sheet.form_id, sheet.title), sheet.measure)
    writer.head()
    writer.write(para("Title", run(sheet.title)))
    skills: list[Element] = []
    for skill in sheet.skills:
        skills += [writer.skill_sign(skill, 3.8), run(f" {say(f'skill.{skill}').replace(' ', chr(160))}   ")]
    writer.write(para("Facts", skills))
    facts = [
        say("head.grades", grades=dashes(sheet.grades)),
        pages.count("minutes", sheet.minutes),
        pages.count("marks", sheet.points),
        say("head.form", variant=sheet.variant),
    ]
    writer.write(para("Facts", run(joined(facts))), _name_line(writer, sheet))
    if sheet.intro:
        writer.write(para("Instruction", sheet.intro))
    writer.write(*about(writer, sheet.context_note, sheet.content_note), *passages(writer, sheet))
    questions, number = {q.id: q for q in sheet.items}, numbers(sheet)
    for section in sheet.sections:
        writer.write(*section_head(writer, section))
        for id_ in section.items:
            writer.write(*item(writer, questions[id_], number[id_]))
    writer.write(para("End", run(say("foot.end"))))
    return writer.packed()


def _name_line(writer: Writer, sheet: Worksheet) -> Element:
    """Name, class, date and marks, each before a line to write on."""
    say, width = writer.pages.say, writer.page.measure
    stops = [0.38, 0.4, 0.6, 0.62, 0.78, 0.8, 0.93, 1.0]
    labels = ["head.name", "head.class", "head.date", "head.score"]
    made = para("Name line")
    tabs = [
        el(
            "tab",
            val="right" if stop == 1.0 else "left",
            pos=mm(9 + (width - 9) * stop),
            leader="underscore" if i % 2 == 0 else "none",
        )
        for i, stop in enumerate(stops)
    ]
    made.get_or_add_pPr().append(el("tabs", *tabs))
    for i, label in enumerate(labels):
        last = i == len(labels) - 1
        made.append(run(f"{say(label)} \t{'' if last else chr(9)}"))
    made.append(run(f"\t{say('head.out_of', points=sheet.points)}"))
    return made
