"""HTML -> HTML that carries its fonts with it, cut down to the characters it uses."""

import re
from base64 import b64encode
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

_FONT_URL = re.compile(r'url\("fonts/([A-Za-z0-9-]+\.ttf)"\)')
# Most pages need no more than these, so that one subset of a font serves them all.
COMMON = frozenset(chr(c) for c in (*range(0x20, 0x7F), *range(0xA0, 0x100))) | frozenset("–—‘’“”…•→≈≠")


def embed_fonts(html: str, fonts: Path) -> str:
    """The page with every `url("fonts/...")` replaced by a data: URI. `fonts` is the folder of the TTF files.

    Each font keeps the common characters of Western European languages and those of the page. Same page,
    same bytes.
    """
    used = frozenset(c for c in html if c.isprintable()) | COMMON
    return _FONT_URL.sub(lambda match: f'url("{_subset(fonts / match[1], used)}")', html)


@lru_cache(maxsize=64)
def _subset(file: Path, characters: frozenset[str]) -> str:
    """A data: URI of the font with these characters only."""
    from io import BytesIO

    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    font = TTFont(file, recalcTimestamp=False, lazy=True)
    options = Options()
    options.layout_features = ["*"]
    options.hinting = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(characters)))
    subsetter.subset(font)
    font.flavor = "woff2"
    out = BytesIO()
    font.save(out)
    return f"data:font/woff2;base64,{b64encode(out.getvalue()).decode('ascii')}"


def advance(file: Path) -> Callable[[str, float], float]:
    """A function (text, size in pt) -> width in pt, by the advance widths of the font, without kerning."""
    widths, missing = _widths(file)
    return lambda text, size: sum(widths.get(ord(c), missing) for c in text) * size


@lru_cache(maxsize=8)
def _widths(file: Path) -> tuple[dict[int, float], float]:
    from fontTools.ttLib import TTFont

    font = TTFont(file, lazy=True)
    em = font["head"].unitsPerEm
    metrics = font["hmtx"].metrics
    widths = {code: metrics[name][0] / em for code, name in font.getBestCmap().items()}
    return widths, metrics[".notdef"][0] / em
