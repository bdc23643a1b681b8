"""File on disk -> clean text; whatever keeps it from being read becomes a diagnostic."""

import os
import re
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from generator.model.diagnostic import Diagnostic, Place

MAX_BYTES = 1_000_000
"""The largest file that is read; a dossier of four long reports stays below a twentieth of it."""

_OTHER_LINE_ENDS = dict.fromkeys(map(ord, "\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
_CLEAN = {**_OTHER_LINE_ENDS, **_INVISIBLE}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file's text: NFC-normalised, lines ended by newlines alone, without a byte order mark.

    `text` is None where the file could not be read at all.
    """

    file: str
    text: str | None
    diagnostics: tuple[Diagnostic, ...] = ()


def read_source(path: Path, file: str) -> SourceText:
    """The text of a file; `file` is the name to show. Never raises on what the file holds or lacks."""
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode):
            return _unreadable(file, "SS101", "this is no ordinary file", "put a text file there")
        if info.st_size > MAX_BYTES:
            return _unreadable(
                file,
                "SS105",
                f"this file has {info.st_size:,} bytes; the most that is read is {MAX_BYTES:,}",
                "split it up, or take out what does not belong in it",
            )
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else "no such name"
        return _unreadable(
            file,
            "SS101",
            f"this file cannot be read: {reason.lower()}",
            "check that it exists and that you may read it",
        )
    return clean(data, file)


def clean(data: bytes, file: str) -> SourceText:
    """Bytes of a file -> its text, with a diagnostic for wrong encoding, NUL bytes and control characters."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error, file)
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    found = tuple(_control(text, match, file) for match in _first_of_each_line(text))
    if found:
        text = _CONTROL.sub(" ", text)
    return SourceText(file, text.translate(_CLEAN), found)


def _unreadable(file: str, code: str, message: str, hint: str) -> SourceText:
    return SourceText(file, None, (Diagnostic(Place(file), "error", code, message, hint),))


def _not_utf8(data: bytes, error: UnicodeDecodeError, file: str) -> SourceText:
    before = data[: error.start]
    line_start = before.rfind(b"\n") + 1
    line = before.count(b"\n") + 1
    col = len(before[line_start:].decode("utf-8", "replace")) + 1
    end = data.find(b"\n", error.start)
    source = data[line_start : end if end >= 0 else len(data)].decode("utf-8", "replace").rstrip("\r")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        message = "this file is saved as UTF-16, not as UTF-8"
        source = ""
    else:
        message = f"byte {error.start + 1} of this file (0x{data[error.start]:02x}) is not UTF-8"
    hint = "open it in your editor and save it with the encoding UTF-8"
    place = Place(file, line, col, col + 1)
    return SourceText(file, None, (Diagnostic(place, "error", "SS102", message, hint, source[:500]),))


def _first_of_each_line(text: str) -> list[re.Match[str]]:
    found: dict[int, re.Match[str]] = {}
    for match in _CONTROL.finditer(text):
        found.setdefault(text.rfind("\n", 0, match.start()), match)
        if len(found) == 20:
            break
    return list(found.values())


def _control(text: str, match: re.Match[str], file: str) -> Diagnostic:
    line_start = text.rfind("\n", 0, match.start()) + 1
    line = text.count("\n", 0, match.start()) + 1
    col = match.start() - line_start + 1
    source = _CONTROL.sub("\ufffd", text[line_start : line_start + 500].split("\n", 1)[0])
    place = Place(file, line, col, col + 1)
    if match[0] == "\0":
        return Diagnostic(
            place,
            "error",
            "SS103",
            "a NUL byte stands here, which no text holds",
            "delete it; a file full of them is no text file or was damaged on the way",
            source,
        )
    return Diagnostic(
        place,
        "error",
        "SS104",
        f"an invisible control character (U+{ord(match[0]):04X}) stands here",
        "delete it and type the words around it again",
        source,
    )
