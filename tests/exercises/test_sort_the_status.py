"""Sort the status on the story: one column for each statement, and nothing that would fit two."""

from staging import changed, chosen_texts, make, usable, why_not
from story import story

from generator.exercises.sort_the_status import SortTheStatus

KIND, DOSSIER = SortTheStatus(), story()
FACT, SAID, ALLEGED, EXPECTED = (
    "told as a fact, no source given",
    "said by a source",
    "alleged, no source given",
    "possible or expected, no source given",
)


def status(*use: str) -> dict[str, str]:
    return {
        f"{row.split('. (')[0]} {row.split('(')[1][0]}": text
        for row, text in chosen_texts(make(KIND, DOSSIER, *use, rows=12)).items()
    }


def test_each_standing() -> None:
    assert status("secret-2011", "bottle-day", "week-2011", "place") == {
        "The cause of the brown water in 2011 was kept secret A": ALLEGED,
        "Bottled water will be handed out from Thursday A": EXPECTED,
        "The town had brown water in 2011 A": FACT,
        "The damaged pipe is under Castle Street A": SAID,
        "The damaged pipe is under Castle Street B": FACT,
    }


def test_limits_of_exactness_leave_the_standing_alone() -> None:
    assert set(status("homes", "brown").values()) == {SAID, FACT}


def test_source_with_a_limit_is_left_out() -> None:
    assert why_not(KIND, DOSSIER, "digger") == "unclear-standing"
    assert "A digger hit the pipe A" not in status()
    assert status()["A digger hit the pipe B"] == FACT


def test_hidden_source_booster_and_distance_are_left_out() -> None:
    assert why_not(KIND, DOSSIER, "fountains") == "unclear-standing"
    assert why_not(KIND, DOSSIER, "payment") == "unclear-standing"
    distant = changed(DOSSIER, "attributions", "vass-patients", strength="distancing")
    assert why_not(KIND, distant, "patients") == "unclear-standing"


def test_every_standing_gets_a_row_before_any_gets_two() -> None:
    for seed in "abcdef":
        for lane in ("support", "core"):
            texts = list(chosen_texts(make(KIND, DOSSIER, lane=lane, seed=seed)).values())
            assert set(texts) == {FACT, SAID, ALLEGED, EXPECTED}
            assert max(texts.count(text) for text in texts) <= 2


def test_row_names_its_place_so_that_a_headline_cannot_contradict_it() -> None:
    for lane in ("support", "core", "extension"):
        assert all(", line" in row for row in chosen_texts(make(KIND, DOSSIER, lane=lane)))


def test_no_two_rows_with_the_same_words_and_answer_where_there_are_others() -> None:
    for seed in "abcdef":
        for lane in ("support", "core"):
            rows = chosen_texts(make(KIND, DOSSIER, lane=lane, seed=seed))
            told = [(row.split(" (")[0], answer) for row, answer in rows.items()]
            assert len(set(told)) == len(told)


def test_sentence_that_goes_on_about_a_speaker_is_left_out() -> None:
    def turned(text: str) -> str:
        return text.replace("Two lorries", "She lorries")

    passage = DOSSIER.passages["B"]
    blocks = tuple(b.model_copy(update={"text": turned(b.text)}) for b in passage.blocks)
    other = passage.model_copy(update={"text": turned(passage.text), "blocks": blocks})
    dossier = DOSSIER.model_copy(update={"passages": {**DOSSIER.passages, "B": other}})
    assert "lorries" in usable(KIND, DOSSIER)
    assert why_not(KIND, dossier, "lorries") == "unclear-standing"


def test_says_that_rows_leave_the_limiting_words_out() -> None:
    assert "leave out the words" in make(KIND, DOSSIER, "secret-2011", "bottle-day", "week-2011").question.stem
    assert "leave out" not in make(KIND, DOSSIER, "homes", "brown", "week-2011").question.stem
