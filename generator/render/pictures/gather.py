"""Provenance graph -> the same graph with fewer boxes: those who only speak to one report share a box."""

from generator.model.booklet import Graph, GraphEdge, GraphNode

LEVELS = (0, 1, 2, 3)
"""How much is drawn together: nothing; sources alike in all; sources of one sort; all sources of a report."""

SEPARATOR = " · "

_PEOPLE = frozenset({"person", "office", "organisation"})


def gathered(graph: Graph, level: int) -> Graph:
    """The graph with sources drawn together that have no source of their own and lead to nothing but one and
    the same report. Chains and shared origins, which the picture is there to show, stay as they are.

    An arrow of several sources is dashed unless all its steps are stated, and says "told" unless all went
    the same way.
    """
    groups: dict[tuple[str, ...], list[GraphNode]] = {}
    for node in graph.nodes:
        key = _key(graph, node, level)
        if key is not None:
            groups.setdefault(key, []).append(node)
    several = [group for group in groups.values() if len(group) >= (3 if level == 1 else 2)]
    first_of = {node.id: group[0].id for group in several for node in group}
    boxes = {group[0].id: _box(group) for group in several}
    edges: dict[tuple[str, str], GraphEdge] = {}
    for edge in graph.edges:
        start = first_of.get(edge.start, edge.start)
        before = edges.get((start, edge.end)) if start in boxes else None
        edges[start, edge.end if start in boxes else f"{edge.end} {len(edges)}"] = edge.model_copy(
            update={
                "start": start,
                "how": edge.how if before is None or before.how == edge.how else "told",
                "basis": edge.basis if before is None or before.basis == edge.basis else "inferred",
            }
        )
    return Graph(
        nodes=tuple(boxes.get(n.id, n) for n in graph.nodes if first_of.get(n.id, n.id) == n.id),
        edges=tuple(edges.values()),
    )


def _key(graph: Graph, node: GraphNode, level: int) -> tuple[str, ...] | None:
    """What nodes must share to share a box; None for those that always have their own."""
    ways = [edge for edge in graph.edges if edge.start == node.id]
    reports = {n.id for n in graph.nodes if n.report}
    fed = any(edge.end == node.id for edge in graph.edges)
    if level == 0 or fed or len(ways) != 1 or ways[0].end not in reports:
        return None
    if level == 3:
        return (ways[0].end,)
    if node.kind == "unknown":
        return None
    sort = "people" if node.kind in _PEOPLE else node.kind
    return (ways[0].end, sort) if level == 2 else (ways[0].end, sort, ways[0].how, ways[0].basis)


def _box(group: list[GraphNode]) -> GraphNode:
    label = SEPARATOR.join(node.label for node in group)
    kinds = {node.kind for node in group}
    return group[0].model_copy(update={"label": label, "kind": kinds.pop() if len(kinds) == 1 else "person"})
