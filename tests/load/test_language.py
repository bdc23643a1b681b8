"""The language of a dossier reaches its reports, and its word lists reach the passages."""

from pathlib import Path

from generator.load.content import load_dossier
from generator.load.language import languages, load_grammar
from generator.load.project import Project, open_project
from generator.model.grammar import Grammar

NAME = "orchard-path"


def set_language(project: Project, code: str) -> None:
    file = project.root / "source_texts" / NAME / "dossier.yaml"
    text = file.read_text("utf-8")
    assert text.count("schema: 1\n") == 1
    file.write_text(text.replace("schema: 1\n", f"schema: 1\nlanguage: {code}\n"), "utf-8")


def put(project: Project, code: str, text: str) -> Path:
    file = project.root / "templates" / "prompts" / code / "language.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"schema: 1\ntext:\n{text}", "utf-8")
    return file


def test_reports_are_in_the_language_of_the_dossier_unless_they_say_otherwise(project: Project) -> None:
    set_language(project, "es")
    report = next((project.root / "source_texts" / NAME).glob("*.md"))
    report.write_text(report.read_text("utf-8").replace("schema: 1\n", "schema: 1\nlanguage: en\n", 1), "utf-8")
    loaded = load_dossier(project, NAME)
    assert loaded.dossier is not None
    assert loaded.grammar.language == loaded.dossier.grammar.language == "es"
    found = {p.name: (p.language, p.grammar.language) for p in loaded.dossier.passages.values()}
    assert found.pop(report.stem) == ("en", "en")
    assert set(found.values()) == {("es", "es")}


def test_ones_own_lists_replace_bundled_ones_key_by_key(project: Project) -> None:
    before = load_grammar(project, "es")
    file = put(project, "es", "  articles: lo\n")
    after = load_grammar(project, "es")
    assert after.words("articles") == ("lo",)
    assert after.words("months") == before.words("months") != ()
    file.unlink()
    assert load_grammar(project, "es") == before


def test_a_new_language_has_the_lists_of_its_own_file_and_no_others(project: Project) -> None:
    assert load_grammar(project, "nl").lists == {}
    put(project, "nl", "  articles: de|het|een\n")
    grammar = load_grammar(project, "nl")
    assert grammar.words("articles") == ("de", "het", "een")
    assert grammar.words("months") == ()
    assert {"en", "es", "nl"} <= set(languages(project))
    set_language(project, "nl")
    loaded = load_dossier(open_project(project.root), NAME)
    assert loaded.dossier is not None
    assert loaded.dossier.grammar == grammar


def test_a_broken_file_of_lists_is_told_by_the_wording_and_read_as_empty(project: Project) -> None:
    put(project, "nl", "  articles: [de]\n")
    assert load_grammar(project, "nl").lists == {}


def test_a_report_of_an_unknown_outlet_is_called_by_its_letter(project: Project) -> None:
    report = next((project.root / "source_texts" / NAME).glob("*.md"))
    named = report.read_text("utf-8")
    line = next(line for line in named.split("\n") if line.startswith("outlet: "))
    report.write_text(named.replace(line, "outlet: null", 1), "utf-8")
    for code, words in (("en", "Report"), ("es", "Noticia")):
        if code != "en":
            set_language(project, code)
        loaded = load_dossier(project, NAME)
        assert loaded.dossier is not None
        passages = loaded.dossier.passages.values()
        unnamed = next(p for p in passages if p.name == report.stem)
        assert unnamed.outlet == f"{words} {unnamed.label}"
        assert [p.outlet for p in passages if p is not unnamed] == [
            p.meta.outlet for p in passages if p is not unnamed
        ]
    assert Grammar().unnamed_report("C") == "C", "a language without words for it"
