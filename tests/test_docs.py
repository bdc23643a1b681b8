"""What README and CONTRIBUTING say is so: commands run, names exist, links lead somewhere."""

import argparse
import importlib
import json
import re
import shlex
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import get_args

import pytest
from PIL import Image

from generator.assemble.reading import reading_grade
from generator.build.request import FORMATS, PARTS
from generator.cli import verbs
from generator.load.content import load_dossier
from generator.load.language import languages
from generator.load.project import bundled_root, open_project
from generator.load.standards import load_standards
from generator.load.structure import fit
from generator.load.theme import load_theme
from generator.load.yaml_tree import read_yaml
from generator.model import vocabulary
from generator.model.files import DossierFile, NotesFile
from generator.model.rules import RULES
from generator.model.theme import Colours
from generator.render.look import EDITIONS
from generator.stress import summary

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


def test_the_readme_names_no_lesson_that_is_not_there() -> None:
    table = README.partition("| lesson | grades |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| `([\w-]+)` \|", table, re.M) == sorted(str(row["name"]) for row in listed("lessons"))


def test_the_readme_names_every_exercise_type_beside_its_skill_and_no_other() -> None:
    kinds = listed("exercises")
    for skill in get_args(vocabulary.Skill):
        row = next(line for line in README.splitlines() if line.startswith(f"| {skill} |"))
        assert re.findall(r"`(\w+)`", row) == sorted(str(kind["name"]) for kind in kinds if kind["skill"] == skill)
    assert f"There are {len(kinds)} exercise types." in README


def test_the_readme_names_every_verb_and_no_other() -> None:
    table = README.partition("| verb | what it does |")[2].partition("\n\n")[0]
    assert sorted(re.findall(r"^\| `(\w+)` \|", table, re.M)) == sorted(verbs())


def test_the_readme_names_every_framework_of_the_standards() -> None:
    frameworks = load_standards(open_project(ROOT)).frameworks
    assert frameworks
    for code, framework in frameworks.items():
        assert f"({code})" in README
        assert framework.title.rpartition(", ")[0] in " ".join(README.split())


def test_the_readme_names_every_format_edition_and_part_and_no_other() -> None:
    table = README.partition("| format | what it gives |")[2].partition("\n\n")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert sorted(re.findall(r"`([\w-]+)`", "".join(rows))) == sorted(FORMATS)
    for edition in EDITIONS:
        assert f"`{edition}`" in README
    commands_of_build = " ".join(command for command in commands() if " build " in command)
    for part in PARTS[1:]:
        assert part in commands_of_build


def test_the_theme_of_contributing_is_one(tmp_path: Path) -> None:
    part = CONTRIBUTING.partition("### A school's own look")[2].partition("\n## ")[0]
    text = "\n".join(line[4:] for line in part.splitlines() if line.startswith("    "))
    picture = BytesIO()
    Image.new("L", (4, 4)).save(picture, "PNG")
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "theme.yaml").write_text(text, "utf-8")
    (folder / "crest.png").write_bytes(picture.getvalue())
    loaded = load_theme(open_project(tmp_path))
    assert loaded.diagnostics == ()
    assert loaded.theme.school == "Hillside School"
    assert loaded.theme.logo is not None
    for name in Colours.model_fields:
        assert f"`{name}`" in part


def test_the_pictures_of_the_readme_are_some() -> None:
    pictures = re.findall(r"^!\[[^]]+\]\(([^)]+)\)", README, re.M)
    assert len(pictures) == 2
    assert README.index(pictures[0]) < README.index("./run build")
    for picture in pictures:
        assert (ROOT / picture).read_bytes().startswith(b"\x89PNG")


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
    ["Standing", "Relation", "Form", "Basis", "MarkerKind", "EdgeBasis", "Lane", "Bearing"],
)
def test_contributing_explains_every_word_of_the_closed_lists(words: str) -> None:
    for word in get_args(getattr(vocabulary, words)):
        assert f"`{word}`" in CONTRIBUTING


def test_contributing_names_only_modules_that_exist() -> None:
    for name in re.findall(r"^\| `([a-z_]+(?:/|\.py))` \|", CONTRIBUTING, re.M):
        assert (ROOT / "generator" / name).exists(), name


# -- notes, reviews, languages, stress -------------------------------------------------------------


def examples_of_notes() -> list[str]:
    part = CONTRIBUTING.partition("\n### Notes\n")[2].partition("\n### ")[0]
    return re.findall(r"```yaml\n(.*?)```", part, re.S)


@pytest.mark.parametrize("number", [0, 1])
def test_the_examples_of_notes_are_notes_that_the_program_takes(number: int) -> None:
    text = examples_of_notes()[number]
    file, problems = fit((NotesFile, DossierFile)[number], read_yaml(text, "CONTRIBUTING.md"))
    assert problems == ()
    assert file is not None


@pytest.mark.parametrize("model", [NotesFile, DossierFile], ids=lambda m: m.__name__)
def test_contributing_names_every_list_of_notes(model: type[NotesFile] | type[DossierFile]) -> None:
    part = CONTRIBUTING.partition("\n### Notes\n")[2].partition("\n### Words")[0]
    for name, field in model.model_fields.items():
        key = field.alias or name
        said = re.search(rf"`{key}:?`|^{key}:", CONTRIBUTING if key.startswith("review") else part, re.M)
        assert said, key


@pytest.mark.parametrize("words", ["Fit", "StepReached"])
def test_contributing_names_every_word_of_the_new_notes(words: str) -> None:
    text = "\n".join(examples_of_notes())
    for word in get_args(getattr(vocabulary, words)):
        assert re.search(rf"\b{word}\b", text), word


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_rule_that_is_named_is_one(text: str) -> None:
    for code in re.findall(r"\bSS\d{3}\b", text):
        assert code in RULES


def test_contributing_says_which_languages_have_a_formula_for_reading() -> None:
    assert "Flesch-Kincaid for English, Crawford for Spanish" in " ".join(CONTRIBUTING.split())
    text = ["The bridge has been closed since Monday evening, says the county."]
    assert [code for code in ("en", "es", "fr", "de") if reading_grade(text, code) is not None] == ["en", "es"]


def test_each_language_that_ships_has_a_dossier_as_contributing_asks() -> None:
    project = open_project(ROOT)
    spoken = {load_dossier(project, name).file.language for name in project.dossiers()}  # type: ignore[union-attr]
    assert spoken == set(languages(project))


def test_contributing_gives_the_limits_of_stress() -> None:
    told = " ".join(CONTRIBUTING.split())
    assert f"more than {summary.LIMIT:g} percentage points above chance" in told
    assert f"by more than {summary.SPREAD:g} % in marks or minutes" in told
    assert f"by more than {summary.SPREAD_DIFFICULTY:g} in mean difficulty" in told
    stress = importlib.import_module("generator.cli.stress")
    parser = argparse.ArgumentParser()
    stress.add_arguments(parser)
    assert f"draws {parser.get_default('variants')} variants in each lane" in told
