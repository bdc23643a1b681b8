"""Certainty compare: who is surer follows from limiting words first, then from whose voice it is."""

from changes import made, right, shortage, unit_ids, with_claim, with_side
from story import story

DOSSIER = story()


def test_known_answers() -> None:
    digger = made("certainty_compare", DOSSIER, "digger")
    assert right(digger) == {"Report B is surer."}
    assert "“may” (A, line 9)" in digger.key.rationale
    assert right(made("certainty_compare", DOSSIER, "brown")) == {"Both are equally sure."}


def test_turned_around() -> None:
    claim = DOSSIER.claim("digger")
    a, b = claim.sides["A"], claim.sides["B"]
    dossier = with_side(
        with_side(DOSSIER, "digger", "A", standing="asserted", markers=(), said_by=None),
        "digger",
        "B",
        standing="hedged",
        markers=tuple(m.model_copy(update={"label": "B", "quote": b.quote}) for m in a.markers),
    )
    assert right(made("certainty_compare", dossier, "digger")) == {"Report A is surer."}


def test_own_voice_is_surer_than_a_source() -> None:
    dossier = with_claim(DOSSIER, "place", relations={"AB": "differ-in-certainty"})
    item = made("certainty_compare", dossier, "place")
    assert right(item) == {"Report B is surer."}
    assert "only passes it on" in item.key.rationale


def test_doubt_without_words_for_it_is_not_asked() -> None:
    silent = with_side(DOSSIER, "digger", "A", markers=())  # hedged, said by a worker, but no marker noted
    assert shortage("certainty_compare", silent, "digger") == "no-words"


def test_report_is_said_to_speak_for_itself_only_where_it_does() -> None:
    said = DOSSIER.claim("start").sides["B"].said_by
    attributed = with_side(DOSSIER, "digger", "B", standing="attributed", said_by=said)
    item = made("certainty_compare", attributed, "digger")
    assert right(item) == {"Report B is surer."}
    assert "own voice" not in item.key.rationale


def test_a_hope_or_a_plan_limits_too() -> None:
    marker = DOSSIER.claim("digger").sides["A"].markers[0].model_copy(update={"kind": "speech-act"})
    planned = with_side(DOSSIER, "digger", "A", markers=(marker,))
    assert right(made("certainty_compare", planned, "digger")) == {"Report B is surer."}
    rough = with_side(
        DOSSIER, "digger", "A", standing="asserted", markers=(marker.model_copy(update={"kind": "approximator"}),)
    )
    assert shortage("certainty_compare", rough, "digger") == "unclear-direction"


def test_no_answer_where_the_notes_show_no_direction() -> None:
    dossier = with_side(DOSSIER, "digger", "B", standing="hedged")
    assert shortage("certainty_compare", dossier, "digger") == "unclear-direction"


def test_equally_sure_needs_complete_markers_and_does_not_crowd_the_others() -> None:
    found = unit_ids("certainty_compare", DOSSIER)
    assert found[0] == "digger"
    assert len(found) == 2
    passages = {k: p.model_copy(update={"complete": frozenset()}) for k, p in DOSSIER.passages.items()}
    assert unit_ids("certainty_compare", DOSSIER.model_copy(update={"passages": passages})) == ["digger"]
    assert "clear-day" not in found


def test_speaks_of_captions_and_links_only_where_there_are_some() -> None:
    plain = {
        label: passage.model_copy(
            update={"blocks": tuple(b for b in passage.blocks if b.kind in ("headline", "body"))}
        )
        for label, passage in DOSSIER.passages.items()
    }
    bare = DOSSIER.model_copy(update={"passages": plain})
    assert "caption" not in made("certainty_compare", bare, "digger").question.stem
    kinds = {block.kind for passage in DOSSIER.passages.values() for block in passage.blocks}
    stem = made("certainty_compare", DOSSIER, "digger").question.stem
    assert ("captions" in stem, "links" in stem) == ("caption" in kinds, "related-link" in kinds)
    assert "caption" in kinds
