"""Sources that all speak to one report share a box; chains and shared origins stay as they are."""

import pytest

from generator.model.booklet import Graph, GraphEdge, GraphNode
from generator.render.pictures.gather import gathered


def node(id_: str, kind: str = "person", report: str | None = None) -> GraphNode:
    return GraphNode.model_validate(
        {"id": id_, "label": id_.upper(), "kind": kind, "report": report, "root": report is None}
    )


def edge(start: str, end: str, how: str = "told", basis: str = "stated") -> GraphEdge:
    return GraphEdge.model_validate({"start": start, "end": end, "how": how, "basis": basis})


A, B = node("a", "outlet", "A"), node("b", "outlet", "B")


def test_at_level_0_everybody_has_a_box() -> None:
    graph = Graph(
        nodes=(node("x"), node("y"), node("z"), A), edges=(edge("x", "a"), edge("y", "a"), edge("z", "a"))
    )
    assert gathered(graph, 0) == graph


@pytest.mark.parametrize("level", [1, 2, 3])
def test_those_who_told_one_report_share_a_box_and_an_arrow(level: int) -> None:
    graph = Graph(
        nodes=(node("x"), node("y", "office"), node("z"), A),
        edges=(edge("x", "a"), edge("y", "a"), edge("z", "a")),
    )
    less = gathered(graph, level)
    assert [n.label for n in less.nodes] == ["X · Y · Z", "A"]
    assert less.edges == (edge("x", "a"),)


def test_one_box_has_one_arrow_whatever_the_ways() -> None:
    graph = Graph(
        nodes=(node("x"), node("y"), A),
        edges=(edge("x", "a", how="cites"), edge("y", "a", how="quoted", basis="inferred")),
    )
    assert gathered(graph, 1) == graph
    assert gathered(graph, 2).edges == (edge("x", "a", how="told", basis="inferred"),)


def test_documents_and_unknown_ones_join_only_at_the_last_level() -> None:
    graph = Graph(
        nodes=(node("x"), node("paper", "document"), node("who", "unknown"), A),
        edges=(edge("x", "a"), edge("paper", "a", how="cites"), edge("who", "a")),
    )
    assert gathered(graph, 2) == graph
    assert [n.label for n in gathered(graph, 3).nodes] == ["X · PAPER · WHO", "A"]


@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_shared_origins_and_chains_stay_as_they_are(level: int) -> None:
    graph = Graph(
        nodes=(node("shared"), node("far"), node("near"), A, B),
        edges=(edge("shared", "a"), edge("shared", "b"), edge("far", "near"), edge("near", "a")),
    )
    assert gathered(graph, level) == graph


def test_two_arrows_between_the_same_two_stay_two() -> None:
    graph = Graph(nodes=(A, B), edges=(edge("a", "b", how="quoted"), edge("a", "b", how="republished")))
    assert gathered(graph, 3) == graph
