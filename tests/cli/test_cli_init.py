"""`secondsource init`: a folder of one's own that builds at once."""

import json
from pathlib import Path

import pytest


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_new_folder_checks_and_builds(cli, tmp_path: Path) -> None:
    done = cli("init", "mine")
    assert done.returncode == 0, done.stderr
    mine = tmp_path / "mine"
    assert {p.name for p in mine.iterdir()} == {"lessons", "source_texts", "templates"}
    assert sorted(done.stdout.splitlines()) == sorted(f"mine/{name}" for name in tree(mine))
    assert "build starter" in done.stderr
    assert cli("check", cwd=mine).returncode == 0
    built = cli("build", "--format", "json", cwd=mine)
    assert built.returncode == 0, built.stderr
    assert list(mine.glob("build/starter/*-worksheet.json"))


def test_the_same_words_make_the_same_bytes(cli, fresh: Path, tmp_path: Path) -> None:
    cli("init", "again")
    assert tree(tmp_path / "again") == tree(fresh)


def test_editors_find_the_schemas(mine: Path, repo: Path) -> None:
    for path in [*mine.glob("lessons/*"), *mine.glob("source_texts/*/*")]:
        modeline = next(line for line in path.read_text("utf-8").splitlines() if "$schema=" in line)
        schema = (path.parent / modeline.partition("$schema=")[2]).resolve()
        assert schema.read_bytes() == (repo / "templates/schemas" / schema.name).read_bytes()


def test_the_readme_says_how_to_replace_a_prompt_a_style_and_a_page(mine: Path) -> None:
    text = (mine / "templates/README.md").read_text("utf-8")
    for word in ("prompts/en/", "styles/", "worksheet/", "schemas/"):
        assert word in text


def test_the_theme_in_the_readme_works(cli, mine: Path) -> None:
    lines = (mine / "templates/README.md").read_text("utf-8").splitlines()
    start = next(i for i, line in enumerate(lines) if "theme.schema.json" in line)
    end = next(i for i in range(start, len(lines)) if not lines[i].startswith("    "))
    (mine / "templates/theme.yaml").write_text("\n".join(line[4:] for line in lines[start:end]) + "\n", "utf-8")
    assert cli("check", cwd=mine).returncode == 0
    assert cli("build", "--format", "txt", cwd=mine).returncode == 0
    assert all("Hillside School" in path.read_text("utf-8") for path in (mine / "build").glob("*/*-worksheet.txt"))


def test_the_prompt_in_the_readme_works(cli, mine: Path) -> None:
    lines = (mine / "templates/README.md").read_text("utf-8").splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("    # yaml-language-server"))
    end = next(i for i in range(start, len(lines)) if not lines[i].startswith("    "))
    example = [line.removeprefix("    ") for line in lines[start:end]]
    (mine / "templates/prompts/en").mkdir(parents=True)
    (mine / "templates/prompts/en/source_or_channel.yaml").write_text("\n".join(example) + "\n", "utf-8")
    assert cli("check", cwd=mine).returncode == 0
    lesson = mine / "lessons/starter.yaml"
    text = lesson.read_text("utf-8")
    head, _, _ = text.partition("sections:")
    lesson.write_text(
        head + "sections:\n  - skill: attribution\n    items: [{type: source_or_channel}]\nvariants: [A]\n",
        "utf-8",
    )
    built = cli("build", "--format", "json", cwd=mine)
    assert built.returncode == 0, built.stderr
    (sheet,) = mine.glob("build/starter/*-worksheet.json")
    assert json.loads(sheet.read_text("utf-8"))["items"][0]["prompt"] == "Tick the person who says this."


def test_here_is_a_folder_too(cli, tmp_path: Path) -> None:
    done = cli("init", ".")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "lessons/starter.yaml").is_file()
    assert "in the folder" not in done.stderr


@pytest.mark.parametrize(
    ("called", "there"), [("./run", "../run"), ("../a/run", "../../a/run"), ("/x/run", "/x/run")]
)
def test_the_next_steps_can_be_typed_in_the_new_folder(cli, called: str, there: str) -> None:
    done = cli("init", "mine", env={"SECONDSOURCE_CALLED_AS": called})
    assert f"\n  {there} build starter " in done.stderr


def test_what_is_missing_is_added_and_the_rest_left_alone(cli, mine: Path) -> None:
    whole = tree(mine)
    (mine / "lessons/starter.yaml").unlink()
    (mine / "lessons/other.yaml").write_text("mine", "utf-8")
    done = cli("init", "mine")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "mine/lessons/starter.yaml\n"
    assert "Added what was missing" in done.stderr
    assert tree(mine) == {**whole, "lessons/other.yaml": b"mine"}
    again = cli("init", "mine")
    assert (again.returncode, again.stdout) == (0, "")
    assert "nothing was written" in again.stderr


def test_what_somebody_changed_is_never_replaced(cli, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    (mine / "lessons").mkdir(parents=True)
    (mine / "lessons/starter.yaml").write_text("mine", "utf-8")
    done = cli("init", "mine")
    assert done.returncode == 1
    assert "mine/lessons/starter.yaml" in done.stderr
    assert tree(mine) == {"lessons/starter.yaml": b"mine"}


def test_a_file_is_no_folder(cli, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("x", "utf-8")
    done = cli("init", "mine")
    assert done.returncode == 1
    assert "not a folder" in done.stderr


def test_where_one_may_not_write_it_says_so(cli, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    done = cli("init", "file/mine")
    assert done.returncode in (1, 3)
    assert "file" in done.stderr
    assert "Traceback" not in done.stderr
    assert "mistake in secondsource" not in done.stderr


@pytest.mark.parametrize("name", ["starter"])
def test_the_starter_hides_no_bundled_content(repo: Path, name: str) -> None:
    assert not (repo / "lessons" / f"{name}.yaml").exists()
    assert not (repo / "source_texts" / name).exists()
