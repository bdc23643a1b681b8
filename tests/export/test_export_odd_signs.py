"""Words full of signs that formats reserve go into every package and come out of it as they were."""

from functools import cache
from importlib import import_module
from typing import Any

import pytest

from generator.model.booklet import AnswerKey, Worksheet
from tests.export import (
    canvas_rules,
    gift_rules,
    moodle_rules,
    qti_rules,
    test_canvas,
    test_export_gift,
    test_export_moodle,
    test_qti,
)
from tests.export.completeness import Found, missing
from tests.export.forms import Form, all_forms, say
from tests.export.qti_reader import read

# One sign for one letter: quotations stay where they are, and what is the same word stays the same word.
SIGNS = str.maketrans("eaouidpbmkhv", "&<>\"'\\{}#=~%")
TEXTS = {
    *(
        "title",
        "intro",
        "context_note",
        "content_note",
        "outlet",
        "outlet_note",
        "place",
        "byline",
        "text",
        "credit",
    ),
    *("prompt", "stem", "hints", "first", "last", "corner", "bank", "frame", "given", "model", "accept", "brief"),
    *("rationale", "marking", "why", "shows", "quote", "names", "level", "sample", "misreadings", "glossary"),
}
TARGETS = {
    "moodle": (moodle_rules.problems, test_export_moodle.found_in),
    "gift": (gift_rules.problems, test_export_gift.found_in),
    "canvas": (canvas_rules.problems, test_canvas.found_in),
    "qti21": (qti_rules.problems, lambda form, export: test_qti.found_in(form, read(export.data))),
    "qti3": (qti_rules.problems, lambda form, export: test_qti.found_in(form, read(export.data))),
}


def odd(value: Any, inside: str = "", name: str = "") -> Any:
    """A paper's data with signs in all that people read; ids and references stay."""
    if isinstance(value, dict):
        told = name if name in ("given", "misreadings", "glossary") else ""
        return {key: odd(part, name, told or key) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [odd(part, inside if isinstance(part, str) else name, name) for part in value]
    label = name == "label" and inside in ("blanks", "marks")
    return value.translate(SIGNS) if isinstance(value, str) and (name in TEXTS or label) else value


@cache
def odd_forms() -> tuple[Form, ...]:
    """Forms in which all kinds of response occur."""
    forms, kinds = [], set()
    for form in all_forms():
        new = {(q.response.kind, bool(getattr(q.response, "table", None))) for q in form.sheet.items} - kinds
        if new:
            kinds |= new
            sheet = Worksheet.model_validate(odd(form.sheet.model_dump()))
            key = AnswerKey.model_validate(odd(form.key.model_dump()))
            forms.append(Form(sheet, key))
    return tuple(forms)


def test_the_signs_are_there() -> None:
    kinds = {q.response.kind for form in odd_forms() for q in form.sheet.items}
    assert len(kinds) == 8
    for form in odd_forms():
        assert "&" in form.sheet.title
        for question in form.sheet.items:
            assert set("&<") <= set(question.prompt + question.stem)
            for blank in getattr(question.response, "blanks", ()):
                assert set(blank.label) & set("&<>\"'\\{}#=~%")


@pytest.mark.parametrize("target", TARGETS)
def test_signs_survive(target: str) -> None:
    problems, found_in = TARGETS[target]
    for form in odd_forms():
        english = say(form.sheet.language)
        export = import_module(f"generator.export.{target}").make(form.sheet, form.key, english)
        assert problems(export.data) == []
        found: Found = found_in(form, export)
        assert missing(form, found, export.losses, english) == []
