"""Provenance graph -> the same graph with fewer boxes: those who all speak to one report share a box."""

from generator.model.booklet import Graph, GraphNode

FEWEST = 3
"""So many sources of one sort share a box; two are clearer apart."""

_PEOPLE = frozenset({"person", "office", "organisation"})


def gathered(graph: Graph) -> Graph:
    """The graph with sources drawn together that have no source of their own and lead, in the same way, to
    nothing but one and the same report. Chains and shared origins, which the picture is there to show, stay.
    """
    reports = {node.id for node in graph.nodes if node.report}
    fed = {edge.end for edge in graph.edges}
    groups: dict[tuple[str, ...], list[GraphNode]] = {}
    for node in graph.nodes:
        ways = [edge for edge in graph.edges if edge.start == node.id]
        if node.id in fed or len(ways) != 1 or ways[0].end not in reports or node.kind == "unknown":
            continue
        sort = "people" if node.kind in _PEOPLE else node.kind
        groups.setdefault((ways[0].end, ways[0].how, ways[0].basis, sort), []).append(node)
    first_of = {node.id: group[0].id for group in groups.values() if len(group) >= FEWEST for node in group}
    together = {
        group[0].id: group[0].model_copy(update={"label": " · ".join(node.label for node in group)})
        for group in groups.values()
        if len(group) >= FEWEST
    }
    return Graph(
        nodes=tuple(together.get(n.id, n) for n in graph.nodes if first_of.get(n.id, n.id) == n.id),
        edges=tuple(e for e in graph.edges if first_of.get(e.start, e.start) == e.start),
    )
