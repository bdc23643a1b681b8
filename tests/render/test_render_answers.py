"""What the key prints of an entry: order, evidence, accepted answers, misreadings."""

from generator.model.item import BlankKey, Evidence, ShortTextAnswer
from generator.render.answers import accepted_of, evidence_of, misreadings_of, places_of
from tests.render import fixture


def test_things_of_one_group_share_their_places() -> None:
    assert places_of((("c",), ("a", "d"), ("b",))) == {"c": "1", "a": "2–3", "d": "2–3", "b": "4"}


def test_no_quote_of_the_evidence_is_lost_and_its_order_kept() -> None:
    for _, entry in fixture.items():
        groups = evidence_of(entry)
        assert [q.quote for g in groups for q in g.quotes] == [e.quote for e in entry.evidence]
        assert {g.shows for g in groups if g.shows} == {e.shows for e in entry.evidence if e.shows}


def test_a_quote_without_lines_of_its_own_stands_on_those_of_the_quote_before() -> None:
    for _, entry in fixture.items():
        last = None
        told = [q.lines for g in evidence_of(entry) for q in g.quotes]
        for e, lines in zip(entry.evidence, told, strict=True):
            last = lines or last
            assert last == e.lines


def test_quotes_far_apart_or_of_two_reports_are_not_joined() -> None:
    _, entry = fixture.items()[0]
    far = (
        Evidence(passage="A", lines=(1, 1), quote="x"),
        Evidence(passage="A", lines=(9, 9), quote="y"),
        Evidence(passage="B", lines=(9, 9), quote="z"),
    )
    assert len(evidence_of(entry.model_copy(update={"evidence": far}))) == 3


def test_accepted_words_name_their_blank() -> None:
    question, entry = next(i for i in fixture.items() if i[0].id == "clock/swap")
    assert [(x.label, x.text) for x in accepted_of(question, entry)] == [
        ("furious (B 2)", "unhappy; displeased"),
        ("dies (B headline)", "fails; breaks down"),
    ]


def test_of_very_many_accepted_words_longer_and_shorter_forms_are_left_out() -> None:
    question, entry = next(i for i in fixture.items() if i[0].id == "clock/swap")
    assert isinstance(entry.answer, ShortTextAnswer)
    first, second = entry.answer.blanks
    pieces = tuple(f"very {'very ' * n}angry" for n in range(13))
    blanks = {
        first: BlankKey(model="angry", accept=(*pieces, "cross", "very cross")),
        second: BlankKey(model="cold", accept=("very cold", "icy")),
    }
    many = entry.model_copy(update={"answer": ShortTextAnswer(blanks=blanks)})
    assert [x.text for x in accepted_of(question, many)][:2] == ["cross; …", "very cold; icy"]


def test_misreadings_bear_the_letter_of_their_option() -> None:
    question, entry = fixture.items()[0]
    assert [x.label for x in misreadings_of(question, entry)] == ["a the Hollin Gazette", "c the market committee"]


def test_a_misreading_of_an_unknown_id_is_still_printed() -> None:
    question, entry = fixture.items()[0]
    more = entry.model_copy(update={"misreadings": {"elsewhere": "A general one."}})
    assert [(x.label, x.text) for x in misreadings_of(question, more)] == [("", "A general one.")]
