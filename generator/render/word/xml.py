"""Small makers of WordprocessingML: elements, paragraphs, runs. They know names of styles, not looks."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Element = Any
_BOLD = re.compile(r"\*\*(?![\s*])(.+?)(?<!\s)\*\*")
# What XML 1.0 has no place for.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
TWIPS_A_MM = 1440 / 25.4


def mm(value: float) -> str:
    """Millimetres in twentieths of a point, as Word counts."""
    return str(round(value * TWIPS_A_MM))


def el(tag: str, *children: Element | None, **values: object) -> Element:
    """An element of the w: namespace with w: attributes, and its children that are not None."""
    made = OxmlElement(f"w:{tag}")
    for name, value in values.items():
        made.set(qn(f"w:{name.rstrip('_')}"), str(value))
    made.extend(child for child in children if child is not None)
    return made


def style_id(name: str) -> str:
    """The name of a style inside the file."""
    return name.replace(" ", "")


def run(text: str, style: str | None = None, language: str | None = None) -> Element:
    """Words in one character style; a tab or line break in them becomes Word's own."""
    made = el("r")
    if style or language:
        made.append(
            el(
                "rPr",
                el("rStyle", val=style_id(style)) if style else None,
                el("lang", val=language) if language else None,
            )
        )
    for part in re.split(r"([\t\n])", _FORBIDDEN.sub("", text)):
        if part == "\t":
            made.append(el("tab"))
        elif part == "\n":
            made.append(el("br"))
        elif part:
            piece = el("t")
            piece.text = part
            if part != part.strip():
                piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            made.append(piece)
    return made


def rich(text: str, style: str | None = None, strong: str = "Strong") -> list[Element]:
    """Words with **bold** ones in the style `strong`."""
    parts = _BOLD.split(text)
    return [run(part, strong if i % 2 else style) for i, part in enumerate(parts) if part]


def tick_box(signs: tuple[str, str], ticked: bool, style: str, font: str, number: int, name: str) -> Element:
    """A box that can be ticked by a click: its `signs` are empty and ticked. `name` tells what it stands for."""
    empty, full = (f"{ord(sign):04X}" for sign in signs)
    box = OxmlElement("w14:checkbox")
    for tag, value, more in (
        ("checked", str(int(ticked)), {}),
        ("checkedState", full, {"font": font}),
        ("uncheckedState", empty, {"font": font}),
    ):
        state = OxmlElement(f"w14:{tag}")
        for key, text in {"val": value, **more}.items():
            state.set(qn(f"w14:{key}"), text)
        box.append(state)
    return el(
        "sdt",
        el("sdtPr", el("alias", val=name[:60]), el("id", val=number), box),
        el("sdtContent", run(signs[ticked], style)),
    )


def field(code: str) -> Element:
    """A field that Word works out: PAGE or NUMPAGES."""
    return el("fldSimple", run("1"), instr=f" {code} ")


def para(style: str, *content: Element | Iterable[Element] | str) -> Element:
    """A paragraph; strings are read as rich text."""
    made = el("p", el("pPr", el("pStyle", val=style_id(style))))
    for part in content:
        if isinstance(part, str):
            made.extend(rich(part))
        elif isinstance(part, list | tuple):
            made.extend(part)
        else:
            made.append(part)
    return made


def keep_together(blocks: Sequence[Element]) -> None:
    """Keeps the blocks on one page, as far as they fit on one: all but the last stay with what follows."""
    if not blocks:
        return
    last = blocks[-1]
    if last.tag == qn("w:tbl"):
        rows = last.findall(qn("w:tr"))
        last = rows[-1] if rows else last
    loose = set(last.iter(qn("w:p")))
    for block in blocks:
        for paragraph in block.iter(qn("w:p")):
            if paragraph not in loose:
                paragraph.get_or_add_pPr().get_or_add_keepNext()
