"""Cue swap on the story: what the report's own cue does, new cues to class, a cue to write."""

import pytest
from staging import changed, make, usable, why_not, words
from story import story

from generator.exercises.cue_swap import EFFECTS, CueSwap
from generator.mark import mark
from generator.model.item import Item, ShortText, ShortTextAnswer
from generator.model.vocabulary import LANES, Lane

KIND, DOSSIER = CueSwap(), story()
SEEDS = "abcdefghijkl"


def effect(name: str) -> str:
    return words("cue_swap").say(f"effect.{name}")


def table(item: Item) -> list[dict[str, tuple[str, bool]]]:
    """The rows in the order of the sheet: column -> (text, whether it is given)."""
    response, answer = item.question.response, item.key.answer
    assert isinstance(response, ShortText)
    assert isinstance(answer, ShortTextAnswer)
    assert response.table is not None
    asked = {f"{b.row}:{b.column}": answer.blanks[b.id].model for b in response.blanks}
    rows = []
    for row in response.table.rows:
        places = {
            name: f"{row.id}:{c.id}" for name, c in zip(("word", "does"), response.table.columns, strict=True)
        }
        rows.append(
            {
                name: (response.table.given[at], True) if at in response.table.given else (asked[at], False)
                for name, at in places.items()
            }
        )
    return rows


def lists(name: str) -> set[str]:
    return {
        form.strip() for entry in words("cue_swap").say(f"cues.{name}").split(",") for form in entry.split("/")
    }


@pytest.mark.parametrize("lane", LANES)
def test_every_word_stands_on_the_list_of_its_effect(lane: Lane) -> None:
    for note in usable(KIND, DOSSIER):
        for seed in SEEDS:
            own, *new = table(make(KIND, DOSSIER, note, lane=lane, seed=seed))
            cue = next(a.cue for a in DOSSIER.attributions if a.id == note)
            assert cue is not None
            assert own["word"] == (cue.text, lane == "support")
            assert own["does"] == (effect("neutral"), False)
            for row in new:
                name = next(name for name in EFFECTS if effect(name) == row["does"][0])
                assert row["word"][0] in lists(name)
                assert row["word"][0] != cue.text
                assert row["word"][1] != row["does"][1], "one of the two is asked"
            assert len({row["word"][0] for row in new}) == len(new)


def test_a_cue_to_write_has_another_effect_than_any_cue_that_is_given() -> None:
    for lane in LANES:
        for seed in SEEDS:
            rows = table(make(KIND, DOSSIER, "company-boil", lane=lane, seed=seed))
            given = {row["does"][0] for row in rows if row["word"][1]}
            written = [row["does"][0] for row in rows[1:] if not row["word"][1]]
            assert len(written) == 1
            assert not set(written) & (given | {effect("neutral")})


def test_all_effects_come_up_and_not_always_in_the_same_place() -> None:
    made = [table(make(KIND, DOSSIER, "company-boil", seed=seed)) for seed in SEEDS]
    assert {rows[1]["does"][0] for rows in made} == {effect(name) for name in EFFECTS}
    assert len({rows[2]["does"][0] for rows in made}) == 2


def test_the_own_effect_follows_the_notes() -> None:
    """“promised” stands once in the story, so its strength can be changed alone."""
    for strength in ("distancing", "endorsing"):
        other = changed(DOSSIER, "attributions", "mayor-water", strength=strength)
        item = make(KIND, other, "mayor-water")
        assert table(item)[0]["does"] == (effect(strength), False)
        assert item.key.evidence[0].shows == effect(strength)


def test_new_words_have_the_form_of_the_own_one() -> None:
    present = changed(DOSSIER, "attributions", "neighbours-pay", strength="endorsing")
    for seed in SEEDS:
        for row in table(make(KIND, present, "neighbours-pay", seed=seed))[1:]:
            assert row["word"][0] in {"say", "state", "claim", "allege", "point out", "reveal"}


def test_any_form_of_any_word_with_the_effect_is_accepted_and_no_other() -> None:
    for seed in SEEDS:
        item = make(KIND, DOSSIER, "company-boil", lane="extension", seed=seed)
        assert isinstance(item.key.answer, ShortTextAnswer)
        given = {id_: key.model for id_, key in item.key.answer.blanks.items()}
        place = next(id_ for id_, key in item.key.answer.blanks.items() if len(key.accept) > 10)
        name = next(name for name in EFFECTS if given[place] in lists(name))
        full = item.question.points
        for other in EFFECTS:
            for text in lists(other):
                assert mark(item, {**given, place: text}) == (full if other == name else full - 1), text
        assert mark(item, {**given, place: "said"}) == full - 1


def test_the_cue_must_be_found_unless_the_lane_is_support() -> None:
    for lane in LANES:
        question = make(KIND, DOSSIER, "wren-digger", lane=lane).question
        assert ("Find the reporting word" in question.stem) == (lane != "support")
        assert question.hints or lane == "extension"


def test_the_source_together_with_the_cue_is_accepted() -> None:
    item = make(KIND, DOSSIER, "wren-digger")
    assert isinstance(item.key.answer, ShortTextAnswer)
    found = next(key for key in item.key.answer.blanks.values() if key.model == "said")
    assert "said Paul Wren" in found.accept


def test_key_says_of_every_swap_what_changes() -> None:
    for seed in SEEDS:
        item = make(KIND, DOSSIER, "company-boil", lane="extension", seed=seed)
        for row in table(item)[1:]:
            assert f"to “{row['word'][0]}”" in item.key.rationale


def test_support_has_cues_to_choose_from_and_none_that_the_table_gives() -> None:
    for seed in SEEDS:
        item = make(KIND, DOSSIER, "company-boil", lane="support", seed=seed)
        assert isinstance(item.question.response, ShortText)
        bank = set(item.question.response.bank)
        assert {effect(name) for name in EFFECTS} <= bank
        given = {row["word"][0] for row in table(item) if row["word"][1]}
        assert sum(bool(bank & lists(name)) for name in EFFECTS) > 1
        assert not bank & given


def test_cues_of_which_the_answer_could_be_disputed_are_left_out() -> None:
    assert why_not(KIND, DOSSIER, "mayor-water") == "asserting"
    assert why_not(KIND, DOSSIER, "schools-off") == "no-source"
    assert why_not(KIND, DOSSIER, "okafor-clear") == "rare"
    once_more = changed(DOSSIER, "attributions", "okafor-rust", strength="distancing")
    assert why_not(KIND, once_more, "vass-patients") == "two-strengths"
    assert (
        why_not(KIND, changed(DOSSIER, "attributions", "wren-digger", strength=None), "wren-digger")
        == "no-strength"
    )
    assert why_not(KIND, changed(DOSSIER, "attributions", "wren-digger", cue=None), "wren-digger") == "no-cue"


def test_a_cue_that_stands_twice_in_its_sentence_is_left_out() -> None:
    note = next(a for a in DOSSIER.attributions if a.id == "company-boil")
    assert note.cue is not None
    passage = DOSSIER.passages["A"]
    text = passage.text.replace("boil their water", "said to water")
    blocks = tuple(
        b.model_copy(update={"text": b.text.replace("boil their water", "said to water")}) for b in passage.blocks
    )
    shift = len("said to water") - len("boil their water")
    moved = note.cue.model_copy(update={"start": note.cue.start + shift, "end": note.cue.end + shift})
    doubled = changed(DOSSIER, "attributions", "company-boil", cue=moved).model_copy(
        update={"passages": {**DOSSIER.passages, "A": passage.model_copy(update={"text": text, "blocks": blocks})}}
    )
    assert why_not(KIND, doubled, "company-boil") == "twice"
