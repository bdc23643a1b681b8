"""One source or two: the story's known answers, and keys that name roots, steps and how sure they are."""

from changes import cells, made, shortage, with_origins, with_side
from story import story

DOSSIER = story()


def test_known_answers() -> None:
    item = made("one_source_or_two", DOSSIER)
    assert cells(item) == {
        "The rust is harmless.": "one shared origin",
        "Taps in Brindle ran brown on Monday morning.": "two independent origins",
    }


def test_cannot_tell_where_nobody_knows_who_the_root_is() -> None:
    dossier = with_side(DOSSIER, "digger", "B", origin="website")
    assert cells(made("one_source_or_two", dossier))["A digger hit the pipe."] == "cannot tell"


def test_key_names_roots_steps_and_basis() -> None:
    told = made("one_source_or_two", DOSSIER).key.rationale
    assert "one shared origin: Dana Okafor" in told
    assert "report A rests on Hanna Lile, report B on Imre Vass" in told
    assert "from Northern News to Lakeland FM (stated:" in told
    assert "from Hanna Lile to Brindle Gazette (inferred:" in told
    assert "circular" not in told


def test_circular_is_named_only_where_steps_come_round() -> None:
    dossier = with_side(with_side(DOSSIER, "harmless", "A", origin="blog"), "harmless", "B", origin="blog")
    dossier = with_origins(
        dossier,
        {"blog": "outlet", "forum": "outlet"},
        ("okafor", "blog", "stated"),
        ("blog", "forum", "stated"),
        ("forum", "blog", "stated"),
        ("blog", "gazette", "stated"),
        ("blog", "lakeland", "stated"),
    )
    assert "circular" in made("one_source_or_two", dossier).key.rationale


def test_all_three_answers_are_offered_in_every_lane() -> None:
    for lane in ("support", "core", "extension"):
        item = made("one_source_or_two", DOSSIER, lane=lane)  # type: ignore[arg-type]
        assert len(item.question.response.columns) == 3  # type: ignore[union-attr]


def test_only_claims_that_both_reports_make() -> None:
    assert shortage("one_source_or_two", DOSSIER, "homes") == "not-in-both"
    assert shortage("one_source_or_two", DOSSIER, "lorries") == "not-in-both"
    assert shortage("one_source_or_two", DOSSIER, "brown") == "no-origin"
    denied = with_side(DOSSIER, "harmless", "B", standing="denied")
    assert shortage("one_source_or_two", denied, "harmless") == "denied"


def test_question_tells_that_both_reports_say_it() -> None:
    item = made("one_source_or_two", DOSSIER)
    assert item.tells >= {"claim:harmless:relation", "claim:start:relation", "claim:start:AB:present"}
    assert item.asks == {"claim:harmless:independence", "claim:start:independence"}
