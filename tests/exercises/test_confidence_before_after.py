"""Confidence before and after: credit only for what the origins justify."""

from changes import made, points_by_level, unit_ids, with_side
from story import story

DOSSIER = story()


def test_shared_origin_earns_no_rise() -> None:
    item = made("confidence_before_after", DOSSIER, "harmless")
    best, weakest = item.key.rubric[0], item.key.rubric[-1]
    assert "still at 3" in best.sample
    assert "Dana Okafor" in best.sample
    assert "no second, independent source" in best.sample
    assert "says it too" in weakest.sample
    assert any("two reports say it" in reject.text for reject in item.key.reject)


def test_independent_origins_do() -> None:
    best = made("confidence_before_after", DOSSIER, "start").key.rubric[0].sample
    assert "up to 4" in best
    assert "Hanna Lile" in best
    assert "Imre Vass" in best


def test_open_independence_is_said_to_be_open() -> None:
    dossier = with_side(DOSSIER, "digger", "B", origin="website")
    best = made("confidence_before_after", dossier, "digger").key.rubric[0].sample
    assert "stay at 3" in best


def test_any_start_is_accepted_and_numbers_earn_nothing() -> None:
    key = made("confidence_before_after", DOSSIER, "harmless").key
    assert "No mark depends on the numbers" in key.marking
    assert key.accept[0].startswith("Any rating to start with")
    assert points_by_level(made("confidence_before_after", DOSSIER, "harmless")) == [3, 2, 1]


def test_only_claims_with_a_safe_answer() -> None:
    assert unit_ids("confidence_before_after", DOSSIER) == ["harmless", "start"]
