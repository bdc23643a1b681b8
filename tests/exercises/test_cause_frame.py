"""Cause frame on the story: each report's own cause, silence, and how it is put."""

from typing import Any

from changes import made, shortage, unit_ids, with_claim, with_side
from story import quote, story

from generator.mark import folded, full_response, mark
from generator.model.dossier import Claim, Dossier
from generator.model.item import Item, ShortText
from generator.model.vocabulary import LANES, Lane

DOSSIER = story()


def lines(item: Item) -> dict[str, tuple[str, set[str]]]:
    """What stands before a blank -> its model answer and everything accepted."""
    assert isinstance(item.question.response, ShortText)
    keys = item.key.answer.blanks  # type: ignore[union-attr]
    return {
        blank.label: (
            keys[blank.id].model,
            {folded(text) for text in (keys[blank.id].model, *keys[blank.id].accept)},
        )
        for blank in item.question.response.blanks
    }


def silent(label: str) -> Dossier:
    """The story without the cause in one report."""
    gone: dict[str, Any] = {"standing": "absent", "quote": None, "value": None, "said_by": None, "markers": ()}
    dossier = with_side(DOSSIER, "digger", label, **gone)
    return with_claim(dossier, "digger", relations={"AB": "only-in-one"})


def other_cause(topic: str) -> Dossier:
    """The story with a second cause, which report B gives."""
    rust = DOSSIER.claim("digger").model_copy(update={"id": "rust", "topic": topic})
    sides = {"A": silent("A").claim("digger").sides["A"], "B": rust.sides["B"]}
    second: Claim = rust.model_copy(update={"sides": sides, "relations": {"AB": "only-in-one"}})
    return DOSSIER.model_copy(update={"claims": (*DOSSIER.claims, second)})


def test_each_line_wants_the_cause_of_its_own_report() -> None:
    for lane in LANES:
        found = lines(made("cause_frame", DOSSIER, lane=lane))
        assert found["Cause or reason in report A"][0] == "a digger, perhaps"
        assert found["Cause or reason in report B"][0] == "a digger"
        assert folded("A digger smashed the pipe") in found["Cause or reason in report B"][1]
        assert not found["Cause or reason in report A"][1] & found["Cause or reason in report B"][1]


def test_silence_is_not_stated_and_offered_in_every_lane() -> None:
    for label, other in ("AB", "BA"):
        for lane in LANES:
            item = made("cause_frame", silent(label), lane=lane)
            found = lines(item)
            assert found[f"Cause or reason in report {label}"][0] == "not stated"
            assert "no reason" in found[f"Cause or reason in report {label}"][1]
            assert found[f"Cause or reason in report {other}"][0] != "not stated"
            assert "“not stated”" in item.question.stem
            assert f"Report {label} gives no cause or reason" in item.key.rationale
            assert {e.passage for e in item.key.evidence} == {other}
            assert any("silent" in r.text for r in item.key.reject)


def test_longer_and_shorter_words_of_the_report_will_do_and_because_before_them() -> None:
    accepted = lines(made("cause_frame", DOSSIER))["Cause or reason in report B"][1]
    for text in ("because a digger smashed the pipe", "A digger smashed the pipe", "because a digger"):
        assert folded(text) in accepted, text
    for text in ("the pipe", "smashed the pipe"):
        assert folded(text) not in accepted, text


def test_what_another_report_gives_in_the_same_words_gives_the_answer_away() -> None:
    third = with_side(DOSSIER, "digger", "B", value="A digger")
    sides = {**third.claim("digger").sides, "C": third.claim("digger").sides["B"]}
    asks = made("cause_frame", with_claim(DOSSIER, "digger", sides=sides)).asks
    assert "claim:digger:C:value" in asks
    sides["C"] = sides["C"].model_copy(update={"value": "old age"})
    assert "claim:digger:C:value" not in made("cause_frame", with_claim(DOSSIER, "digger", sides=sides)).asks


def test_the_hint_does_not_tell_which_report_is_silent() -> None:
    lanes: tuple[Lane, ...] = ("support", "core")
    for lane in lanes:
        for dossier in (DOSSIER, silent("A"), silent("B")):
            (hint,) = made("cause_frame", dossier, lane=lane).question.hints
            assert "A, line" in hint
            assert "B, line" in hint


def test_extension_asks_how_each_report_puts_it() -> None:
    found = lines(made("cause_frame", DOSSIER, lane="extension"))
    assert found["How report A gives it"][0] == "only as possible, and as what a source says"
    assert found["How report B gives it"][0] == "as a fact, in its own voice"
    assert "How report A gives it" not in lines(made("cause_frame", DOSSIER))
    own = with_side(DOSSIER, "digger", "A", said_by=None)
    assert "How report A gives it" not in lines(made("cause_frame", own, lane="extension"))
    sure = with_side(DOSSIER, "digger", "A", standing="attributed", markers=())
    assert (
        lines(made("cause_frame", sure, lane="extension"))["How report A gives it"][0] == "as what a source says"
    )
    gone = lines(made("cause_frame", silent("A"), lane="extension"))
    assert gone["How report A gives it"][0] == "not stated"


def test_how_it_is_put_is_asked_only_where_the_notes_agree() -> None:
    for standing, keep in (("asserted", True), ("asserted", False), ("hedged", False), ("attributed", True)):
        marks = DOSSIER.claim("digger").sides["A"].markers if keep else ()
        odd = with_side(DOSSIER, "digger", "A", standing=standing, markers=marks)
        item = made("cause_frame", odd, lane="extension")
        assert len(lines(item)) == 2, standing
        assert not any("standing" in fact for fact in item.asks)
    asked = made("cause_frame", DOSSIER, lane="extension").asks
    assert {"claim:digger:A:standing", "claim:digger:B:standing"} <= asked


def test_the_key_says_how_sure_each_report_is() -> None:
    told = made("cause_frame", DOSSIER).key.rationale.split("\n")
    assert "only as possible" in told[0]
    assert "“may” (A, line 9)" in told[0]
    assert "a worker on the Castle Street building site" in told[0]
    assert "as a fact" in told[1]


def test_bank_of_support_fits_and_has_something_left_over() -> None:
    for dossier in (DOSSIER, silent("B")):
        item = made("cause_frame", dossier, lane="support")
        assert isinstance(item.question.response, ShortText)
        bank = set(item.question.response.bank)
        models = {model for model, _ in lines(item).values()}
        assert models <= bank
        assert "not stated" in bank
        assert bank - models - {"not stated"}
        accepted = set().union(*(texts for _, texts in lines(item).values()))
        assert not {folded(text) for text in bank - models - {"not stated"}} & accepted


def test_the_other_reports_cause_earns_nothing() -> None:
    item = made("cause_frame", DOSSIER)
    right = full_response(item)
    swapped = dict(zip(right, reversed(list(right.values())), strict=True))
    assert mark(item, right) == 2
    assert mark(item, swapped) == 0
    assert len(item.key.reject) == 2


def test_only_causes_are_asked_for() -> None:
    assert unit_ids("cause_frame", DOSSIER) == ["digger"]
    assert shortage("cause_frame", DOSSIER, "homes") == "other-question"
    assert (
        shortage("cause_frame", with_claim(DOSSIER, "digger", topic="state of the pipe"), "digger") == "no-cause"
    )


def test_two_causes_for_much_the_same_topic_are_left_out() -> None:
    both = other_cause("likely cause of the damage")
    assert unit_ids("cause_frame", both) == []
    assert shortage("cause_frame", both, "digger") == "other-cause"
    assert shortage("cause_frame", both, "rust") == "other-cause"
    apart = other_cause("reason for the delay of the bottles")
    assert unit_ids("cause_frame", apart) == ["digger", "rust"]


def test_shortages() -> None:
    told = with_claim(DOSSIER, "digger", topic="whether a digger is the cause")
    assert shortage("cause_frame", told, "digger") == "told"
    assert shortage("cause_frame", with_side(DOSSIER, "digger", "A", value=None), "digger") == "no-value"
    assert shortage("cause_frame", with_side(DOSSIER, "digger", "A", standing="denied"), "digger") == "denied"


def test_a_place_to_look_is_offered_in_a_silent_report_near_the_topic() -> None:
    item = made("cause_frame", silent("B"), lane="support")
    place = quote(DOSSIER.passages, "B", "under the market end of Castle Street")
    assert f"B, lines {place.first}" in item.question.hints[0]
