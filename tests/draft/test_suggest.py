"""What suggestions may become items: quotes that resolve, sources that nobody else can be, nothing in doubt."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.draft.suggest import Drafted, ReportView, suggest, view
from generator.draft.suggest.views import slug
from generator.load.project import open_project
from generator.load.prompts import load_prompts
from generator.load.quotes import find_quote
from generator.model.dossier import Block
from generator.model.files import (
    AttributionNote,
    ClaimNote,
    EntityNote,
    FigureNote,
    MarkerNote,
    QuoteRef,
    WordingNote,
)
from generator.model.words import Words

REPO = Path(__file__).resolve().parents[2]

COURIER = """\
Lido shut after pump fails
The open-air pool at Harlow Quay was closed on Tuesday after one of its pumps failed, the town council said.
“We found water where no water should ever be, and we shut the gates at once,” said Ingrid Vasely, who manages it.
About 60 swimmers had to leave the water. Nobody was hurt. The pump was allegedly 30 years old.
Vasely said the pool would probably stay shut for three weeks. Officials said that 14 guards would be paid.
“I have swum here every morning since I was a child,” said Tomasz Reyle, a retired teacher."""
RADIO = """\
Broken pump closes Harlow Quay pool
A broken pump has closed the open-air pool at Harlow Quay, and about 60 swimmers were sent home on Tuesday.
Manager Ingrid Vasely told Radio 7: “We found water where no water should ever be, and we shut the gates at once.”
A lifeguard said the alarm had rung for an hour. The spineless council left the gates shut.
“Nobody can tell us when the gates will open again,” said Petra Lindqvist, who teaches children to swim."""


def blocks(report: str) -> list[Block]:
    """The blocks of a report: a headline, then a paragraph a line."""
    out, at = [], 0
    for number, text in enumerate(report.split("\n")):
        out.append(Block(kind="body" if number else "headline", text=text, start=at, end=at + len(text)))
        at += len(text) + 1
    return out


@pytest.fixture(scope="module")
def words() -> Words:
    return load_prompts(open_project(REPO), "en").of("draft")


@pytest.fixture(scope="module")
def reports() -> list[ReportView]:
    return [view("A", "courier", blocks(COURIER)), view("B", "radio-quay", blocks(RADIO))]


@pytest.fixture(scope="module")
def drafted(reports: list[ReportView], words: Words) -> Drafted:
    return suggest(reports, words)


MODELS = {
    "attributions": AttributionNote,
    "markers": MarkerNote,
    "wording": WordingNote,
    "figures": FigureNote,
    "claims": ClaimNote,
    "entities": EntityNote,
}


def test_every_suggestion_is_a_note_of_its_kind(drafted: Drafted) -> None:
    assert {s.where for s in drafted.suggestions} >= {"attributions", "markers", "figures", "claims"}
    for one in drafted.suggestions:
        if one.where in MODELS:
            assert MODELS[one.where].model_validate(one.note).id == one.id
        assert 0 <= one.confidence <= 1
        assert one.live == (not one.reason)


def test_ids_are_given_once(drafted: Drafted) -> None:
    ids = [s.id for s in drafted.suggestions if s.where != "edges"]
    assert len(ids) == len(set(ids))


def test_every_quote_stands_where_the_find_is(reports: list[ReportView], drafted: Drafted) -> None:
    by_label = {r.label: r for r in reports}
    looked = 0
    for one in drafted.suggestions:
        if one.report is None:
            continue
        report = by_label[one.report]
        for key in ("source", "cue", "recipient", "text"):
            if key in one.note:
                ref = QuoteRef.model_validate(one.note[key])
                found = find_quote(report.text.text, report.blocks, ref)
                assert isinstance(found, tuple), (one.id, key, found)
                looked += 1
    assert looked > 20


def test_the_same_words_of_one_speaker_are_one_claim_with_one_origin(drafted: Drafted) -> None:
    shared = [s for s in drafted.suggestions if s.rule == "same-quotation"]
    assert len(shared) == 1
    note = shared[0].note
    assert shared[0].live
    assert note["relation"] == "agree"
    assert note["A"]["origin"] == note["B"]["origin"]
    nodes = {s.id: s.note for s in drafted.suggestions if s.where == "nodes"}
    assert nodes[note["A"]["origin"]]["label"] == "Ingrid Vasely"
    assert sum(node["kind"] == "outlet" for node in nodes.values()) == 2


def test_words_in_one_report_alone_are_claims_of_that_report(drafted: Drafted) -> None:
    alone = {s.note["statement"]: s.note for s in drafted.suggestions if s.rule == "quotation-in-one"}
    told = next(note for words, note in alone.items() if "swum here" in words)
    assert told["B"] == "absent"
    assert told["A"]["standing"] == "attributed"
    other = next(note for words, note in alone.items() if "Nobody can tell us" in words)
    assert other["A"] == "absent"


def test_a_source_without_a_name_that_may_have_one_elsewhere_waits(drafted: Drafted) -> None:
    sources = {str(s.note.get("source")): s for s in drafted.suggestions if s.where == "attributions"}
    guard = next(s for text, s in sources.items() if "lifeguard" in text)
    assert not guard.live


def test_loaded_words_of_the_writer_have_neutral_ones(drafted: Drafted) -> None:
    live = [one for one in drafted.suggestions if one.where == "wording" and one.live]
    assert live
    for one in live:
        assert one.note["neutral"]
        assert one.note["voice"] in ("writer", "quoted")


def test_items_rest_on_live_notes_alone(drafted: Drafted) -> None:
    live = {s.id for s in drafted.suggestions if s.live}
    asked = [id_ for c in drafted.candidates for id_ in c.item.get("use", ())]
    assert asked
    assert set(asked) <= live


def test_same_reports_same_suggestions(words: Words, drafted: Drafted) -> None:
    again = suggest([view("A", "courier", blocks(COURIER)), view("B", "radio-quay", blocks(RADIO))], words)
    assert again.suggestions == drafted.suggestions
    assert again.candidates == drafted.candidates


def test_unrelated_reports_are_not_compared(words: Words) -> None:
    other = """\
Cheese fair breaks record
More visitors than ever came to the cheese fair in Ostrava Mills at the weekend.
“Goats are the future,” said the baker Lena Brandt. Prizes went to nine farms from the valley."""
    found = suggest([view("A", "courier", blocks(COURIER)), view("B", "fair", blocks(other))], words)
    assert found.related < 0.35
    assert not [s for s in found.suggestions if s.where in ("claims", "entities")]
    assert not [c for c in found.candidates if c.skill == "corroboration"]


def test_three_reports_say_of_each_where_it_stands(words: Words) -> None:
    third = """\
Pool closed
The pool at Harlow Quay is closed because a pump broke on Tuesday. About 60 swimmers were sent home."""
    texts = {"A": COURIER, "B": RADIO, "C": third}
    three = [view(label, f"report-{label.lower()}", blocks(text)) for label, text in texts.items()]
    found = suggest(three, words)
    claims = [s.note for s in found.suggestions if s.where == "claims"]
    assert claims
    for note in claims:
        assert {"A", "B", "C"} <= set(note)
        assert isinstance(note["relation"], dict)
        ClaimNote.model_validate(note)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.text(max_size=120), min_size=1, max_size=5),
    st.lists(st.text(max_size=120), min_size=1, max_size=5),
)
def test_any_two_texts_give_suggestions_or_none(words: Words, first: list[str], second: list[str]) -> None:
    made = []
    for label, texts in (("A", first), ("B", second)):
        plain = "\n".join(["Title", *(" ".join(text.split()) for text in texts)])
        made.append(view(label, f"r-{label.lower()}", [b for b in blocks(plain) if b.text]))
    found = suggest(made, words)
    for one in found.suggestions:
        if one.report is not None:
            assert one.note["id"] == one.id


def test_slugs_are_ids() -> None:
    assert slug("“We can’t, Zoë!” said Ann") == "we-cant-zoe-said-ann".removeprefix("we-")
    assert slug("…") == "note"
    assert len(slug("long " * 60)) <= 60
