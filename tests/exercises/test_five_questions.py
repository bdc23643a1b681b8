"""Five questions on the story: answers, the words that show them, silence, and what support finds done."""

import pytest
from staging import changed, make, usable, why_not
from story import story

from generator.exercises.five_questions import FiveQuestions
from generator.mark import mark
from generator.model.dossier import Dossier
from generator.model.item import BlankKey, Item, ShortText, ShortTextAnswer
from generator.model.particulars import TRUST, Judged
from generator.model.vocabulary import LANES

KIND, DOSSIER = FiveQuestions(), story()
NOTES = ("worker-digger", "wren-digger", "vass-patients")


def cells(item: Item) -> list[dict[str, BlankKey]]:
    """The rows in the order of the sheet: heading of the column -> key; only cells that are asked for."""
    response, answer = item.question.response, item.key.answer
    assert isinstance(response, ShortText)
    assert isinstance(answer, ShortTextAnswer)
    assert response.table is not None
    out: dict[str, dict[str, BlankKey]] = {row.id: {} for row in response.table.rows}
    for blank in response.blanks:
        assert blank.row is not None
        heading = next(c.text for c in response.table.columns if c.id == blank.column)
        assert blank.label.endswith(f": {heading}")
        out[blank.row][heading] = answer.blanks[blank.id]
    return list(out.values())


def models(item: Item) -> list[tuple[str, ...]]:
    return [tuple(key.model for key in row.values()) for row in cells(item)]


def judged(note: str, question: str, **values: object) -> Dossier:
    """The story with one answer changed."""
    trust = next(a.trust for a in DOSSIER.attributions if a.id == note)
    assert trust is not None
    new = {**trust, question: trust[question].model_copy(update=values)}
    return changed(DOSSIER, "attributions", note, trust=new)


def test_answers_and_words_as_the_notes_have_them() -> None:
    assert models(make(KIND, DOSSIER, "vass-patients")) == [
        ("can’t tell", "not stated"),
        ("no", "not stated"),
        ("yes", "I have not seen one sick patient"),
        ("yes", "a doctor at the Brindle clinic"),
        ("yes", "Imre Vass"),
    ]


def test_for_a_missing_name_the_words_for_the_source_or_silence_will_do() -> None:
    named = cells(make(KIND, DOSSIER, "worker-digger"))[-1]["Words that show it"]
    assert named.model == "a worker on the Castle Street building site"
    assert "not stated" in named.accept


def test_a_pronoun_is_no_name() -> None:
    she = next(a.source for a in DOSSIER.attributions if a.id == "lile-wait")
    other = changed(DOSSIER, "attributions", "vass-patients", source=she, called="Imre Vass")
    named = cells(make(KIND, other, "vass-patients"))[-1]["Words that show it"]
    assert "She" not in (named.model, *named.accept)
    assert named.model == "Imre Vass"


def test_silence_is_accepted_only_where_the_report_is_silent() -> None:
    for note in NOTES:
        for row, question in zip(cells(make(KIND, DOSSIER, note, lane="extension")), TRUST, strict=True):
            trust = next(a.trust for a in DOSSIER.attributions if a.id == note)
            assert trust is not None
            key = row["Words that show it"]
            silent = trust[question].quote is None or (question, trust[question].answer) == ("independent", "yes")
            assert ("not stated" in (key.model, *key.accept)) == silent
            assert ("nothing" in key.accept) == silent


def test_longer_and_shorter_words_are_marked_right_and_other_words_are_not() -> None:
    item = make(KIND, DOSSIER, "wren-digger", lane="extension")
    assert isinstance(item.key.answer, ShortTextAnswer)
    given = {id_: key.model for id_, key in item.key.answer.blanks.items()}
    place = next(id_ for id_, key in item.key.answer.blanks.items() if key.model == "who manages the site")
    full = item.question.points
    for words in (
        "Manages the site.",
        "who manages the site for the firm Tarn Homes",
        "“Our digger was nowhere near the main,” said Paul Wren, who manages the site for the firm Tarn Homes.",
    ):
        assert mark(item, {**given, place: words}) == full, words
    for words in ("the site", "not stated", "promised free bottled water"):
        assert mark(item, {**given, place: words}) == full - 1, words


def test_a_predicate_without_its_subject_will_do_unless_it_loses_a_negation() -> None:
    words = cells(make(KIND, DOSSIER, "vass-patients", lane="extension"))[2]["Words that show it"]
    assert words.model == "I have not seen one sick patient"
    assert {"have not seen one sick patient", "not seen one sick patient"} <= set(words.accept)
    assert not {"seen one sick patient", "one sick patient", "sick patient"} & set(words.accept)


def test_each_question_asks_for_one_thing() -> None:
    response = make(KIND, DOSSIER, "vass-patients").question.response
    assert isinstance(response, ShortText)
    assert response.table is not None
    assert "Does the report tell how the source knows it?" in response.table.rows[2].text


def test_question_does_not_name_the_source_and_items_that_ask_for_it_give_way() -> None:
    for note in NOTES:
        item = make(KIND, DOSSIER, note)
        source = next(a.source for a in DOSSIER.attributions if a.id == note)
        assert source is not None
        assert source.text not in item.question.stem
        assert f"attribution:{note}:source" in item.asks
        assert {f"trust:{note}:{question}" for question in TRUST} <= item.asks


@pytest.mark.parametrize("seed", list("abcdefgh"))
@pytest.mark.parametrize("note", NOTES)
def test_support_finds_two_rows_done_and_the_lines_of_all(note: str, seed: str) -> None:
    item = make(KIND, DOSSIER, note, lane="support", seed=seed)
    rows = cells(item)
    assert [len(row) for row in rows].count(0) == 2
    answers = {row["Yes, no or can’t tell?"].model for row in rows if row}
    assert len(answers) > 1, "a guess would earn full marks"
    response = item.question.response
    assert isinstance(response, ShortText)
    assert response.table is not None
    where = response.table.columns[-1].id
    assert all(f"{row.id}:{where}" in response.table.given for row in response.table.rows)
    assert {fact for fact in item.tells if fact.startswith("trust:")}.isdisjoint(item.asks)


def test_pointers_fade_and_a_row_is_a_mark() -> None:
    made = {lane: make(KIND, DOSSIER, "vass-patients", lane=lane) for lane in LANES}
    assert made["core"].question.hints
    assert not made["extension"].question.hints
    assert {lane: item.question.points for lane, item in made.items()} == {"support": 3, "core": 5, "extension": 5}


def test_every_answer_has_its_reason_in_the_key() -> None:
    for note in NOTES:
        trust = next(a.trust for a in DOSSIER.attributions if a.id == note)
        assert trust is not None
        paragraphs = make(KIND, DOSSIER, note, lane="support").key.rationale.split("\n")
        assert len(paragraphs) == len(TRUST)
        assert all(trust[q].why in text for q, text in zip(TRUST, paragraphs, strict=True))


def test_guesses_are_not_accepted_where_the_report_leaves_it_open() -> None:
    def rejected(note: str) -> str:
        return " ".join(reject.text for reject in make(KIND, DOSSIER, note).key.reject)

    for note in NOTES:
        trust = next(a.trust for a in DOSSIER.attributions if a.id == note)
        assert trust is not None
        unclear = {question for question, judged in trust.items() if judged.answer == "cannot-tell"}
        assert ("“Independent”" in rejected(note)) == ("independent" in unclear)
        assert ("leaves it open" in rejected(note)) == bool(unclear - {"independent"})
    assert "“Named?”" in rejected("worker-digger")
    assert "“Named?”" not in rejected("vass-patients")


def independent(item: Item) -> tuple[set[str], set[str]]:
    """What is accepted as the answer on independence, and as the words for it."""
    answer, words = cells(item)[0].values()
    return {answer.model, *answer.accept}, {words.model, *words.accept}


def test_a_stake_that_can_be_argued_but_is_not_stated_leaves_no_and_cannot_tell() -> None:
    item = make(KIND, DOSSIER, "vass-patients", lane="extension")
    answers, words = independent(item)
    assert {"can’t tell", "no"} <= answers
    assert "yes" not in answers
    assert {"not stated", "a doctor at the Brindle clinic"} <= words
    assert any("“no” too" in text for text in item.key.accept)


def test_an_outsider_leaves_yes_and_cannot_tell_and_a_part_in_the_matter_only_no() -> None:
    quote = next(a.introduced for a in DOSSIER.attributions if a.id == "vass-patients")
    outsider = judged("vass-patients", "independent", answer="yes", quote=quote)
    item = make(KIND, outsider, "vass-patients", lane="extension")
    answers, words = independent(item)
    assert {"yes", "can’t tell"} <= answers
    assert "no" not in answers
    assert "not stated" in words
    assert any("“can’t tell” with" in text for text in item.key.accept)
    item = make(KIND, DOSSIER, "wren-digger", lane="extension")
    answers, words = independent(item)
    assert answers == {"no"}
    assert "not stated" not in words
    assert not any("“Independent”" in text for text in item.key.accept)


def test_who_is_in_a_position_to_know_shows_in_what_the_source_is_and_in_how_it_knows() -> None:
    row = cells(make(KIND, DOSSIER, "vass-patients", lane="extension"))[3]["Words that show it"]
    pieces = {row.model, *row.accept}
    assert {"a doctor at the Brindle clinic", "doctor at the Brindle clinic", "a doctor"} & pieces
    assert "I have not seen one sick patient" in pieces
    guess = judged("vass-patients", "authoritative", answer="cannot-tell", quote=None)
    row = cells(make(KIND, guess, "vass-patients", lane="extension"))[3]["Words that show it"]
    assert "I have not seen one sick patient" not in row.accept


def test_support_finds_the_row_done_that_is_open_to_two_answers() -> None:
    for seed in "abcdefgh":
        rows = cells(make(KIND, DOSSIER, "vass-patients", lane="support", seed=seed))
        assert not rows[0]


def test_the_whole_report_is_the_place_to_look_for_another_source() -> None:
    response = make(KIND, DOSSIER, "vass-patients", lane="support").question.response
    assert isinstance(response, ShortText)
    assert response.table is not None
    where = [text for at, text in response.table.given.items() if at.endswith(response.table.columns[-1].id)]
    assert where[1].startswith("all of report")
    assert not any(text.startswith("all of") for text in (where[0], *where[2:]))


def test_notes_that_would_make_two_answers_right_are_left_out() -> None:
    quote = next(a.source for a in DOSSIER.attributions if a.id == "vass-patients")
    assert why_not(KIND, DOSSIER, "vass-panic") == "no-trust"
    assert why_not(KIND, judged("vass-patients", "authoritative", quote=None), "vass-patients") == "no-quote"
    assert why_not(KIND, judged("vass-patients", "independent", quote=quote), "vass-patients") == "open-with-quote"
    assert why_not(KIND, judged("vass-patients", "named", answer="no"), "vass-patients") == "named"
    assert why_not(KIND, judged("worker-digger", "named", answer="yes", quote=quote), "worker-digger") == "named"
    same = {question: Judged(answer="yes", why="It says so.", quote=quote) for question in TRUST}
    alike = changed(DOSSIER, "attributions", "vass-patients", trust=same)
    assert why_not(KIND, alike, "vass-patients") == "one-sided"
    gone = changed(DOSSIER, "attributions", "vass-patients", source=None)
    assert why_not(KIND, gone, "vass-patients") == "no-source"
    assert usable(KIND, DOSSIER) == list(NOTES)
