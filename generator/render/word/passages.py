"""Passages -> paragraphs whose lines stay lines: each numbered line is a paragraph that no edit renumbers."""

from collections.abc import Iterator
from math import ceil

from generator.model.booklet import SheetExtra, SheetPassage, Worksheet
from generator.render.filters import licence_name
from generator.render.view import Piece, ViewLine, passage_view
from generator.render.word.table import Row, cell, table
from generator.render.word.writer import INDENT, MM_A_PT, Writer, joined
from generator.render.word.xml import Element, el, keep_together, para, rich, run

SLACK = 1.1
"""A column this much wider than the longest line may be: a program that takes another font breaks none."""
_LEAST_NOTES = 24.0
_PARAGRAPH_GAP = 9
_MOST_LINES = 6
"""A longer paragraph may go on over the page, but a few lines at a time."""


def passages(writer: Writer, sheet: Worksheet) -> Iterator[Element]:
    """All passages, and the words to know."""
    for passage in sheet.passages:
        yield from _passage(writer, passage, sheet)
    if sheet.glossary:
        yield para("Heading 1", run(f"\t{writer.pages.say('glossary.title')}"))
        words = [para("Word to know", run(w, "Strong"), run(f" {m}")) for w, m in sheet.glossary.items()]
        keep_together(words)
        yield from words


def _passage(writer: Writer, p: SheetPassage, sheet: Worksheet) -> Iterator[Element]:
    say = writer.pages.say
    language = writer.tag(p.language) if p.language != sheet.language else None
    headline = (
        run(p.title, "Passage headline", language)
        if p.title
        else run(say("passage.no_headline"), "Passage headline missing")
    )
    yield para("Heading 1", run(f"\u00a0{p.label}\u00a0", "Passage label"), run("\t"), headline)
    yield para("Source line", list(_source(writer, p)))
    yield _lines(writer, p, sheet, language)
    yield para(
        "Credit",
        run(
            joined(
                [
                    p.credit or "",
                    say("passage.licence", text=licence_name(p.licence))
                    if p.licence
                    else say("passage.licence_missing"),
                ]
            )
        ),
    )


def _source(writer: Writer, p: SheetPassage) -> Iterator[Element]:
    say = writer.pages.say
    yield run(p.outlet, "Note term")
    facts = joined(
        [
            p.place or "",
            writer.pages.long_date(p.published) if p.published else say("passage.date_missing"),
            say("passage.byline", name=p.byline) if p.byline else "",
        ]
    )
    yield run(f"{f', {p.outlet_note}' if p.outlet_note else ''} · {facts} · ")
    yield run(f" {say(f'kind.{p.kind}')} ".replace(" ", "\u00a0"), "Kind of text")


def _lines(writer: Writer, p: SheetPassage, sheet: Worksheet, language: str | None) -> Element:
    """The numbered lines beside a column for notes; a head that names the passage comes again on every page."""
    label = writer.pages.say("word.passage", label=p.label)
    whole = writer.page.measure
    column = min(whole, INDENT + sheet.measure * SLACK * writer.passage_size * MM_A_PT)
    noted = whole - column >= _LEAST_NOTES
    widths = [column, whole - column] if noted else [whole]
    heads = [cell(para("Passage head", run(label)))]
    if noted:
        heads.append(cell(_aside(para("Passage head", run(writer.pages.say("passage.notes"))))))
    rows = [Row(tuple(heads), head=True)]
    pieces = passage_view(p).pieces
    for i, piece in enumerate(pieces):
        tight = i + 1 < len(pieces) and not pieces[i + 1].lines
        for content in _rows(writer, piece, language, tight):
            cells = [cell(*content)]
            if noted:
                cells.append(cell(_aside(para("Passage head"))))
            rows.append(Row(tuple(cells)))
    return table("Passage table", widths, rows, indent=0, title=label)


def _rows(writer: Writer, piece: Piece, language: str | None, tight: bool) -> Iterator[list[Element]]:
    """A paragraph as the rows of a table. A row stays on one page, so that no line of it stands there alone;
    `tight` leaves little space below, for a caption.
    """
    if piece.extra is not None:
        yield [_extra(writer, piece.extra, tight)]
        return
    count = ceil(len(piece.lines) / _MOST_LINES)
    size, more = divmod(len(piece.lines), count)
    at = 0
    for i in range(count):
        upto = at + size + (i < more)
        made = [_line(line, language) for line in piece.lines[at:upto]]
        at = upto
        if i == count - 1:
            made[-1].get_or_add_pPr().append(el("spacing", after=20 * (3 if tight else _PARAGRAPH_GAP)))
        yield made


def _line(line: ViewLine, language: str | None) -> Element:
    if not line.printed:
        return para("Passage line", run(line.text, None, language))
    return para(
        "Passage line numbered",
        run("\t"),
        run(str(line.n), "Line number"),
        run("\t"),
        run(line.text, None, language),
    )


def _extra(writer: Writer, extra: SheetExtra, tight: bool) -> Element:
    if extra.kind == "subheading":
        return para("Passage subheading", run(extra.text))
    made = para(
        "Caption or link", run(f"{writer.pages.say(f'extra.{extra.kind}')}: ", "Note term"), run(extra.text)
    )
    made.get_or_add_pPr().append(el("spacing", after=20 * (1 if tight else _PARAGRAPH_GAP)))
    return made


def _aside(paragraph: Element) -> Element:
    """The paragraph set off from the rule of the column of notes."""
    paragraph.get_or_add_pPr().append(el("ind", left=140))
    return paragraph


def about(writer: Writer, context: str | None, content: str | None) -> Iterator[Element]:
    """What readers should know of the texts."""
    for key, text in (("head.context", context), ("head.content", content)):
        if text:
            yield para("About", run(f"{writer.pages.say(key)}: ", "Note term"), rich(text))
