"""Bytes of files become clean text or a diagnostic, whatever they are."""

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.source import MAX_BYTES, clean, read_source


@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_any_bytes_become_text_or_a_diagnostic(data: bytes) -> None:
    source = clean(data, "file.md")
    assert source.text is not None or source.diagnostics
    if source.text is None:
        return
    assert unicodedata.is_normalized("NFC", source.text)
    assert source.text.splitlines() == [*source.text.split("\n")][: len(source.text.splitlines())]
    for char in source.text:
        assert char == "\t" or char == "\n" or unicodedata.category(char) not in ("Cc", "Cs"), repr(char)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200), st.integers(0, 30))
def test_the_first_byte_that_is_not_utf8_is_named(text: str, lines: int) -> None:
    head = ("x\n" * lines + text.replace("\r", " ")).encode()
    (problem,) = clean(head + b"\xff rest\nmore", "f").diagnostics
    assert problem.code == "SS102"
    assert problem.place.line == head.count(b"\n") + 1
    assert problem.place.col == len(head.decode().rsplit("\n", 1)[-1]) + 1
    assert f"byte {len(head) + 1} " in problem.message or "UTF-16" in problem.message


def test_utf16_is_called_by_its_name() -> None:
    (problem,) = clean("schema: 1".encode("utf-16"), "f").diagnostics
    assert (problem.code, "UTF-16" in problem.message) == ("SS102", True)


def test_byte_order_mark_and_line_ends_of_other_systems_leave_no_trace() -> None:
    source = clean("\ufefftitle: a\r\nb: c\rd\u2028e".encode(), "f")
    assert (source.text, source.diagnostics) == ("title: a\nb: c\nd e", ())


def test_accents_are_composed() -> None:
    assert clean("Cafe\u0301".encode(), "f").text == "Café"


@pytest.mark.parametrize(("char", "code"), [("\0", "SS103"), ("\x07", "SS104"), ("\x9b", "SS104")])
def test_control_characters_are_told_once_a_line_at_their_place(char: str, code: str) -> None:
    source = clean(f"first\nsecond {char}{char} line\nthird{char}".encode(), "f")
    assert [(d.code, d.place.line, d.place.col) for d in source.diagnostics] == [(code, 2, 8), (code, 3, 6)]
    assert char not in source.diagnostics[0].source


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.md"
    path.write_bytes(b"a" * (MAX_BYTES + 1))
    source = read_source(path, "large.md")
    assert (source.text, source.diagnostics[0].code) == (None, "SS105")


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", "missing.md", "."):
        source = read_source(tmp_path / name, name)
        assert (source.text, source.diagnostics[0].code) == (None, "SS101")
        assert "Errno" not in source.diagnostics[0].message
