"""`secondsource sign`: a review speaks for what was read, and for nothing that came later."""

import datetime
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.sign import with_review
from generator.load.content import load_dossier, reviews_of
from generator.load.project import open_project

REVIEW = ("reviewed_by", "reviewed_on", "reviewed_hash")


@pytest.fixture
def dossier(mine: Path) -> Path:
    """The folder of a dossier that passes `check` and that nobody has read."""
    return sorted((mine / "source_texts").iterdir())[0]


def codes(cli, cwd: Path) -> list[str]:
    done = cli("check", "--format", "json", cwd=cwd)
    return sorted(d["code"] for d in json.loads(done.stdout))


def without_review(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith(REVIEW)]


def reviewed(mine: Path, name: str) -> bool:
    found = load_dossier(open_project(mine), name).dossier
    assert found is not None
    return found.reviewed


def test_a_signed_dossier_is_reviewed_and_nothing_else_in_its_files_changes(
    cli, mine: Path, dossier: Path
) -> None:
    before = {p: p.read_text("utf-8") for p in dossier.iterdir()}
    assert not reviewed(mine, dossier.name)
    done = cli("sign", dossier.name, "--by", "Kim Alder", "--on", "2025-03-10", cwd=mine)
    assert done.returncode == 0, done.stderr
    written = set(done.stdout.splitlines())
    assert written == {str(p.relative_to(mine)) for p in before if p.suffix == ".yaml"}
    assert reviewed(mine, dossier.name)
    for path, text in before.items():
        assert without_review(path.read_text("utf-8")) == without_review(text), path
    assert codes(cli, mine) == []
    again = cli("sign", dossier.name, cwd=mine)
    assert (again.returncode, again.stdout) == (0, "")


def test_comments_and_the_order_of_keys_void_nothing(cli, mine: Path, dossier: Path) -> None:
    cli("sign", dossier.name, "--by", "Kim Alder", cwd=mine)
    for path in dossier.glob("*.yaml"):
        path.write_text("# another remark\n" + path.read_text("utf-8") + "\n\n# the end\n", "utf-8")
    assert reviewed(mine, dossier.name)


def test_any_change_of_passage_notes_or_comparison_voids_it(cli, mine: Path, dossier: Path) -> None:
    cli("sign", dossier.name, "--by", "Kim Alder", cwd=mine)
    loaded = load_dossier(open_project(mine), dossier.name)
    assert loaded.file is not None
    label, report = sorted(loaded.file.reports.items())[0]
    changes = {
        dossier / f"{report}.md": ("passage", lambda t: t.rstrip() + " It rained.\n"),
        dossier / f"{report}.notes.yaml": ("notes", lambda t: t.replace("says: ", "says: perhaps ", 1)),
        dossier / "dossier.yaml": ("notes", lambda t: t.replace("topic: ", "topic: the ", 1)),
    }
    for path, (part, change) in changes.items():
        text = path.read_text("utf-8")
        path.write_text(change(text), "utf-8")
        assert not reviewed(mine, dossier.name), path
        key = "" if path.name == "dossier.yaml" else label
        assert reviews_of(load_dossier(open_project(mine), dossier.name))[key].changed == (part,)
        assert "SS466" in codes(cli, mine)
        path.write_text(text, "utf-8")
    assert reviewed(mine, dossier.name)


def test_it_needs_a_name_a_dossier_of_ones_own_and_notes_without_errors(cli, mine: Path, dossier: Path) -> None:
    nobody = cli("sign", dossier.name, cwd=mine)
    assert nobody.returncode != 0
    assert "--by" in nobody.stderr
    unknown = cli("sign", dossier.name[:-1], "--by", "Kim Alder", cwd=mine)
    assert unknown.returncode != 0
    assert dossier.name in unknown.stderr
    notes = sorted(dossier.glob("*.notes.yaml"))[0]
    notes.write_text(notes.read_text("utf-8").replace("says: ", "sagt: ", 1), "utf-8")
    before = {p: p.read_bytes() for p in dossier.iterdir()}
    broken = cli("sign", dossier.name, "--by", "Kim Alder", cwd=mine)
    assert broken.returncode == 1
    assert {p: p.read_bytes() for p in dossier.iterdir()} == before


@given(by=st.text(min_size=1, max_size=30).filter(lambda t: t.strip() and t.isprintable()))
def test_any_name_is_read_back_as_it_was_written(by: str) -> None:
    import yaml_1_2

    old = "schema: 1\nreviewed_by: >-\n  Somebody with\n  a long name\nreviewed_on: 2024-01-01\nclaims: []\n"
    text = with_review(old, by, datetime.date(2025, 3, 10), "n0123456789")
    data = yaml_1_2.read(text)
    assert data["reviewed_by"] == by
    assert (data["reviewed_hash"], data["claims"], data["schema"]) == ("n0123456789", [], 1)
    assert list(data) == ["schema", *REVIEW, "claims"]
