"""Style data -> styles.xml: every style under the name that people see in Word."""

from dataclasses import replace

from generator.render.word.style_data import (
    CharacterStyle,
    Page,
    ParagraphStyle,
    StyleData,
    Type,
)
from generator.render.word.table_styles import border, hex_of, normal_table, table_style
from generator.render.word.xml import Element, el, mm, style_id

_SIDES = ("top", "left", "bottom", "right", "between")
# Names that Word has for itself; they must be written as it writes them.
_BUILT_IN = {
    "Normal": "Normal",
    "Title": "Title",
    "Heading 1": "heading 1",
    "Heading 2": "heading 2",
    "Heading 3": "heading 3",
    "Header": "header",
    "Footer": "footer",
    "Strong": "Strong",
}


def fill_styles(styles: Element, data: StyleData, page: Page, language: str) -> None:
    """Puts the styles into an empty w:styles element."""
    ground = data.ground
    styles.append(
        el(
            "docDefaults",
            el("rPrDefault", _run_settings(ParagraphStyle(), data.fonts, language)),
            el("pPrDefault", el("pPr", _spacing(ground))),
        )
    )
    for name, style in data.paragraph.items():
        # What all paragraphs share stands in the style that all others are based on: said as a default of the
        # file, it would in some programs win over the style of words in tables.
        whole = replace(style, font=ground.font, size=ground.size, colour=ground.colour)
        styles.append(_paragraph(name, whole if name == "Normal" else style, data, page))
    styles.append(
        el(
            "style",
            el("name", val="Default Paragraph Font"),
            el("uiPriority", val=1),
            el("semiHidden"),
            type="character",
            default=1,
            styleId="DefaultParagraphFont",
        )
    )
    for name, character in data.character.items():
        styles.append(_character(name, character, data))
    styles.append(normal_table())
    for name, table in data.table.items():
        styles.append(table_style(name, table))


def _paragraph(name: str, style: ParagraphStyle, data: StyleData, page: Page) -> Element:
    # A style that stands on another says only what is its own, else it would undo what it stands on.
    own = {"default": 1} if name == "Normal" else {}
    based = style.based or (None if name == "Normal" else "Normal")
    settings = el(
        "pPr",
        el("keepNext") if style.keep_next else None,
        el("keepLines") if style.keep_lines else None,
        _borders(style),
        _tabs(style, page),
        _spacing(style) if not style.based else None,
        _indent(style),
        el("jc", val=style.align) if style.align else None,
        el("outlineLvl", val=style.level - 1) if style.level else None,
    )
    return el(
        "style",
        el("name", val=_BUILT_IN.get(name, name)),
        el("basedOn", val=style_id(based)) if based else None,
        el("next", val=style_id(style.next)) if style.next else None,
        el("uiPriority", val=9),
        el("qFormat"),
        settings,
        _run_settings(style, data.fonts),
        type="paragraph",
        styleId=style_id(name),
        **own,
        **({} if name in _BUILT_IN else {"customStyle": 1}),
    )


def _character(name: str, style: CharacterStyle, data: StyleData) -> Element:
    return el(
        "style",
        el("name", val=name),
        el("basedOn", val="DefaultParagraphFont"),
        el("uiPriority", val=10),
        el("qFormat"),
        _run_settings(style, data.fonts),
        type="character",
        styleId=style_id(name),
        **({} if name in _BUILT_IN else {"customStyle": 1}),
    )


def _run_settings(style: Type, fonts: dict[str, str], language: str | None = None) -> Element:
    font = fonts[style.font] if style.font else None
    size = round(2 * style.size) if style.size else None
    weight = None if not (style.bold or style.plain) else {} if style.bold else {"val": 0}
    return el(
        "rPr",
        el("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font) if font else None,
        el("b", **weight) if weight is not None else None,
        el("bCs", **weight) if weight is not None else None,
        el("i") if style.italic else None,
        el("iCs") if style.italic else None,
        el("caps") if style.caps else None,
        el("color", val=hex_of(style.colour)) if style.colour else None,
        el("spacing", val=round(20 * style.spacing)) if style.spacing else None,
        el("sz", val=size) if size else None,
        el("szCs", val=size) if size else None,
        el("u", val=style.underline) if style.underline else None,
        border("bdr", *style.box, 0) if style.box else None,
        el("shd", val="clear", color="auto", fill=hex_of(style.shade)) if style.shade else None,
        el("lang", val=language, eastAsia=language, bidi="ar-SA") if language else None,
    )


def _spacing(style: ParagraphStyle) -> Element:
    line: dict[str, object] = {}
    if style.exact or style.line:
        height = style.exact or style.line or 0
        line = {"line": round(20 * height), "lineRule": "exact" if style.exact else "atLeast"}
    return el("spacing", before=round(20 * style.before), after=round(20 * style.after), **line)


def _indent(style: ParagraphStyle) -> Element | None:
    if style.left is None:
        return None
    hanging = {"hanging": mm(style.hanging)} if style.hanging else {"firstLine": 0}
    return el("ind", left=mm(style.left), right=mm(style.right), **hanging)


def _tabs(style: ParagraphStyle, page: Page) -> Element | None:
    if not style.tabs:
        return None
    places = {"edge": page.measure, "middle": page.measure / 2}
    stops = [(kind, places[at] if isinstance(at, str) else at) for kind, at in style.tabs]
    return el("tabs", *(el("tab", val=kind, pos=mm(at)) for kind, at in stops))


def _borders(style: ParagraphStyle) -> Element | None:
    wanted = [(side, getattr(style, f"border_{side}")) for side in _SIDES]
    made = [border(side, *rule) for side, rule in wanted if rule]
    return el("pBdr", *made) if made else None
