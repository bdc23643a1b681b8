"""Chain ladder on the story: the order of the steps, and which links the reports state."""

from staging import changed, make, usable, why_not
from story import story

from generator.exercises.chain_ladder import ChainLadder
from generator.model.dossier import Dossier
from generator.model.item import Order, OrderAnswer

KIND, DOSSIER = ChainLadder(), story()


def with_edge(start: str, end: str, **values: object) -> Dossier:
    edges = tuple(
        e.model_copy(update=values) if (e.from_, e.to) == (start, end) else e for e in DOSSIER.origins.edges
    )
    return DOSSIER.model_copy(update={"origins": DOSSIER.origins.model_copy(update={"edges": edges})})


def test_first_speaker_to_this_report() -> None:
    item = make(KIND, DOSSIER, "okafor-homes")
    assert isinstance(item.question.response, Order)
    assert isinstance(item.key.answer, OrderAnswer)
    names = {option.id: option.text for option in item.question.response.options}
    assert [[names[id_] for id_ in group] for group in item.key.answer.groups] == [
        ["Dana Okafor"],
        ["Brindle Gazette"],
        ["Northern News"],
        ["Lakeland FM"],
    ]
    assert "Brindle Gazette → Northern News: stated (B, lines 4–5)." in item.key.rationale


def test_sheet_never_shows_the_right_order() -> None:
    for seed in "abcdefghijklmnop":
        item = make(KIND, DOSSIER, seed=seed)
        assert isinstance(item.question.response, Order)
        assert isinstance(item.key.answer, OrderAnswer)
        shown = [option.id for option in item.question.response.options]
        assert shown != [id_ for group in item.key.answer.groups for id_ in group]


def test_inferred_link_is_called_inferred() -> None:
    item = make(KIND, with_edge("northern-news", "lakeland", basis="inferred", evidence={}), "okafor-homes")
    assert "Northern News → Lakeland FM: inferred" in item.key.rationale


def test_chains_that_cannot_be_proved_are_left_out() -> None:
    assert why_not(KIND, DOSSIER, "vass-patients") == "too-short"
    assert why_not(KIND, DOSSIER, "schools-off") == "no-speaker"
    assert why_not(KIND, DOSSIER, "okafor-clear") == "no-link"
    assert why_not(KIND, with_edge("gazette", "northern-news", basis="outside"), "okafor-homes") == "outside"
    assert why_not(KIND, with_edge("gazette", "northern-news", evidence={}), "okafor-homes") == "no-evidence"
    around = changed(DOSSIER, "attributions", "okafor-homes", via=("lakeland", "northern-news"))
    assert why_not(KIND, around, "okafor-homes") in ("loop", "no-link")


def test_one_unit_for_each_chain() -> None:
    both = changed(DOSSIER, "attributions", "okafor-clear", via=("gazette", "northern-news"))
    assert usable(KIND, both) == ["okafor-homes"]
    assert why_not(KIND, both, "okafor-clear") == "same-chain"


def test_unit_names_every_report_that_its_evidence_needs() -> None:
    assert KIND.units(DOSSIER).units[0].labels == ("B", "A")
