"""A report's file becomes front matter and typed blocks, with the place of every word."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.report import ReportDoc, fold, read_report
from generator.load.source import clean

DATA = Path(__file__).parent / "data" / "source_texts" / "orchard-path"
HEAD = "---\nschema: 1\ntitle: The head\noutlet: Courier\npublished: null\nkind: fictional\n---\n"


def codes(report: ReportDoc) -> list[str]:
    return [d.code for d in report.diagnostics]


def kinds(body: str) -> list[tuple[str, str]]:
    return [(b.kind, b.text) for b in read_report(HEAD + body, "r.md").body]


def test_blocks_are_typed_and_hard_breaks_folded() -> None:
    body = "One\n  two   three.\n\n[caption] A\npicture.\n[credit] Somebody.\n\n\n"
    body += "[subheading] More\n\n[body] [sic] end."
    assert kinds(body) == [
        ("body", "One two three."),
        ("caption", "A picture."),
        ("credit", "Somebody."),
        ("subheading", "More"),
        ("body", "[sic] end."),
    ]
    assert codes(read_report(HEAD + body, "r.md")) == []


def test_the_headline_opens_the_text_and_offsets_fit() -> None:
    report = read_report(HEAD + "One.\n\nTwo.", "r.md")
    assert [(b.kind, b.text) for b in report.blocks] == [
        ("headline", "The head"),
        ("body", "One."),
        ("body", "Two."),
    ]
    text = "\n".join(b.text for b in report.blocks)
    assert all(text[b.start : b.end] == b.text for b in report.blocks)


def test_spaces_that_forbid_a_break_are_kept() -> None:
    assert kinds("about 12\u00a0km  away\u202f!") == [("body", "about 12\u00a0km away\u202f!")]


@pytest.mark.parametrize("body", ["[Later] he left.", "[The minister] said so.", "He [sic] left.", "[a](b) c"])
def test_brackets_of_the_text_itself_are_left_alone(body: str) -> None:
    assert kinds(body) == [("body", body)]


@pytest.mark.parametrize(
    ("body", "code", "says"),
    [
        ("[captoin] x\n\nbody", "SS304", "did you mean '[caption]'?"),
        ("[Caption] x\n\nbody", "SS304", "did you mean '[caption]'?"),
        ("[related link] x\n\nbody", "SS304", "did you mean '[related-link]'?"),
        ("[sic] x", "SS304", "[body]"),
        ("[headline] x\n\nbody", "SS304", "title"),
        ("[caption]\n\nbody", "SS305", "delete"),
        ("[caption] only", "SS303", "paragraphs"),
        ("", "SS303", "paragraphs"),
        ("## Heading\n\nbody", "SS306", "without Markdown"),
        ("some **bold** words", "SS306", "without Markdown"),
        ("see [here](http://x)", "SS306", "without Markdown"),
        ("line<br>break", "SS306", "without Markdown"),
    ],
)
def test_problems_of_the_body(body: str, code: str, says: str) -> None:
    report = read_report(HEAD + body, "r.md")
    assert codes(report) == [code]
    assert says in report.diagnostics[0].hint
    assert report.diagnostics[0].place.line >= 7


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "SS301"),
        ("Just text.", "SS301"),
        ("\n---\nschema: 1\n---\nbody", "SS301"),
        ("---\nschema: 1\nbody", "SS302"),
        ("---\n---\nbody", "SS201"),
        ("---\nschema: 1\ntitle: a: b\n---\nbody", "SS110"),
    ],
)
def test_problems_of_the_front_matter(text: str, code: str) -> None:
    report = read_report(text, "r.md")
    assert codes(report) == [code]
    assert report.meta is None


def test_places_of_the_front_matter_count_lines_of_the_file() -> None:
    report = read_report(HEAD.replace("kind: fictional", "kind: fiction"), "r.md")
    problem = report.diagnostics[0]
    assert (problem.code, problem.place.line, problem.place.col, problem.source) == (
        "SS214",
        6,
        7,
        "kind: fiction",
    )


def test_every_word_of_a_passage_points_at_itself_in_the_file() -> None:
    for path in sorted(DATA.glob("*.md")):
        text = path.read_text("utf-8")
        report, lines = read_report(text, path.name), text.split("\n")
        joined = "\n".join(b.text for b in report.blocks)
        for word in re.finditer(r"\S+", joined):
            place = report.place(word.start(), word.end())
            written = lines[place.line - 1][place.col - 1 : place.end_col - 1]
            block = next(b for b in report.blocks if b.start <= word.start() < b.end)
            assert written == (word[0] if block.kind != "headline" else block.text)


PROSE = st.text(alphabet="ab .\n\t[]()-#*<>é\u00a0😀\u202f", max_size=120)


@given(PROSE)
def test_every_word_of_any_body_points_at_itself(body: str) -> None:
    text = clean((HEAD + body).encode(), "r.md").text
    assert text is not None
    report, lines = read_report(text, "r.md"), text.split("\n")
    for block in report.blocks[1:]:
        assert block.text == fold(block.text) != ""
        for word in re.finditer(r"[^ ]+", block.text):
            place = report.place(block.start + word.start(), block.start + word.end())
            assert lines[place.line - 1][place.col - 1 : place.end_col - 1] == word[0]


@given(st.text(max_size=300) | st.text(alphabet="-\n: ab[]'\"#", max_size=80))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    cleaned = clean(text.encode("utf-8", "replace"), "r.md").text
    assert cleaned is not None
    report = read_report(cleaned, "r.md")
    assert report.meta is not None or report.diagnostics
    count = len(cleaned.split("\n"))
    assert all(1 <= d.place.line <= count for d in report.diagnostics)


def test_long_nonsense_is_read_in_one_go() -> None:
    for piece in ("[", "<b ", "**a ", "[a](", "a\n\n", "- ", "__a", "\u00a0"):
        report = read_report(HEAD + piece * (200_000 // len(piece)), "r.md")
        assert report.meta is not None
