"""Wording is merged key by key, and what nothing uses or fills in is told."""

from pathlib import Path

import pytest

from generator.load.project import Project, bundled_root, open_project
from generator.load.prompts import load_prompts
from generator.model.words import WordsError


def put(project: Project, file: str, text: str) -> None:
    path = project.root / "templates" / "prompts" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_bundled_wording_is_sound_and_says_what_each_type_is_for() -> None:
    prompts = load_prompts(open_project(bundled_root()), "en")
    assert prompts.diagnostics == ()
    assert {"common", "interface"}.isdisjoint(prompts.types)
    assert "source_or_channel" in prompts.types
    for name in prompts.types:
        meta = prompts.meta(name)
        assert meta.title != name
        assert meta.practises


def test_words_have_shortages_and_the_common_ones_behind_them() -> None:
    words = load_prompts(open_project(bundled_root()), "en").of("source_or_channel")
    assert words.has("prompt")
    assert words.has("shortages.no-source")
    assert words.say("list.and") == " and "
    assert words.say("place.line", passage="A", first="3") == "A, line 3"


def test_a_type_without_wording_has_only_the_common_words() -> None:
    prompts = load_prompts(open_project(bundled_root()), "en")
    assert prompts.of("no_such_type").has("list.and")
    with pytest.raises(WordsError, match="no_such_type"):
        prompts.of("no_such_type").say("prompt")
    assert prompts.meta("no_such_type").title == "no_such_type"


def test_single_keys_are_replaced_and_the_rest_stays(project: Project) -> None:
    before = load_prompts(project, "en").of("source_or_channel")
    put(project, "en/source_or_channel.yaml", 'schema: 1\ntext:\n  stem: "{says}: who?"\n')
    put(project, "en/common.yaml", 'schema: 1\ntitle: Mine\ntext:\n  list.and: " & "\n')
    prompts = load_prompts(project, "en")
    assert prompts.diagnostics == ()
    after = prompts.of("source_or_channel")
    assert after.say("stem", says="x", place="y") == "x: who?"
    assert after.say("list.and") == " & "
    assert after.say("prompt") == before.say("prompt")
    assert prompts.meta("source_or_channel").title != "source_or_channel"
    assert after.file == "templates/prompts/en/source_or_channel.yaml"


@pytest.mark.parametrize(
    ("text", "code", "line", "col", "says"),
    [
        ("text:\n  stem: 'Who said {say}?'", "SS604", 3, 19, "did you mean 'says'?"),
        ("text:\n  stem: >\n    Who said\n    {Says}?", "SS604", 5, 5, "did you mean 'says'?"),
        ("text:\n  stem: 'Who said { says }?'", "SS604", 3, 19, "placeholders here"),
        ("text:\n  stemm: x", "SS603", 3, 3, "did you mean 'stem'?"),
        ("shortages:\n  no-sourc: x", "SS603", 3, 3, "did you mean 'no-source'?"),
        ("placeholders:\n  new: x", "SS603", 3, 3, "keys here"),
        ("txt: {}", "SS210", 2, 1, "did you mean 'text'?"),
        ("text:\n  stem: [a]", "SS212", 3, 9, "quotes"),
        ("text:\n  stem: a: b", "SS110", 3, 10, "quotes"),
    ],
)
def test_problems_in_ones_own_wording_are_told_at_their_place(
    project: Project, text: str, code: str, line: int, col: int, says: str
) -> None:
    put(project, "en/source_or_channel.yaml", f"schema: 1\n{text}\n")
    (problem,) = load_prompts(project, "en").diagnostics
    assert (problem.code, problem.place.line, problem.place.col) == (code, line, col)
    assert says in problem.hint
    assert problem.place.file == "templates/prompts/en/source_or_channel.yaml"


def test_wording_of_no_type_is_told(project: Project) -> None:
    put(project, "en/sorce_or_channel.yaml", "schema: 1\ntext: {}\n")
    (problem,) = load_prompts(project, "en").diagnostics
    assert (problem.code, "did you mean 'source_or_channel'?" in problem.hint) == ("SS602", True)


def test_an_unknown_language_is_told_and_english_is_used(project: Project) -> None:
    prompts = load_prompts(project, "xx")
    assert [d.code for d in prompts.diagnostics] == ["SS601"]
    assert prompts.of("source_or_channel").has("prompt")


def test_a_language_of_ones_own_replaces_english_and_tells_what_it_lacks(project: Project) -> None:
    put(project, "de/common.yaml", 'schema: 1\ntext:\n  list.and: " und "\n  list.or: x\n')
    prompts = load_prompts(project, "de")
    assert [(d.code, d.severity) for d in prompts.diagnostics] == [
        ("SS603", "error"),
        ("SS605", "warning"),
        ("SS606", "warning"),
    ]
    assert prompts.of("source_or_channel").say("list.and") == " und "
    assert prompts.of("source_or_channel").has("prompt")


def test_a_link_out_of_the_project_is_not_read(project: Project, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("schema: 1\ntext:\n  list.and: secret\n", "utf-8")
    put(project, "en/.keep", "")
    (project.root / "templates/prompts/en/common.yaml").symlink_to(tmp_path / "secret.yaml")
    prompts = load_prompts(project, "en")
    assert [d.code for d in prompts.diagnostics] == ["SS106"]
    assert prompts.of("x").say("list.and") == " and "
