"""Known or not on the story: answered, said to be unknown, or silent, for one report at a time."""

from staging import changed, chosen_texts, make, scene, why_not
from story import story

from generator.exercises.known_or_not import KnownOrNot

KIND, DOSSIER = KnownOrNot(), story()
KNOWN, UNKNOWN, SILENT = "It gives an answer.", "Somebody in it does not know.", "It says nothing about it."


def states(label: str) -> dict[str, str]:
    units = [unit for unit in KIND.units(DOSSIER).units if unit.group == label]
    return chosen_texts(KIND.make(DOSSIER, units, scene(KIND.name, rows=12)))


def test_states_of_report_a() -> None:
    assert states("A") == {
        "Why did the rust come loose?": UNKNOWN,
        "When should the water be clear again?": KNOWN,
        "How much will the repair cost?": SILENT,
        "Has a doctor seen anybody fall ill?": SILENT,
        "Who ordered the digging?": SILENT,
    }


def test_the_same_question_may_stand_otherwise_in_the_other_report() -> None:
    assert states("B")["Who ordered the digging?"] == UNKNOWN
    assert states("B")["Has a doctor seen anybody fall ill?"] == KNOWN


def test_key_names_the_questions_without_a_line() -> None:
    rationale = make(KIND, DOSSIER, rows=12).key.rationale
    assert "“How much will the repair cost?”" in rationale
    assert "rust" not in rationale


def test_every_state_has_a_row() -> None:
    for seed in "abcdef":
        for lane in ("support", "core", "extension"):
            assert set(chosen_texts(make(KIND, DOSSIER, lane=lane, seed=seed)).values()) == {
                KNOWN,
                UNKNOWN,
                SILENT,
            }


def test_an_item_that_shows_the_answering_claim_cannot_stand_beside_it() -> None:
    item = make(KIND, DOSSIER, rows=12)
    gap = next(g for g in DOSSIER.gaps if g.sides["A"][0] == "known")
    assert any(fact.endswith(":A:present") for fact in item.asks)
    named = make(KIND, changed(DOSSIER, "gaps", gap.id, claim="lorries"), rows=12)
    assert "claim:lorries:A:present" in named.asks - item.asks


def test_unit_can_be_left_out_for_the_claim_that_answers_it() -> None:
    gap = next(g for g in DOSSIER.gaps if g.sides["A"][0] == "known")
    named = changed(DOSSIER, "gaps", gap.id, claim="lorries")
    assert any("lorries" in unit.notes for unit in KIND.units(named).units)


def test_prompt_names_the_report() -> None:
    assert make(KIND, DOSSIER).question.prompt == "Tick what report A says about each question."


def test_shortages() -> None:
    unquoted = changed(DOSSIER, "gaps", "why-loose", sides={"A": ("source-does-not-know", None)})
    assert why_not(KIND, unquoted, "why-loose") == "no-quote"
    few = DOSSIER.model_copy(update={"gaps": DOSSIER.gaps[:2]})
    assert why_not(KIND, few, "clear-when") == "too-few"


def test_hint_gives_a_way_of_working_and_no_places() -> None:
    (hint,) = make(KIND, DOSSIER, lane="support").question.hints
    assert not any(sign.isdigit() for sign in hint)
    assert not make(KIND, DOSSIER, lane="core").question.hints


def test_where_only_one_answer_is_left_others_are_added() -> None:
    units = [unit for unit in KIND.units(DOSSIER).units if unit.labels == ("A",)]
    silent = [
        unit
        for unit in units
        if next(gap for gap in DOSSIER.gaps if gap.id == unit.id).sides["A"][0] == "not-mentioned"
    ]
    item = KIND.make(DOSSIER, silent, scene(KIND.name))
    assert item.key.evidence
    assert len(set(item.key.answer.cells.values())) > 1  # type: ignore[union-attr]
