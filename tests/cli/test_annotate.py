"""`secondsource annotate`: the view for people, JSON, lines of JSON, and what it says of rubbish."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli._coloured import Mark, bare, lines, runs
from generator.cli._columns import wide
from generator.cli._finds import LISTS, as_lists, sure
from generator.cli._texts import dumped
from generator.draft.annotate import annotate
from generator.draft.marks import Annotations, Attribution
from tests.cli.conftest import surroundings

TITLE = "Footbridge shut after inspectors find a crack"
TEXT = f"""{TITLE}

By Kim Alder

The town council of Ellerby may keep the footbridge shut for two weeks, Mara Quill said on Monday.

“We took no chances,” said Quill, who heads the roads department. About 1,200 people use the bridge every day.

Photo: Jo Park

According to a report, the notorious north pillar was allegedly cracked as early as last autumn.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    return path


def told(*words: str, given: str | bytes = b"", code: int = 0, **env: str) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "generator", "annotate", "--parser", "off", *words],
        input=given.encode() if isinstance(given, str) else given,
        env=surroundings(**env),
        capture_output=True,
        check=False,
    )
    assert done.returncode == code, done.stderr.decode()
    return done


def rows(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


# -- JSON -------------------------------------------------------------------------------------------


def test_json_has_the_article_and_all_finds(file: Path) -> None:
    found = json.loads(told("--json", str(file)).stdout)["files"]
    assert len(found) == 1
    assert (found[0]["file"], found[0]["title"], found[0]["byline"]) == (str(file), TITLE, "Kim Alder")
    assert found[0]["published"] is None
    assert [block["kind"] for block in found[0]["blocks"]] == ["body", "body", "credit", "body"]
    text = found[0]["text"]
    assert text.startswith(TITLE + "\n\nThe town council")
    assert "Jo Park" not in text, "a credit is no evidence"
    assert [text[slice(*each["span"])] for each in found[0]["markers"]].count("may") == 1
    assert any(text[slice(*each["content"][0])].startswith("“We took") for each in found[0]["attributions"])


def test_lines_of_json_keep_their_ids_and_order() -> None:
    given = "".join(
        json.dumps({"id": i, "text": f"It may rain on day {i}, Mara Quill said."}) + "\n\n" for i in (7, "b", 3)
    )
    found = rows(told("--jsonl", given=given))
    assert [row["id"] for row in found] == [7, "b", 3]
    for row in found:
        assert set(LISTS) <= set(row)
        assert row["markers"]


def test_places_are_offsets_into_the_text_as_given() -> None:
    text = "  \t“It may rain,”\n\n\n  Mara Quill   said\u00a0on Monday.  \n"
    row = rows(told("--jsonl", given=json.dumps({"id": 1, "text": text})))[0]
    assert "may" in [text[slice(*each["span"])] for each in row["markers"]]


def test_lines_and_files_give_the_same_finds(file: Path) -> None:
    of_file = rows(told("--jsonl", str(file)))[0]
    of_line = rows(told("--jsonl", given=json.dumps({"id": str(file), "text": of_file["text"]})))[0]
    assert {name: of_file[name] for name in LISTS} == {name: of_line[name] for name in LISTS}
    document = json.loads(told("--json", str(file)).stdout)["files"][0]
    assert {name: document[name] for name in LISTS} == {name: of_line[name] for name in LISTS}


def test_lines_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(json.dumps({"id": 1, "text": "It may rain."}) + "\n", "utf-8")
    assert rows(told("--jsonl", str(path)))[0]["id"] == 1
    done = told("--jsonl", str(tmp_path / "none.jsonl"), code=2)
    assert b"none.jsonl: no such file" in done.stderr


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2: this is no JSON"),
        ("[1]", "line 2: this is no object"),
        ('{"id": 1}', "line 2: there is no 'text'"),
        ('{"id": 1, "text": 5}', "line 2: 'text' is no text"),
        ("[" * 100_000, "line 2: this is no JSON"),
    ],
)
def test_a_broken_line_is_told_with_its_number_and_the_others_are_read(line: str, said: str) -> None:
    good = json.dumps({"id": "good", "text": "It may rain."})
    done = told("--jsonl", given=f"{good}\n{line}\n{good}\n", code=1)
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert [row["id"] for row in rows(done)] == ["good", "good"]


def test_bytes_that_are_no_text_are_told() -> None:
    done = told("--jsonl", given=b'\xff\xfe{"id"\n{"id": 1, "text": "It may rain."}\n', code=1)
    assert b"line 1" in done.stderr
    assert len(rows(done)) == 1


@pytest.mark.parametrize(
    "text", ["", " ", "word", "\x00\x01", "\ud800", "שלום " * 50, "“" * 500, "1e999 9" + "9" * 400, "a\n" * 3000]
)
def test_any_text_has_an_answer(text: str) -> None:
    done = told("--jsonl", given=json.dumps({"id": 1, "text": text}))
    assert len(rows(done)) == 1
    assert b"NaN" not in done.stdout
    assert b"Infinity" not in done.stdout


def test_a_text_in_another_language_has_nothing_made_up(tmp_path: Path) -> None:
    text = (
        "El ayuntamiento ha cerrado el puente sobre el río, según dijo el lunes la alcaldesa, que no quiso dar "
        "más detalles sobre las obras. “No hay más que decir”, dijo la alcaldesa en la plaza del pueblo. "
    )
    row = rows(told("--jsonl", given=json.dumps({"id": 1, "text": text})))[0]
    assert not any(row[name] for name in LISTS)
    path = tmp_path / "es.txt"
    path.write_text(text * 2, "utf-8")
    assert "another language (es)" in told(str(path)).stdout.decode()


def test_least_confidence(file: Path) -> None:
    everything = json.loads(told("--json", str(file)).stdout)["files"][0]
    least = 0.9
    some = json.loads(told("--json", str(file), "--min-confidence", str(least)).stdout)["files"][0]
    for name in LISTS:
        kept = [each for each in everything[name] if each["confidence"] >= least]
        strip = [{k: v for k, v in each.items() if k != "outer"} for each in kept]
        assert [{k: v for k, v in each.items() if k != "outer"} for each in some[name]] == strip
    assert sum(len(some[name]) for name in LISTS) < sum(len(everything[name]) for name in LISTS)


def test_what_stands_in_another_is_still_named_when_some_are_left_out() -> None:
    def said(confidence: float, outer: int | None = None) -> Attribution:
        return Attribution((), (), ((0, 1),), "direct", "none", "neutral", "x", confidence, outer=outer)

    found = Annotations(attributions=(said(0.1), said(0.9), said(0.8, 1), said(0.9, 0)))
    kept = sure(found, 0.5).attributions
    assert [each.outer for each in kept] == [None, 0, None]
    assert sure(found, 0.0) == found


def test_rows_are_what_the_finds_hold() -> None:
    """Against the slow way, which knows nothing of these classes."""
    from dataclasses import asdict

    found = annotate(TEXT)
    slow = {name: [asdict(each) for each in getattr(found, name)] for name in LISTS}
    assert json.loads(json.dumps(as_lists(found))) == json.loads(json.dumps(slow))


def test_numbers_without_end_become_null() -> None:
    assert json.loads(dumped({"a": [float("inf"), 1.5, (float("nan"),)]})) == {"a": [None, 1.5, [None]]}


# -- for people -------------------------------------------------------------------------------------


def test_the_view_marks_by_brackets_and_lists(file: Path) -> None:
    view = told(str(file)).stdout.decode()
    assert "\033" not in view
    assert "~may~" in view
    assert "*notorious*" in view
    assert re.search(r"\[“We took no chances,”\]\d+ <said>\d+ \{Quill", view)
    for head in (
        "WHO SAYS WHAT",
        "WHAT LIMITS CERTAINTY",
        "LOADED WORDS",
        "NAMES AND THEIR FORMS",
        "NUMBERS",
        "DATES",
    ):
        assert head in view
    assert re.search(r"NOT RUNNING TEXT.*\n  credit +Photo: Jo Park", view)


def test_the_view_has_every_word_of_the_text(file: Path) -> None:
    view = re.sub(r"\033\[[\d;]*m(?:\[\d+\])?", "", told(str(file), "--color", "always").stdout.decode())
    words = " ".join(view.split())
    for paragraph in (TITLE, "for two weeks, Mara Quill said on Monday.", "use the bridge every day."):
        assert paragraph in words


@pytest.mark.parametrize(
    ("when", "env", "coloured"),
    [("always", {}, True), ("always", {"NO_COLOR": "1"}, True), ("never", {}, False), ("auto", {}, False)],
)
def test_colours(file: Path, when: str, env: dict[str, str], coloured: bool) -> None:
    assert (b"\033[" in told(str(file), "--color", when, **env).stdout) is coloured


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of its own")
@pytest.mark.parametrize(("env", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_colours_on_a_terminal(file: Path, env: dict[str, str], coloured: bool) -> None:
    import os
    import pty

    main, other = pty.openpty()
    words = [sys.executable, "-P", "-m", "generator", "annotate", "--parser", "off", str(file)]
    surrounding = {k: v for k, v in surroundings(TERM="xterm").items() if k != "NO_COLOR"} | env
    with subprocess.Popen(words, stdout=other, stderr=other, env=surrounding) as process:
        os.close(other)
        shown = b""
        while True:
            try:
                piece = os.read(main, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
    os.close(main)
    assert process.returncode == 0
    assert b"WHO SAYS WHAT" in shown
    assert (b"\033[" in shown) is coloured


@pytest.mark.parametrize("width", ["40", "60", "200"])
def test_lines_fit_the_window(file: Path, width: str) -> None:
    view = told(str(file), "--color", "always", COLUMNS=width).stdout.decode()
    longest = max(len(word) for word in TEXT.split()) + 10
    for line in view.splitlines():
        assert wide(bare(line)) <= max(int(width), longest)


def test_several_files_one_of_them_missing(file: Path, tmp_path: Path) -> None:
    done = told(str(tmp_path / "none.txt"), str(file), code=1)
    assert b"there is no such file" in done.stderr
    assert b"WHO SAYS WHAT" in done.stdout


def test_standard_input() -> None:
    assert b"~may~" in told("-", given=TEXT).stdout
    assert b"standard input: this file is empty" in told("-", code=1).stderr


def test_less_sure_finds_are_counted(file: Path) -> None:
    everything = told(str(file), "--min-confidence", "0").stdout.decode()
    assert "Less sure" not in everything
    assert "Less sure finds that are not shown" in told(str(file), "--min-confidence", "1").stdout.decode()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "which text?"),
        (["--json", "--jsonl"], "choose one"),
        (["--min-confidence", "2", "x"], "no number from 0 to 1"),
        (["--min-confidence", "high", "x"], "no number from 0 to 1"),
        (["--color", "sometimes", "x"], "is not one of auto, always, never"),
    ],
)
def test_wrong_usage(words: list[str], said: str) -> None:
    assert said in told(*words, code=2).stderr.decode()


# -- the parser ------------------------------------------------------------------------------------


def test_without_a_parser_only_on_complains(monkeypatch: pytest.MonkeyPatch) -> None:
    import generator.draft.parser as module
    from generator.cli._frame import MACHINE, GiveUp
    from generator.cli._reading import parser_of

    monkeypatch.setattr(module, "available", lambda: False)
    assert parser_of("off") is None
    assert parser_of("auto") is None
    with pytest.raises(GiveUp, match="no parser") as caught:
        parser_of("on")
    assert caught.value.code == MACHINE


# -- marks in lines ---------------------------------------------------------------------------------

SPANS = st.lists(
    st.tuples(
        st.integers(0, 60), st.integers(0, 30), st.sampled_from(["content", "source", "cue", "marker", "name"])
    ),
    max_size=8,
)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab “\n漢é", max_size=60), SPANS, st.integers(5, 40))
def test_coloured_lines_hold_the_words_and_close_their_colours(
    text: str, spans: list[tuple[int, int, str]], width: int
) -> None:
    marks = [Mark(min(s, len(text)), min(s + n, len(text)), kind) for s, n, kind in spans]  # type: ignore[arg-type]
    shown = lines(runs(text, 0, len(text), marks, colour=True), width)
    assert " ".join(" ".join(bare(line) for line in shown).split()) == " ".join(text.split())
    for line in shown:
        assert line.count("\033[0m") * 2 == line.count("\033[")


def test_brackets_nest() -> None:
    text = "Quill said it may rain."
    marks = [
        Mark(0, 5, "source", "1"),
        Mark(6, 10, "cue", "1"),
        Mark(11, 22, "content", "1"),
        Mark(14, 17, "marker"),
    ]
    assert lines(runs(text, 0, len(text), marks, colour=False), 80) == ["{Quill}1 <said>1 [it ~may~ rain]1."]
