"""Markdown and plain text: nothing lost, nothing formatted by accident, lines where they were."""

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.model.theme import Theme
from generator.render.plain_text import TextFormat, plain_text
from generator.render.text_forms import WIDTH, fence, hang, joined, markdown
from tests.render.word_desk import KINDS, LESSONS, asked, explained, papers, plain, secrets, themed

PAPERS = (("", "core"), *LESSONS, ("town-count", "support"), ("roman-well", "extension"))
each_paper = pytest.mark.parametrize(("lesson", "lane"), PAPERS)
each_kind = pytest.mark.parametrize("kind", KINDS)
READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def made(kind: str, format_: TextFormat, lesson: str = "", lane: str = "core") -> str:
    pages, sheet, key, notes = papers(lesson, lane)
    given_ = {"worksheet": (sheet, None, None), "key": (sheet, key, None), "notes": (None, None, notes)}[kind]
    return plain_text(pages, format_, *given_)


def read(text: str) -> tuple[str, list[Any]]:
    """What a reader of Markdown sees, and the tokens."""
    tokens = READER.parse(text)
    seen = []
    for token in tokens:
        if token.type == "inline":
            seen.append("".join(" " if c.type == "softbreak" else c.content for c in token.children or []))
        elif token.type in ("fence", "code_block"):
            seen.append(token.content)
    return plain(" ".join(seen)), tokens


def body_lines(lesson: str, lane: str) -> list[tuple[int, str]]:
    return [(line.n, line.text) for p in papers(lesson, lane)[1].passages for line in p.lines if line.n]


# -- Markdown --------------------------------------------------------------------------------------


@each_paper
def test_markdown_says_all_that_the_sheet_says(lesson: str, lane: str) -> None:
    pages, sheet, _, _ = papers(lesson, lane)
    seen, tokens = read(made("worksheet", "md", lesson, lane))
    headlines = [p.title for p in sheet.passages if p.title]
    credits_ = [p.credit for p in sheet.passages if p.credit]
    glossary = [f"{word} {meaning}" for word, meaning in sheet.glossary.items()]
    for text in (*asked(sheet), *headlines, *credits_, *glossary, sheet.title, sheet.intro):
        assert plain(text) in seen, text
    heads = [tokens[i + 1].content for i, t in enumerate(tokens) if t.type == "heading_open" and t.tag == "h3"]
    by_id = {q.id: q for q in sheet.items}
    order = [id_ for section in sheet.sections for id_ in section.items]
    for n, (id_, head) in enumerate(zip(order, heads, strict=True), 1):
        said = read(f"x {head}")[0].removeprefix("x ")
        assert said == plain(f"{n}. {by_id[id_].prompt} {pages.count('item.points', by_id[id_].points)}")


@each_paper
def test_markdown_keeps_lines_and_numbers_in_blocks(lesson: str, lane: str) -> None:
    _, tokens = read(made("worksheet", "md", lesson, lane))
    rows = [row for t in tokens if t.type == "fence" for row in t.content.splitlines() if row]
    wanted = [f"{n if n == 1 or n % 5 == 0 else '':>3}  {text}" for n, text in body_lines(lesson, lane)]
    assert rows == wanted


@each_paper
@each_kind
def test_markdown_is_made_of_what_we_meant(kind: str, lesson: str, lane: str) -> None:
    text = made(kind, "md", lesson, lane)
    seen, tokens = read(text)
    inline = {c.type for t in tokens for c in t.children or []}
    assert inline <= {"text", "text_special", "softbreak", "strong_open", "strong_close", "em_open", "em_close"}
    blocks = {t.type for t in tokens}
    assert not blocks & {"html_block", "hr", "code_block", "lheading_open", "ordered_list_open"}
    assert "**" not in seen
    assert "\\" not in seen
    levels = [int(t.tag[1]) for t in tokens if t.type == "heading_open"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@each_paper
def test_markdown_has_a_box_for_each_option(lesson: str, lane: str) -> None:
    _, sheet, key, _ = papers(lesson, lane)
    empty, ticked = (made(kind, "md", lesson, lane) for kind in ("worksheet", "key"))
    boxes = 0
    for q in sheet.items:
        response: Any = q.response
        if q.response.kind in ("choice", "multi-choice"):
            boxes += len(response.options)
        elif q.response.kind == "grid":
            boxes += len(response.rows) * len(response.columns)
    right = 0
    for entry in key.items:
        answer: Any = entry.answer
        right += {"choice": 1, "multi-choice": len(getattr(answer, "options", ()))}.get(answer.kind, 0)
        right += len(getattr(answer, "cells", ()))
    assert empty.count("[ ]") == boxes
    assert "[x]" not in empty
    assert ticked.count("[x]") == right
    assert ticked.count("[ ]") == boxes - right


LETTERS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]))
OPENINGS = (
    "-",
    "+",
    "*",
    "=",
    "#",
    "###",
    "---",
    "===",
    "1.",
    "12)",
    ">",
    "```",
    "~~~",
    "|",
    "[x]:",
    "<b>",
    "&lt;",
)


@given(st.one_of(LETTERS, st.builds("{} {}".format, st.sampled_from(OPENINGS), LETTERS)))
def test_any_text_reads_as_itself(text: str) -> None:
    text = " ".join(text.replace("**", "* *").split())
    if not text:
        return
    for before, after in (("", ""), ("- ", ""), ("# ", " x"), ("| ", " |\n| --- |")):
        tokens = READER.parse(f"{before}{markdown(text)}{after}")
        inline = [t for t in tokens if t.type == "inline"]
        assert len(inline) == 1
        assert {c.type for c in inline[0].children} <= {"text", "text_special"}
        said = "".join(c.content for c in inline[0].children)
        assert said.split() == f"{text}{' x' if before == '# ' else ''}".split()
        assert tokens[0].type == {"": "paragraph_open", "- ": "bullet_list_open", "# ": "heading_open"}.get(
            before, "table_open"
        )


SIGNS = "ab“é_`[]<>&|~#-+1.)\\!"


@given(st.text(alphabet=SIGNS + " "), st.text(alphabet=SIGNS, min_size=1), st.text(alphabet=SIGNS + " "))
def test_bold_words_stay_bold_and_are_never_left_with_asterisks(before: str, words: str, after: str) -> None:
    (inline,) = [t for t in READER.parse(f"y {markdown(f'{before}**{words}**{after}')}") if t.type == "inline"]
    said = "".join(c.content for c in inline.children)
    assert said.split() == f"y {before}{words}{after}".split()
    spaced = (not before or before.endswith(" ")) and (not after or after.startswith(" "))
    opens = [i for i, c in enumerate(inline.children) if c.type == "strong_open"]
    assert len(opens) == 1 or not spaced
    for start in opens:
        end = next(i for i, c in enumerate(inline.children) if c.type == "strong_close")
        assert "".join(c.content for c in inline.children[start:end]) == words


@given(st.text(alphabet="`a \n"))
def test_a_fence_is_longer_than_any_in_the_text(text: str) -> None:
    assert fence(text) not in text
    assert set(fence(text)) == {"`"}
    assert len(fence(text)) >= 3


# -- plain text ------------------------------------------------------------------------------------


@each_paper
def test_text_says_all_that_the_sheet_says(lesson: str, lane: str) -> None:
    _, sheet, _, _ = papers(lesson, lane)
    seen = plain(made("worksheet", "txt", lesson, lane))
    for text in (*asked(sheet), sheet.title, sheet.intro, *(p.title or "" for p in sheet.passages)):
        assert plain(text) in seen, text
    for text in sheet.glossary.values():
        assert plain(text) in seen


@each_paper
def test_text_keeps_lines_and_numbers(lesson: str, lane: str) -> None:
    rows = made("worksheet", "txt", lesson, lane).splitlines()
    at = 0
    for n, text in body_lines(lesson, lane):
        wanted = f"{n if n == 1 or n % 5 == 0 else '':>4}  {text}"
        at = rows.index(wanted, at) + 1


@each_paper
@each_kind
def test_text_is_no_wider_than_a_letter(kind: str, lesson: str, lane: str) -> None:
    passages = {text for _, text in body_lines(lesson, lane)}
    for row in made(kind, "txt", lesson, lane).splitlines():
        assert len(row) <= WIDTH or row[6:] in passages, row
        assert row == row.rstrip()
        assert "**" not in row


WORDS = st.lists(st.text(alphabet="abcdefgh-", min_size=1, max_size=20), max_size=40)


@given(WORDS, st.integers(0, 12))
def test_hanging_text_loses_no_word_and_stays_in_its_column(words: list[str], indent: int) -> None:
    lead = ("- " + " " * indent)[: indent + 2]
    rows = hang(lead, " ".join(words)).split("\n")
    assert [word for row in rows for word in row[len(lead) :].split()] == words
    assert rows[0].startswith(lead.rstrip())
    assert all(row.startswith(" " * len(lead)) for row in rows[1:])
    assert all(len(row) <= WIDTH for row in rows)


def test_joined_words_are_never_parted() -> None:
    for width in range(20, 50):
        rows = hang("", "one two three four " + joined("[3 marks]"), width).split("\n")
        assert any("[3 marks]" in row for row in rows)


# -- both ------------------------------------------------------------------------------------------


@each_paper
@pytest.mark.parametrize("format_", ["md", "txt"])
def test_nothing_of_the_key_is_in_the_worksheet(format_: TextFormat, lesson: str, lane: str) -> None:
    _, sheet, key, _ = papers(lesson, lane)
    text = made("worksheet", format_, lesson, lane)
    seen = read(text)[0] if format_ == "md" else plain(text)
    hidden = secrets(key, sheet)
    assert len(hidden) > 5
    for secret in hidden:
        assert secret not in seen


@each_paper
@pytest.mark.parametrize("format_", ["md", "txt"])
def test_the_key_explains_every_item(format_: TextFormat, lesson: str, lane: str) -> None:
    _, sheet, key, _ = papers(lesson, lane)
    text = made("key", format_, lesson, lane)
    seen = read(text)[0] if format_ == "md" else plain(text)
    for wanted in (*explained(key), *asked(sheet), key.form_id):
        assert plain(wanted) in seen, wanted
    for entry in key.items:
        answer: Any = entry.answer
        models = [blank.model for blank in answer.blanks.values()] if answer.kind == "short-text" else []
        samples = [answer.sample] if answer.kind == "extended-text" else []
        for wanted in (*models, *samples, *(level.sample for level in entry.rubric)):
            assert plain(wanted) in seen, wanted


@each_paper
@pytest.mark.parametrize("format_", ["md", "txt"])
def test_notes_say_what_a_teacher_needs(format_: TextFormat, lesson: str, lane: str) -> None:
    _, _, _, notes = papers(lesson, lane)
    text = made("notes", format_, lesson, lane)
    seen = read(text)[0] if format_ == "md" else plain(text)
    told = [*notes.goals, *notes.discuss, *notes.check_next, notes.summary or "", notes.form_id]
    told += [step.does for step in notes.steps]
    told += [part for e in notes.expect for part in (e.misreading, e.ask)]
    told += [row.topic for row in notes.comparison] + [item.title for item in notes.items]
    told += [
        node.label for node in notes.graph.nodes if any(node.id in (e.start, e.end) for e in notes.graph.edges)
    ]
    for wanted in told:
        assert plain(wanted) in seen, wanted


@each_kind
@pytest.mark.parametrize("format_", ["md", "txt"])
def test_school_and_draft_are_named(kind: str, format_: TextFormat) -> None:
    _, sheet, key, notes = papers()
    pages = themed(Theme(school="Riverside [School]", foot="Room *12*"))
    key, notes = (paper.model_copy(update={"draft": True}) for paper in (key, notes))
    given_ = {"worksheet": (sheet, None, None), "key": (sheet, key, None), "notes": (None, None, notes)}[kind]
    text = plain_text(pages, format_, *given_)
    seen = read(text)[0] if format_ == "md" else plain(text)
    assert "Riverside [School]" in seen
    assert "Room *12*" in seen
    warning = pages.say("draft.notes" if kind == "notes" else "draft.key")
    assert (warning in seen) == (kind != "worksheet")


@each_kind
@pytest.mark.parametrize("format_", ["md", "txt"])
def test_no_needless_space(kind: str, format_: TextFormat) -> None:
    text = made(kind, format_)
    assert not re.search(r"\n{3,}|[ \t]+\n", text)
    assert text.endswith("\n")
    assert not text.startswith("\n")
