"""Provenance graph -> picture: boxes, arrows and words with their places, none upon another. All sizes in pt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.model.booklet import Graph, GraphNode
from generator.model.vocabulary import EdgeBasis, How, NodeKind
from generator.render.layers import Rows, arrange

Measure = Callable[[str], float]
"""Width in pt of a text in the type of the picture."""

TYPE, LEADING = 9.0, 11.0
PAD_X, PAD_Y, SPACE, PASSING = 7.0, 5.0, 10.0, 16.0
WIDEST_BOX, GAP, MORE_GAP, HEAD, EDGE = 112.0, 40.0, 13.0, 5.5, 2.0
DASHES: dict[EdgeBasis, str] = {"stated": "", "inferred": "5 3", "outside": "1.6 3"}
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle; `middle` and `baseline` are where centred text stands in it."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 2)

    @property
    def baseline(self) -> float:
        return round(self.y + self.height / 2 + 3.1, 2)

    def meets(self, other: "Frame", apart: float = 0.0) -> bool:
        """Whether the two come closer than `apart`."""
        return (
            self.x < other.x + other.width + apart
            and other.x < self.x + self.width + apart
            and self.y < other.y + other.height + apart
            and other.y < self.y + self.height + apart
        )


@dataclass(frozen=True, slots=True)
class TextLine:
    """A centred line of text: `x` is its middle, `y` its baseline."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Box:
    """A node. `outline` and `fold` are SVG paths; `heavy` marks an independent root."""

    id: str
    kind: NodeKind
    frame: Frame
    lines: tuple[TextLine, ...]
    outline: str
    fold: str
    heavy: bool
    report: str | None


@dataclass(frozen=True, slots=True)
class Arrow:
    """An edge as SVG paths for line and head, with its word in the frame `label`."""

    basis: EdgeBasis
    dashes: str
    path: str
    head: str
    points: tuple[Point, ...]
    word: str
    label: Frame


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole drawing."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def draw(graph: Graph, words: Mapping[How, str], measure: Measure, width: float) -> Picture:
    """The picture of the graph in at most `width`. `words` names each way information goes.

    Rows are moved apart until every word on an arrow has room of its own.
    """
    rows = arrange(graph)
    nodes = {node.id: node for node in graph.nodes}
    inner = width - 2 * EDGE
    wrapped = _wrap_all(rows, nodes, measure, inner)
    across = _places(rows, {s: _box_width(s, wrapped, measure) for row in rows.rows for s in row}, inner)
    gaps = [GAP] * max(0, len(rows.rows) - 1)
    while True:
        boxes, tops = _boxes(rows, nodes, wrapped, across, gaps, measure)
        lines = _lines(rows, graph, boxes, across, tops)
        arrows, crowded = _label(graph, rows, lines, boxes, words, measure, width)
        if crowded is None or gaps[crowded] > 40 * MORE_GAP:
            break
        gaps[crowded] += MORE_GAP
    height = max((box.frame.y + box.frame.height for box in boxes.values()), default=0.0) + 2
    return Picture(round(width, 1), round(height, 1), tuple(boxes.values()), tuple(arrows))


# -- sizes -----------------------------------------------------------------------------------------


def wrap(text: str, measure: Measure, width: float) -> tuple[str, ...]:
    """The text in lines no wider than `width`; a single word that is wider is cut."""
    lines: list[str] = []
    for word in text.split():
        while measure(word) > width and len(word) > 1:
            cut = next((n for n in range(len(word) - 1, 0, -1) if measure(word[:n]) <= width), 1)
            lines.append(word[:cut])
            word = word[cut:]
        if lines and measure(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def _wrap_all(
    rows: Rows, nodes: Mapping[str, GraphNode], measure: Measure, width: float
) -> dict[str, tuple[str, ...]]:
    out = {}
    for row in rows.rows:
        own = [slot for slot in row if slot in nodes]
        room = width - (len(row) - len(own)) * (PASSING + SPACE) - (len(own) - 1) * SPACE
        most = min(WIDEST_BOX, room / max(1, len(own)))
        for slot in own:
            tab = 15.0 if nodes[slot].report else 0.0
            out[slot] = wrap(nodes[slot].label, measure, most - 2 * PAD_X - tab)
    return out


def _box_width(slot: str, wrapped: Mapping[str, tuple[str, ...]], measure: Measure) -> float:
    if slot not in wrapped:
        return PASSING
    return max(48.0, max(measure(line) for line in wrapped[slot]) + 2 * PAD_X + 15.0)


def _places(rows: Rows, widths: Mapping[str, float], width: float) -> dict[str, Frame]:
    """Where each slot stands across the page: near the middle of its neighbours, never upon the next one."""
    links = [pair for way in rows.ways for pair in pairwise(way.slots)]
    middle: dict[str, float] = {}
    for row in rows.rows:
        free = width - sum(widths[s] for s in row)
        x = 0.0
        for slot in row:
            x += free / (len(row) + 1)
            middle[slot] = x + widths[slot] / 2
            x += widths[slot]
    for _ in range(24):
        for row in rows.rows:
            wish = []
            for slot in row:
                near = [middle[b if a == slot else a] for a, b in links if slot in (a, b)]
                wish.append(sum(near) / len(near) if near else middle[slot])
            _settle(row, wish, widths, width, middle)
    left = min((middle[s] - widths[s] / 2 for s in middle), default=0.0)
    right = max((middle[s] + widths[s] / 2 for s in middle), default=0.0)
    shift = EDGE + (width - left - right) / 2
    return {s: Frame(round(middle[s] - widths[s] / 2 + shift, 2), 0, widths[s], 0) for s in middle}


def _settle(
    row: tuple[str, ...], wish: list[float], widths: Mapping[str, float], width: float, middle: dict[str, float]
) -> None:
    """Moves the slots of a row as near to their wishes as order, distance and the edges allow."""
    space = min(SPACE, max(0.0, (width - sum(widths[s] for s in row)) / max(1, len(row) - 1)))
    ahead = 0.0
    forward = []
    for slot, at in zip(row, wish, strict=True):
        forward.append(max(at, ahead + widths[slot] / 2))
        ahead = forward[-1] + widths[slot] / 2 + space
    behind = width
    backward = []
    for slot, at in zip(reversed(row), reversed(wish), strict=True):
        backward.append(min(at, behind - widths[slot] / 2))
        behind = backward[-1] - widths[slot] / 2 - space
    mixed = [(a + b) / 2 for a, b in zip(forward, reversed(backward), strict=True)]
    right = width
    for slot, at in zip(reversed(row), reversed(mixed), strict=True):
        middle[slot] = min(at, right - widths[slot] / 2)
        right = middle[slot] - widths[slot] / 2 - space
    left = 0.0
    for slot in row:
        middle[slot] = max(middle[slot], left + widths[slot] / 2)
        left = middle[slot] + widths[slot] / 2 + space


# -- drawing ---------------------------------------------------------------------------------------


def _boxes(
    rows: Rows,
    nodes: Mapping[str, GraphNode],
    wrapped: Mapping[str, tuple[str, ...]],
    across: Mapping[str, Frame],
    gaps: list[float],
    measure: Measure,
) -> tuple[dict[str, Box], list[tuple[float, float]]]:
    """Boxes by id, and top and bottom of each row."""
    boxes: dict[str, Box] = {}
    tops: list[tuple[float, float]] = []
    y = 2.0
    for r, row in enumerate(rows.rows):
        height = max((len(wrapped[s]) * LEADING + 2 * PAD_Y for s in row if s in wrapped), default=PASSING)
        for slot in (s for s in row if s in nodes):
            node, own = nodes[slot], len(wrapped[slot]) * LEADING + 2 * PAD_Y
            frame = Frame(across[slot].x, round(y + (height - own) / 2, 2), round(across[slot].width, 2), own)
            shift = 6.5 if node.report else 0.0
            lines = tuple(
                TextLine(round(frame.middle + shift, 2), round(frame.y + PAD_Y + 8.2 + i * LEADING, 2), text)
                for i, text in enumerate(wrapped[slot])
            )
            outline, fold = _outline(node.kind, frame)
            boxes[slot] = Box(slot, node.kind, frame, lines, outline, fold, node.root, node.report)
        tops.append((y, y + height))
        y += height + (gaps[r] if r < len(gaps) else 0.0)
    return boxes, tops


def _outline(kind: NodeKind, f: Frame) -> tuple[str, str]:
    """SVG paths: round for people and offices, a box for outlets, a sheet with a folded corner for documents."""
    right, bottom = round(f.x + f.width, 2), round(f.y + f.height, 2)
    if kind == "document":
        c = 7.0
        fold = f"M{right - c:g} {f.y:g}V{f.y + c:g}H{right:g}"
        return f"M{f.x:g} {f.y:g}H{right - c:g}L{right:g} {f.y + c:g}V{bottom:g}H{f.x:g}Z", fold
    r = 1.5 if kind == "outlet" else min(f.height / 2, 14.0)
    arc = f"A{r:g} {r:g} 0 0 1"
    return (
        f"M{f.x + r:g} {f.y:g}H{right - r:g}{arc} {right:g} {f.y + r:g}V{bottom - r:g}"
        f"{arc} {right - r:g} {bottom:g}H{f.x + r:g}{arc} {f.x:g} {bottom - r:g}V{f.y + r:g}"
        f"{arc} {f.x + r:g} {f.y:g}Z",
        "",
    )


def _lines(
    rows: Rows,
    graph: Graph,
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


def _label(
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
    y = start[1] + (end[1] - start[1]) * t - LEADING / 2
    return Frame(round(min(max(x, 0.0), most - width), 2), round(y, 2), round(width, 2), LEADING)


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
