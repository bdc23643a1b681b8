"""Tables of paragraphs: columns of fixed widths, heads that come again on every page, rows that do not break."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.render.word.xml import Element, el, mm, style_id


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its paragraphs; `span` columns wide; `boxed` with lines around it."""

    content: tuple[Element, ...]
    span: int = 1
    boxed: bool = False
    middle: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: `head` rows come again on every page; `height` in mm is the least; others may not break."""

    cells: tuple[Cell, ...]
    head: bool = False
    height: float = 0
    splits: bool = False


def cell(*content: Element, span: int = 1, boxed: bool = False, middle: bool = False) -> Cell:
    """A cell of the paragraphs given."""
    return Cell(content, span, boxed, middle)


def table(
    style: str, widths: Sequence[float], rows: Sequence[Row], *, indent: float = 9, title: str = "", box: str = ""
) -> Element:
    """A table with columns of `widths` in mm. `title` tells those who cannot see it what it holds.

    `box` is the colour of the lines around boxed cells.
    """
    first_row = bool(rows and rows[0].head)
    made = el(
        "tbl",
        el(
            "tblPr",
            el("tblStyle", val=style_id(style)),
            el("tblW", w=mm(sum(widths)), type="dxa"),
            el("tblInd", w=mm(indent), type="dxa"),
            el("tblLayout", type="fixed"),
            el(
                "tblLook",
                val="0020" if first_row else "0000",
                firstRow=int(first_row),
                lastRow=0,
                firstColumn=0,
                lastColumn=0,
                noHBand=1,
                noVBand=1,
            ),
            el("tblCaption", val=title) if title else None,
        ),
        el("tblGrid", *(el("gridCol", w=mm(width)) for width in widths)),
    )
    for row in rows:
        made.append(_row(row, widths, box))
    return made


def _row(row: Row, widths: Sequence[float], box: str) -> Element:
    settings = [
        None if row.splits else el("cantSplit"),
        el("trHeight", val=mm(row.height), hRule="atLeast") if row.height else None,
        el("tblHeader") if row.head else None,
    ]
    made = el("tr", el("trPr", *settings) if any(s is not None for s in settings) else None)
    at = 0
    for c in row.cells:
        width = sum(widths[at : at + c.span])
        at += c.span
        made.append(
            el(
                "tc",
                el(
                    "tcPr",
                    el("tcW", w=mm(width), type="dxa"),
                    el("gridSpan", val=c.span) if c.span > 1 else None,
                    _box(box) if c.boxed else None,
                    el("vAlign", val="center") if c.middle else None,
                ),
                *c.content,
            )
        )
    return made


def _box(colour: str) -> Element:
    return el(
        "tcBorders",
        *(
            el(side, val="single", sz=6, space=0, color=colour.lstrip("#"))
            for side in ("top", "left", "bottom", "right")
        ),
    )
