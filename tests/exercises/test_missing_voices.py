"""Missing voices: nobody who is heard is called missing."""

from changes import made, shortage, unit_ids, with_origins, with_side
from story import story

DOSSIER = story()


def test_only_the_assistant_is_missing_in_the_story() -> None:
    assert unit_ids("missing_voices", DOSSIER) == ["price"]
    key = made("missing_voices", DOSSIER).key
    assert key.brief == "A shop assistant"
    assert "a shop assistant" in key.rubric[0].sample


def test_heard_voices_are_rejected_with_their_place() -> None:
    key = made("missing_voices", DOSSIER).key
    lile = next(reject for reject in key.reject if reject.text == "Hanna Lile")
    assert "A, line" in lile.why
    assert not any("Hanna Lile" in text for text in key.accept)


def test_what_would_settle_it_is_accepted() -> None:
    assert any("till records" in text for text in made("missing_voices", DOSSIER).key.accept)


def test_a_voice_that_a_text_says_was_asked_is_not_missing() -> None:
    dossier = with_side(DOSSIER, "brown", "A", origin="driver")
    asked = with_origins(dossier, {"driver": "person"}, ("driver", "gazette", "stated"))
    assert shortage("missing_voices", asked, "brown") == "all-heard"
    guessed = with_origins(dossier, {"driver": "person"}, ("driver", "gazette", "inferred"))
    assert "brown" in unit_ids("missing_voices", guessed)


def test_outlets_and_unknown_people_are_no_voices() -> None:
    for kind in ("outlet", "unknown"):
        dossier = with_side(DOSSIER, "brown", "A", origin="paper")
        dossier = with_origins(dossier, {"paper": kind}, ("paper", "gazette", "inferred"))
        assert shortage("missing_voices", dossier, "brown") == "all-heard"


def test_behind_a_node_with_several_sources_nobody_is_surely_meant() -> None:
    dossier = with_side(DOSSIER, "brown", "A", origin="office", said_by=None)
    dossier = with_origins(
        dossier,
        {"office": "outlet", "clerk": "person", "driver": "person"},
        ("clerk", "office", "inferred"),
        ("driver", "office", "inferred"),
        ("office", "gazette", "inferred"),
    )
    assert shortage("missing_voices", dossier, "brown") == "all-heard"
