"""Boxes of the graph -> arrows between them, each with a word that has room of its own. All sizes in pt."""

from collections.abc import Mapping
from itertools import pairwise

from generator.model.booklet import Graph
from generator.model.vocabulary import EdgeBasis, How
from generator.render.pictures.layers import Rows
from generator.render.pictures.picture import Arrow, Box, Frame, Measure, Point

LABEL_HEIGHT, HEAD = 11.0, 5.5
DASHES: dict[EdgeBasis, str] = {"stated": "", "inferred": "5 3", "outside": "1.6 3"}


def edge_lines(
    rows: Rows,
    boxes: Mapping[str, Box],
    across: Mapping[str, Frame],
    tops: list[tuple[float, float]],
) -> dict[int, tuple[Point, ...]]:
    """Corner points of each edge from top to bottom, by its index; edges of one box leave it side by side."""
    row_of = {slot: r for r, row in enumerate(rows.rows) for slot in row}
    leaving: dict[str, list[tuple[float, int]]] = {}
    arriving: dict[str, list[tuple[float, int]]] = {}
    for way in rows.ways:
        leaving.setdefault(way.slots[0], []).append((across[way.slots[1]].middle, way.edge))
        arriving.setdefault(way.slots[-1], []).append((across[way.slots[-2]].middle, way.edge))
    out = {}
    for way in rows.ways:
        first, last = boxes[way.slots[0]].frame, boxes[way.slots[-1]].frame
        points = [(_port(first, leaving[way.slots[0]], way.edge), first.y + first.height)]
        for slot in way.slots[1:-1]:
            top, bottom = tops[row_of[slot]]
            points += [(across[slot].middle, top), (across[slot].middle, bottom)]
        points.append((_port(last, arriving[way.slots[-1]], way.edge), last.y))
        out[way.edge] = tuple((round(x, 2), round(y, 2)) for x, y in points)
    return out


def _port(frame: Frame, edges: list[tuple[float, int]], edge: int) -> float:
    """Where on the side of a box an edge stands, in the order of where the edges come from or go to."""
    order = [e for _, e in sorted(edges)]
    step = min(24.0, (frame.width - 16) / max(1, len(order)))
    return frame.middle + (order.index(edge) - (len(order) - 1) / 2) * step


def label_arrows(
    graph: Graph,
    rows: Rows,
    lines: Mapping[int, tuple[Point, ...]],
    boxes: Mapping[str, Box],
    words: Mapping[How, str],
    measure: Measure,
    width: float,
) -> tuple[list[Arrow], int | None]:
    """The arrows with their words, and the gap (by its row) that is too small for them, if one is."""
    row_of = {slot: r for r, row in enumerate(rows.rows) for slot in row}
    taken = [box.frame for box in boxes.values()]
    arrows = []
    crowded = None
    for way in rows.ways:
        edge, points = graph.edges[way.edge], lines[way.edge]
        word = words[edge.how]
        others = [line for e, line in lines.items() if e != way.edge]
        label = _find_room(points, measure(word) + 5, taken, others, width)
        if label is None:
            label = _at(points[0], points[1], 0.5, measure(word) + 5, width)
            crowded = row_of[way.slots[0]] if crowded is None else crowded
        taken.append(label)
        path = "M" + "L".join(f"{x:g} {y:g}" for x, y in points)
        head = _head(points[1], points[0]) if way.upward else _head(points[-2], points[-1])
        arrows.append(Arrow(edge.basis, DASHES[edge.basis], path, head, points, word, label))
    return arrows, crowded


def _find_room(
    points: tuple[Point, ...], width: float, taken: list[Frame], others: list[tuple[Point, ...]], most: float
) -> Frame | None:
    """A frame on the line that meets nothing; of several the one that hides the fewest other lines."""
    best, least = None, 10**6
    for start, end in pairwise(points):
        for t in (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78):
            frame = _at(start, end, t, width, most)
            if any(frame.meets(other, 1.0) for other in taken):
                continue
            hidden = sum(_crosses(a, b, frame) for line in others for a, b in pairwise(line))
            if hidden < least:
                best, least = frame, hidden
    return best


def _at(start: Point, end: Point, t: float, width: float, most: float) -> Frame:
    x = start[0] + (end[0] - start[0]) * t - width / 2
    y = start[1] + (end[1] - start[1]) * t - LABEL_HEIGHT / 2
    return Frame(round(min(max(x, 0.0), most - width), 2), round(y, 2), round(width, 2), LABEL_HEIGHT)


def _crosses(a: Point, b: Point, frame: Frame) -> bool:
    """Whether the line from a to b runs through the frame; looked at in small steps."""
    return any(
        frame.x < a[0] + (b[0] - a[0]) * i / 20 < frame.x + frame.width
        and frame.y < a[1] + (b[1] - a[1]) * i / 20 < frame.y + frame.height
        for i in range(21)
    )


def _head(start: Point, tip: Point) -> str:
    """SVG path of an arrow head at `tip`."""
    dx, dy = tip[0] - start[0], tip[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    ux, uy = dx / length * HEAD, dy / length * HEAD
    left = (tip[0] - ux - uy * 0.5, tip[1] - uy + ux * 0.5)
    right = (tip[0] - ux + uy * 0.5, tip[1] - uy - ux * 0.5)
    return f"M{tip[0]:g} {tip[1]:g}L{left[0]:.2f} {left[1]:.2f}L{right[0]:.2f} {right[1]:.2f}Z"
