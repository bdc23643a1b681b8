"""Whatever does not fit a model is told at its place, in our own words."""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.load.structure import fit
from generator.load.suggest import as_slug
from generator.load.yaml_tree import read_yaml
from generator.model.base import Slug
from generator.model.diagnostic import Diagnostic
from generator.model.files import (
    DossierFile,
    HandItem,
    ItemSpec,
    LessonFile,
    NotesFile,
    PromptFile,
    ReportMeta,
)
from generator.model.rules import RULES

DATA = Path(__file__).parent / "data"
WORDS_OF_THE_LIBRARY = (
    "Input should",
    "Field required",
    "Extra inputs",
    "valid dictionary",
    "valid string",
    "valid tuple",
    "valid integer",
    "should match pattern",
    "at least 1 character",
    "type=",
    "pydantic",
    "HandItem",
    "ItemSpec",
    "literal[",
    "NoneType",
    " dict",
    " tuple",
)
FILES: list[tuple[type[BaseModel], str]] = [
    (DossierFile, "source_texts/orchard-path/dossier.yaml"),
    (NotesFile, "source_texts/orchard-path/gazette.notes.yaml"),
    (NotesFile, "source_texts/orchard-path/brook-fm.notes.yaml"),
    (LessonFile, "lessons/orchard.yaml"),
]


def found(model: type[BaseModel], text: str) -> list[Diagnostic]:
    doc = read_yaml(text, "f")
    assert doc.diagnostics == ()
    return list(fit(model, doc)[1])


def only(model: type[BaseModel], text: str) -> Diagnostic:
    (problem,) = found(model, text)
    return problem


def assert_in_our_words(problem: Diagnostic) -> None:
    assert problem.code in RULES
    assert problem.hint
    for words in WORDS_OF_THE_LIBRARY:
        assert words not in problem.message, problem
        assert words not in problem.hint, problem


# -- every way to spoil a good file -----------------------------------------------------------------


def paths(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    if isinstance(data, dict):
        for key, value in data.items():
            yield from paths(value, (*path, key))
    if isinstance(data, list):
        for number, value in enumerate(data[:3]):
            yield from paths(value, (*path, number))


def spoilt(data: Any, path: tuple[str | int, ...]) -> Iterator[Any]:
    """The data with the value at the path replaced, its key renamed, or a key added to it."""

    def at(copied: Any, steps: tuple[str | int, ...]) -> Any:
        for step in steps:
            copied = copied[step]
        return copied

    for value in (
        None,
        "",
        "A b: c!",
        "-1",
        "99999",
        "1.5",
        "9" * 5000,
        ".nan",
        "x" * 99,
        [],
        {},
        [None],
        {"x": "y"},
    ):
        if path:
            copied = copy.deepcopy(data)
            at(copied, path[:-1])[path[-1]] = value
            yield copied
    if path and isinstance(path[-1], str):
        copied = copy.deepcopy(data)
        parent = at(copied, path[:-1])
        parent[f"{path[-1]}s X"] = parent.pop(path[-1])
        yield copied
    if isinstance(at(data, path), dict):
        copied = copy.deepcopy(data)
        at(copied, path)["unknown"] = "value"
        yield copied


@pytest.mark.parametrize(("model", "file"), FILES, ids=[f[1] for f in FILES])
def test_every_way_to_spoil_a_file_is_told_in_our_words(model: type[BaseModel], file: str) -> None:
    good = read_yaml((DATA / file).read_text("utf-8"), file).data
    assert isinstance(good, dict)
    told: set[str] = set()
    for path in paths(good):
        for bad in spoilt(good, path):
            text = json.dumps(bad, ensure_ascii=False)
            value, problems = fit(model, read_yaml(text, "f"))
            assert value is not None or problems, text
            for problem in problems:
                assert_in_our_words(problem)
                assert problem.source == text
                told.add(problem.code)
    assert told >= {"SS202", "SS210", "SS211", "SS212", "SS213", "SS216"}


JUNK = st.recursive(
    st.none() | st.sampled_from(["", "own", "1", "agree", "absent", "A b", "2025-3-4", "é{x}"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "type", "text"]), inner),
    max_leaves=6,
)


@given(st.data())
def test_files_of_the_right_keys_and_any_values_are_told_in_our_words(data: st.DataObject) -> None:
    model = data.draw(st.sampled_from([DossierFile, NotesFile, LessonFile, ReportMeta, PromptFile]))
    keys = [info.alias or name for name, info in model.model_fields.items()]
    tree = data.draw(st.dictionaries(st.sampled_from(keys), JUNK))
    doc = read_yaml(json.dumps({**tree, "schema": "1"}, ensure_ascii=False), "f")
    value, problems = fit(model, doc)
    assert value is not None or problems
    for problem in problems:
        assert_in_our_words(problem)


# -- what is said --------------------------------------------------------------------------------------

META = "schema: 1\ntitle: null\noutlet: Courier\npublished: null\nkind: fictional\n"


def test_an_unknown_key_names_the_one_that_was_meant_and_all_others() -> None:
    problem = only(ReportMeta, META + "outlet_nose: a paper\n")
    assert (problem.code, problem.place.line, problem.place.col) == ("SS210", 6, 1)
    assert "did you mean 'outlet_note'?" in problem.hint
    assert "byline" in problem.hint
    assert "schema_" not in problem.hint


@pytest.mark.parametrize(("key", "meant"), [("license", "licence"), ("author", "byline"), ("Place", "place")])
def test_usual_slips_are_known(key: str, meant: str) -> None:
    assert f"did you mean '{meant}'?" in only(ReportMeta, META + f"{key}: x\n").hint


def test_a_missing_key_is_told_at_its_mapping_with_what_to_write() -> None:
    problem = only(ReportMeta, META.replace("published: null\n", ""))
    assert problem.code == "SS211"
    assert "the front matter has no 'published'" in problem.message
    assert "null" in problem.hint


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("04/03/2025", "write 2025-03-04 or 2025-04-03"),
        ("2025-3-4", "write 2025-03-04"),
        ("13/04/2025", "write 2025-04-13;"),
        ("2025-02-30", "no such day"),
        ("yes", "such as 2025-03-04"),
        ("20250304", "such as 2025-03-04"),
        ("1741046400", "such as 2025-03-04"),
        ("2025-03-04T00:00:00", "2025-03-04"),
        ("March 2025", "such as 2025-03-04"),
        ("[2025]", "YYYY-MM-DD"),
    ],
)
def test_dates_are_never_guessed(day: str, says: str) -> None:
    problem = only(ReportMeta, META.replace("published: null", f"published: {day}"))
    assert (problem.code, problem.place.line) == ("SS218", 4)
    assert says in problem.hint


@pytest.mark.parametrize("day", ["2025-03-04", '"2025-03-04"', "null", "~", ""])
def test_dates_and_their_absence_are_read(day: str) -> None:
    meta, problems = fit(ReportMeta, read_yaml(META.replace("published: null", f"published: {day}"), "f"))
    assert meta is not None
    assert problems == ()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("", "SS202"),
        ("schema:", "SS202"),
        ("schema: one", "SS202"),
        ("schema: [1]", "SS202"),
        ("schema: 1.0", "SS202"),
        ("schema: 0", "SS204"),
        ("schema: 2", "SS203"),
        ("schema: 99999", "SS203"),
    ],
)
def test_files_of_another_version_are_not_looked_at_further(line: str, code: str) -> None:
    assert only(ReportMeta, f"{line}\nnonsense: true").code == code


@pytest.mark.parametrize("text", ["", "# only a comment\n", "just words", "[a, b]", "- a\n- b"])
def test_a_file_without_keys_is_told_so(text: str) -> None:
    assert only(ReportMeta, text).code == "SS201"


LESSON = (
    "schema: 1\ntitle: T\ndossier: d\nlevel: {grades: 7-9}\nminutes: 45\ngoals: [g]\n"
    "sections:\n  - skill: attribution\n    items:\n      - "
)


def test_an_item_of_ones_own_is_told_as_such() -> None:
    problems = found(
        LessonFile, LESSON + "{type: own, id: x, kind: choise, prompt: p, evidence: {A: w}, points: 0}"
    )
    assert [(p.code, p.message.split(";")[0]) for p in problems] == [
        ("SS214", "'kind' cannot be 'choise'"),
        ("SS215", "'points' is 0"),
        ("SS211", "this item of your own has no 'minutes'"),
    ]
    assert all("use" not in p.hint.split(", ") for p in problems)


def test_an_item_of_ones_own_is_never_taken_for_another() -> None:
    assert {p.code for p in found(LessonFile, LESSON + "{type: own, id: x}")} == {"SS211"}


def test_an_item_made_from_notes_is_told_as_such() -> None:
    problem = only(LessonFile, LESSON + "{type: who_said_it, stem: x}")
    assert problem.code == "SS210"
    assert all(name in problem.hint for name in ItemSpec.model_fields)
    assert "rubric" not in problem.hint


def test_both_kinds_of_items_are_read() -> None:
    own = "{type: own, id: x, kind: order, prompt: p, evidence: {A: w}, points: 1, minutes: 2}"
    lesson, problems = fit(LessonFile, read_yaml(LESSON + own + "\n      - {type: who_said_it}", "f"))
    assert problems == ()
    assert lesson is not None
    assert [type(i) for i in lesson.sections[0].items] == [HandItem, ItemSpec]


CLAIM = "schema: 1\ntitle: T\nreports: {A: a}\nclaims:\n  - {id: x, topic: t, slot: what, "


@pytest.mark.parametrize(
    ("rest", "code", "says"),
    [
        ("relation: agre}", "SS214", "did you mean 'agree'?"),
        ("relation: {AB: agre}}", "SS214", "did you mean 'agree'?"),
        ("relation: [agree]}", "SS212", "one of: agree"),
        ("relation: }", "SS213", "one of: agree"),
        ("relation: agree, A: absnt}", "SS212", "standing"),
        ("relation: agree, A: {standing: asserted, quote: {txt: w}}}", None, None),
        ("relation: agree, A: {standing: asserted, quote: {text: w, occurence: 2}}}", "SS210", "'occurrence'"),
    ],
)
def test_only_what_was_meant_is_told_of(rest: str, code: str | None, says: str | None) -> None:
    problems = found(DossierFile, CLAIM + rest)
    assert code is None or [p.code for p in problems] == [code]
    assert says is None or says in problems[0].hint
    if code is None:
        assert [p.code for p in problems] == ["SS211", "SS210"]


NOTE = (
    "schema: 1\nreport: r\nreviewed_by: null\nattributions:\n"
    "  - {id: a, says: s, form: direct, source_kind: none, basis: record, content: "
)


def test_a_single_quote_may_stand_for_a_list_and_is_told_of_as_written() -> None:
    problem = only(NotesFile, NOTE + "{text: w, occurence: 2}}")
    assert (problem.code, problem.source[problem.place.col - 1 :][:9]) == ("SS210", "occurence")
    assert "this quote has no key" in problem.message


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("minutes: 45 min", "SS215", "such as 45"),
        ("minutes: 4", "SS215", "at least 5"),
        ("minutes: 181", "SS215", "at most 180"),
        ("reading_minutes: .inf", "SS215", "digits"),
        ("reading_minutes: .nan", "SS215", "digits"),
        ("goals: one", "SS212", "[one]"),
        ("level: 7-9", "SS212", "grades"),
        ("level:\n  grades:7-9", "SS212", "'grades: 7-9'"),
        ("dossier: The Bridge", "SS216", "'the-bridge'"),
        ("reports: [Q]", "SS216", "A, B, C and D"),
        ("variants: [A, Z]", "SS214", "A, B, C"),
        ("title: ''", "SS213", "write something"),
        ("title:", "SS213", "behind the colon"),
        ("title: [a]", "SS212", "quotes"),
        ("lanes: core", "SS212", "[core]"),
    ],
)
def test_the_hint_says_what_to_write(text: str, code: str, says: str) -> None:
    key = text.split(":")[0]
    lines = [line for line in LESSON[: LESSON.index("sections")].splitlines() if not line.startswith(f"{key}:")]
    problem = only(LessonFile, "\n".join([*lines, "sections: []", text]))
    assert (problem.code, says in problem.hint) == (code, True), problem


@pytest.mark.parametrize(
    "word", ["yes", "No", "ON", "off", "true", "12:30", "3", "1_000", "2.5", "1e3", "0x1F", "2025-03-04", ".5"]
)
def test_words_that_others_read_otherwise_are_warned_of_where_they_are_text(word: str) -> None:
    problem = only(ReportMeta, META.replace("outlet: Courier", f"outlet: {word}"))
    assert (problem.code, problem.severity, problem.place.line, problem.place.col) == ("SS120", "warning", 3, 9)
    assert f'"{word}"' in problem.hint
    assert found(ReportMeta, META.replace("outlet: Courier", f"outlet: '{word}'")) == []


@pytest.mark.parametrize("word", ["7-9", "about 3", "three", "12:30 h", "nothing", "3rd", "C3.D3", "1/2"])
def test_other_words_are_no_trap(word: str) -> None:
    assert found(ReportMeta, META.replace("outlet: Courier", f"outlet: {word}")) == []


def test_keys_of_ones_own_are_traps_too_and_words_of_a_list_are_not() -> None:
    text = "schema: 1\ntitle: T\nreports: {A: a}\nglossary: {no: x}\nprobes:\n"
    text += "  - {id: p, text: t, claim: c, independent: no, why: w}\n"
    problem = only(DossierFile, text)
    assert (problem.code, problem.place.line, problem.place.col) == ("SS120", 4, 12)


@given(st.text(max_size=120))
def test_a_suggested_name_is_a_name(text: str) -> None:
    slug = as_slug(text)
    pattern = get_args(Slug)[1].pattern
    assert slug == "" or re.fullmatch(pattern, slug)
    assert len(slug) <= 80
