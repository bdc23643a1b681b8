"""`secondsource stress` from outside: words, exit codes, formats."""

import json
from pathlib import Path

from tests.cli.conftest import run_in
from tests.stress.planted import CLEAN, hand_choice, project


def test_a_clean_lesson_is_fine_and_a_guessable_one_is_not(tmp_path: Path) -> None:
    project(tmp_path, clean=CLEAN, longest=[hand_choice("lake", 3), hand_choice("pond", 3)])
    fine = run_in(tmp_path, "stress", "clean", "--variants", "24", "--jobs", "1")
    assert (fine.returncode, "nothing over the limits" in fine.stdout) == (0, True), fine.stdout + fine.stderr
    both = run_in(tmp_path, "stress", "--variants", "24", "--json")
    assert both.returncode == 1
    lessons = {lesson["lesson"]: lesson for lesson in json.loads(both.stdout)["lessons"]}
    assert lessons["clean"]["findings"] == []
    assert {f["kind"] for f in lessons["longest"]["findings"]} == {"guessing"}


def test_words_that_are_wrong(tmp_path: Path) -> None:
    project(tmp_path, clean=CLEAN)
    unknown = run_in(tmp_path, "stress", "claen")
    assert unknown.returncode == 2
    assert "did you mean 'clean'?" in unknown.stderr
    for number in ("0", "-1", "many", "1.5"):
        assert run_in(tmp_path, "stress", "clean", "--variants", number).returncode == 2


def test_a_lesson_with_errors_is_not_drawn(tmp_path: Path) -> None:
    project(tmp_path, broken=[{**hand_choice("lake", 0), "points": 0}])
    done = run_in(tmp_path, "stress", "broken", "--variants", "2")
    assert (done.returncode, done.stdout) == (1, "")
    assert "check broken" in done.stderr
