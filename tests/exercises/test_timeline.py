"""Timeline on the story: one right number for each event, and none where the reports leave it open."""

from typing import Any

import pytest
from changes import made, shortage, three_reports
from staging import changed
from story import story

from generator.exercises.stock import restrict
from generator.mark import full_response, mark
from generator.model.dossier import Dossier
from generator.model.item import Item, ShortText, ShortTextAnswer
from generator.model.particulars import Dated
from generator.model.vocabulary import LANES, Lane

DOSSIER = story()
SEEDS = "abcdef"


def table(item: Item) -> list[tuple[Dated, str, str]]:
    """(time, place, how it is dated) of every row, given cells included."""
    response, answer = item.question.response, item.key.answer
    assert isinstance(response, ShortText)
    assert isinstance(answer, ShortTextAnswer)
    assert response.table is not None
    cells = dict(response.table.given)
    cells |= {f"{b.row}:{b.column}": answer.blanks[b.id].model for b in response.blanks}
    place, dated = response.table.columns
    by_event = {time.event.casefold(): time for time in DOSSIER.times}
    return [
        (by_event[row.text.casefold()], cells[f"{row.id}:{place.id}"], cells[f"{row.id}:{dated.id}"])
        for row in response.table.rows
    ]


def blank(item: Item, event: str, column: int) -> str:
    response = item.question.response
    assert isinstance(response, ShortText)
    assert response.table is not None
    row = next(row.id for row in response.table.rows if row.text.casefold() == event.casefold())
    return next(b.id for b in response.blanks if b.row == row and b.column == response.table.columns[column].id)


@pytest.mark.parametrize("lane", LANES)
def test_places_are_the_ranks_of_the_orders(lane: Lane) -> None:
    for seed in SEEDS:
        rows = [(time.order, place) for time, place, _ in table(made("timeline", DOSSIER, lane=lane, seed=seed))]
        placed = sorted((order, int(place)) for order, place in rows if order is not None)
        assert [place for _, place in placed] == list(range(1, len(placed) + 1))
        assert len({order for order, _ in placed}) == len(placed) >= 3
        assert all(place == "?" for order, place in rows if order is None)


def test_events_whose_order_is_open_are_not_on_one_line() -> None:
    drawn = set()
    for seed in "abcdefghijkl":
        ids = {time.id for time, _, _ in table(made("timeline", DOSSIER, lane="extension", seed=seed))}
        assert not {"engineer-spoke", "agency-report"} <= ids
        drawn |= ids
    assert {"engineer-spoke", "agency-report"} <= drawn


def test_how_each_event_is_dated() -> None:
    right = {
        "first-brown": "only A",
        "agency-report": "only B",
        "taps-brown": "both, no clash",
        "bottles-there": "both, clash",
        "ordered": "none",
    }
    seen: dict[str, str] = {}
    for seed in "abcdefghijkl":
        item = made("timeline", DOSSIER, lane="extension", seed=seed)
        seen |= {time.id: dated for time, _, dated in table(item) if time.id in right}
        assert {dated for _, _, dated in table(item)} <= set(item.question.response.bank)  # type: ignore[union-attr]
    assert seen == right


def test_an_event_that_clashes_keeps_its_place_where_it_has_one() -> None:
    dossier = changed(DOSSIER, "times", "taps-brown", clash=True)
    item = made("timeline", dossier, "taps-brown", "pipe-hit", "clear-again", "ordered")
    found = {time.id: (place, dated) for time, place, dated in table(item)}
    assert found["taps-brown"] == ("2", "both, clash")
    assert found["ordered"] == ("?", "none")


def test_a_question_mark_is_right_only_where_it_is_the_answer() -> None:
    item = made("timeline", DOSSIER, "bottles-there", "pipe-hit", "clear-again", "first-brown")
    full: dict[str, Any] = full_response(item)
    assert mark(item, full) == item.question.points
    open_place = blank(item, "bottled water reaches the town", 0)
    number = blank(item, "the water is to be clear again", 0)
    for id_, wrong in ((open_place, "3"), (open_place, " "), (open_place, "!"), (number, "?"), (number, "2")):
        assert (mark(item, {**full, id_: wrong}) or 0) < item.question.points


def test_key_has_both_quotes_of_a_clash_and_a_reason_for_silence() -> None:
    item = made("timeline", DOSSIER, lane="extension", rows=8)
    quotes = {e.quote for e in item.key.evidence}
    assert {
        "It will probably be handed out from Thursday",
        "stood outside the building on Tuesday evening",
    } <= quotes
    assert "(A “Thursday”; B “Tuesday evening”)" in item.key.rationale
    assert "(no time given). Neither report says when that was." in item.key.rationale
    assert {"Fills silence with a guess."} <= {reject.why for reject in item.key.reject}


def test_support_fills_in_one_event_and_says_so() -> None:
    item = made("timeline", DOSSIER, lane="support")
    response = item.question.response
    assert isinstance(response, ShortText)
    assert response.table is not None
    assert len(response.table.given) == 2
    assert len([fact for fact in item.tells if fact.startswith("time:")]) == 1
    assert not item.tells & item.asks
    assert item.question.hints
    assert not made("timeline", DOSSIER, lane="extension").question.hints


def test_times_that_claims_ask_for_are_given_away() -> None:
    item = made("timeline", DOSSIER, "taps-brown", "pipe-hit", "clear-again", "first-brown")
    assert {"claim:start:A:value", "claim:start:B:value", "claim:start:relation"} <= item.asks


def test_shortages() -> None:
    assert shortage("timeline", changed(DOSSIER, "times", "ordered", event="done on Friday"), "ordered") == "told"
    for wrong in ({"order": None}, {"clash": True}):
        assert shortage("timeline", changed(DOSSIER, "times", "first-brown", **wrong), "first-brown") == "odd"
    assert shortage("timeline", changed(DOSSIER, "times", "ordered", order=3), "ordered") == "odd"
    few = DOSSIER.model_copy(update={"times": tuple(t for t in DOSSIER.times if t.order in (1, 4, None))})
    assert shortage("timeline", few, "ordered") == "too-few"


def with_third(dossier: Dossier) -> Dossier:
    """The story with a third report that dates what B dates."""
    out = three_reports(dossier)
    times = tuple(
        time.model_copy(
            update={
                "sides": {
                    **time.sides,
                    **(
                        {"C": (time.sides["B"][0].model_copy(update={"label": "C"}), time.sides["B"][1])}
                        if "B" in time.sides
                        else {}
                    ),
                }
            }
        )
        for time in out.times
    )
    return out.model_copy(update={"times": times})


def test_three_reports_on_one_line() -> None:
    item = made("timeline", with_third(DOSSIER), lane="extension", rows=8)
    found = {time.id: dated for time, _, dated in table(item)}
    assert found["bottles-there"] == "several, clash"
    assert found["taps-brown"] == "several, no clash"
    assert found["first-brown"] == "only A"


def test_a_lesson_on_two_of_three_reports_leaves_out_what_the_third_dates() -> None:
    left = {time.id for time in restrict(with_third(DOSSIER), ["A", "B"]).times}
    assert left == {"first-brown", "engineer-spoke"}
    assert restrict(DOSSIER, ["A", "B"]) is DOSSIER
