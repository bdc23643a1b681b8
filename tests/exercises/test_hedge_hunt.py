"""Hedge hunt on the story: every limiting word of the lines, no more, and the sort of each."""

from staging import make, usable, why_not
from story import story

from generator.exercises.hedge_hunt import HedgeHunt
from generator.model.item import Item, TextSelection, TextSelectionAnswer
from generator.model.vocabulary import LANES

KIND, DOSSIER = HedgeHunt(), story()


def found(item: Item) -> dict[str, str]:
    assert isinstance(item.question.response, TextSelection)
    assert isinstance(item.key.answer, TextSelectionAnswer)
    marks = {mark.id: mark.label for mark in item.question.response.marks}
    return {span.text: marks[span.mark] for span in item.key.answer.spans}


def test_all_limiting_words_of_a_report_sorted() -> None:
    assert found(make(KIND, DOSSIER, lane="extension")) == {
        "About": "not exact",
        "may": "possible or likely",
        "probably": "possible or likely",
        "is expected": "expected, but not sure",
        "allegedly": "alleged or rumoured",
    }


def test_key_holds_every_limiting_word_of_its_lines() -> None:
    for seed in "abcdefgh":
        for lane in LANES:
            item = make(KIND, DOSSIER, lane=lane, seed=seed)
            response = item.question.response
            assert isinstance(response, TextSelection)
            first, last = response.lines
            inside = {
                m.quote.text
                for m in DOSSIER.markers
                if m.label == response.passage and m.id in usable(KIND, DOSSIER) and first <= m.quote.first <= last
            }
            assert set(found(item)) == inside
            assert response.find == len(inside)


def test_every_sign_occurs_and_no_two_look_alike() -> None:
    for seed in "abcdefgh":
        item = make(KIND, DOSSIER, lane="extension", seed=seed)
        assert isinstance(item.question.response, TextSelection)
        marks = item.question.response.marks
        assert {mark.label for mark in marks} == set(found(item).values())
        assert len({mark.sign for mark in marks}) == len(marks)


def test_words_on_which_readers_may_differ_cost_nothing() -> None:
    item = make(KIND, DOSSIER, lane="extension")
    told = " ".join(item.key.accept)
    assert "“It was confirmed”" in told
    assert "did not know" not in told
    assert "It was confirmed" not in found(item)


def test_reporting_words_are_no_limits() -> None:
    item = make(KIND, DOSSIER, "probably-thursday", "expected-friday")
    assert [r.text for r in item.key.reject] == ["promised"]


def test_stated_ignorance_is_ruled_out_by_the_question() -> None:
    for lane in LANES:
        assert "somebody does not know" in make(KIND, DOSSIER, lane=lane).question.stem
    item = make(KIND, DOSSIER, lane="extension")
    assert "did not know" not in found(item)
    assert any(r.text == "did not know" and "leaves such words out" in r.why for r in item.key.reject)


def test_left_out_notes_stay_out_of_the_lines() -> None:
    """Another item asks for 'may'; no window may cover its paragraph."""
    for seed in "abcdef":
        item = make(
            KIND, DOSSIER, "about-400", "probably-thursday", "expected-friday", "allegedly-secret", seed=seed
        )
        assert "may" not in found(item)


def test_only_where_the_notes_hold_every_marker() -> None:
    open_ = DOSSIER.passages["A"].model_copy(update={"complete": frozenset({"attributions"})})
    unsure = DOSSIER.model_copy(update={"passages": {**DOSSIER.passages, "A": open_}})
    assert why_not(KIND, unsure, "may-digger") == "not-complete"
    assert why_not(KIND, DOSSIER, "certainly-pay") == "kind"
