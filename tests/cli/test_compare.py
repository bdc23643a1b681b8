"""`secondsource compare`: the view side by side, JSON, lines of JSON, and what it says of rubbish."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.cli._coloured import bare
from generator.cli._columns import wide
from generator.draft.comparison import align
from tests.cli.conftest import surroundings

A = """Footbridge shut after inspectors find a crack

The town council of Ellerby shut the footbridge over the river Elle on Monday after inspectors found a crack in it.

At least 12 people complained about the footbridge last autumn, council spokeswoman Mara Quill said.

The footbridge over the river Elle was built in 1931 by the engineer Abel Stone and painted green in May.
"""
B = """Ellerby closes footbridge over crack

Ellerby town council shut the footbridge over the river Elle on Monday after inspectors found a crack in a pillar.

At least 19 people complained about the footbridge last autumn, council spokeswoman Mara Quill said.

The bus line to the old mill runs every ten minutes until the notorious footbridge is open again, the company said.
"""
OTHER = """Otters are back in the river after forty years

Biologists counted six otters in the upper valley this spring, twice as many as they had hoped to see there.

The animals were last seen in the valley forty years ago, when a paper works spoiled the water with its waste.

Anglers are less glad, for otters eat trout, and the club has spent its savings on young fish for the season.
"""


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for name, text in (("a.txt", A), ("b.txt", B), ("other.txt", OTHER)):
        (tmp_path / name).write_text(text, "utf-8")
    return [str(tmp_path / name) for name in ("a.txt", "b.txt", "other.txt")]


def told(*words: str, given: str = "", code: int = 0, **env: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "generator", "compare", "--parser", "off", *words],
        input=given,
        env=surroundings(**env),
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == code, done.stderr
    return done


def document(*words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told("--json", *words).stdout)
    return found


def test_json_has_files_and_one_comparison(files: list[str]) -> None:
    found = document(*files[:2])
    assert [each["file"] for each in found["files"]] == files[:2]
    assert [(each["a"], each["b"]) for each in found["comparisons"]] == [(0, 1)]
    texts = [each["text"] for each in found["files"]]
    differences = [d for pair in found["comparisons"][0]["pairs"] for d in pair["differences"]]
    numbers = [(texts[0][slice(*d["a"])], texts[1][slice(*d["b"])]) for d in differences if d["slot"] == "number"]
    assert any("12" in one and "19" in two for one, two in numbers)


def test_three_files_are_three_pairs(files: list[str]) -> None:
    found = document(*files)
    assert [(each["a"], each["b"]) for each in found["comparisons"]] == [(0, 1), (0, 2), (1, 2)]
    assert found["comparisons"][0]["pairs"]
    assert not any(pair["verdict"] == "conflict" for each in found["comparisons"][1:] for pair in each["pairs"])


def test_lines_of_sentences_give_aligned_pairs() -> None:
    one = ["The bridge was shut on Monday.", "Otters are back."]
    two = ["On Monday the bridge was shut.", "It rained."]
    rows = [{"id": 1, "A": one, "B": two}, {"id": "x", "A": [], "B": []}, {"A": two, "B": two}]
    done = told("--jsonl", given="".join(json.dumps(row) + "\n" for row in rows))
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in found] == [1, "x", None]
    assert found[0]["pairs"] == [[i, j] for i, j, _ in align(one, two)]
    assert found[1]["pairs"] == []


def test_lines_of_texts_give_the_whole_comparison(files: list[str]) -> None:
    texts = [each["text"] for each in document(*files[:2])["files"]]
    done = told("--jsonl", given=json.dumps({"id": 1, "A": texts[0], "B": texts[1]}))
    found = json.loads(done.stdout)
    of_files = document(*files[:2])["comparisons"][0]
    assert {k: v for k, v in found.items() if k != "id"} == {k: v for k, v in of_files.items() if k not in "ab"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("x", "line 2: this is no JSON"),
        ('{"id": 1, "A": []}', "line 2: there is no 'B'"),
        ("{}", "line 2: there is no 'A' and no 'B'"),
        ('{"A": "text", "B": ["text"]}', "line 2: A and B must both be"),
        ('{"A": [1], "B": ["text"]}', "line 2: A and B must both be"),
    ],
)
def test_a_broken_line_is_told_with_its_number(line: str, said: str) -> None:
    good = json.dumps({"id": "good", "A": ["It rained."], "B": ["It rained."]})
    done = told("--jsonl", given=f"{good}\n{line}\n{good}\n", code=1)
    assert said in done.stderr
    assert len(done.stdout.splitlines()) == 2


# -- for people -------------------------------------------------------------------------------------


def test_the_view_shows_both_sides_and_what_differs(files: list[str]) -> None:
    view = told(*files[:2], "--min-confidence", "0", COLUMNS="100").stdout
    assert "\033" not in view
    assert " │ " in view
    assert "[12]" in view or "[At least 12" in view or "12 people]" in view
    assert any(line.lstrip().startswith("→ number: A “") and "B “" in line for line in view.splitlines())
    assert "ONLY IN A" in view
    assert "ONLY IN B" in view


def test_the_view_fits_the_window(files: list[str]) -> None:
    for width in (50, 90, 140):
        view = told(*files[:2], "--color", "always", COLUMNS=str(width)).stdout
        assert "\033[" in view
        assert max(wide(bare(line)) for line in view.splitlines()) <= width


def test_a_narrow_window_has_one_below_the_other(files: list[str]) -> None:
    view = told(*files[:2], COLUMNS="60").stdout
    assert " │ " not in view
    assert "\nB: " in view


def test_unrelated_reports_are_told_so(files: list[str]) -> None:
    view = told(files[0], files[2]).stdout
    assert "do not seem to be about one event" in view
    assert "CONTRADICT" not in view


def test_the_same_text_twice(files: list[str]) -> None:
    view = told(files[0], files[0]).stdout
    assert "the same text" in view
    assert "ONLY IN" not in view


def test_three_files_are_three_views(files: list[str]) -> None:
    view = told(*files).stdout
    assert view.count("═" * 40) >= 2
    assert "C  Otters are back" in view


def test_a_text_in_another_language_is_not_compared(files: list[str], tmp_path: Path) -> None:
    path = tmp_path / "es.txt"
    path.write_text(
        "El ayuntamiento ha cerrado el puente sobre el río, según dijo el lunes la alcaldesa, que no quiso dar "
        "más detalles sobre las obras, y los vecinos han dicho que no se les ha informado de nada. La alcaldesa "
        "dijo también que las obras duran dos semanas.",
        "utf-8",
    )
    assert "Not compared: B is in a language" in told(files[0], str(path)).stdout
    assert not document(files[0], str(path))["comparisons"][0]["pairs"]


def test_too_few_texts(files: list[str], tmp_path: Path) -> None:
    assert "two or more texts" in told(files[0], code=2).stderr
    done = told(files[0], str(tmp_path / "none.txt"), code=1)
    assert "there is no such file" in done.stderr
    assert "nothing to compare" in done.stderr
    done = told(*files[:2], str(tmp_path), code=1)
    assert "this is a folder" in done.stderr
    assert "ONLY IN A" in done.stdout
