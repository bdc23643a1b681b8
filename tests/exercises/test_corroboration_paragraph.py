"""Corroboration paragraph: four levels by what they name, and origins told no further than the graph shows."""

from changes import made, only, points_by_level, shortage, unit_ids, with_claim, with_origins, with_side
from story import story

from generator.model.dossier import Dossier

DOSSIER = story()
ORIGIN = ("one shared origin", "independent", "leave open")


def circular() -> Dossier:
    """The story with a claim that comes back to a blog it began with."""
    dossier = with_side(with_side(DOSSIER, "harmless", "A", origin="blog"), "harmless", "B", origin="blog")
    return with_origins(
        dossier,
        {"blog": "outlet", "forum": "outlet"},
        ("okafor", "blog", "stated"),
        ("blog", "forum", "stated"),
        ("forum", "blog", "stated"),
        ("blog", "gazette", "stated"),
        ("blog", "lakeland", "stated"),
    )


def test_each_level_names_one_thing_more() -> None:
    for lane in ("support", "core", "extension"):
        item = made("corroboration_paragraph", DOSSIER, lane=lane)
        assert points_by_level(item) == [8, 6, 4, 2]
        named = [
            (
                "say" in level.sample,
                "They differ" in level.sample,
                any(words in level.sample for words in ORIGIN),
                "This would" in level.sample,
            )
            for level in item.key.rubric
        ]
        assert [sum(parts) for parts in named] == [4, 3, 2, 1]


def test_independence_is_that_of_the_graph() -> None:
    for claim, words in (("harmless", "one shared origin, Dana Okafor"), ("start", "two independent origins")):
        item = made("corroboration_paragraph", DOSSIER, claim, "homes", lane="support")
        assert words in item.key.rubric[0].sample
        assert words in item.key.accept[0]
    told = made("corroboration_paragraph", DOSSIER, "start", "homes").key.rubric[0].sample
    assert "from Hanna Lile, and report B has it from Imre Vass" in told


def test_open_origins_stay_open() -> None:
    dossier = with_origins(DOSSIER, {"caller": "unknown"}, ("caller", "lakeland", "stated"))
    dossier = with_side(dossier, "start", "B", origin="caller")
    item = made("corroboration_paragraph", dossier, "start", "homes")
    assert "leave open whether" in item.key.rubric[0].sample
    assert "two independent" not in item.key.rubric[0].sample


def test_circular_is_named_only_where_steps_come_round() -> None:
    wrong = "The reports are circular."
    plain = made("corroboration_paragraph", DOSSIER, "harmless", "homes")
    assert "circular" not in plain.key.rubric[0].sample
    assert wrong in {reject.text for reject in plain.key.reject}
    looped = made("corroboration_paragraph", circular(), "harmless", "homes")
    assert "part of the reporting is circular" in looped.key.rubric[0].sample
    assert wrong not in {reject.text for reject in looped.key.reject}


def test_circular_is_no_wrong_answer_where_another_claim_runs_in_a_circle() -> None:
    item = made("corroboration_paragraph", circular(), "start", "homes")
    assert "circular" not in item.key.rubric[0].sample
    assert not any("circular" in reject.text for reject in item.key.reject)


def test_values_are_told_where_the_words_alone_show_no_difference() -> None:
    dossier = with_side(DOSSIER, "homes", "A", value="the eastern streets")
    sample = made("corroboration_paragraph", dossier, "start", "homes").key.rubric[0].sample
    assert "Report A has “the eastern streets”, where it says “About 400 homes” (A, line 2)" in sample
    assert "where it says" not in made("corroboration_paragraph", DOSSIER, "start", "homes").key.rubric[0].sample


def test_lanes() -> None:
    support = made("corroboration_paragraph", DOSSIER, lane="support")
    core = made("corroboration_paragraph", DOSSIER)
    extension = made("corroboration_paragraph", DOSSIER, lane="extension")
    assert len(support.question.response.frame) == 4  # type: ignore[union-attr]
    assert not core.question.response.frame  # type: ignore[union-attr]
    assert support.question.hints
    assert core.question.hints
    assert not extension.question.hints
    assert "brief" in extension.question.stem
    assert "as sure as the reports" in extension.key.rubric[0].names
    assert len(extension.key.reject) == len(core.key.reject) + 1


def test_one_of_each_sort_is_taken_in_where_only_the_other_is_named() -> None:
    assert len(made("corroboration_paragraph", DOSSIER, "harmless", "start").asks) == 3
    assert len(made("corroboration_paragraph", DOSSIER, "homes").asks) == 2


def test_content_points_hold_words_of_both_reports() -> None:
    item = made("corroboration_paragraph", DOSSIER, lane="extension")
    for point in item.key.accept[:-1]:
        assert "(A, line" in point
        assert "(B, line" in point
    assert all(settle in " ".join(item.key.accept) for settle in DOSSIER.claim("homes").settle)


def test_only_what_both_say_firmly_and_from_known_origins() -> None:
    name = "corroboration_paragraph"
    assert set(unit_ids(name, DOSSIER)) == {"harmless", "start", "homes", "place"}
    assert shortage(name, DOSSIER, "brown") == "no-origin"
    assert shortage(name, DOSSIER, "clear-day") == "not-firm"
    assert shortage(name, DOSSIER, "digger") == "other-relation"
    assert shortage(name, with_claim(DOSSIER, "homes", settle=()), "homes") == "no-settle"
    assert shortage(name, with_claim(DOSSIER, "start", statement=None), "start") == "no-statement"
    assert shortage(name, with_side(DOSSIER, "start", "B", standing="denied"), "start") == "not-firm"
    assert shortage(name, only(DOSSIER, "harmless", "start"), "start") == "one-sort"
