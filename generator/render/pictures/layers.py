"""Graph -> rows of slots from top to bottom with few crossings: the order of the picture, without its sizes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model.booklet import Graph

WIDEST = 6
"""Nodes in a row, at most, as long as some of them can move a row up."""


@dataclass(frozen=True, slots=True)
class Way:
    """One edge of the graph (its index) as the slots it runs through from top to bottom.

    `upward` says that information flows against the rows, which happens in a loop only.
    """

    edge: int
    slots: tuple[str, ...]
    upward: bool


@dataclass(frozen=True, slots=True)
class Rows:
    """Slots of each row from left to right. A slot is a node's id, or 'edge:row' where an edge passes by."""

    rows: tuple[tuple[str, ...], ...]
    ways: tuple[Way, ...]


def arrange(graph: Graph) -> Rows:
    """Sources at the top, reports at the bottom, every edge between neighbouring rows. Same graph, same rows."""
    ids = [node.id for node in graph.nodes]
    edges = [(i, e.start, e.end) for i, e in enumerate(graph.edges) if e.start != e.end]
    edges = [(i, a, b) for i, a, b in edges if a in ids and b in ids]
    upward = _loops(ids, edges)
    down = [(i, b, a) if i in upward else (i, a, b) for i, a, b in edges]
    row_of = _rows(ids, down)
    rows: list[list[str]] = [[] for _ in range(max(row_of.values(), default=-1) + 1)]
    for id_ in ids:
        rows[row_of[id_]].append(id_)
    ways = []
    for i, a, b in down:
        passing = [f"{i}:{row}" for row in range(row_of[a] + 1, row_of[b])]
        for slot in passing:
            rows[int(slot.split(":")[1])].append(slot)
        ways.append(Way(i, (a, *passing, b), i in upward))
    return Rows(_untangle(rows, ways), tuple(ways))


def _loops(ids: Sequence[str], edges: Sequence[tuple[int, str, str]]) -> set[int]:
    """Indexes of edges that close a loop."""
    state: dict[str, int] = {}
    found: set[int] = set()

    def visit(at: str) -> None:
        state[at] = 1
        for i, a, b in edges:
            if a != at or i in found:
                continue
            if state.get(b) == 1:
                found.add(i)
            elif b not in state:
                visit(b)
        state[at] = 2

    for id_ in ids:
        if id_ not in state:
            visit(id_)
    return found


def _rows(ids: Sequence[str], down: Sequence[tuple[int, str, str]]) -> dict[str, int]:
    """Row of each node, 0 at the top: as low as its targets allow, so that sources stand near what they feed."""
    height = dict.fromkeys(ids, 0)
    for _ in ids:
        for _, a, b in down:
            height[a] = max(height[a], height[b] + 1)
    fed = {b for _, _, b in down}
    level = 0
    while level <= max(height.values(), default=0):
        row = [id_ for id_ in ids if height[id_] == level]
        free = [id_ for id_ in row if id_ not in fed]
        for id_ in free[: max(0, len(row) - WIDEST)]:
            height[id_] += 1
        level += 1
    top = max(height.values(), default=0)
    return {id_: top - height[id_] for id_ in ids}


def _untangle(rows: list[list[str]], ways: Sequence[Way]) -> tuple[tuple[str, ...], ...]:
    """The rows with their slots sorted by where their neighbours stand; the best of a few sweeps."""
    links = [pair for way in ways for pair in pairwise(way.slots)]
    best, fewest = [list(row) for row in rows], _crossings(rows, links)
    for sweep in range(8):
        order = range(1, len(rows)) if sweep % 2 == 0 else range(len(rows) - 2, -1, -1)
        for r in order:
            beside = rows[r - 1] if sweep % 2 == 0 else rows[r + 1]
            place = {slot: i for i, slot in enumerate(beside)}
            old = {slot: i for i, slot in enumerate(rows[r])}
            rows[r].sort(key=lambda slot: (_mean(slot, links, place, old[slot]), old[slot]))
        now = _crossings(rows, links)
        if now < fewest:
            best, fewest = [list(row) for row in rows], now
    return tuple(tuple(row) for row in best)


def _mean(slot: str, links: Iterable[tuple[str, str]], place: dict[str, int], otherwise: int) -> float:
    near = [place[b if a == slot else a] for a, b in links if slot in (a, b) and (b if a == slot else a) in place]
    return sum(near) / len(near) if near else float(otherwise)


def _crossings(rows: Sequence[Sequence[str]], links: Sequence[tuple[str, str]]) -> int:
    place = {slot: (r, i) for r, row in enumerate(rows) for i, slot in enumerate(row)}
    total = 0
    for n, (a, b) in enumerate(links):
        for c, d in links[n + 1 :]:
            if place[a][0] == place[c][0]:
                total += (place[a][1] - place[c][1]) * (place[b][1] - place[d][1]) < 0
    return total
