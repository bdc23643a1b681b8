"""The font of a form's fields: a simple TrueType font with the characters of Western European languages.

What is typed is set by the reader's own program, which can use only a font that is embedded with an encoding
it knows; the fonts of the pages hold no more than the characters that stand there, under numbers of their own.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any

FIRST, LAST = 32, 255


def embed_font(pdf: Any, file: Path) -> Any:
    """Adds the font to the engine's PDF; its reference."""
    import pydyf

    data, facts = _cut(file)
    stream = pydyf.Stream([data], {"Length1": len(data)}, compress=True)
    pdf.add_object(stream)
    name = f"/FORM00+{facts['name']}"
    descriptor = pydyf.Dictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": name,
            "Flags": 32,
            "FontBBox": pydyf.Array(facts["box"]),
            "ItalicAngle": 0,
            "Ascent": facts["ascent"],
            "Descent": facts["descent"],
            "CapHeight": facts["capitals"],
            "StemV": 80,
            "FontFile2": stream.reference,
        }
    )
    pdf.add_object(descriptor)
    font = pydyf.Dictionary(
        {
            "Type": "/Font",
            "Subtype": "/TrueType",
            "BaseFont": name,
            "Encoding": "/WinAnsiEncoding",
            "FirstChar": FIRST,
            "LastChar": LAST,
            "Widths": pydyf.Array(facts["widths"]),
            "FontDescriptor": descriptor.reference,
        }
    )
    pdf.add_object(font)
    return font.reference


@lru_cache(maxsize=4)
def _cut(file: Path) -> tuple[bytes, dict[str, Any]]:
    """The font with the characters of the encoding only, and its measures in thousandths of an em."""
    from io import BytesIO

    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    codes = {code: bytes([code]).decode("cp1252", "ignore") for code in range(FIRST, LAST + 1)}
    font = TTFont(file, recalcTimestamp=False)
    options = Options()
    options.hinting = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(codes.values()))
    subsetter.subset(font)
    scale = 1000 / font["head"].unitsPerEm
    cmap, metrics = font.getBestCmap(), font["hmtx"].metrics

    def width(char: str) -> int:
        glyph = cmap.get(ord(char), ".notdef") if char else ".notdef"
        return int(metrics[glyph][0] * scale + 0.5)

    head = font["head"]
    facts = {
        "name": file.stem,
        "box": [round(v * scale) for v in (head.xMin, head.yMin, head.xMax, head.yMax)],
        "ascent": round(font["hhea"].ascent * scale),
        "descent": round(font["hhea"].descent * scale),
        "capitals": round(getattr(font["OS/2"], "sCapHeight", 700) * scale),
        "widths": [width(codes[code]) for code in range(FIRST, LAST + 1)],
    }
    out = BytesIO()
    font.save(out)
    return out.getvalue(), facts
