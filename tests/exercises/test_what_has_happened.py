"""What has happened on the story: a promise is no deed, and the same thing may stand at two steps."""

from collections import Counter

from staging import changed, chosen_texts, make, scene, usable, why_not
from story import quote, story

from generator.exercises.what_has_happened import WhatHasHappened
from generator.model.vocabulary import LANES

KIND, DOSSIER = WhatHasHappened(), story()


def steps(**wishes: object) -> dict[str, str]:
    made = KIND.make(DOSSIER, KIND.units(DOSSIER).units, scene(KIND.name, rows=12, **wishes))
    return {row: text.split(":")[0] for row, text in chosen_texts(made).items()}


def test_key_of_the_story() -> None:
    assert steps() == {
        "free bottled water (A, lines 13–14)": "word given",
        "the handing out of bottles (A, lines 14–15)": "intended",
        "the fountains in two schools (A, lines 16–17)": "done",
        "free bottled water (B, lines 14–15)": "done",
        "the lorries with bottles (B, lines 15–16)": "done",
    }


def test_support_shows_the_clause() -> None:
    assert steps(lane="support")["free bottled water: “The council is giving out free bottled water” (B, line 14)"]


def test_extension_gets_the_paragraph_unless_another_step_stands_there() -> None:
    rows = steps(lane="extension")
    assert rows["the fountains in two schools (A, lines 16–18)"] == "done"
    assert rows["the handing out of bottles (A, lines 14–15)"] == "intended"


def test_same_thing_on_the_same_lines_is_told_by_its_words() -> None:
    dossier = changed(DOSSIER, "steps", "handing-out", what="Free bottled water")
    for lane in LANES:
        rows = chosen_texts(make(KIND, dossier, lane=lane, rows=12))
        assert any("“promised free bottled water to everyone affected”" in row for row in rows)
        assert any("“It will probably be handed out from Thursday”" in row for row in rows)


def test_no_step_pays_for_guessing() -> None:
    for seed in "abcdef":
        for lane in LANES:
            counts = Counter(chosen_texts(make(KIND, DOSSIER, lane=lane, seed=seed)).values())
            assert max(counts.values()) <= sum(counts.values()) // 2 + 1
            assert len(counts) == 3


def test_rows_left_to_one_step_are_filled_up() -> None:
    done = [
        unit for unit in KIND.units(DOSSIER).units if unit.id in ("fountains-off", "giving-water", "lorries-there")
    ]
    assert len(set(chosen_texts(KIND.make(DOSSIER, done, scene(KIND.name))).values())) == 3


def test_a_promise_taken_for_a_deed_is_the_misreading_behind_done() -> None:
    item = make(KIND, DOSSIER)
    done = next(column for column in item.question.response.columns if column.text.startswith("done"))  # type: ignore[union-attr]
    assert "promise" in item.key.misreadings[done.id]


def test_evidence_tells_thing_step_and_reason() -> None:
    shows = {e.quote: e.shows for e in make(KIND, DOSSIER, rows=12).key.evidence}
    assert shows["promised free bottled water to everyone affected"] == (
        "free bottled water: word given. The mayor gives her word, and nothing has been handed out."
    )


def test_rows_tell_that_a_report_speaks_of_it_and_support_shows_how() -> None:
    tells = {lane: make(KIND, DOSSIER, lane=lane, rows=12).tells for lane in LANES}
    assert all("claim:lorries:B:present" in told for told in tells.values())
    whole = quote(DOSSIER.passages, "B", "Two lorries with bottles stood outside the building")
    shown = changed(DOSSIER, "steps", "lorries-there", quote=whole)
    assert "claim:lorries:B:standing" in make(KIND, shown, lane="support", rows=12).tells
    assert "claim:lorries:B:standing" not in make(KIND, shown, rows=12).tells


def test_rows_can_go_for_the_notes_whose_words_they_show() -> None:
    unit = next(unit for unit in KIND.units(DOSSIER).units if unit.id == "giving-water")
    assert "website-water" in unit.notes


def test_clauses_with_the_word_for_their_step_give_way_to_others() -> None:
    promise = next(note for note in DOSSIER.steps if note.id == "promised-water")
    other = quote(DOSSIER.passages, "B", "Two lorries with bottles stood outside the building")
    plain = promise.model_copy(update={"id": "other-promise", "label": "B", "what": "two lorries", "quote": other})
    dossier = DOSSIER.model_copy(update={"steps": (*DOSSIER.steps, plain)})
    for seed in "abcdef":
        rows = chosen_texts(make(KIND, dossier, lane="support", seed=seed))
        given = [row for row, step in rows.items() if step.startswith("word given")]
        assert all("two lorries" in row for row in given)
    for seed in "abcdef":
        rows = chosen_texts(make(KIND, DOSSIER, lane="support", seed=seed))
        assert any("promised" in row for row in rows), "there is no other clause for this step"


def test_no_column_repeats_the_word_for_a_step() -> None:
    columns = make(KIND, DOSSIER).question.response.columns  # type: ignore[union-attr]
    heads = {"planned", "plan", "promised", "promise", "agreed", "agree"}
    assert not heads & {word.strip(":,") for column in columns for word in column.text.split()}


def test_two_reports_that_tell_the_same_step_of_the_same_thing_make_one_row() -> None:
    dossier = changed(DOSSIER, "steps", "lorries-there", what="Free bottled water")
    for seed in "abcdef":
        rows = chosen_texts(make(KIND, dossier, rows=12, seed=seed))
        assert len({(row.split(" (")[0].casefold(), step) for row, step in rows.items()}) == len(rows)
    few = dossier.model_copy(
        update={"steps": tuple(s for s in dossier.steps if s.id not in ("fountains-off", "handing-out"))}
    )
    assert len(chosen_texts(make(KIND, few, rows=12))) == 3


def test_shortages() -> None:
    hoped = changed(DOSSIER, "steps", "handing-out", step="done")
    assert why_not(KIND, hoped, "handing-out") == "not-yet"
    only_done = DOSSIER.model_copy(update={"steps": tuple(s for s in DOSSIER.steps if s.step == "done")})
    assert usable(KIND, only_done) == []
    assert why_not(KIND, only_done, "lorries-there") == "too-few"
    tower = quote(DOSSIER.passages, "A", "in 2011").model_copy(
        update={
            "start": DOSSIER.passages["A"].text.index("2019"),
            "end": DOSSIER.passages["A"].text.index("2019") + 4,
        }
    )
    assert why_not(KIND, changed(DOSSIER, "steps", "fountains-off", quote=tower), "fountains-off") == "not-body"
