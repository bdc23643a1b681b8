"""The drawn provenance graph: nothing lies upon anything else, whatever the graph."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.booklet import Graph, GraphEdge, GraphNode
from generator.model.vocabulary import How
from generator.render.pictures.graph import draw, wrap
from generator.render.pictures.layers import arrange
from generator.render.pictures.picture import Picture
from tests.render import fixture

WORDS: dict[How, str] = {
    "told": "told",
    "quoted": "quoted by",
    "republished": "republished",
    "cites": "cited by",
    "saw": "seen by",
}
WIDTH = 473.0
KINDS = ("person", "office", "organisation", "outlet", "document", "unknown")


def measure(text: str) -> float:
    return 4.9 * len(text)


@st.composite
def graphs(draw_: st.DrawFn) -> Graph:
    n = draw_(st.integers(1, 11))
    label = st.text(alphabet="abcdefgh ", min_size=1, max_size=40).filter(lambda t: t.strip() != "")
    nodes = tuple(
        GraphNode(
            id=f"n{i}",
            label=draw_(label),
            kind=draw_(st.sampled_from(KINDS)),
            report="A" if i == n - 1 else None,
            root=draw_(st.booleans()),
        )
        for i in range(n)
    )
    pairs = st.tuples(st.integers(0, n - 1), st.integers(0, n - 1))
    edges = tuple(
        GraphEdge(start=f"n{a}", end=f"n{b}", how=draw_(st.sampled_from(sorted(WORDS))), basis="stated")
        for a, b in draw_(st.lists(pairs, max_size=14, unique=True))
    )
    return Graph(nodes=nodes, edges=edges)


def check(picture: Picture) -> None:
    frames = [box.frame for box in picture.boxes] + [arrow.label for arrow in picture.arrows]
    for one, other in combinations(frames, 2):
        assert not one.meets(other, -0.05), (one, other)
    for frame in frames:
        assert frame.x >= 0
        assert frame.x + frame.width <= picture.width + 0.05
        assert frame.y >= 0
        assert frame.y + frame.height <= picture.height + 0.05


@settings(deadline=None)
@given(graphs())
def test_boxes_and_words_never_collide_and_stay_on_the_paper(graph: Graph) -> None:
    picture = draw(graph, WORDS, measure, WIDTH)
    check(picture)
    assert {box.id for box in picture.boxes} == {node.id for node in graph.nodes}
    assert len(picture.arrows) == sum(e.start != e.end for e in graph.edges)


@settings(deadline=None)
@given(graphs())
def test_every_edge_runs_from_row_to_row_and_downward_unless_it_closes_a_loop(graph: Graph) -> None:
    rows = arrange(graph)
    row_of = {slot: r for r, row in enumerate(rows.rows) for slot in row}
    for way in rows.ways:
        assert [row_of[b] - row_of[a] for a, b in pairwise(way.slots)] == [1] * (len(way.slots) - 1)
        edge = graph.edges[way.edge]
        ends = (edge.end, edge.start) if way.upward else (edge.start, edge.end)
        assert (way.slots[0], way.slots[-1]) == ends


def test_the_same_graph_gives_the_same_picture() -> None:
    assert draw(fixture.graph(), WORDS, measure, WIDTH) == draw(fixture.graph(), WORDS, measure, WIDTH)


def test_sources_stand_above_what_they_feed_and_signs_tell_the_basis() -> None:
    graph = fixture.graph()
    picture = draw(graph, WORDS, measure, WIDTH)
    tops = {box.id: box.frame.y for box in picture.boxes}
    assert all(tops[e.start] < tops[e.end] for e in graph.edges)
    assert {a.basis: bool(a.dashes) for a in picture.arrows} == {
        "stated": False,
        "inferred": True,
        "outside": True,
    }
    assert {box.id for box in picture.boxes if box.heavy} == {n.id for n in graph.nodes if n.root}
    assert {box.id for box in picture.boxes if box.fold} == {"register"}


def test_a_graph_without_edges_is_drawn() -> None:
    node = GraphNode(id="a", label="Alone", kind="person", report=None, root=True)
    check(draw(Graph(nodes=(node,), edges=()), WORDS, measure, WIDTH))


@given(st.text(alphabet="abc de", max_size=60), st.floats(20, 200))
def test_wrapping_loses_nothing_and_keeps_the_width(text: str, width: float) -> None:
    lines = wrap(text, measure, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(measure(line) <= width for line in lines)
