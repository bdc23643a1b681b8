"""Quotes find their one place, or tell what stands in the way."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.folding import folded, folded_words
from generator.load.nearest_words import differences, nearest_words
from generator.load.quotes import QuoteProblem, find_quote
from generator.model.dossier import Block
from generator.model.files import QuoteRef

Passage = tuple[str, list[Block]]


def passage(*pieces: tuple[str, str]) -> Passage:
    out, start = [], 0
    for kind, text in pieces:
        out.append(Block.model_validate({"kind": kind, "text": text, "start": start, "end": start + len(text)}))
        start += len(text) + 1
    return "\n".join(b.text for b in out), out


BRIDGE = passage(
    ("headline", "Footbridge shut after inspection"),
    (
        "body",
        "The county has closed the footbridge, a spokesman said. “Two beams are cracked,” she said on Tuesday.",
    ),
    ("caption", "The footbridge in 2019. Picture: county archive."),
    ("body", "It could — perhaps — reopen in May. Nobody said more. The beams’ makers had no comment."),
)


def find(where: Passage, text: str, **more: object) -> str:
    """The words that were found, with their offset."""
    result = find_quote(*where, QuoteRef.model_validate({"text": text, **more}))
    assert isinstance(result, tuple), result
    return where[0][result[0] : result[1]]


def problem(where: Passage, text: str, **more: object) -> QuoteProblem:
    result = find_quote(*where, QuoteRef.model_validate({"text": text, **more}))
    assert isinstance(result, QuoteProblem), result
    assert result.hint
    return result


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("closed the footbridge", "closed the footbridge"),
        ('"Two beams are cracked,"', "“Two beams are cracked,”"),
        ("“Two beams are cracked,”", "“Two beams are cracked,”"),
        ("It could - perhaps - reopen", "It could — perhaps — reopen"),
        ("It could – perhaps – reopen", "It could — perhaps — reopen"),
        ("closed\n  the\u00a0footbridge", "closed the footbridge"),
        ("The beams' makers", "The beams’ makers"),
        ("Footbridge shut", "Footbridge shut"),
    ],
)
def test_differences_that_nobody_sees_do_not_matter(quote: str, found: str) -> None:
    assert find(BRIDGE, quote) == found


LETTERS = st.text(alphabet="abcAB12.,'\"-—“”’…é", min_size=1, max_size=6)
BODIES = st.lists(st.lists(LETTERS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=4)


@given(BODIES, st.data())
def test_words_cut_from_a_passage_are_found_where_they_were_cut(bodies: list[str], data: st.DataObject) -> None:
    where = passage(*(("body", b) for b in bodies))
    block = data.draw(st.sampled_from(where[1]))
    words = list(re.finditer(r"\S+", block.text))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start, end = block.start + words[first].start(), block.start + words[last].end()
    quote = QuoteRef(text=where[0][start:end])
    result = find_quote(*where, quote)
    if isinstance(result, QuoteProblem):
        assert result.code == "SS311"
        number = result.spots.index((start, end)) + 1
        result = find_quote(*where, quote.model_copy(update={"occurrence": number}))
    assert result == (start, end)


@given(BODIES, LETTERS, st.none() | LETTERS, st.none() | st.integers(1, 5))
def test_any_quote_has_a_place_or_a_problem(
    bodies: list[str], words: str, near: str | None, occurrence: int | None
) -> None:
    text, blocks = where = passage(*(("body", b) for b in bodies))
    result = find_quote(*where, QuoteRef(text=words, near=near, occurrence=occurrence))
    if isinstance(result, QuoteProblem):
        assert result.hint
        assert all(0 <= a < b <= len(text) for a, b in result.spots)
    else:
        assert folded_words(text[slice(*result)]) == folded_words(words)
        assert any(b.start <= result[0] and result[1] <= b.end for b in blocks)


def test_words_that_stand_twice_must_be_told_apart() -> None:
    told = problem(BRIDGE, "said")
    assert (told.code, len(told.spots)) == ("SS311", 3)
    assert "occurrence: 2" in told.hint
    assert "near:" in told.hint
    starts = [find_quote(*BRIDGE, QuoteRef(text="said", occurrence=n)) for n in (1, 2, 3)]
    assert starts == list(told.spots)
    assert problem(BRIDGE, "said", occurrence=4).code == "SS312"
    assert problem(BRIDGE, "on Tuesday", occurrence=2).code == "SS312"


def test_the_example_for_near_does_what_it_says() -> None:
    told = problem(BRIDGE, "said")
    match = re.search(r'near: "?([^"}]+)', told.hint)
    assert match is not None
    assert find_quote(*BRIDGE, QuoteRef(text="said", near=match[1])) == told.spots[1]


def test_near_takes_the_nearest_in_its_paragraph() -> None:
    spots = problem(BRIDGE, "said").spots
    assert find_quote(*BRIDGE, QuoteRef(text="said", near="a spokesman")) == spots[0]
    assert find_quote(*BRIDGE, QuoteRef(text="said", near="she said")) == spots[1]
    assert find_quote(*BRIDGE, QuoteRef(text="said", near="Nobody")) == spots[2]
    assert find_quote(*BRIDGE, QuoteRef(text="said", near="a spokesman", occurrence=2)) == spots[1]


def test_near_that_does_not_help_is_told() -> None:
    assert problem(BRIDGE, "said", near="Wednesday").code == "SS313"
    assert "do not stand" in problem(BRIDGE, "said", near="Wednesday").message
    assert problem(BRIDGE, "on Tuesday", near="Nobody").code == "SS313"
    assert problem(BRIDGE, "said", near="The").code == "SS313"
    assert problem(passage(("body", "They saw we saw They")), "They", near="we").code == "SS313"


def test_parts_of_words_do_not_count() -> None:
    where = passage(("body", "The aforesaid man said that beams broke near a well-known café."))
    assert find(where, "said") == "said"
    assert find(where, "well") == "well"
    told = problem(where, "beam")
    assert (told.code, where[0][slice(*told.spots[0])]) == ("SS316", "beams")
    assert problem(where, "caf").code == "SS316"
    assert find(passage(("body", "東京で地震があった")), "地震") == "地震"


def test_captions_and_credits_are_no_evidence() -> None:
    told = problem(BRIDGE, "county archive")
    assert told.code == "SS314"
    assert "caption" in told.message
    # The caption has this word too, but only the body's counts.
    assert find(BRIDGE, "footbridge") == "footbridge"


def test_a_quote_over_a_paragraph_break_is_refused() -> None:
    assert problem(BRIDGE, "no comment.\nIt").code == "SS310"
    assert problem(passage(("body", "One two."), ("body", "Three four.")), "two. Three").code == "SS315"
    assert problem(passage(("headline", "A head"), ("body", "Three four.")), "head Three").code == "SS315"


def test_a_quote_with_dots_for_words_left_out_is_explained() -> None:
    assert "as a list" in problem(BRIDGE, "The county ... a spokesman said").hint
    assert "as a list" in problem(BRIDGE, "The county … a spokesman said").hint


@pytest.mark.parametrize(
    ("quote", "nearest", "says"),
    [
        ("the county has closed the footbridge", "The county has closed the footbridge", "capital letters"),
        ("Two beams were cracked", "Two beams are cracked", "there “are”, here “were”"),
        ("The county closed the footbridge", "The county has closed the footbridge", "“has” is left out"),
        ("perhaps, reopen in May", "perhaps — reopen in May", ""),
        ("inspecton", "inspection", "there “inspection”"),
        ("a spokesman told us", "spokesman said", ""),
        ("Footbrigde shut after inspection", "Footbridge shut after inspection", "Footbrigde"),
    ],
)
def test_the_nearest_words_and_what_differs_are_shown(quote: str, nearest: str, says: str) -> None:
    told = problem(BRIDGE, quote)
    assert told.code == "SS310"
    assert nearest in told.hint
    assert says in told.hint


def test_words_from_nowhere_have_no_nearest() -> None:
    assert problem(BRIDGE, "quantum flux zebra").spots == ()


@given(BODIES, st.text(alphabet="abcAB12 .,", min_size=1, max_size=40).map(folded_words).filter(bool))
def test_nearest_words_lie_inside_a_stretch(bodies: list[str], words: str) -> None:
    text, blocks = passage(*(("body", folded_words(b)) for b in bodies))
    stretches = [(b.start, b.end) for b in blocks]
    near = nearest_words(text, stretches, words)
    if near is not None:
        assert any(a <= near[0] < near[1] <= b for a, b in stretches)
        differences(words, text[near[0] : near[1]])


@given(st.text(alphabet="ab “”’…—\u00a0\u2009\n\t", max_size=60))
def test_folding_keeps_the_way_back(text: str) -> None:
    page = folded(text)
    assert page.origin(len(page.text)) == len(text)
    for i, char in enumerate(page.text):
        assert not char.isalpha() or text[page.origin(i)] == char


def test_a_preferred_stretch_settles_what_is_open() -> None:
    spots = problem(BRIDGE, "said").spots
    block = BRIDGE[1][3]
    assert find_quote(*BRIDGE, QuoteRef(text="said"), (block.start, block.end)) == spots[2]
    first = BRIDGE[1][1]
    assert isinstance(find_quote(*BRIDGE, QuoteRef(text="said"), (first.start, first.end)), QuoteProblem)
