"""Which words of a passage stand inside quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check.quotation import inside, quoted_spans, touches
from generator.model.dossier import Block, Passage, Quote
from generator.model.files import ReportMeta

META = ReportMeta.model_validate(
    {"schema": 1, "title": None, "outlet": "Post", "published": None, "kind": "fictional"}
)


def passage(*paragraphs: str) -> Passage:
    blocks, start = [], 0
    for text in paragraphs:
        blocks.append(Block(kind="body", text=text, start=start, end=start + len(text)))
        start += len(text) + 1
    return Passage(
        label="A",
        name="post",
        meta=META,
        blocks=tuple(blocks),
        text="\n".join(paragraphs),
        lines=(),
        reviewed=False,
        complete=frozenset(),
    )


def quote(page: Passage, words: str) -> Quote:
    start = page.text.index(words)
    return Quote(label="A", text=words, start=start, end=start + len(words), first=1, last=1)


@pytest.mark.parametrize(
    "text",
    [
        "“We closed it,” she said.",
        '"We closed it," she said.',
        "‘We closed it,’ she said.",
        "'We closed it,' she said.",
        "She said: “We closed it.”",
    ],
)
def test_words_inside_the_marks_with_and_without_the_marks(text: str) -> None:
    page = passage(text)
    assert inside(page, quote(page, "We closed it"), surely=True)
    assert inside(page, quote(page, text[text.index("We") - 1 : text.index("it") + 4].strip()), surely=True)
    assert not inside(page, quote(page, "he said"), surely=False)


def test_a_quotation_that_runs_on_over_paragraphs() -> None:
    page = passage("He said: “We closed it at once.", "“We had to.” That was on Monday.")
    assert inside(page, quote(page, "We closed it at once"), surely=True)
    assert inside(page, quote(page, "We had to"), surely=True)
    assert not inside(page, quote(page, "That was on Monday"), surely=False)


def test_an_apostrophe_leaves_a_doubt_and_the_doubt_favours_the_author() -> None:
    page = passage("‘The workers’ demand was met,’ she said.")
    words = quote(page, "demand was met")
    assert inside(page, words, surely=False)
    assert not inside(page, words, surely=True)


def test_an_apostrophe_alone_opens_nothing() -> None:
    page = passage("The council's bridge isn't the workers' bridge.")
    assert quoted_spans(page, surely=False) == []


def test_words_partly_inside_are_touched_and_not_inside() -> None:
    page = passage("The report called it “in fair condition” in 2022.")
    words = quote(page, "called it “in fair condition”")
    assert touches(page, words)
    assert not inside(page, words, surely=False)
    assert not touches(page, quote(page, "in 2022"))


@given(st.text(alphabet="ab .,“”\"‘’'\n", max_size=60))
def test_what_is_surely_inside_is_also_perhaps_inside(text: str) -> None:
    page = passage(*[p for p in text.split("\n") if p] or ["x"])
    for start, end in quoted_spans(page, surely=True):
        assert any(a <= start and end <= b for a, b in quoted_spans(page, surely=False))
