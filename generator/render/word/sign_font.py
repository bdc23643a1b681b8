"""A font of four signs, boxes to tick and circles to fill, so that they print alike in every word processor."""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import Any

BOX, TICKED, CIRCLE, FILLED = "☐", "☑", "○", "◉"
NAME = "Worksheet Signs"
_EM, _LOW, _HIGH, _LEFT, _STROKE = 1000, -90, 710, 80, 62
_CURVE = 0.5523


@cache
def sign_font() -> bytes:
    """The font as TTF. Same bytes in every run."""
    from fontTools.fontBuilder import FontBuilder

    glyphs = {".notdef": _box(), "box": _box(), "ticked": _ticked(), "circle": _circle(), "filled": _filled()}
    builder = FontBuilder(_EM, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(
        {ord(BOX): "box", ord(TICKED): "ticked", ord(CIRCLE): "circle", ord(FILLED): "filled", 0x20: ".notdef"}
    )
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (960, _LEFT)))
    builder.setupHorizontalHeader(ascent=950, descent=-250)
    builder.setupNameTable({"familyName": NAME, "styleName": "Regular", "uniqueFontIdentifier": NAME})
    builder.setupOS2(sTypoAscender=950, sTypoDescender=-250, usWinAscent=950, usWinDescent=250, fsType=0)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    out = BytesIO()
    builder.save(out)
    return out.getvalue()


def _pen() -> Any:
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    return TTGlyphPen(None)


def _rectangle(pen: Any, inset: float, back: bool) -> None:
    size = _HIGH - _LOW
    a, b = _LEFT + inset, _LEFT + size - inset
    c, d = _LOW + inset, _HIGH - inset
    corners = [(a, c), (a, d), (b, d), (b, c)]
    _polygon(pen, corners[::-1] if back else corners)


def _polygon(pen: Any, points: Sequence[tuple[float, float]]) -> None:
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def _ring(pen: Any, inset: float, back: bool) -> None:
    """A circle of eight quadratic arcs."""
    from math import cos, pi, sin, tan

    radius = (_HIGH - _LOW) / 2 - inset
    x, y = _LEFT + (_HIGH - _LOW) / 2, (_HIGH + _LOW) / 2
    turn = (1 if back else -1) * pi / 4
    far = radius / cos(pi / 8) if tan(pi / 8) else radius
    pen.moveTo((round(x + radius), round(y)))
    for i in range(8):
        middle, end = (i + 0.5) * turn, (i + 1) * turn
        pen.qCurveTo(
            (round(x + far * cos(middle)), round(y + far * sin(middle))),
            (round(x + radius * cos(end)), round(y + radius * sin(end))),
        )
    pen.closePath()


def _box() -> Any:
    pen = _pen()
    _rectangle(pen, 0, False)
    _rectangle(pen, _STROKE, True)
    return pen.glyph()


def _ticked() -> Any:
    pen = _pen()
    _rectangle(pen, 0, False)
    _rectangle(pen, _STROKE, True)
    tick = [(215, 330), (300, 400), (425, 225), (690, 625), (780, 570), (445, 60), (405, 60)]
    _polygon(pen, tick)
    return pen.glyph()


def _circle() -> Any:
    pen = _pen()
    _ring(pen, 0, False)
    _ring(pen, _STROKE, True)
    return pen.glyph()


def _filled() -> Any:
    pen = _pen()
    _ring(pen, 0, False)
    _ring(pen, _STROKE, True)
    _ring(pen, 170, False)
    return pen.glyph()
