"""Every rule tells of its bad example, at the place, and of nothing else."""

import re
from pathlib import Path

import pytest
from bad_examples import Example, copy_of_good, examples, problems

import generator
from generator.model.rules import RULES

ALL = list(examples())


@pytest.mark.parametrize("example", ALL, ids=lambda e: e.name)
def test_a_bad_example_is_told_at_its_place(example: Example, tmp_path: Path) -> None:
    project = copy_of_good(tmp_path)
    spots = example.spoil(project)
    found = problems(project)
    told = {(p["file"], p["line"], p["col"]) for p in found if p["code"] == example.code}
    others = {p["code"] for p in found} - {example.code}
    everything = [f"{p['file']}:{p['line']}:{p['col']} {p['code']} {p['message']}" for p in found]
    assert told == spots, everything
    assert others == example.also, everything
    for problem in found:
        assert problem["title"] == RULES[problem["code"]].title
        assert problem["hint"]
        file = project / problem["file"]
        if problem["source"] and example.code > "SS105":
            assert problem["source"] == file.read_text("utf-8").split("\n")[problem["line"] - 1]
        if example.code >= "SS400" and file.is_file():
            assert problem["source"], everything


def test_every_rule_has_a_bad_example_and_every_example_a_rule() -> None:
    assert {example.code for example in ALL} == set(RULES)


def test_every_code_that_the_program_tells_is_a_rule() -> None:
    """Codes in the program's text, those of the explanations left aside."""
    folder = Path(generator.__file__).parent
    files = [p for p in folder.rglob("*.py") if not p.name.startswith("rules")]
    told = {code for p in files for code in re.findall(r'"(SS\d{3})"', p.read_text("utf-8"))}
    assert told == set(RULES)
