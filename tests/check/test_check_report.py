"""Diagnostics as text, JSON and workflow commands."""

import json
import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from generator.check.report import WINDOW, render_github, render_json, render_text, width
from generator.model.diagnostic import Diagnostic, Place


def problem(source: str, col: int, end_col: int, **more: object) -> Diagnostic:
    given = {
        "file": "lessons/a.yaml",
        "line": 7,
        "severity": "error",
        "code": "SS431",
        "message": "two is not three",
    }
    given |= more
    place = Place(str(given["file"]), int(str(given["line"])), col, end_col)
    hint = str(given.get("hint", ""))
    return Diagnostic(place, given["severity"], str(given["code"]), str(given["message"]), hint, source)  # type: ignore[arg-type]


def shown(diagnostic: Diagnostic) -> list[str]:
    return render_text([diagnostic]).splitlines()


def columns_before(line: str, text: str) -> int:
    return width(line[: line.index(text)])


def test_the_form_of_a_problem() -> None:
    told = render_text([problem("relation: agree", 11, 16, hint="write `conflict`")])
    assert told == (
        "lessons/a.yaml:7:11: error SS431: two is not three\n"
        "    relation: agree\n"
        "              ^^^^^\n"
        "    = help: write `conflict`\n"
        "\n"
        "1 error in 1 file\n"
    )


def test_carets_stand_under_the_place_behind_wide_combining_and_tab_characters() -> None:
    for lead in ("日本語: ", "e\N{COMBINING ACUTE ACCENT}te\N{COMBINING ACUTE ACCENT}: ", "\tkey: ", "\u200bx: "):
        source = lead + "agree"
        _, line, carets, *_ = shown(problem(source, len(lead) + 1, len(source) + 1))
        assert columns_before(carets, "^") == columns_before(line, "agree")
        assert carets.count("^") == 5


def test_carets_are_as_wide_as_the_words_they_mark() -> None:
    _, line, carets, *_ = shown(problem("a: 橋と川 b", 4, 7))
    assert carets.count("^") == width("橋と川") == 6
    assert columns_before(carets, "^") == columns_before(line, "橋")


@given(st.text(max_size=300), st.integers(1, 310), st.integers(0, 310))
def test_any_line_can_be_shown(source: str, col: int, end_col: int) -> None:
    lines = render_text([problem(source, col, end_col)]).split("\n")
    assert lines[-2] == "1 error in 1 file"
    for line in lines:
        assert width(line) <= WINDOW + 12
        assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in line)


@given(st.integers(0, 400), st.integers(1, 60), st.integers(0, 400))
def test_a_long_line_is_cut_around_its_place(before: int, marked: int, after: int) -> None:
    source = "a" * before + "X" * marked + "b" * after
    _, line, carets, *_ = shown(problem(source, before + 1, before + marked + 1))
    assert columns_before(carets, "^") == columns_before(line, "X")
    assert carets.count("^") == line.count("X") == marked


def test_nothing_in_a_file_steers_the_terminal() -> None:
    told = render_text([problem("a\x1b[31mred\u202e", 2, 3, message="\x1b[2J", file="a\x07.yaml")])
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "\x07" not in told


def test_colour_only_when_asked_for() -> None:
    diagnostic = problem("relation: agree", 11, 16, hint="write `conflict`")
    plain, painted = render_text([diagnostic]), render_text([diagnostic], colour=True)
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == plain != painted


def test_problems_stand_in_the_order_of_the_files_and_once() -> None:
    late, early = problem("x", 9, 10, line=30), problem("x", 2, 3, line=4)
    other = problem("x", 1, 2, file="lessons/0.yaml", severity="warning", code="SS525")
    told = render_text([late, early, other, early])
    heads = re.findall(r"^(\S+:\d+:\d+): ", told, re.M)
    assert heads == ["lessons/0.yaml:7:1", "lessons/a.yaml:4:2", "lessons/a.yaml:30:9"]
    assert told.endswith("\n2 errors, 1 warning in 2 files\n")


def test_where_all_is_well_it_says_what_was_looked_at() -> None:
    assert render_text([], lessons=3, dossiers=1) == "no problems in 3 lessons, 1 dossier\n"


def test_json_has_every_field() -> None:
    found = json.loads(render_json([problem("relation: agree", 11, 16, hint="write `conflict`")]))
    assert found == [
        {
            "file": "lessons/a.yaml",
            "line": 7,
            "col": 11,
            "end_col": 16,
            "severity": "error",
            "code": "SS431",
            "title": "A relation that the values contradict",
            "message": "two is not three",
            "hint": "write `conflict`",
            "source": "relation: agree",
        }
    ]
    assert json.loads(render_json([])) == []


def test_github_escapes_what_would_end_a_command() -> None:
    told = render_github(
        [problem("", 1, 2, file="a,b:c.yaml", message="100%\nof", hint="x\ry", severity="warning", code="SS999")]
    )
    assert told == "::warning file=a%2Cb%3Ac.yaml,line=7,col=1,title=SS999::100%25%0Aof%0Ax%0Dy\n"


@given(st.lists(st.text(max_size=30), min_size=3, max_size=3))
def test_a_github_command_is_one_line(texts: list[str]) -> None:
    told = render_github([problem("", 1, 2, file=texts[0] or "f", message=texts[1], hint=texts[2])])
    assert told.count("\n") == 1
    assert told.startswith("::error file=")
