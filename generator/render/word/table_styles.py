"""Table styles as elements of styles.xml, and the borders and colours that other styles share with them."""

from collections.abc import Iterator

from generator.render.word.style_data import TableStyle
from generator.render.word.xml import Element, el, mm, style_id


def normal_table() -> Element:
    """The style that all others are based on."""
    return el(
        "style",
        el("name", val="Normal Table"),
        el("uiPriority", val=99),
        el("semiHidden"),
        el("tblPr", el("tblInd", w=0, type="dxa"), _padding((0, 0))),
        type="table",
        default=1,
        styleId="TableNormal",
    )


def table_style(name: str, style: TableStyle) -> Element:
    """A style for tables as a w:style element."""
    borders = list(_table_borders(style))
    head = None
    if style.head or style.head_rule:
        head = el(
            "tblStylePr",
            el(
                "tcPr",
                el("tcBorders", border("bottom", *style.head_rule, 0)) if style.head_rule else None,
                el("shd", val="clear", color="auto", fill=hex_of(style.head)) if style.head else None,
            ),
            type="firstRow",
        )
    return el(
        "style",
        el("name", val=name),
        el("basedOn", val="TableNormal"),
        el("uiPriority", val=11),
        el("qFormat"),
        el("tblPr", el("tblBorders", *borders) if borders else None, _padding(style.padding)),
        head,
        type="table",
        customStyle=1,
        styleId=style_id(name),
    )


def _table_borders(style: TableStyle) -> Iterator[Element]:
    if style.borders:
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            yield border(side, *style.borders, 0)
    elif style.rules:
        for side in ("bottom", "insideH"):
            yield border(side, *style.rules, 0)
    elif style.column_rule:
        yield border("insideV", *style.column_rule, 0)


def _padding(padding: tuple[float, float]) -> Element:
    above, beside = padding
    sides = (("top", above), ("left", beside), ("bottom", above), ("right", beside))
    return el("tblCellMar", *(el(side, w=mm(width), type="dxa") for side, width in sides))


def border(side: str, width: float, colour: str, distance: float) -> Element:
    """A rule on one side; width and distance in pt."""
    return el(side, val="single", sz=max(2, round(8 * width)), space=round(distance), color=hex_of(colour))


def hex_of(colour: str) -> str:
    """A colour as Word writes it."""
    return colour.lstrip("#")
