"""Story family tree: every row has exactly one direct source among the options."""

import pytest
from changes import cells, made, shortage, unit_ids, with_origins
from story import story

from generator.model.dossier import Origins
from generator.model.vocabulary import LANES, Lane

DOSSIER = story()
NODES = DOSSIER.origins.nodes


def node_of(text: str) -> str:
    name = text.removeprefix("What ").removesuffix(" says").split(" (report ")[0].casefold()
    return next(id_ for id_, node in NODES.items() if node.label.casefold() == name)


@pytest.mark.parametrize("lane", LANES)
@pytest.mark.parametrize("seed", ["one", "two", "three"])
def test_one_option_is_a_direct_source_of_each_row(lane: Lane, seed: str) -> None:
    item = made("story_family_tree", DOSSIER, lane=lane, seed=seed)
    options = {node_of(option.text) for option in item.question.response.options}  # type: ignore[union-attr]
    for row, answer in cells(item).items():
        sources = {edge.from_ for edge in DOSSIER.origins.edges if edge.to == node_of(row)}
        assert sources & options == {node_of(answer)}


def test_some_option_is_left_over() -> None:
    item = made("story_family_tree", DOSSIER)
    assert len(item.question.response.options) > len(set(cells(item).values()))  # type: ignore[union-attr]
    assert item.key.misreadings


def test_key_says_what_is_stated_and_what_inferred() -> None:
    told = made("story_family_tree", DOSSIER, lane="extension").key.rationale
    assert "from Northern News to Lakeland FM (stated:" in told
    assert "from Hanna Lile to Brindle Gazette (inferred:" in told
    assert "circular" not in told


def test_steps_without_a_quote_are_not_asked() -> None:
    dossier = with_origins(DOSSIER, {"typist": "person"}, ("mayor", "typist", "inferred"))
    assert shortage("story_family_tree", dossier, "typist") == "no-evidence"
    bare = Origins(nodes=NODES, edges=tuple(e.model_copy(update={"evidence": {}}) for e in DOSSIER.origins.edges))
    assert unit_ids("story_family_tree", DOSSIER.model_copy(update={"origins": bare})) == []


def test_known_answers() -> None:
    item = made("story_family_tree", DOSSIER, lane="extension")
    assert cells(item)["What Northern News says"] == "Brindle Gazette (report A)"
    assert cells(item)["What Lakeland FM (report B) says"] == "Northern News"
    assert cells(item)["What Hanna Lile says"] == "A shop assistant"
