"""A .docx file -> the pieces of an article, by the styles of its paragraphs."""

import io
import re
import zipfile
from typing import Any

from generator.draft.article import Unreadable
from generator.draft.intake.decode import clean
from generator.draft.intake.pieces import Page, Piece, Tag
from generator.draft.intake.signs import without_signs

MAX_UNPACKED = 60_000_000
_HINT = "open it in Word, and save it as .docx or as plain text"


def from_word(data: bytes) -> Page:
    """The paragraphs of a Word file. Raises Unreadable where it is damaged or none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = packed.namelist()
            size = sum(info.file_size for info in packed.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Unreadable("this Word file is damaged", _HINT) from None
    if "word/document.xml" not in names:
        raise Unreadable(
            "this is a packed file, not a text", "take the article out of it, as .docx or as plain text"
        )
    if size > MAX_UNPACKED:
        raise Unreadable(
            "this Word file is too large to read", "copy the text of the article into a file of its own"
        )
    from docx import Document

    try:
        document = Document(io.BytesIO(data))
        found = list(_paragraphs(document))
    except Exception:  # a damaged file makes the reader stumble in many ways
        raise Unreadable("this Word file is damaged", _HINT) from None
    page = Page()
    gap = True
    for text, style in found:
        tag = _tag(style)
        for n, part in enumerate(clean(text)[0].split("\n")):
            if not part.strip():
                gap = True
                continue
            piece = Piece(part.strip(), None, gap or n == 0, tag)
            without_signs(piece, markdown=False)
            page.pieces.append(piece)
            gap = False
        gap = gap or True
    if not page.pieces:
        raise Unreadable(
            "this Word file holds no text", "pictures of a text cannot be read: type it, or find it as text"
        )
    return page


def _paragraphs(document: Any) -> list[tuple[str, str]]:
    """Text and style of every paragraph, those in tables with them, in the order of the document."""
    from docx.table import Table

    out: list[tuple[str, str]] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            cells = dict.fromkeys(cell._tc for row in block.rows for cell in row.cells)
            texts = [
                "\n".join("".join(t.text or "" for t in p.iter(_TEXT)) for p in tc.iter(_PARAGRAPH))
                for tc in cells
            ]
            out += [(text, "") for text in texts]
        else:
            out.append((block.text, (block.style.name or "") if block.style is not None else ""))
    return out


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT, _PARAGRAPH = f"{_W}t", f"{_W}p"


def _tag(style: str) -> Tag:
    name = style.lower()
    if name == "title":
        return "title"
    if name == "subtitle":
        return "deck"
    if re.match(r"heading\s?[1-9]", name):
        return "heading"
    if name == "caption":
        return "caption"
    return "list" if name.startswith("list") else ""
