"""YAML text becomes plain data with exact places; whatever is wrong with it is told in plain words."""

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.load import yaml_tree
from generator.load.source import clean
from generator.load.yaml_tree import read_yaml

WORDS_OF_THE_PARSER = (
    "while scanning",
    "while parsing",
    "token",
    "mapping values",
    "block end",
    "expected alphabetic",
    "flow sequence",
    "simple key",
    "hexdecimal",
    "directive",
    "scalar",
    "stream",
)

BROKEN = [
    ("title: Bridge: shut", 1, 14, "a second ': '"),
    ("title:Bridge\nschema: 1", 1, 6, "no space after the colon of 'title'"),
    ("goals:\n  - a\n  -b\n", None, None, None),
    ("-a\nb: c", 1, 1, "no space after the dash"),
    ("a: 'x\nb: y\n", 1, 4, "never closed"),
    ('a: "x\nb: y\n', 1, 4, "never closed"),
    ("a:\n\tb: c", 2, 1, "a tab stands"),
    ("a: b\n\tc: d", 2, 1, "a tab stands"),
    ("a: >\n\tx", 2, 1, "a tab stands"),
    ('a: "x\\q"', 1, 6, "backslash"),
    ('a: "\\xZZ"', 1, None, "backslash"),
    ("a: [1, 2\nb: c", 1, 4, "'[' that opens here is not closed"),
    ("a: {b: c\nd: e", 1, 4, "'{' that opens here is not closed"),
    ("- a\nb: c", 2, 1, "neither an entry of the list that begins on line 1"),
    ("a: @x", 1, 4, "cannot begin with '@'"),
    ("a: %x", 1, 4, "cannot begin with '%'"),
    ("a: `x`", 1, 4, "cannot begin with '`'"),
    ("a: & b", 1, 4, "cannot begin with '&'"),
    ("a: * b", 1, 4, "cannot begin with '*'"),
    ("a: ? b", 1, 4, "cannot begin with '? '"),
    ("a: |x\n  b", 1, 5, "'|' or '>'"),
    ("a: 'it's'\nb: c", 1, 8, "behind the closing quotation mark"),
    ('a: "Foo" says\nb: c', 1, 10, "behind the closing quotation mark"),
    ("a: b\n c: d\n", 2, 3, "goes on with the value of line 1"),
    ("a:\n  b: 1\n c: 2", 3, 2, "does not fit the mapping that begins on line 1"),
    ("a: b\n- c", 2, 1, "a list entry stands where a key"),
    ("a: - b", 1, 4, "a list cannot begin on the line of its key"),
    ("a: b\nthese words\nc: d", None, None, None),
    ("a: 'b'\nthese words\nc: d", 2, 1, "no 'key: value'"),
    ("[[[", 1, 1, "missing"),
    (": x", 1, 1, "':' stands here"),
    ("%FOO\na: b", 1, 1, "cannot begin with '%'"),
    ("a: {b: c}}", 1, None, None),
    ("a: !<x", 1, None, None),
]


@pytest.mark.parametrize(("text", "line", "col", "says"), BROKEN, ids=[repr(b[0]) for b in BROKEN])
def test_broken_yaml_is_told_in_plain_words(
    text: str, line: int | None, col: int | None, says: str | None
) -> None:
    problems = read_yaml(text, "f").diagnostics
    if says is None and not problems:
        return
    (problem,) = problems
    assert problem.code == "SS110"
    assert problem.hint
    assert says is None or says in problem.message
    assert line is None or problem.place.line == line
    assert col is None or problem.place.col == col
    assert problem.source == text.split("\n")[problem.place.line - 1]
    for words in WORDS_OF_THE_PARSER:
        assert words not in problem.message
        assert words not in problem.hint


@pytest.mark.parametrize("text", [b[0] for b in BROKEN])
def test_the_slow_parser_tells_the_same_files(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = read_yaml(text, "f").diagnostics
    monkeypatch.setattr(yaml_tree, "_LOADER", yaml.SafeLoader)
    slow = read_yaml(text, "f").diagnostics
    assert {d.code for d in slow} == {d.code for d in fast}
    for problem in slow:
        assert not any(words in problem.message for words in WORDS_OF_THE_PARSER)


YAML_SIGNS = st.text(alphabet="ab: -\n\t'\"[]{}#&*!|>%@`?,\\.~<é\U0001f600\x85\u2028", max_size=60)


@given(st.text(max_size=200) | YAML_SIGNS)
def test_no_text_makes_the_reader_fail(text: str) -> None:
    source = clean(text.encode("utf-8", "replace"), "f")
    assert source.text is not None
    doc = read_yaml(source.text, "f")
    lines = source.text.split("\n")
    for problem in doc.diagnostics:
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.col <= len(lines[problem.place.line - 1]) + 1
        assert not any(words in problem.message for words in WORDS_OF_THE_PARSER)


KEYS = st.text(alphabet="abcdeé😀 ", min_size=1, max_size=8).map(str.strip).filter(bool)
TEXTS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=12)
TREES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=15
)


@given(st.dictionaries(KEYS, TREES, max_size=4))
def test_what_is_written_is_read_and_every_place_points_at_its_text(tree: dict[str, Any]) -> None:
    text = json.dumps(tree, ensure_ascii=False, indent=1)
    doc = read_yaml(text, "f")
    assert doc.diagnostics == ()
    assert doc.data == tree
    lines = text.split("\n")

    def look(value: Any, path: tuple[str | int, ...]) -> None:
        place = doc.places.at(path)
        there = lines[place.line - 1][place.col - 1 : place.end_col - 1]
        if isinstance(value, str):
            assert there == json.dumps(value, ensure_ascii=False)
            return
        assert there[0] == ("{" if isinstance(value, dict) else "[")
        for step, entry in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(step, str):
                key = doc.places.at((*path, step), key=True)
                written = lines[key.line - 1][key.col - 1 : key.end_col - 1]
                assert written == json.dumps(step, ensure_ascii=False)
            look(entry, (*path, step))

    look(tree, ())


def test_plain_words_stay_text() -> None:
    doc = read_yaml("a: yes\nb: 12:30\nc: 2025-03-04\nd: 0x1F\ne: 1_000\nf: null\ng: ~\nh:\ni: ''\nj: 'null'", "f")
    assert doc.data == {
        "a": "yes",
        "b": "12:30",
        "c": "2025-03-04",
        "d": "0x1F",
        "e": "1_000",
        "f": None,
        "g": None,
        "h": None,
        "i": "",
        "j": "null",
    }
    assert doc.places.is_plain(("a",))
    assert not doc.places.is_plain(("i",))


def test_the_place_of_a_path_that_is_not_there_is_its_nearest_ancestor() -> None:
    doc = read_yaml("a:\n  b: text\n", "f")
    assert doc.places.at(("a", "b", "c", 3)) == doc.places.at(("a", "b"))
    assert doc.places.at(("a", "x")).line == 2
    assert doc.places.at(("z",)).line == 1


def test_a_duplicate_key_points_at_both() -> None:
    doc = read_yaml("a: 1\nb: 2\na: 3\n", "f")
    (problem,) = doc.diagnostics
    assert (problem.code, problem.place.line, problem.place.col) == ("SS111", 3, 1)
    assert "line 1" in problem.message
    assert doc.data == {"a": "1", "b": "2"}


def test_problems_inside_values_that_are_dropped_are_still_told() -> None:
    codes = [d.code for d in read_yaml("a: 1\na: {x: 1, x: 2}\n? [b]\n: {y: 1, y: 2}\n", "f").diagnostics]
    assert sorted(codes) == ["SS111", "SS111", "SS111", "SS115"]


def bomb(levels: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(lines)


def test_a_few_aliases_are_read_and_a_bomb_is_not() -> None:
    small = read_yaml("a: &x {b: [c]}\nd: *x\n", "f")
    assert (small.data, small.diagnostics) == ({"a": {"b": ["c"]}, "d": {"b": ["c"]}}, ())
    for levels in (6, 9, 30):
        (problem,) = read_yaml(bomb(levels), "f").diagnostics
        assert problem.code == "SS112"


def test_a_long_text_cannot_be_multiplied_by_aliases() -> None:
    text = f"a: &a {'x' * 200_000}\nb: [{', '.join(['*a'] * 6)}]"
    assert [d.code for d in read_yaml(text, "f").diagnostics] == ["SS112"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &a [b, *a]", "SS112"),
        ("a: *b", "SS113"),
        ("a: !!python/object/apply:os.system [x]", "SS113"),
        ("a: !x y", "SS113"),
        ("<<: {a: b}", "SS113"),
        ("a: b\n---\nc: d", "SS114"),
        ("? [a]\n: b", "SS115"),
        ("? {a: b}\n: c", "SS115"),
        ("~: b", "SS115"),
        ("a: &x b\n*x : c", "SS115"),
        ("[" * 2000, "SS116"),
        ("a: " + "{b: " * 2000, "SS116"),
        ("- " * 2000, "SS116"),
        ("[" + "a, " * 70_000 + "]", "SS105"),
        ("a: we are #1", "SS121"),
    ],
)
def test_yaml_that_is_not_for_these_files_is_refused(text: str, code: str) -> None:
    found = read_yaml(text, "f").diagnostics
    assert [d.code for d in found] == [code]
    assert found[0].hint


@pytest.mark.parametrize("text", ["a: b # comment", "a: 'we are #1'", "a: b#1", "a: b #", "# yes\na: b"])
def test_comments_are_no_trap(text: str) -> None:
    assert read_yaml(text, "f").diagnostics == ()


def test_words_inside_a_value_have_their_own_place() -> None:
    doc = read_yaml("a: >\n  one two\n  three {x} four\nb: 'é {y}'\n", "f")
    place = doc.places.within(("a",), "{x}")
    assert (place.line, place.col, place.end_col) == (3, 9, 12)
    assert (doc.places.within(("b",), "{y}").line, doc.places.within(("b",), "{y}").col) == (4, 7)
    assert doc.places.within(("b",), "{z}") == doc.places.at(("b",))
