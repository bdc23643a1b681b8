"""Sources that all speak to one report share a box; chains and shared origins stay as they are."""

from generator.model.booklet import Graph, GraphEdge, GraphNode
from generator.render.gather import gathered


def node(id_: str, kind: str = "person", report: str | None = None) -> GraphNode:
    return GraphNode.model_validate(
        {"id": id_, "label": id_.upper(), "kind": kind, "report": report, "root": report is None}
    )


def edge(start: str, end: str, how: str = "told", basis: str = "stated") -> GraphEdge:
    return GraphEdge.model_validate({"start": start, "end": end, "how": how, "basis": basis})


A, B = node("a", "outlet", "A"), node("b", "outlet", "B")


def test_three_who_told_one_report_share_a_box_and_an_arrow() -> None:
    graph = Graph(
        nodes=(node("x"), node("y", "office"), node("z"), A),
        edges=(edge("x", "a"), edge("y", "a"), edge("z", "a")),
    )
    assert gathered(graph) == Graph(
        nodes=(node("x").model_copy(update={"label": "X · Y · Z"}), A), edges=(edge("x", "a"),)
    )


def test_two_stay_apart() -> None:
    graph = Graph(nodes=(node("x"), node("y"), A), edges=(edge("x", "a"), edge("y", "a")))
    assert gathered(graph) == graph


def test_a_shared_origin_a_chain_an_unknown_and_another_way_stay_apart() -> None:
    graph = Graph(
        nodes=(
            node("shared"),
            node("far"),
            node("near"),
            node("who", "unknown"),
            node("guess"),
            node("paper", "document"),
            A,
            B,
        ),
        edges=(
            edge("shared", "a"),
            edge("shared", "b"),
            edge("far", "near"),
            edge("near", "a"),
            edge("who", "a"),
            edge("guess", "a", basis="inferred"),
            edge("paper", "a", how="cites"),
        ),
    )
    assert gathered(graph) == graph
