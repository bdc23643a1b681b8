"""Places to write or to mark words in: blanks, tables of blanks, ruled lines, lines of a passage."""

from collections.abc import Iterator, Sequence

from generator.model.item import (
    ExtendedText,
    ExtendedTextAnswer,
    Question,
    ShortText,
    ShortTextAnswer,
    Table,
    TextSelection,
    TextSelectionAnswer,
)
from generator.render.marks import MarkedLine
from generator.render.view import blank_lines, longest, share_of
from generator.render.word.table import Row, cell, table
from generator.render.word.writer import Writer
from generator.render.word.xml import Element, para, rich, run

_SHORT_LABEL = 40
_SIGNS = {"underline": "Mark underline", "wavy": "Mark wavy", "circle": "Mark circle"}


def how(text: str) -> Element:
    """A line that says how to answer."""
    return para("How to answer", run(text))


def short_text(writer: Writer, q: Question, r: ShortText, answer: ShortTextAnswer | None) -> Iterator[Element]:
    if r.bank:
        words = "\u00a0\u00a0\u00a0 ".join(word.replace(" ", "\u00a0") for word in r.bank)
        yield para("Word bank", run(f"{writer.pages.say('item.bank')}\u00a0\u00a0 ", "Note term"), run(words))
    if r.table:
        yield para("Space")
        yield _cells(writer, r, r.table, answer)
    for blank in r.blanks:
        if r.table and blank.row and blank.column:
            continue
        short = len(blank.label) <= _SHORT_LABEL
        if not short:
            yield para("Question", blank.label)
        model = [run(answer.blanks[blank.id].model, "Answer")] if answer else []
        yield from _ruled(blank_lines(q), rich(f"{blank.label} ") if short else [], model)
        yield para("Space")


def _cells(writer: Writer, r: ShortText, t: Table, answer: ShortTextAnswer | None) -> Element:
    wide = longest(t.rows) > _SHORT_LABEL and len(t.columns) > 2
    first = writer.width * (0.28 if wide else 1 / (len(t.columns) + 1))
    each = (writer.width - first) / len(t.columns)
    head = (para("Table head", t.corner), *(para("Table head", column.text) for column in t.columns))
    rows = [Row(tuple(cell(p) for p in head), head=True)]
    blanks = {(b.row, b.column): b.id for b in r.blanks}
    for row in t.rows:
        cells = [cell(para("Table text", row.text))]
        given = [t.given.get(f"{row.id}:{column.id}") for column in t.columns]
        for column, text in zip(t.columns, given, strict=True):
            blank = blanks.get((row.id, column.id))
            words = [run(text)] if text else []
            if not text and answer and blank:
                words = [run(answer.blanks[blank].model, "Answer")]
            cells.append(cell(para("Table text", words)))
        rows.append(Row(tuple(cells), height=0 if all(given) else 15))
    return table("Answer table", [first, *[each] * len(t.columns)], rows)


def _ruled(count: int, opening: Sequence[Element], answer: Sequence[Element] = ()) -> Iterator[Element]:
    """Lines to write on; in the key as many as the answer takes."""
    if answer:
        yield para("Question", [*opening, *answer])
        return
    yield para("Writing line", list(opening))
    for _ in range(count - 1):
        yield para("Writing line")


def extended_text(writer: Writer, r: ExtendedText, answer: ExtendedTextAnswer | None) -> Iterator[Element]:
    if answer:
        for start in r.frame:
            yield para("Question", run(start))
        sample = run(f"{writer.pages.say('key.sample')}\u00a0 ", "Note term")
        yield para("Sample answer", sample, rich(answer.sample, "Answer"))
        return
    for i, start in enumerate(r.frame):
        yield from _ruled(share_of(r.lines, len(r.frame), i), [run(start)])
        yield para("Space")
    if not r.frame:
        yield from _ruled(r.lines, [])


def text_selection(
    writer: Writer, r: TextSelection, answer: TextSelectionAnswer | None, marked: Sequence[MarkedLine]
) -> Iterator[Element]:
    say = writer.pages.say
    first, last = r.lines
    form = "headline" if last == 0 else "line" if first == last else "lines"
    where = {"label": r.passage, "first": first, "last": last}
    wanted = {"headline": ("label",), "line": ("label", "first"), "lines": ("label", "first", "last")}[form]
    told = say(f"item.mark_in.{form}", **{name: where[name] for name in wanted})
    yield how(f"{told} {say('item.find', n=r.find)}" if r.find else told)
    for mark in r.marks:
        label = [run(mark.label, _SIGNS.get(mark.sign))]
        if mark.sign == "bracket":
            label = [run("[", "Mark bracket"), *label, run("]", "Mark bracket")]
        yield para("Sign to use", label, run(f"\u00a0\u00a0 {say(f'sign.{mark.sign}')}", "Reference"))
    if answer:
        for line in marked:
            yield _marked(line)
        if answer.enough and answer.enough < len(answer.spans):
            yield how(say("key.any", n=answer.enough))


def _marked(line: MarkedLine) -> Element:
    words = [run("\t"), run(str(line.n) if line.printed else "", "Line number"), run("\t")]
    for piece in line.pieces:
        words += [run("[", "Mark bracket") for _ in range(piece.brackets_open)]
        # Word gives words one character style, so that the innermost mark is the one drawn.
        signs = [_SIGNS[sign.name] for sign in piece.signs if sign.name in _SIGNS]
        words.append(run(piece.text, signs[-1] if signs else None))
        words += [run("]", "Mark bracket") for _ in range(piece.brackets_close)]
    return para("Marked line", words)
