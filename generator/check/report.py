"""Diagnostics -> text for people, JSON for programs, annotations for GitHub."""

import json
import unicodedata
from collections.abc import Iterable, Sequence

from generator.model.diagnostic import Diagnostic
from generator.model.rules import RULES

WINDOW = 100
"""Columns of a source line that are shown; a longer line is cut around the place."""
_TAB = "    "
_COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "caret": "\x1b[1;32m", "help": "\x1b[36m"}
_RESET = "\x1b[0m"


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sorted by file, line and column; the same problem at the same place stands once."""
    return sorted(set(diagnostics), key=lambda d: (d.place, d.code, d.message, d.hint))


def render_text(
    diagnostics: Iterable[Diagnostic], *, lessons: int = 0, dossiers: int = 0, colour: bool = False
) -> str:
    """Every problem with its line, a caret under the place and a hint; a summary at the end.

    `lessons` and `dossiers` are how many were looked at; they are told where there is nothing to mend.
    """
    ordered = in_order(diagnostics)
    return "\n".join([*(_told(d, colour) + "\n" for d in ordered), summary(ordered, lessons, dossiers)]) + "\n"


def render_json(diagnostics: Iterable[Diagnostic]) -> str:
    """A JSON list of objects, one a problem, every one with every field."""
    found = [
        {
            "file": d.place.file,
            "line": d.place.line,
            "col": d.place.col,
            "end_col": d.place.end_col,
            "severity": d.severity,
            "code": d.code,
            "title": _title(d),
            "message": d.message,
            "hint": d.hint,
            "source": d.source,
        }
        for d in in_order(diagnostics)
    ]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def render_github(diagnostics: Iterable[Diagnostic]) -> str:
    """One workflow command a problem, which GitHub shows beside the line of the file."""
    lines = []
    for d in in_order(diagnostics):
        title = f"{d.code} {_title(d)}".strip()
        place = f"file={_property(d.place.file)},line={d.place.line},col={d.place.col}"
        told = f"{d.message}\n{d.hint}" if d.hint else d.message
        lines.append(f"::{d.severity} {place},title={_property(title)}::{_data(told)}\n")
    return "".join(lines)


def summary(diagnostics: Sequence[Diagnostic], lessons: int, dossiers: int) -> str:
    """One line: how many problems in how many files, or what was found to be in order."""
    errors = sum(d.severity == "error" for d in diagnostics)
    warnings = len(diagnostics) - errors
    if not diagnostics:
        return f"no problems in {_count(lessons, 'lesson')}, {_count(dossiers, 'dossier')}"
    counts = [_count(n, word) for n, word in ((errors, "error"), (warnings, "warning")) if n]
    return f"{', '.join(counts)} in {_count(len({d.place.file for d in diagnostics}), 'file')}"


def width(text: str) -> int:
    """Columns that the text takes in a terminal: wide letters two, combining and invisible ones none."""
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _told(d: Diagnostic, colour: bool) -> str:
    def paint(text: str, name: str) -> str:
        return f"{_COLOURS[name]}{text}{_RESET}" if colour else text

    place = f"{_plain(d.place.file)}:{d.place.line}:{d.place.col}"
    lines = [f"{place}: {paint(f'{d.severity} {d.code}', d.severity)}: {_plain(d.message)}"]
    if d.source.strip():
        source, before, carets = _pointed(d.source, d.place.col, d.place.end_col)
        lines += [f"    {source}", f"    {' ' * before}{paint('^' * carets, 'caret')}"]
    if d.hint:
        lines.append(f"    {paint('= help:', 'help')} {_plain(d.hint)}")
    return "\n".join(lines)


def _pointed(source: str, col: int, end_col: int) -> tuple[str, int, int]:
    """The source line as it is shown, the columns before the place, and the columns of the place."""
    source = source.rstrip("\r\n")
    start = min(max(col - 1, 0), len(source))
    end = min(max(end_col - 1, start + 1), max(len(source), start + 1))
    before, at, after = source[:start], source[start:end], source[end:]
    lead, tail = "", ""
    if width(_shown(source)) > WINDOW:
        if width(_shown(before)) > WINDOW // 2 or width(_shown(before + at)) > WINDOW:
            before, lead = before[-WINDOW // 3 :], "…"
        room = max(WINDOW - width(_shown(before)), 10)
        if width(_shown(at + after)) > room:
            tail = "…"
            at, after = at[:room], after[: max(room - len(at), 0)]
    shown = lead + _shown(before) + _shown(at) + _shown(after) + tail
    return shown, width(lead + _shown(before)), max(width(_shown(at)), 1)


def _shown(text: str) -> str:
    """The text with tabs as spaces and without characters that would steer the terminal."""
    return "".join(
        _TAB if char == "\t" else "\N{REPLACEMENT CHARACTER}" if _steers(char) else char for char in text
    )


def _plain(text: str) -> str:
    return _shown(text.replace("\n", " "))


def _steers(char: str) -> bool:
    category = unicodedata.category(char)
    return category in ("Cc", "Cs", "Zl", "Zp") or 0x202A <= ord(char) <= 0x202E or 0x2066 <= ord(char) <= 0x2069


def _title(d: Diagnostic) -> str:
    return RULES[d.code].title if d.code in RULES else ""


def _count(n: int, word: str) -> str:
    return f"{n} {word}{'' if n == 1 else 's'}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
