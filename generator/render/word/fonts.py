"""Fonts inside a Word file, so that lines break nowhere else on a machine that does not have them."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from generator.render.word.sign_font import sign_font
from generator.render.word.style_data import StyleData

_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FILES = {
    "sans": {"embedRegular": "AtkinsonHyperlegible-Regular", "embedBold": "AtkinsonHyperlegible-Bold"},
    "serif": {
        "embedRegular": "PassageSerif-Regular",
        "embedBold": "PassageSerif-Bold",
        "embedItalic": "PassageSerif-Italic",
    },
    "signs": {"embedRegular": ""},
}
_FAMILY = {"sans": "swiss", "serif": "roman", "signs": "auto"}


@dataclass(frozen=True, slots=True)
class _Hidden:
    """A font as Word wants it: its first 32 bytes mixed with a key that is named beside it."""

    key: str
    data: bytes


def embed_fonts(part: Any, data: StyleData, folder: Path) -> None:
    """Fills the part of the font table: the fonts of `folder` and the one of the signs."""
    lines = []
    for name, files in _FILES.items():
        faces = []
        for tag, file in files.items():
            font = _hidden(folder / f"{file}.ttf") if file else _mixed(sign_font())
            uri = PackURI(f"/word/fonts/{file or 'signs'}.odttf")
            id_ = part.relate_to(Part(uri, _TYPE, font.data, part.package), RELATIONSHIP_TYPE.FONT)
            faces.append(f'<w:{tag} r:id="{id_}" w:fontKey="{font.key}"/>')
        lines.append(
            f'<w:font w:name="{data.fonts[name]}"><w:altName w:val="{data.instead[name]}"/>'
            f'<w:charset w:val="00"/><w:family w:val="{_FAMILY[name]}"/><w:pitch w:val="variable"/>'
            f"{''.join(faces)}</w:font>"
        )
    part._blob = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="{_W}" xmlns:r="{_R}">'
        f"{''.join(lines)}</w:fonts>"
    ).encode()


@cache
def _hidden(file: Path) -> _Hidden:
    return _mixed(file.read_bytes())


def _mixed(font: bytes) -> _Hidden:
    digits = sha256(font).hexdigest()[:32].upper()
    key = f"{{{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}}}"
    mask = bytes.fromhex(digits)[::-1] * 2
    return _Hidden(key, bytes(a ^ b for a, b in zip(font[:32], mask, strict=True)) + font[32:])
