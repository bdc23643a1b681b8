"""Mark-up on the story: three kinds of marks in place, and the recipient as not the source."""

from staging import changed, make, why_not
from story import story

from generator.exercises.mark_up import MarkUp
from generator.model.item import TextSelection, TextSelectionAnswer

KIND, DOSSIER = MarkUp(), story()


def marks(note: str) -> dict[str, list[str]]:
    item = make(KIND, DOSSIER, note)
    assert isinstance(item.question.response, TextSelection)
    assert isinstance(item.key.answer, TextSelectionAnswer)
    signs = {mark.id: mark.sign for mark in item.question.response.marks}
    found: dict[str, list[str]] = {}
    for span in item.key.answer.spans:
        found.setdefault(signs[span.mark], []).append(span.text)
    return found


def test_source_cue_and_content() -> None:
    assert marks("worker-digger") == {
        "underline": ["a worker on the Castle Street building site"],
        "circle": ["according to"],
        "bracket": ["A digger may have hit the main last week"],
    }


def test_recipient_is_not_the_source() -> None:
    rejected = {r.text: r.why for r in make(KIND, DOSSIER, "vass-patients").key.reject}
    assert "told" in rejected["Lakeland FM"]
    bare = changed(DOSSIER, "attributions", "vass-patients", not_source=())
    assert [r.text for r in make(KIND, bare, "vass-patients").key.reject] == ["Lakeland FM"]


def test_lanes_widen_the_lines_to_search() -> None:
    ranges = []
    for lane in ("support", "core", "extension"):
        response = make(KIND, DOSSIER, "vass-panic", lane=lane).question.response
        assert isinstance(response, TextSelection)
        ranges.append(response.lines)
    assert ranges[0] == (12, 13)
    assert ranges[1][0] <= 11
    assert ranges[2] == (1, DOSSIER.passages["B"].lines[-1].n)


def test_what_cannot_be_marked_apart_is_left_out() -> None:
    assert why_not(KIND, DOSSIER, "schools-off") == "no-source"
    wren = next(a for a in DOSSIER.attributions if a.id == "wren-digger")
    tangled = changed(DOSSIER, "attributions", "wren-digger", source=wren.content[0])
    assert why_not(KIND, tangled, "wren-digger") == "overlap"
    twice = changed(DOSSIER, "attributions", "vass-panic", says="he had not seen one sick patient")
    assert why_not(KIND, twice, "vass-panic") == "said-twice"
    lucia = next(a for a in DOSSIER.attributions if a.id == "mayor-water").source
    apart = changed(DOSSIER, "attributions", "wren-digger", source=lucia)
    assert why_not(KIND, apart, "wren-digger") == "far-apart"
