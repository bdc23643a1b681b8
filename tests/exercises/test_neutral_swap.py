"""Neutral swap: only the writer's own loaded words, only beyond dispute."""

from changes import made, shortage, unit_ids
from story import story

from generator.load.content import load_dossier
from generator.load.project import bundled_root, open_project
from generator.model.dossier import Dossier
from generator.model.item import Item, ShortText, ShortTextAnswer

DOSSIER = story()


def test_only_the_writers_words_that_nobody_would_dispute() -> None:
    assert unit_ids("neutral_swap", DOSSIER) == ["smashed", "stormed"]
    assert shortage("neutral_swap", DOSSIER, "panic") == "quoted"
    assert shortage("neutral_swap", DOSSIER, "secret") == "arguable"


def test_accepts_what_the_notes_give_and_never_the_word_itself() -> None:
    item = made("neutral_swap", DOSSIER)
    by_label = {blank.label: blank.id for blank in item.question.response.blanks}  # type: ignore[union-attr]
    key = item.key.answer.blanks[by_label["“smashed” (B, line 6)"]]  # type: ignore[union-attr]
    assert {key.model, *key.accept} == {"hit", "damaged"}
    assert "smashed" in [reject.text for reject in item.key.reject]


def test_words_without_an_effect_or_a_neutral_word_are_short() -> None:
    bare = [note.model_copy(update={"effect": None}) for note in DOSSIER.wording]
    assert shortage("neutral_swap", DOSSIER.model_copy(update={"wording": tuple(bare)}), "smashed") == "no-effect"
    bare = [note.model_copy(update={"neutral": ()}) for note in DOSSIER.wording]
    assert shortage("neutral_swap", DOSSIER.model_copy(update={"wording": tuple(bare)}), "smashed") == "no-neutral"


def test_bank_of_support_has_more_words_than_blanks_and_none_of_another_form_if_possible() -> None:
    for ids in (("smashed",), ("stormed",), ("smashed", "stormed")):
        response = made("neutral_swap", DOSSIER, *ids, lane="support").question.response
        assert len(response.bank) > len(response.blanks)  # type: ignore[union-attr]
        if len(ids) == 1:
            assert not {"panic", "disgrace"} & set(response.bank)  # type: ignore[union-attr]
    assert {"hit", "went to"} <= set(response.bank)  # type: ignore[union-attr]
    assert not made("neutral_swap", DOSSIER).question.response.bank  # type: ignore[union-attr]


def test_one_wording_is_asked_for_in_the_singular() -> None:
    assert "each of these" not in made("neutral_swap", DOSSIER, "smashed").question.prompt
    assert "each of these" in made("neutral_swap", DOSSIER).question.prompt


def test_words_that_may_be_a_speakers_are_left_alone() -> None:
    open_ = [n.model_copy(update={"voice": "unclear"}) if n.id == "stormed" else n for n in DOSSIER.wording]
    assert shortage("neutral_swap", DOSSIER.model_copy(update={"wording": tuple(open_)}), "stormed") == "unclear"


def without(*ids: str) -> Dossier:
    """The story with these words marked as ones that the sentence can do without."""
    noted = tuple(n.model_copy(update={"may_leave_out": n.id in ids}) for n in DOSSIER.wording)
    return DOSSIER.model_copy(update={"wording": noted})


def accepted(item: Item) -> dict[str, set[str]]:
    assert isinstance(item.question.response, ShortText)
    assert isinstance(item.key.answer, ShortTextAnswer)
    labels = {blank.id: blank.label for blank in item.question.response.blanks}
    return {labels[id_]: {key.model, *key.accept} for id_, key in item.key.answer.blanks.items()}


def test_leaving_out_is_neither_offered_nor_accepted_where_no_word_may_go() -> None:
    item = made("neutral_swap", DOSSIER)
    assert "leave out" not in item.question.stem
    assert not any("eave out" in text for text in (*item.key.accept, *(r.text for r in item.key.reject)))
    assert not any("leave out" in texts for texts in accepted(item).values())


def test_leaving_out_is_accepted_only_for_words_that_may_go() -> None:
    item = made("neutral_swap", without("smashed"))
    assert "leave out" in item.question.stem
    ways = {"leave out", "leave it out", "nothing"}
    for label, texts in accepted(item).items():
        assert (ways <= texts) if "smashed" in label else not (ways & texts)
    assert any("Leave out" in text and "smashed" in text and "stormed" not in text for text in item.key.accept)
    assert any("Leave out" in reject.text and "stormed" in reject.text for reject in item.key.reject)


def test_where_every_word_may_go_nothing_of_that_is_rejected() -> None:
    item = made("neutral_swap", without("smashed", "stormed"))
    assert all("leave out" in texts for texts in accepted(item).values())
    assert not any("Leave out" in reject.text for reject in item.key.reject)


def test_every_word_of_a_bank_that_fits_is_accepted() -> None:
    """Besides loaded words, a bank holds only what one of its blanks accepts."""
    item = made("neutral_swap", without("smashed"), lane="support")
    loaded = {note.quote.text for note in DOSSIER.wording}
    assert set(item.question.response.bank) <= loaded.union(*accepted(item).values())  # type: ignore[union-attr]


def test_a_bank_has_one_word_for_each_place_and_the_others_are_loaded() -> None:
    noted = tuple(
        n.model_copy(update={"neutral": ("hit", "damaged", "struck")})
        if n.id == "smashed"
        else n.model_copy(update={"neutral": ("hit", "went to")})
        if n.id == "stormed"
        else n
        for n in DOSSIER.wording
    )
    item = made("neutral_swap", DOSSIER.model_copy(update={"wording": noted}), lane="support")
    bank = item.question.response.bank  # type: ignore[union-attr]
    fits = [[word for word in bank if word in texts] for texts in accepted(item).values()]
    assert fits == [["damaged"], ["went to"]]
    loaded = {note.quote.text for note in noted}
    assert set(bank) - {"damaged", "went to"} <= loaded


def test_two_places_that_take_the_same_word_alone_get_no_bank() -> None:
    noted = tuple(n.model_copy(update={"neutral": ("hit",)}) for n in DOSSIER.wording)
    assert not made(
        "neutral_swap", DOSSIER.model_copy(update={"wording": noted}), lane="support"
    ).question.response.bank  # type: ignore[union-attr]


def test_a_capital_letter_does_not_tell_the_place() -> None:
    noted = tuple(
        n.model_copy(update={"quote": n.quote.model_copy(update={"text": "Smashed"}), "neutral": ("Hit",)})
        if n.id == "smashed"
        else n
        for n in DOSSIER.wording
    )
    bank = made(
        "neutral_swap", DOSSIER.model_copy(update={"wording": noted}), lane="support"
    ).question.response.bank  # type: ignore[union-attr]
    assert "hit" in bank
    assert all(word == word.lower() for word in bank)


def test_notes_of_a_report_say_which_words_may_go() -> None:
    dossier = load_dossier(open_project(bundled_root()), "footbridge").dossier
    assert dossier is not None
    may = {note.id: note.may_leave_out for note in dossier.wording}
    assert (may["endless"], may["trudged"]) == (True, False)
