"""What README and CONTRIBUTING say is so: commands run, names exist, links lead somewhere."""

import argparse
import importlib
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from generator.cli import verbs
from generator.load.project import bundled_root
from generator.model import vocabulary

ROOT = bundled_root()
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def listed(what: str) -> list[dict[str, object]]:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "list", what, "--json"], cwd=ROOT, check=True, capture_output=True
    )
    return list(json.loads(done.stdout)[what])


def test_the_readme_names_every_lesson_with_its_grades_and_minutes() -> None:
    for lesson in listed("lessons"):
        assert f"| `{lesson['name']}` | {lesson['grades']} | {lesson['minutes']} |" in README


def test_the_readme_names_every_exercise_type_beside_its_skill() -> None:
    for kind in listed("exercises"):
        row = next(line for line in README.splitlines() if line.startswith(f"| {kind['skill']} |"))
        assert f"`{kind['name']}`" in row


def commands() -> list[str]:
    lines = [
        line.strip() for text in (README, CONTRIBUTING) for line in text.splitlines() if line.startswith("    ")
    ]
    found = [line.partition("#")[0].strip() for line in lines]
    return sorted({c for c in found if re.match(r"(\S*run|secondsource) ", c)})


@pytest.mark.parametrize("command", commands())
def test_every_command_of_the_docs_is_one_that_the_program_takes(command: str) -> None:
    words = shlex.split(command)[1:]
    if words[0] == "test":
        return
    assert words[0] in verbs()
    verb = importlib.import_module(f"generator.cli.{words[0]}")
    parser = argparse.ArgumentParser(exit_on_error=False)
    verb.add_arguments(parser)
    _, unknown = parser.parse_known_args(words[1:])
    assert unknown == []


def test_there_are_commands_to_try() -> None:
    assert len(commands()) > 8


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_links_and_pictures_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert (ROOT / target).exists(), target
    headings = {
        re.sub(r"[^\w -]", "", h).strip().lower().replace(" ", "-") for h in re.findall(r"^#+ (.+)$", text, re.M)
    }
    for anchor in re.findall(r"\]\(#([^)]+)\)", text):
        assert anchor in headings


def test_the_example_of_check_is_what_check_prints(tmp_path: Path) -> None:
    """The error in the README comes from one changed word in a passage that ships."""
    import shutil

    for folder in ("lessons", "source_texts"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    passage = tmp_path / "source_texts" / "footbridge" / "courier.md"
    passage.write_text(passage.read_text("utf-8").replace("cracks in two of", "cracks in three of"), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check", "footbridge"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )
    shown = [line[4:] for line in README.splitlines() if line.startswith("    ") and "cracks in" in line]
    assert len(shown) == 3
    for line in shown:
        plain = re.sub(r":\d+:\d+:", ":", line.strip())
        assert plain in re.sub(r":\d+:\d+:", ":", done.stdout)


@pytest.mark.parametrize(
    "words",
    ["Standing", "Relation", "Form", "Basis", "MarkerKind", "EdgeBasis", "Lane"],
)
def test_contributing_explains_every_word_of_the_closed_lists(words: str) -> None:
    for word in get_args(getattr(vocabulary, words)):
        assert f"`{word}`" in CONTRIBUTING


def test_contributing_names_only_modules_that_exist() -> None:
    for name in re.findall(r"^\| `([a-z_]+(?:/|\.py))` \|", CONTRIBUTING, re.M):
        assert (ROOT / "generator" / name).exists(), name
