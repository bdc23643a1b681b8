"""Whole projects: the good one is good, and nothing that is wrong in one makes the program fall over."""

import random
import re
import shutil
import tempfile
from pathlib import Path

from bad_examples import GOOD, copy_of_good, examples, problems, run_check
from hypothesis import given, settings
from hypothesis import strategies as st

FILES = sorted(p.relative_to(GOOD).as_posix() for p in GOOD.rglob("*") if p.is_file())
SNIPPETS = (
    "",
    "\n",
    " ",
    "  ",
    "\t",
    ":",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "“",
    "#",
    "&a ",
    "*a",
    "!!int ",
    "|",
    "---\n",
    "null",
    "yes",
    "-1",
    "99999999999999999999",
    "2025-02-30",
    "absent",
    "A",
    "D",
    "said",
    "\x00",
    "\u2028",
    "\N{COMBINING ACUTE ACCENT}",
    "\U0001f6a2",
)


def test_the_good_project_has_no_problems(tmp_path: Path) -> None:
    project = copy_of_good(tmp_path)
    assert problems(project) == []
    assert run_check(project, "ferry")[1].endswith("no problems in 1 lesson, 1 dossier\n")


def test_all_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    project = copy_of_good(tmp_path)
    wanted = {}
    for example in examples():
        if example.name in ("SS102", "SS214-1", "SS310-1", "SS436-1", "SS442-1", "SS460-2", "SS473-1", "SS603"):
            wanted[example.code] = example.spoil(project)
    found = problems(project)
    assert len(wanted) == 8
    for code, spots in wanted.items():
        assert {(p["file"], p["line"], p["col"]) for p in found if p["code"] == code} == spots
    assert len({p["file"] for p in found}) == 6


def mutated(text: str, seed: int, snippet: str) -> str:
    """The text with one small thing done to it."""
    chance = random.Random(seed)
    lines = text.split("\n")
    at, number = chance.randrange(len(text)), chance.randrange(len(lines))
    match seed % 9:
        case 0:
            return text[:at] + snippet + text[at:]
        case 1:
            return text[:at] + snippet + text[at + chance.randrange(1, 30) :]
        case 2:
            lines[number] = snippet + lines[number]
        case 3:
            del lines[number]
        case 4:
            lines.insert(number, lines[chance.randrange(len(lines))])
        case 5:
            key, colon, _ = lines[number].partition(": ")
            lines[number] = key + colon + snippet
        case 6:
            other = chance.randrange(len(lines))
            lines[number], lines[other] = lines[other], lines[number]
        case 7 | 8:
            values = re.findall(r"(?<=: )[^\s,{}\[\]][^,{}\[\]\n]*", text)
            old, new = chance.choice(values or ["x"]), chance.choice(values or ["y"])
            parts = text.split(old) if old in text else [text, ""]
            at = chance.randrange(1, len(parts))
            return old.join(parts[:at]) + new + old.join(parts[at:])
    return "\n".join(lines)


Mutation = st.tuples(st.sampled_from(FILES), st.integers(0, 2**32), st.sampled_from(SNIPPETS))


@settings(max_examples=100, deadline=None)
@given(st.lists(Mutation, min_size=1, max_size=4))
def test_no_change_to_a_file_makes_the_program_fall_over(mutations: list[tuple[str, int, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = Path(shutil.copytree(GOOD, Path(folder) / "project"))
        for file, seed, snippet in mutations:
            path = project / file
            path.write_text(mutated(path.read_text("utf-8") or "x", seed, snippet), "utf-8")
        for problem in problems(project):
            lines = (project / problem["file"]).read_text("utf-8").split("\n")
            assert 1 <= problem["line"] <= max(len(lines), 1)
            assert problem["col"] >= 1
            assert problem["end_col"] == 0 or problem["end_col"] > problem["col"]
