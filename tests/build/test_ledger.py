"""The ledger: what is unchanged is known without rendering, and nobody's changes are lost."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build.ledger import NAME, Ledger, digest, digest_of_folders, write_whole


@given(st.lists(st.binary(max_size=4), max_size=4), st.lists(st.binary(max_size=4), max_size=4))
def test_a_digest_tells_how_its_parts_were_split(one: list[bytes], other: list[bytes]) -> None:
    assert (digest(*one) == digest(*other)) == (one == other)


def test_a_digest_of_folders_sees_names_and_bytes_but_not_what_is_skipped(tmp_path: Path) -> None:
    folder = tmp_path / "lessons"
    (folder / "schemas").mkdir(parents=True)
    (folder / "a.yaml").write_text("x")
    first = digest_of_folders([folder], frozenset({"schemas"}))
    (folder / "schemas" / "s.json").write_text("{}")
    assert digest_of_folders([folder], frozenset({"schemas"})) == first
    (folder / "a.yaml").write_text("y")
    second = digest_of_folders([folder], frozenset({"schemas"}))
    (folder / "a.yaml").rename(folder / "b.yaml")
    third = digest_of_folders([folder], frozenset({"schemas"}))
    assert len({first, second, third}) == 3


def test_states_of_a_file(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    assert ledger.state("l/a.pdf") == "absent"
    write_whole(tmp_path / "l" / "a.pdf", b"one")
    assert ledger.state("l/a.pdf") == "foreign"
    ledger.record("l/a.pdf", "inputs", b"one")
    assert ledger.state("l/a.pdf") == "ours"
    (tmp_path / "l" / "a.pdf").write_bytes(b"mine")
    assert ledger.state("l/a.pdf") == "changed"


def test_a_plan_holds_only_in_its_world_and_with_all_its_files(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    write_whole(tmp_path / "a.pdf", b"one")
    ledger.record("a.pdf", "inputs", b"one")
    ledger.plans["key"] = {"world": "w", "files": ["a.pdf"]}
    ledger.save()
    again = Ledger(tmp_path)
    assert again.plan_fresh("key", "w") == ["a.pdf"]
    assert again.plan_fresh("key", "another world") is None
    assert again.plan_fresh("another key", "w") is None
    (tmp_path / "a.pdf").unlink()
    assert again.plan_fresh("key", "w") is None


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "[]",
        '{"version": 99}',
        "null",
        '{"version": 1, "files": 3, "plans": {}}',
        '{"version": 1, "files": {"a": {}}, "plans": {}}',
    ],
)
def test_a_damaged_ledger_is_an_empty_one(tmp_path: Path, damage: str) -> None:
    (tmp_path / NAME).write_text(damage)
    ledger = Ledger(tmp_path)
    assert ledger.files == {}
    assert ledger.plans == {}


def test_a_write_that_fails_leaves_the_old_file_and_no_part(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_whole(path, b"old")
    with pytest.raises(TypeError):
        write_whole(path, "not bytes")  # type: ignore[arg-type]
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]
