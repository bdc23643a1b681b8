"""The teacher's key in Word: an overview, then the sheet's questions with their answers and notes."""

from collections.abc import Iterable, Iterator

from generator.model.booklet import AnswerKey, Worksheet
from generator.model.item import ExtendedTextAnswer, KeyEntry, Question, TextSelection, TextSelectionAnswer
from generator.render.answers import ProofGroup, accepted_of, evidence_of, misreadings_of
from generator.render.look import Look
from generator.render.marks import MarkedLine, marked_extract
from generator.render.pages import Pages
from generator.render.word.items import item, numbers, section_head
from generator.render.word.table import Row, cell, table
from generator.render.word.writer import Writer, joined
from generator.render.word.xml import Element, keep_together, para, rich, run


def answer_key(pages: Pages, look: Look, sheet: Worksheet, key: AnswerKey) -> bytes:
    """The key as a Word file."""
    say = pages.say
    title = say("title.key", title=key.title, variant=key.variant)
    writer = Writer(pages, look, key.language, title, (key.form_id, key.title))
    warning = say("draft.key") if key.draft else ""
    writer.head(warning)
    facts = [
        say("notes.form", variant=key.variant, lane=say(f"lane.{key.lane}")),
        pages.count("marks", key.points),
        key.form_id,
    ]
    writer.write(
        para("Kicker", run(say("kicker.key"))), para("Title", run(key.title)), para("Facts", run(joined(facts)))
    )
    if warning:
        writer.write(para("Warning", run(warning)))
    questions, entries, number = (
        {q.id: q for q in sheet.items},
        {entry.id: entry for entry in key.items},
        numbers(sheet),
    )
    writer.write(para("Heading 1", run(f"\t{say('key.overview')}")), _overview(writer, sheet, entries, number))
    for i, section in enumerate(sheet.sections):
        head = list(section_head(writer, section))
        if i == 0:
            head[0].get_or_add_pPr().get_or_add_pageBreakBefore()
        writer.write(*head)
        for id_ in section.items:
            q, entry = questions[id_], entries[id_]
            blocks, notes = (
                item(writer, q, number[id_], entry, _marked(sheet, q, entry)),
                list(note(writer, q, entry)),
            )
            # The note begins where its item ends.
            keep_together([blocks[-1], *notes[:2]])
            writer.write(*blocks, *notes)
    return writer.packed()


def _overview(writer: Writer, sheet: Worksheet, entries: dict[str, KeyEntry], number: dict[str, int]) -> Element:
    say = writer.pages.say
    names = ("key.item", "key.skill", "key.marks", "key.answer")
    rows = [Row(tuple(cell(para("Table head", run(say(name)))) for name in names), head=True)]
    for q in sheet.items:
        rows.append(
            Row(
                (
                    cell(para("Table text", run(str(number[q.id])))),
                    cell(
                        para(
                            "Table text",
                            writer.skill_sign(q.skill, 3.8),
                            run(f" {say(f'skill.{q.skill}')}"),
                        )
                    ),
                    cell(para("Table text", run(str(q.points)))),
                    cell(para("Table text", entries[q.id].brief)),
                )
            )
        )
    total = ("", say("key.total"), str(sum(q.points for q in sheet.items)), "")
    rows.append(Row(tuple(cell(para("Table text", run(text, "Strong"))) for text in total)))
    widths = [12, 40, 16, writer.width - 68]
    return table("List table", widths, rows, title=say("key.overview"))


def _marked(sheet: Worksheet, q: Question, entry: KeyEntry) -> tuple[MarkedLine, ...]:
    if not isinstance(q.response, TextSelection) or not isinstance(entry.answer, TextSelectionAnswer):
        return ()
    passage = next(p for p in sheet.passages if p.label == q.response.passage)
    return marked_extract(passage, q.response, entry.answer)


def note(writer: Writer, q: Question, entry: KeyEntry) -> Iterator[Element]:
    """What the teacher needs below an item: evidence, reasons, what to accept and what not."""
    say = writer.pages.say
    yield para("Space")
    yield from _term(say("key.evidence"), (list(_evidence(writer, group)) for group in evidence_of(entry)))
    yield from _term(say("key.why"), (rich(text) for text in entry.rationale.split("\n") if text))
    yield from _term(say("key.marking"), ([rich(entry.marking)] if entry.marking else []))
    accepted = accepted_of(q, entry)
    yield from _term(
        say("key.accept"), (rich(f"{line.label}: {line.text}" if line.label else line.text) for line in accepted)
    )
    yield from _term(
        say("key.reject"), ([*rich(r.text, "Strong"), run(" – "), *rich(r.why)] for r in entry.reject)
    )
    yield from _term(
        say("key.misreading"),
        (
            [*([*rich(line.label, "Strong"), run(" – ")] if line.label else []), *rich(line.text)]
            for line in misreadings_of(q, entry)
        ),
    )
    if entry.rubric:
        yield para("Space")
        yield _rubric(writer, entry)
    yield para("Space")


def _term(term: str, lines: Iterable[list[Element]]) -> Iterator[Element]:
    """Paragraphs of the note, the first with its term before it."""
    for i, words in enumerate(lines):
        opening = [run(term, "Note term")] if i == 0 else []
        made = para("Evidence note", opening, run("\t"), words)
        if i == 0:
            made.get_or_add_pPr().get_or_add_keepLines()
        yield made


def _evidence(writer: Writer, group: ProofGroup) -> Iterator[Element]:
    pages = writer.pages
    for proof in group.quotes:
        if proof.lines:
            yield run(f"{pages.ref(proof.passage, proof.lines)} ".replace(" ", "\u00a0", 1), "Strong")
        yield run(f"{pages.quoted(proof.quote)} ", "Quotation")
    if group.shows:
        yield run("– ", "Soft")
        yield from rich(group.shows, "Soft")


def _rubric(writer: Writer, entry: KeyEntry) -> Element:
    say = writer.pages.say
    names = ("key.level", "key.names", "key.sample")
    rows = [Row(tuple(cell(para("Table head", run(say(name)))) for name in names), head=True)]
    for i, level in enumerate(entry.rubric):
        above = isinstance(entry.answer, ExtendedTextAnswer) and level.sample == entry.answer.sample
        sample = [run(say("key.as_above"))] if i == 0 and above else rich(level.sample, "Answer small")
        marks = f"{level.level}, {writer.pages.count('marks', level.points)}"
        rows.append(
            Row(
                (
                    cell(para("Table text small", run(marks, "Strong"))),
                    cell(para("Table text small", level.names)),
                    cell(para("Table text small", sample)),
                )
            )
        )
    rest = writer.width - 30
    return table("Answer table", [26, rest / 2, rest / 2], rows, indent=13, title=say("key.level"))
