"""Where claims come from: recomputed here by listing every path, and tried on awkward graphs."""

from itertools import pairwise

import pytest
from changes import with_origins, with_side
from story import story

from generator.exercises.descent import Descent, descent, only_way, upstream
from generator.model.dossier import Dossier

DOSSIER = story()


def verdict(dossier: Dossier, claim: str) -> str:
    found = descent(dossier, dossier.claim(claim), "A", "B")
    return found if isinstance(found, str) else found.verdict


def every_root(dossier: Dossier, node: str) -> set[str]:
    """The beginnings of all paths that end at a node, path by path."""
    found: set[str] = set()

    def back(path: tuple[str, ...]) -> None:
        before = {e.from_ for e in dossier.origins.edges if e.to == path[0]} - set(path)
        if not any(e.to == path[0] for e in dossier.origins.edges):
            found.add(path[0])
        for one in before:
            back((one, *path))

    back((node,))
    return found


def between(a: str, b: str) -> Dossier:
    """The claim `harmless` with these origins, both only passed on."""
    dossier = with_side(DOSSIER, "harmless", "A", origin=a, said_by=None)
    return with_side(dossier, "harmless", "B", origin=b, said_by=None)


PLACES = ["okafor", "company", "wren", "mayor", "vass", "website", "lile", "assistant", "worker", "northern-news"]


@pytest.mark.parametrize("a", PLACES)
@pytest.mark.parametrize("b", PLACES)
def test_verdict_follows_from_all_paths(a: str, b: str) -> None:
    dossier = between(a, b)
    if "northern-news" in (a, b):
        return  # reaches through report A, which has this claim from one place only
    first, second = every_root(dossier, a), every_root(dossier, b)
    found = verdict(dossier, "harmless")
    if first == second:
        assert found == "shared"
    elif first & second:
        assert found == "mixed-origins"
    else:
        assert found == ("cannot-tell" if "worker" in first | second else "independent")


def test_story() -> None:
    assert verdict(DOSSIER, "harmless") == "shared"
    assert verdict(DOSSIER, "start") == "independent"
    assert verdict(DOSSIER, "brown") == "no-origin"


def test_a_witness_is_the_beginning_whatever_else_she_was_told() -> None:
    found = descent(DOSSIER, DOSSIER.claim("start"), "A", "B")
    assert isinstance(found, Descent)
    assert found.routes["A"].root == "lile"
    assert "assistant" not in upstream(DOSSIER, DOSSIER.claim("start"), "A")


def test_hearsay_goes_back_to_the_one_who_told_it() -> None:
    dossier = with_side(DOSSIER, "harmless", "A", origin="lile", said_by=None)
    found = descent(dossier, dossier.claim("harmless"), "A", "B")
    assert isinstance(found, Descent)
    assert found.routes["A"].root == "assistant"


def test_what_one_report_has_from_the_other_is_what_the_other_has_it_from() -> None:
    for origin in ("gazette", "northern-news"):
        dossier = with_side(DOSSIER, "harmless", "B", origin=origin)
        found = descent(dossier, dossier.claim("harmless"), "A", "B")
        assert isinstance(found, Descent)
        assert found.verdict == "shared"
        assert [e.to for e in found.routes["B"].edges] == ["gazette", "northern-news", "lakeland"]


def test_routes_run_from_the_root_to_the_outlet() -> None:
    found = descent(DOSSIER, DOSSIER.claim("harmless"), "A", "B")
    assert isinstance(found, Descent)
    for label, outlet in (("A", "gazette"), ("B", "lakeland")):
        steps = found.routes[label].edges
        assert steps[0].from_ == "okafor"
        assert steps[-1].to == outlet
        assert all(one.to == two.from_ for one, two in pairwise(steps))


def test_no_route_is_told_where_there_are_two() -> None:
    dossier = with_origins(DOSSIER, {}, ("okafor", "lakeland", "stated"))
    assert only_way(dossier, "okafor", "lakeland") is None
    found = descent(dossier, dossier.claim("harmless"), "A", "B")
    assert isinstance(found, Descent)
    assert found.verdict == "shared"
    assert found.routes["B"].edges == ()


def test_unknown_roots_cannot_be_told_apart() -> None:
    assert verdict(between("worker", "vass"), "harmless") == "cannot-tell"
    assert verdict(between("worker", "worker"), "harmless") == "shared"


def test_partly_shared_origins_have_no_safe_answer() -> None:
    dossier = with_origins(between("okafor", "agency"), {"agency": "outlet"})
    dossier = with_origins(
        dossier,
        {},
        ("okafor", "agency", "stated"),
        ("vass", "agency", "stated"),
        ("agency", "lakeland", "stated"),
    )
    assert verdict(dossier, "harmless") == "mixed-origins"
    both = with_side(dossier, "harmless", "A", origin="agency")
    found = descent(both, both.claim("harmless"), "A", "B")
    assert isinstance(found, Descent)
    assert found.verdict == "shared"
    assert found.routes["A"].root == "agency"


def test_links_from_outside_the_texts_are_not_asked() -> None:
    dossier = with_origins(DOSSIER, {"laboratory": "office"}, ("laboratory", "okafor", "outside"))
    assert verdict(dossier, "harmless") == "outside-link"


def test_a_circle_without_a_beginning_has_no_answer() -> None:
    dossier = with_origins(
        between("one", "two"),
        {"one": "outlet", "two": "outlet"},
        ("one", "two", "stated"),
        ("two", "one", "stated"),
    )
    assert verdict(dossier, "harmless") == "loop"
    crossed = with_side(with_side(DOSSIER, "harmless", "A", origin="lakeland"), "harmless", "B", origin="gazette")
    assert verdict(crossed, "harmless") == "loop"


def test_an_outlet_with_many_sources_is_no_origin_of_its_own_claim() -> None:
    assert verdict(with_side(DOSSIER, "harmless", "A", origin="gazette"), "harmless") == "own-outlet"


def test_circular_is_said_only_where_the_steps_run_in_a_circle() -> None:
    plain = descent(DOSSIER, DOSSIER.claim("harmless"), "A", "B")
    assert isinstance(plain, Descent)
    assert not plain.circular
    dossier = with_origins(
        between("blog", "blog"),
        {"blog": "outlet", "forum": "outlet"},
        ("okafor", "blog", "stated"),
        ("blog", "forum", "stated"),
        ("forum", "blog", "stated"),
        ("blog", "gazette", "stated"),
        ("blog", "lakeland", "stated"),
    )
    looped = descent(dossier, dossier.claim("harmless"), "A", "B")
    assert isinstance(looped, Descent)
    assert looped.circular
