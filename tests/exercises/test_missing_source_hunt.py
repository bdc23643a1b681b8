"""Missing source hunt on the story: every word that hides who says so in the lines, and how many are enough."""

from staging import changed, make, usable, why_not
from story import story

from generator.exercises.missing_source_hunt import MissingSourceHunt
from generator.mark import mark
from generator.model.dossier import Attribution, Dossier
from generator.model.item import Item, TextSelection, TextSelectionAnswer
from generator.model.vocabulary import LANES

KIND, DOSSIER = MissingSourceHunt(), story()


def hidden(dossier: Dossier, *ids: str) -> Dossier:
    """The story with these attributions robbed of their source."""
    for id_ in ids:
        dossier = changed(
            dossier, "attributions", id_, source=None, called=None, form="agentless", source_kind="none"
        )
    return dossier


SEVERAL = hidden(DOSSIER, "company-boil", "wren-digger", "lile-monday")
"""Report A with four agentless attributions, in four paragraphs."""


def spans(item: Item) -> list[str]:
    assert isinstance(item.key.answer, TextSelectionAnswer)
    return [span.text for span in item.key.answer.spans]


def response(item: Item) -> TextSelection:
    assert isinstance(item.question.response, TextSelection)
    return item.question.response


def test_one_place_that_two_notes_cover_counts_once() -> None:
    """“It was confirmed” is the cue of an attribution and a marker."""
    assert usable(KIND, DOSSIER) == ["schools-off"]
    unit = KIND.units(DOSSIER).units[0]
    assert set(unit.notes) == {"schools-off", "confirmed-schools"}
    assert spans(make(KIND, DOSSIER, lane="support")) == ["It was confirmed"]


def test_a_marker_without_an_attribution_is_found_too() -> None:
    bare = DOSSIER.model_copy(
        update={"attributions": tuple(a for a in DOSSIER.attributions if a.id != "schools-off")}
    )
    assert usable(KIND, bare) == ["confirmed-schools"]
    assert spans(make(KIND, bare, lane="support")) == ["It was confirmed"]


def test_a_confirmation_whose_source_stands_beside_it_hides_nothing() -> None:
    quote = next(m.quote for m in DOSSIER.markers if m.id == "confirmed-schools")
    sourced = changed(
        DOSSIER,
        "attributions",
        "schools-off",
        source=next(a.source for a in DOSSIER.attributions if a.id == "mayor-water"),
        form="indirect",
        source_kind="person",
        cue=quote,
    )
    assert usable(KIND, sourced) == []


def test_key_holds_every_hidden_source_of_its_lines() -> None:
    for lane in LANES:
        for seed in "abcdef":
            item = make(KIND, SEVERAL, lane=lane, seed=seed)
            first, last = response(item).lines
            inside = [
                a.cue
                for a in SEVERAL.attributions
                if a.label == "A" and a.source is None and a.cue and first <= a.cue.first <= last
            ]
            assert {cue.text for cue in inside} <= set(spans(item))
            assert item.question.points == len(inside)


def test_more_to_find_and_less_help_from_lane_to_lane() -> None:
    made = {lane: make(KIND, SEVERAL, lane=lane) for lane in LANES}
    assert {lane: item.question.points for lane, item in made.items()} == {"support": 2, "core": 3, "extension": 4}
    last = max(line.n for line in SEVERAL.passages["A"].lines)
    assert response(made["extension"]).lines == (1, last)
    assert {lane: response(item).find for lane, item in made.items()} == {
        "support": 2,
        "core": 3,
        "extension": None,
    }
    assert [bool(made[lane].question.hints) for lane in LANES] == [True, False, False]


def test_rumours_count_but_need_not_be_found() -> None:
    item = make(KIND, DOSSIER, lane="extension")
    assert isinstance(item.key.answer, TextSelectionAnswer)
    assert spans(item) == ["It was confirmed", "allegedly"]
    assert item.key.answer.enough == 1
    for span in item.key.answer.spans:
        assert mark(item, [(span.mark, span.start, span.end)]) == item.question.points


def test_words_beside_a_source_are_wrong_and_the_key_says_why() -> None:
    item = make(KIND, DOSSIER, lane="extension")
    rejects = {reject.text: reject.why for reject in item.key.reject}
    assert "without a name" in rejects["a worker on the Castle Street building site"]
    assert "the water company" in rejects["said"]
    assert "how sure" in rejects["may"]
    cue = next(a.cue for a in DOSSIER.attributions if a.id == "company-boil")
    assert isinstance(item.key.answer, TextSelectionAnswer)
    assert cue is not None
    assert mark(item, [(item.key.answer.spans[0].mark, cue.start, cue.end)]) == 0


def test_words_on_which_readers_may_differ_cost_nothing() -> None:
    told = " ".join(make(KIND, DOSSIER, lane="extension").key.accept)
    assert "“is expected”" in told


def test_notes_that_another_item_asks_for_stay_out_of_the_lines() -> None:
    cue = next(a.cue for a in SEVERAL.attributions if a.id == "wren-digger")
    assert cue is not None
    for lane in LANES:
        for seed in "abcdef":
            item = make(KIND, SEVERAL, "company-boil", "schools-off", "lile-monday", lane=lane, seed=seed)
            first, last = response(item).lines
            assert not first <= cue.first <= last
            assert not any(fact.startswith("attribution:wren-digger") for fact in item.asks)


def test_key_gives_away_that_there_is_no_source() -> None:
    assert {"attribution:schools-off:source", "marker:confirmed-schools:text"} <= make(KIND, DOSSIER).asks


def test_only_where_the_notes_hold_everything() -> None:
    for complete in ({"attributions"}, {"markers", "wording"}):
        open_ = DOSSIER.passages["A"].model_copy(update={"complete": frozenset(complete)})
        unsure = DOSSIER.model_copy(update={"passages": {**DOSSIER.passages, "A": open_}})
        assert why_not(KIND, unsure, "schools-off") == "not-complete"


def test_shortages() -> None:
    mute = changed(DOSSIER, "attributions", "schools-off", cue=None).model_copy(update={"markers": ()})
    assert why_not(KIND, mute, "schools-off") == "no-cue"
    note = next(a for a in DOSSIER.attributions if a.id == "schools-off")
    assert isinstance(note, Attribution)
    assert note.cue is not None
    head = note.cue.model_copy(update={"start": 0, "end": 5, "first": 0, "last": 0, "text": "Brown"})
    above = changed(DOSSIER, "attributions", "schools-off", cue=head)
    assert why_not(KIND, above, "schools-off") == "not-body"
