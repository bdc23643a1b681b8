"""The teacher's notes in Word."""

from collections.abc import Iterable, Iterator

from generator.model.booklet import ComparisonRow, PassageFacts, TeacherNotes
from generator.model.vocabulary import Relation
from generator.render import overview
from generator.render.filters import dashes
from generator.render.look import Look
from generator.render.pages import Pages
from generator.render.word.passages import about
from generator.render.word.pictures import graph_png
from generator.render.word.table import Row, cell, table
from generator.render.word.writer import Writer, joined
from generator.render.word.xml import Element, para, rich, run

_PT_A_MM = 72 / 25.4


def teacher_notes(pages: Pages, look: Look, notes: TeacherNotes) -> bytes:
    """The notes as a Word file."""
    say = pages.say
    writer = Writer(
        pages,
        look,
        notes.language,
        say("title.notes", title=notes.title),
        (notes.form_id, notes.title),
        compact=True,
    )
    writer.head(say("draft.notes") if notes.draft else "")
    writer.write(para("Kicker", run(say("kicker.notes"))), para("Title", run(notes.title)), _facts(writer, notes))
    if notes.summary:
        writer.write(para("Instruction", notes.summary))
    writer.write(*about(writer, notes.context_note, notes.content_note))
    writer.write(*_list(writer, "notes.goals", [rich(goal) for goal in notes.goals]))
    writer.write(*_list(writer, "notes.passages", [_passage(writer, p) for p in notes.passages]))
    if notes.instruction_level is not None:
        level = say("notes.instructions", grade=f"{round(notes.instruction_level)}")
        writer.write(para("Small", run(level)))
    if notes.standards:
        codes = ", ".join(code.replace(" ", "\u00a0") for code in notes.standards)
        writer.write(para("Small", run(f"{say('notes.standards')} {codes}")))
    writer.write(*_steps(writer, notes), *_comparison(writer, notes))
    writer.write(*_expect(writer, notes))
    writer.write(*_list(writer, "notes.discuss", [rich(line) for line in notes.discuss]))
    writer.write(*_list(writer, "notes.check", [rich(line) for line in notes.check_next]))
    if notes.check_next:
        writer.write(para("Small", run(say("notes.check_note"), "Soft")))
    writer.write(*_items(writer, notes), *_graph(writer, notes), para("Space"))
    return writer.packed()


def _facts(writer: Writer, notes: TeacherNotes) -> Element:
    pages, say = writer.pages, writer.pages.say
    minutes = pages.count("minutes", round(notes.reading_minutes))
    parts = [
        say("head.grades", grades=dashes(notes.grades)),
        say("head.ages", ages=dashes(notes.ages)) if notes.ages else "",
        f"{pages.count('minutes', notes.minutes)}, {say('notes.reading', minutes=minutes)}",
        pages.count("marks", notes.points),
        say("notes.form", variant=notes.variant, lane=say(f"lane.{notes.lane}")),
    ]
    return para("Facts", run(joined(parts)))


def _title(writer: Writer, key: str) -> Element:
    return para("Heading 1", run(f"\t{writer.pages.say(key)}"))


def _list(writer: Writer, key: str, lines: Iterable[list[Element]]) -> Iterator[Element]:
    for i, line in enumerate(lines):
        if i == 0:
            yield _title(writer, key)
        yield para("List item", run("–\t"), line)


def _passage(writer: Writer, p: PassageFacts) -> list[Element]:
    pages = writer.pages
    title = f", {pages.quoted(p.title)}" if p.title else ""
    level = f"; {pages.say('notes.level', grade=f'{round(p.level)}')}" if p.level is not None else ""
    size = f"{pages.count('words', p.words)}, {pages.count('lines', p.lines)}"
    return [run(f"{p.label} ", "Strong"), run(f"{p.outlet}{title}: {size}{level}")]


def _head(*names: str) -> Row:
    return Row(tuple(cell(para("Table head", run(name))) for name in names), head=True)


def _small(*words: list[Element] | Element | str) -> Element:
    return para("Table text small", *words)


def _steps(writer: Writer, notes: TeacherNotes) -> Iterator[Element]:
    if not notes.steps:
        return
    yield _title(writer, "notes.steps")
    say = writer.pages.say
    rows = [_head(say("notes.time"), say("word.step"))]
    for step in overview.timed(notes.steps):
        rows.append(Row((cell(_small(run(f"{step.first}–{step.last}", "Strong"))), cell(_small(step.does)))))
    yield table("List table", [20, writer.width - 20], rows, title=say("notes.steps"))


def _comparison(writer: Writer, notes: TeacherNotes) -> Iterator[Element]:
    """The claims side by side, sorted by how the reports stand on them."""
    if not notes.comparison:
        return
    say, labels = writer.pages.say, [p.label for p in notes.passages]
    told = overview.comparison(notes)
    yield _title(writer, "notes.comparison")
    if told.both:
        words = [writer.relation_sign("agree"), run(f" {say('notes.both')} ", "Note term")]
        for row in told.both:
            words += [run(f"{row.number} ", "Strong"), *rich(f"{row.topic}: {row.cells[labels[0]].text}   ")]
        yield para("Small", words)
    if told.groups:
        pairs = len(labels) > 2
        topic = 32 if pairs else 44
        last = [44.0] if pairs else []
        each = (writer.width - 9 - topic - sum(last)) / len(labels)
        heads = ["", say("notes.topic"), *labels, *([say("notes.relation")] if pairs else [])]
        rows = [_head(*heads)]
        for group in told.groups:
            if group.relation:
                rows.append(_relation_row(writer, group.relation, len(heads)))
            rows += [_claim(writer, row, labels, pairs) for row in group.rows]
        widths = [9.0, topic, *[each] * len(labels), *last]
        yield table("List table", widths, rows, title=say("notes.comparison"))
    for alone in told.alone:
        words = [
            writer.relation_sign("only-in-one"),
            run(f" {say('notes.only', label=alone.label)} ", "Note term"),
        ]
        for row in alone.rows:
            words += [run(f"{row.number} ", "Strong"), *rich(f"{row.topic}   ")]
        yield para("Small", words)


def _relation_row(writer: Writer, relation: Relation, columns: int) -> Row:
    words = [writer.relation_sign(relation), run(f" {writer.pages.say(f'relation.{relation}')}", "Note term")]
    made = _small(words)
    made.get_or_add_pPr().get_or_add_keepNext()
    return Row((cell(made, span=columns),))


def _claim(writer: Writer, row: ComparisonRow, labels: list[str], pairs: bool) -> Row:
    pages = writer.pages
    cells = [cell(_small(run(str(row.number), "Strong"))), cell(_small(row.topic))]
    for label in labels:
        said = row.cells.get(label)
        if said is None or said.text is None:
            cells.append(cell(_small(run(pages.say("notes.silent"), "Soft"))))
            continue
        place = f" {pages.ref(label, said.lines)}".replace(" ", "\u00a0") if said.lines else ""
        cells.append(cell(_small([run(said.text), run(place, "Soft")])))
    if pairs:
        lines = [
            _small([writer.relation_sign(stand.relation), run(f" {_pairs(writer, stand)}")])
            for stand in overview.stands(row)
        ]
        cells.append(cell(*(lines or [_small()])))
    return Row(tuple(cells))


def _pairs(writer: Writer, stand: overview.Stand) -> str:
    say = writer.pages.say
    return say("notes.pair", labels=say("list.comma").join(stand.pairs), text=say(f"relation.{stand.relation}"))


def _graph(writer: Writer, notes: TeacherNotes) -> Iterator[Element]:
    if not notes.graph.nodes:
        return
    yield _title(writer, "notes.graph")
    say = writer.pages.say
    picture, words = writer.pages.graph(notes.graph, writer.width * _PT_A_MM)
    data = graph_png(picture, writer.pages.fonts, writer.pages.theme.colours)
    yield para("Picture", writer.picture(data, picture.width / _PT_A_MM, words))
    yield para("Small", run(say("word.graph"), "Soft"))


def _expect(writer: Writer, notes: TeacherNotes) -> Iterator[Element]:
    if not notes.expect:
        return
    yield _title(writer, "notes.expect")
    say = writer.pages.say
    rows = [_head(say("notes.misreading"), say("notes.ask"))]
    rows += [Row((cell(_small(e.misreading)), cell(_small(e.ask)))) for e in notes.expect]
    yield table("List table", [writer.width / 2] * 2, rows, title=say("notes.expect"))


def _items(writer: Writer, notes: TeacherNotes) -> Iterator[Element]:
    yield _title(writer, "notes.items")
    say = writer.pages.say
    rows = [_head(*(say(name) for name in ("key.skill", "notes.type", "notes.time", "key.marks")))]
    for part in overview.by_skill(notes.items):
        words: list[Element] = []
        for one in part.items:
            level = say(f"difficulty.{one.difficulty}")
            words += [run(f"{one.number} ", "Strong"), run(f"{one.title} ({level})   ")]
        skill = [writer.skill_sign(part.skill, 3.6), run(f" {say(f'skill.{part.skill}')}")]
        cells = (_small(skill), _small(words), _small(run(writer.pages.number(part.minutes))))
        rows.append(Row(tuple(cell(p) for p in (*cells, _small(run(str(part.points)))))))
    yield table("List table", [34, writer.width - 34 - 17 - 15, 17, 15], rows, title=say("notes.items"))
