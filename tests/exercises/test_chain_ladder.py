"""Chain ladder on the story: the order of the steps, and which links the reports state."""

from staging import changed, make, read_lines, usable, why_not
from story import story

from generator.assemble.choose import clash
from generator.exercises.chain_ladder import ChainLadder
from generator.exercises.source_or_channel import SourceOrChannel
from generator.mark import mark
from generator.model.dossier import Dossier
from generator.model.item import Order, OrderAnswer

KIND, DOSSIER = ChainLadder(), story()


def with_edge(start: str, end: str, **values: object) -> Dossier:
    edges = tuple(
        e.model_copy(update=values) if (e.from_, e.to) == (start, end) else e for e in DOSSIER.origins.edges
    )
    return DOSSIER.model_copy(update={"origins": DOSSIER.origins.model_copy(update={"edges": edges})})


def test_first_speaker_to_this_report() -> None:
    item = make(KIND, DOSSIER, "okafor-homes")
    assert isinstance(item.question.response, Order)
    assert isinstance(item.key.answer, OrderAnswer)
    names = {option.id: option.text for option in item.question.response.options}
    assert [[names[id_] for id_ in group] for group in item.key.answer.groups] == [
        ["Dana Okafor"],
        ["Brindle Gazette"],
        ["Northern News"],
    ]
    assert item.question.points == 2
    assert "Brindle Gazette → Northern News: stated (B, lines 4–5)." in item.key.rationale


def test_report_itself_is_a_step_only_where_there_would_be_fewer_than_three() -> None:
    direct = changed(DOSSIER, "attributions", "okafor-homes", via=("northern-news",))
    edges = (*direct.origins.edges, direct.origins.edges[0].model_copy(update={"to": "northern-news"}))
    direct = direct.model_copy(update={"origins": direct.origins.model_copy(update={"edges": edges})})
    item = make(KIND, direct, "okafor-homes")
    assert isinstance(item.question.response, Order)
    assert {option.text for option in item.question.response.options} == {
        "Dana Okafor",
        "Northern News",
        "Lakeland FM",
    }
    assert item.question.points == 2


def test_ends_are_not_labelled_with_the_answer() -> None:
    response = make(KIND, DOSSIER).question.response
    assert isinstance(response, Order)
    assert (response.first, response.last) == ("first", "last")


def test_no_mark_for_the_step_that_follows_from_the_others() -> None:
    item = make(KIND, DOSSIER)
    assert isinstance(item.key.answer, OrderAnswer)
    right = [id_ for group in item.key.answer.groups for id_ in group]
    assert mark(item, right) == item.question.points == len(right) - 1
    assert mark(item, [right[1], right[0], *right[2:]]) == item.question.points - 2
    assert make(KIND, DOSSIER, points=6).key.marking != item.key.marking


def test_same_statement_is_not_asked_in_another_way() -> None:
    units = SourceOrChannel().units(DOSSIER).units
    other = make(SourceOrChannel(), DOSSIER, next(u.id for u in units if u.id == "okafor-homes"))
    assert clash(make(KIND, DOSSIER, "okafor-homes"), other)


def test_steps_tell_whether_the_reports_share_an_origin() -> None:
    assert "claim:homes:independence" in make(KIND, DOSSIER, "okafor-homes").tells


def test_sheet_never_shows_the_right_order() -> None:
    for seed in "abcdefghijklmnop":
        item = make(KIND, DOSSIER, seed=seed)
        assert isinstance(item.question.response, Order)
        assert isinstance(item.key.answer, OrderAnswer)
        shown = [option.id for option in item.question.response.options]
        assert shown != [id_ for group in item.key.answer.groups for id_ in group]


def test_inferred_link_is_called_inferred() -> None:
    item = make(KIND, with_edge("northern-news", "lakeland", basis="inferred", evidence={}), "okafor-homes")
    assert "Northern News → Lakeland FM: inferred" in item.key.rationale


def test_chains_that_cannot_be_proved_are_left_out() -> None:
    assert why_not(KIND, DOSSIER, "vass-patients") == "too-short"
    assert why_not(KIND, DOSSIER, "schools-off") == "no-speaker"
    assert why_not(KIND, DOSSIER, "okafor-clear") == "no-link"
    assert why_not(KIND, with_edge("gazette", "northern-news", basis="outside"), "okafor-homes") == "outside"
    assert why_not(KIND, with_edge("gazette", "northern-news", evidence={}), "okafor-homes") == "no-evidence"
    around = changed(DOSSIER, "attributions", "okafor-homes", via=("lakeland", "northern-news"))
    assert why_not(KIND, around, "okafor-homes") in ("loop", "no-link")


def test_one_unit_for_each_chain() -> None:
    both = changed(DOSSIER, "attributions", "okafor-clear", via=("gazette", "northern-news"))
    assert usable(KIND, both) == ["okafor-homes"]
    assert why_not(KIND, both, "okafor-clear") == "same-chain"


def test_unit_names_every_report_that_its_evidence_needs() -> None:
    assert KIND.units(DOSSIER).units[0].labels == ("B", "A")


def test_pointer_stays_with_the_statement() -> None:
    """A link that is shown only at another statement of this report is in the key, but no place to look."""
    note = next(a for a in DOSSIER.attributions if a.id == "okafor-homes")
    passage = DOSSIER.passages["B"]
    far = next(
        m.quote
        for m in DOSSIER.markers
        if m.label == "B" and passage.paragraph_of(m.quote.start) != passage.paragraph_of(note.content[0].start)
    )
    item = make(KIND, with_edge("gazette", "northern-news", evidence={"B": far}), "okafor-homes", lane="support")
    (hint,) = item.question.hints
    read = read_lines(hint)
    assert ("B", far.first) not in read
    assert {("B", quote.first) for quote in note.quotes} <= read
    assert far.text in [evidence.quote for evidence in item.key.evidence]
    sentences = read_lines(make(KIND, DOSSIER, "okafor-homes", lane="support").question.hints[0])
    assert read_lines(make(KIND, DOSSIER, "okafor-homes", lane="core").question.hints[0]) == sentences
