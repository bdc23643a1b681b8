"""Provenance graph -> picture: boxes, arrows and words with their places, none upon another. All sizes in pt."""

from collections.abc import Mapping
from itertools import pairwise

from generator.model.booklet import Graph, GraphNode
from generator.model.vocabulary import How, NodeKind
from generator.render.pictures.arrows import edge_lines, label_arrows
from generator.render.pictures.gather import SEPARATOR
from generator.render.pictures.layers import Rows, arrange
from generator.render.pictures.picture import Box, Frame, Measure, Picture, TextLine

LEADING, PAD_X, PAD_Y, SPACE, PASSING = 11.0, 6.0, 5.0, 8.0, 10.0
NARROWEST_BOX, WIDEST_BOX, GAP, MORE_GAP, EDGE = 48.0, 112.0, 29.0, 13.0, 2.0
WIDEST_GATHERED = 250.0
"""A box of several sources may be wide, so that it need not be high."""
PORT = 17.0
"""Room on the side of a box for an arrow."""
TAB, FOLD, ROUND = 15.0, 5.0, 8.0
"""What a box needs beside its text and padding: for the letter of a report, a folded corner, round ends."""


def draw(graph: Graph, words: Mapping[How, str], measure: Measure, width: float, apart: float = GAP) -> Picture:
    """The picture of the graph in at most `width`. `words` names each way information goes.

    Rows stand `apart`, further where arrows run far to the side if there is room for it at all, and are moved on
    until every word on an arrow has room of its own.
    """
    rows = arrange(graph)
    nodes = {node.id: node for node in graph.nodes}
    inner = width - 2 * EDGE
    wrapped = _wrap_all(rows, nodes, measure, inner)
    widths = {s: _box_width(s, nodes, wrapped, measure) for row in rows.rows for s in row}
    across = _places(rows, _widened(rows, nodes, widths, inner), inner)
    gaps = _gaps(rows, across, apart)
    while True:
        boxes, tops = _boxes(rows, nodes, wrapped, across, gaps)
        lines = edge_lines(rows, boxes, across, tops)
        arrows, crowded = label_arrows(graph, rows, lines, boxes, words, measure, width)
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
    """The label of each node in lines. Each box of a row gets room for its longest word first, and a share of
    what is left by how much more its label could use; a word is cut only where a row is too full for its words.
    """
    out = {}
    for row in rows.rows:
        own = [slot for slot in row if slot in nodes]
        room = width - (len(row) - len(own)) * (PASSING + SPACE) - (len(own) - 1) * SPACE
        frame = {s: _frame(nodes[s]) for s in own}
        least = {
            s: max(NARROWEST_BOX, max(map(measure, nodes[s].label.split()), default=0) + frame[s]) for s in own
        }
        wish = {s: max(0.0, min(_widest(nodes[s]), measure(nodes[s].label) + frame[s]) - least[s]) for s in own}
        left = room - sum(least.values())
        share = min(1.0, left / sum(wish.values())) if left > 0 and any(wish.values()) else 0.0
        for slot in own:
            box = least[slot] + share * wish[slot] if left >= 0 else min(WIDEST_BOX, room / len(own))
            # A hair more, so that rounding never cuts the word that the width was made for.
            out[slot] = wrap(nodes[slot].label, measure, box - frame[slot] + 0.01)
    return out


def _frame(node: GraphNode) -> float:
    """What a box is wider than its text."""
    return 2 * PAD_X + (TAB if node.report else {"outlet": 0.0, "document": FOLD}.get(node.kind, ROUND))


def _widest(node: GraphNode) -> float:
    return WIDEST_GATHERED if SEPARATOR in node.label else WIDEST_BOX


def _box_width(
    slot: str, nodes: Mapping[str, GraphNode], wrapped: Mapping[str, tuple[str, ...]], measure: Measure
) -> float:
    if slot not in wrapped:
        return PASSING
    return max(NARROWEST_BOX, max(map(measure, wrapped[slot])) + _frame(nodes[slot]))


def _widened(
    rows: Rows, nodes: Mapping[str, GraphNode], widths: Mapping[str, float], width: float
) -> dict[str, float]:
    """The widths, with boxes at which many arrows begin or end as wide as their row has room for."""
    ends = [slot for way in rows.ways for slot in (way.slots[0], way.slots[-1])]
    out = dict(widths)
    for row in rows.rows:
        wish = {s: max(0.0, ends.count(s) * PORT + SPACE - widths[s]) for s in row if s in nodes}
        left = width - sum(widths[s] for s in row) - SPACE * (len(row) + 1)
        share = max(0.0, min(1.0, left / sum(wish.values()))) if any(wish.values()) else 0.0
        out |= {s: round(widths[s] + share * more, 2) for s, more in wish.items()}
    return out


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


def _gaps(rows: Rows, across: Mapping[str, Frame], apart: float) -> list[float]:
    """What is left between each two rows: the flattest arrow decides how much more than `apart`."""
    row_of = {slot: r for r, row in enumerate(rows.rows) for slot in row}
    far = [0.0] * max(0, len(rows.rows) - 1)
    for way in rows.ways:
        for a, b in pairwise(way.slots):
            far[row_of[a]] = max(far[row_of[a]], abs(across[a].middle - across[b].middle))
    return [round(apart + (apart - GAP) / 100 * dx, 2) for dx in far]


# -- drawing ---------------------------------------------------------------------------------------


def _boxes(
    rows: Rows,
    nodes: Mapping[str, GraphNode],
    wrapped: Mapping[str, tuple[str, ...]],
    across: Mapping[str, Frame],
    gaps: list[float],
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
            shape, fold = outline(node.kind, frame)
            boxes[slot] = Box(slot, node.kind, frame, lines, shape, fold, node.root, node.report)
        tops.append((y, y + height))
        y += height + (gaps[r] if r < len(gaps) else 0.0)
    return boxes, tops


def outline(kind: NodeKind, f: Frame) -> tuple[str, str]:
    """SVG paths: round for people and offices, a box for outlets, a sheet with a folded corner for documents."""
    right, bottom = round(f.x + f.width, 2), round(f.y + f.height, 2)
    if kind == "document":
        c = 7.0
        fold = f"M{right - c:g} {f.y:g}V{f.y + c:g}H{right:g}"
        return f"M{f.x:g} {f.y:g}H{right - c:g}L{right:g} {f.y + c:g}V{bottom:g}H{f.x:g}Z", fold
    r = 1.5 if kind == "outlet" else min(f.height / 2, 14.0)
    arc = f"A{r:g} {r:g} 0 0 1"
    path = (
        f"M{f.x + r:g} {f.y:g}H{right - r:g}{arc} {right:g} {f.y + r:g}V{bottom - r:g}"
        f"{arc} {right - r:g} {bottom:g}H{f.x + r:g}{arc} {f.x:g} {bottom - r:g}V{f.y + r:g}"
        f"{arc} {f.x + r:g} {f.y:g}Z"
    )
    return path, ""
