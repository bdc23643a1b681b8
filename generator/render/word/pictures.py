"""Signs and the provenance graph -> PNG pictures, drawn from the same shapes as on the other pages."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from generator.model.theme import Colours
from generator.render.pictures.picture import Picture

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

Point = tuple[float, float]
SIGN_PIXELS, FINE = 144, 4
GRAPH_SCALE = 600 / 72
_STEPS = 14


@lru_cache(maxsize=64)
def sign_png(svg: str, colour: str) -> bytes:
    """A sign of the templates (paths, circles, lines; drawn by strokes) in one colour."""
    from PIL import Image, ImageDraw

    root = ElementTree.fromstring(svg)
    *_, width, _height = (float(part) for part in root.attrib["viewBox"].split())
    scale = SIGN_PIXELS * FINE / width
    image = Image.new("L", (SIGN_PIXELS * FINE, SIGN_PIXELS * FINE), 0)
    canvas = ImageDraw.Draw(image)
    stroke = 1.0
    for shape in root.iter():
        stroke = float(shape.attrib.get("stroke-width", stroke))
        filled = shape.attrib.get("fill", "none") not in ("none", "")
        for line in _lines_of(shape):
            points = [(x * scale, y * scale) for x, y in line]
            if filled and shape.tag.endswith("circle"):
                canvas.polygon(points, fill=255)
            _stroke(canvas, points, stroke * scale, 255)
    ink = Image.new("RGBA", image.size, (*_rgb(colour), 0))
    ink.putalpha(image)
    return _png(ink.resize((SIGN_PIXELS, SIGN_PIXELS), Image.Resampling.LANCZOS), 576)


def graph_png(picture: Picture, fonts: Path, colours: Colours) -> bytes:
    """The provenance graph in greys at 300 dots to the inch. `fonts` is the folder of the TTF files."""
    from PIL import Image, ImageDraw, ImageFont

    size = (round(picture.width * GRAPH_SCALE), round(picture.height * GRAPH_SCALE))
    image = Image.new("L", size, 255)
    canvas = ImageDraw.Draw(image)
    plain = ImageFont.truetype(str(fonts / "AtkinsonHyperlegible-Regular.ttf"), 9 * GRAPH_SCALE)
    bold = ImageFont.truetype(str(fonts / "AtkinsonHyperlegible-Bold.ttf"), 9 * GRAPH_SCALE)

    def at(*values: float) -> list[float]:
        return [value * GRAPH_SCALE for value in values]

    def spot(x: float, y: float) -> Point:
        return x * GRAPH_SCALE, y * GRAPH_SCALE

    def lines(path: str) -> Iterable[list[Point]]:
        for line in _path(path):
            yield [(x * GRAPH_SCALE, y * GRAPH_SCALE) for x, y in line]

    for arrow in picture.arrows:
        width = (1.6 if arrow.basis == "outside" else 1) * GRAPH_SCALE
        dashes = [float(part) * GRAPH_SCALE for part in arrow.dashes.split()]
        for line in lines(arrow.path):
            for piece in _dashed(line, dashes) if dashes else [line]:
                _stroke(canvas, piece, width, colours.ink, bool(dashes))
        for line in lines(arrow.head):
            canvas.polygon(line, fill=colours.ink)
    for arrow in picture.arrows:
        label = arrow.label
        canvas.rectangle(at(label.x, label.y, label.x + label.width, label.y + label.height), fill="#ffffff")
        canvas.text(spot(label.middle, label.baseline), arrow.word, colours.soft, plain, anchor="ms")
    for box in picture.boxes:
        width = (2.4 if box.heavy else 0.9) * GRAPH_SCALE
        dashes = [1.5 * GRAPH_SCALE, 2 * GRAPH_SCALE] if box.kind == "unknown" else []
        for line in lines(box.outline):
            canvas.polygon(line, fill="#ffffff")
        for line in (*lines(box.outline), *lines(box.fold)):
            for piece in _dashed(line, dashes) if dashes else [line]:
                _stroke(canvas, piece, width, colours.ink, bool(dashes))
        for text in box.lines:
            canvas.text(spot(text.x, text.y), text.text, colours.ink, plain, anchor="ms")
        if box.report:
            canvas.rectangle(at(box.frame.x, box.frame.y, box.frame.x + 13, box.frame.y + 13), fill=colours.ink)
            canvas.text(spot(box.frame.x + 6.5, box.frame.y + 10), box.report, "#ffffff", bold, anchor="ms")
    return _png(image.reduce(2), 300)


def _png(image: "object", dots: int) -> bytes:
    from PIL.Image import Image

    assert isinstance(image, Image)
    out = BytesIO()
    image.save(out, "PNG", dpi=(dots, dots), optimize=True)
    return out.getvalue()


def _rgb(colour: str) -> tuple[int, int, int]:
    value = int(colour.lstrip("#"), 16)
    return value >> 16, value >> 8 & 255, value & 255


def _stroke(
    canvas: "ImageDraw", points: Sequence[Point], width: float, colour: object, blunt: bool = False
) -> None:
    """A line with round corners, and round ends unless it is `blunt`."""
    whole = max(1, round(width))
    canvas.line(list(points), fill=colour, width=whole, joint="curve")  # type: ignore[arg-type]
    if blunt:
        return
    radius = whole / 2
    for x, y in (points[0], points[-1]):
        canvas.ellipse([x - radius, y - radius, x + radius, y + radius], fill=colour)  # type: ignore[arg-type]


def _lines_of(shape: ElementTree.Element) -> list[list[Point]]:
    tag = shape.tag.rpartition("}")[2]
    if tag == "path":
        return _path(shape.attrib["d"])
    if tag == "circle":
        x, y, r = (float(shape.attrib[name]) for name in ("cx", "cy", "r"))
        arc = f"M{x - r} {y}A{r} {r} 0 0 1 {x + r} {y}A{r} {r} 0 0 1 {x - r} {y}Z"
        dash = [
            float(part) for part in re.split(r"[ ,]+", shape.attrib.get("stroke-dasharray", "").strip()) if part
        ]
        lines = _path(arc)
        return [piece for line in lines for piece in _dashed(line, dash)] if dash else lines
    return []


def _path(path: str) -> list[list[Point]]:
    """An SVG path as lines of points; curves become short straight steps."""
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.svgLib.path.parser import parse_path

    if not path:
        return []
    pen = RecordingPen()
    parse_path(path, pen)
    lines: list[list[Point]] = []
    for command, points in pen.value:
        if command == "moveTo":
            lines.append([points[0]])
        elif command == "lineTo":
            lines[-1].append(points[0])
        elif command in ("curveTo", "qCurveTo"):
            lines[-1] += _curve((lines[-1][-1], *points))
        elif command == "closePath":
            lines[-1].append(lines[-1][0])
    return lines


def _curve(corners: Sequence[Point]) -> list[Point]:
    """Points on a Bézier curve after its first."""
    out = []
    for step in range(1, _STEPS + 1):
        t, points = step / _STEPS, list(corners)
        while len(points) > 1:
            points = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(points)]
        out.append(points[0])
    return out


def _dashed(line: Sequence[Point], dashes: Sequence[float]) -> list[list[Point]]:
    """The line cut into dashes: on, off, on, off."""
    out: list[list[Point]] = [[line[0]]]
    left, index = dashes[0], 0
    for a, b in pairwise(line):
        length, done = ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5, 0.0
        while length - done > left:
            done += left
            point = (a[0] + (b[0] - a[0]) * done / length, a[1] + (b[1] - a[1]) * done / length)
            if index % 2 == 0:
                out[-1].append(point)
            else:
                out.append([point])
            index += 1
            left = dashes[index % len(dashes)]
        left -= length - done
        if index % 2 == 0:
            out[-1].append(b)
    return [piece for piece in out if len(piece) > 1]
