"""Every language that the program comes with says everything that English says, with the same placeholders."""

import re

import pytest

from generator.load.language import languages as known_languages
from generator.load.language import load_grammar
from generator.load.project import bundled_root, open_project
from generator.load.prompts import load_prompts
from tests.english import DATA, PLACEHOLDER, languages, names, prompt_file, texts

ALIKE = {
    "es": {
        ("interface", "key.total"),  # Total
        ("interface", "catalogue.minutes"),  # min
        ("interface", "tag.marker"),  # m, for marca
        ("five_questions", "answer.no"),  # no
    }
}
"""Texts that are the same in English, by file and key."""


def test_there_is_another_language() -> None:
    assert "es" in languages()
    assert known_languages(open_project(bundled_root())) == tuple(sorted(["en", *languages()]))


@pytest.mark.parametrize("language", languages())
def test_every_file_is_there_and_none_besides(language: str) -> None:
    assert names(language) == names("en")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", names())
def test_keys_and_placeholders_are_the_same(language: str, name: str) -> None:
    english, own = texts("en", name), texts(language, name)
    assert list(own) == list(english)
    for key, text in english.items():
        assert set(PLACEHOLDER.findall(own[key])) == set(PLACEHOLDER.findall(text)), key
    told = [prompt_file(code, name).get("placeholders") or {} for code in ("en", language)]
    assert told[1].keys() == told[0].keys()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", [name for name in names() if name != DATA])
def test_no_text_is_left_in_english(language: str, name: str) -> None:
    english = texts("en", name)
    same = {key for key, text in texts(language, name).items() if text == english[key] and _has_words(text)}
    assert same == {key for file, key in ALIKE[language] if file == name}


@pytest.mark.parametrize("language", languages())
def test_the_program_finds_nothing_to_translate(language: str) -> None:
    assert load_prompts(open_project(bundled_root()), language).diagnostics == ()


@pytest.mark.parametrize("language", ["en", *languages()])
def test_every_language_has_its_own_grammar(language: str) -> None:
    project = open_project(bundled_root())
    grammar = load_grammar(project, language)
    assert set(grammar.lists) == set(load_grammar(project, "en").lists)
    for key in ("articles", "pronouns", "months", "days", "small", "empty", "attitudes", "negations"):
        assert grammar.words(key), key
    assert len(grammar.words("months")) >= 12
    assert len(grammar.words("days")) == 7
    assert len(grammar.values("numbers")) == len(grammar.words("numbers"))


def test_spanish_has_its_own_dates_quotes_and_question_marks() -> None:
    ui = load_prompts(open_project(bundled_root()), "es").ui
    assert ui.say("date.long", day="3", month=ui.say("month.5"), year="2025") == "3 de mayo de 2025"
    assert ui.say("number.decimal") == ","
    for name in (name for name in names("es") if name != DATA):
        for key, text in texts("es", name).items():
            assert key.startswith("quote") or "“" not in text, (name, key)
            assert key.startswith("quote") or text.count("«") == text.count("»"), (name, key)
            asked = text.replace("**?**", "").replace("«?»", "").removesuffix("?)") if name == "timeline" else text
            assert (name == "timeline" and key == "open") or asked.count("¿") == asked.count("?"), (name, key)


def _has_words(text: str) -> bool:
    return re.search(r"[^\W\d_]", PLACEHOLDER.sub("", text)) is not None
