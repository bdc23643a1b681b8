"""What the YAML parser says -> what a teacher can do about it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

_KEY_WITHOUT_SPACE = re.compile(r"^\s*(?:- +)*(?P<key>[\w-]+):(?P<value>[^\s:/].*)$")
_DASH_WITHOUT_SPACE = re.compile(r"^\s*-(?P<text>[^\s-].*)$")
_TEXT_AFTER_QUOTE = re.compile(r"(?P<quote>['\"])\s*$")


@dataclass(frozen=True, slots=True)
class Problem:
    """Where the trouble lies, what it is, and what to do. Lines and columns count from 1."""

    line: int
    col: int
    message: str
    hint: str
    width: int = 1


@dataclass(frozen=True, slots=True)
class _Trouble:
    """What the parser says. `line`, `col` and the two of the opening (context) count from 0."""

    problem: str
    context: str
    line: int
    col: int
    open_line: int
    open_col: int
    lines: Sequence[str]

    @property
    def text(self) -> str:
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def char(self) -> str:
        return self.text[self.col : self.col + 1]

    def before(self) -> tuple[int, str]:
        """The nearest line above that holds more than blanks and comments, with its number from 0."""
        for number in range(min(self.line, len(self.lines)) - 1, -1, -1):
            if self.lines[number].strip() and not self.lines[number].lstrip().startswith("#"):
                return number, self.lines[number]
        return 0, ""

    def here(self, message: str, hint: str, width: int = 1) -> Problem:
        return Problem(self.line + 1, self.col + 1, message, hint, width)

    def opening(self, message: str, hint: str) -> Problem:
        return Problem(self.open_line + 1, self.open_col + 1, message, hint)


def in_plain_words(error: Any, lines: Sequence[str]) -> Problem:
    """The problem behind an exception of the parser; `lines` are those of the file."""
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None) or mark
    trouble = _Trouble(
        problem=str(getattr(error, "problem", "") or ""),
        context=str(getattr(error, "context", "") or ""),
        line=min(mark.line, max(len(lines) - 1, 0)) if mark else 0,
        col=mark.column if mark else 0,
        open_line=opened.line if opened else 0,
        open_col=opened.column if opened else 0,
        lines=lines,
    )
    for tell in (_tab, *(f for needle, f in _BY_PROBLEM if needle in trouble.problem), _unknown):
        problem = tell(trouble)
        if problem:
            return problem
    return _unknown(trouble)


def _tab(t: _Trouble) -> Problem | None:
    lead = t.text[: len(t.text) - len(t.text.lstrip())]
    if "\t" not in lead and "tab character" not in t.problem:
        return None
    col = lead.find("\t") if "\t" in lead else t.col
    return Problem(
        t.line + 1,
        col + 1,
        "a tab stands where YAML wants spaces",
        "indent with spaces only, two for each step",
        max(lead.count("\t"), 1),
    )


def _in_quotes(text: str) -> str:
    """A text as it may be written in a file; a long one is cut."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' if len(escaped) <= 60 else f'"{escaped[:50]} ..."'


def _bad_start(t: _Trouble) -> Problem:
    return t.here(
        f"unquoted text cannot begin with '{t.char}'",
        f"put the whole text in quotes: {_in_quotes(t.text[t.col :].strip())}",
    )


def _second_colon(t: _Trouble) -> Problem:
    key = re.match(r"\s*(?:- +)*[^\s:][^:]*: ", t.text)
    if key and key.end() <= t.col:
        value = t.text[key.end() :].strip()
        return t.here("a second ': ' stands in this line", f"put the text in quotes: {_in_quotes(value)}")
    missing = _missing_space(t)
    if missing:
        return missing
    above, _ = t.before()
    return t.here(
        f"this line goes on with the value of line {above + 1}, so it cannot have a colon of its own",
        f"indent it exactly as line {above + 1} if it is the next key, or put the text in quotes",
    )


def _missing_space(t: _Trouble) -> Problem | None:
    for number, line in ((t.open_line, t.lines[t.open_line] if t.open_line < len(t.lines) else ""), t.before()):
        glued = _KEY_WITHOUT_SPACE.match(line)
        if glued:
            return Problem(
                number + 1,
                glued.start("value"),
                f"there is no space after the colon of '{glued['key']}'",
                f"write '{glued['key']}: {glued['value'].strip()[:40]}'",
            )
        dash = _DASH_WITHOUT_SPACE.match(line)
        if dash:
            return Problem(
                number + 1,
                dash.start("text"),
                "there is no space after the dash of this list entry",
                f"write '- {dash['text'].strip()[:40]}'",
            )
    return None


def _no_colon(t: _Trouble) -> Problem:
    missing = _missing_space(t)
    return missing or t.opening(
        "this line is no 'key: value'",
        "put a colon and a space after the key; if the line goes on with the text above, indent it",
    )


def _open_quote(t: _Trouble) -> Problem:
    mark = t.lines[t.open_line][t.open_col : t.open_col + 1] if t.open_line < len(t.lines) else ""
    return t.opening(
        f"the quotation mark {mark} that opens here is never closed",
        f"put {mark} at the end of the text too",
    )


def _no_key(t: _Trouble) -> Problem:
    ahead = _TEXT_AFTER_QUOTE.search(t.text[: t.col])
    if ahead and t.text[: t.col].strip():
        mark = ahead["quote"]
        other = "'" if mark == '"' else '"'
        doubled = "''" if mark == "'" else '\\"'
        return t.here(
            "more text stands behind the closing quotation mark",
            f"put the whole value in {other}...{other}, or write each {mark} inside it as {doubled}",
        )
    if t.text[t.col :].startswith("-"):
        return t.here(
            "a list entry stands where a key is expected",
            f"indent the list under its key, or line it up with the key on line {t.open_line + 1}",
        )
    if t.char in (":", "]", "}", ","):
        return t.here(f"'{t.char}' stands here without what should come before it", "delete it, or write a key")
    wanted = t.open_col
    spaces = "no spaces" if wanted == 0 else "1 space" if wanted == 1 else f"{wanted} spaces"
    return t.here(
        f"the indentation of this line does not fit the mapping that begins on line {t.open_line + 1}",
        f"put {spaces} in front of it, as in line {t.open_line + 1}",
    )


def _no_dash(t: _Trouble) -> Problem:
    return t.here(
        f"this line is neither an entry of the list that begins on line {t.open_line + 1} nor inside one",
        "begin it with '- ', or indent it under the entry it belongs to",
    )


def _open_bracket(t: _Trouble) -> Problem:
    line = t.lines[t.open_line] if t.open_line < len(t.lines) else ""
    bracket = line[t.open_col : t.open_col + 1]
    closing = {"[": "]", "{": "}"}.get(bracket, "]")
    return t.opening(
        f"the bracket '{bracket}' that opens here is not closed, or a comma is missing inside it",
        f"put commas between the entries and '{closing}' at the end; quote texts with commas or brackets",
    )


def _escape(t: _Trouble) -> Problem:
    return t.here(
        "a backslash in double quotes does not stand for itself",
        "use single quotes '...' for the text, or write two backslashes",
    )


def _anchor(t: _Trouble) -> Problem:
    line = t.lines[t.open_line] if t.open_line < len(t.lines) else ""
    char = line[t.open_col : t.open_col + 1] or "&"
    return t.opening(f"unquoted text cannot begin with '{char}'", "put the whole text in quotes")


def _block_text(t: _Trouble) -> Problem:
    return t.here(
        "text stands on the same line as the '|' or '>' that opens a block of text",
        "begin the text on the next line, indented; or put the text in quotes if it begins with that sign",
    )


def _list_on_key_line(t: _Trouble) -> Problem:
    return t.here(
        "a list cannot begin on the line of its key, and a text cannot begin with '- '",
        "begin the list on the next line, indented; or put the text in quotes",
    )


def _question_mark(t: _Trouble) -> Problem:
    return t.here("unquoted text cannot begin with '? '", "put the whole text in quotes")


def _flow_content(t: _Trouble) -> Problem:
    return t.here(
        "a value is missing here, or a comma or bracket is too many",
        "check that every bracket is closed and that one comma stands between two entries",
    )


def _flow_colon(t: _Trouble) -> Problem:
    return t.here(
        "this colon is not expected inside brackets", "put the text in quotes, or a space after the colon"
    )


def _document(t: _Trouble) -> Problem:
    return t.here(
        "this line does not belong to what stands above it",
        "check its indentation, and that the lines above are of the form 'key: value'",
    )


def _directive(t: _Trouble) -> Problem:
    return t.opening("a line cannot begin with '%'", "put the text in quotes, or delete the line")


def _tag(t: _Trouble) -> Problem:
    return t.opening("unquoted text cannot begin with '!'", "put the whole text in quotes")


def _unknown(t: _Trouble) -> Problem:
    return t.here(
        "this line cannot be read as YAML",
        "check the colons, quotation marks and indentation of this line and of the one before it",
    )


_BY_PROBLEM: tuple[tuple[str, Callable[[_Trouble], Problem | None]], ...] = (
    ("cannot start any token", _bad_start),
    ("mapping values are not allowed", _second_colon),
    ("could not find expected ':'", _no_colon),
    ("found unexpected end of stream", _open_quote),
    ("found unexpected document", _open_quote),
    ("did not find expected key", _no_key),
    ("expected <block end>", _no_key),
    ("did not find expected '-' indicator", _no_dash),
    ("did not find expected ',' or", _open_bracket),
    ("expected ',' or", _open_bracket),
    ("unknown escape character", _escape),
    ("expected hexdecimal number", _escape),
    ("invalid Unicode character escape", _escape),
    ("expected alphabetic or numeric character", _anchor),
    ("expected comment or line break", _block_text),
    ("expected chomping or indentation", _block_text),
    ("sequence entries are not allowed", _list_on_key_line),
    ("mapping keys are not allowed", _question_mark),
    ("node content", _flow_content),
    ("found unexpected ':'", _flow_colon),
    ("document start", _document),
    ("directive", _directive),
    ("tag", _tag),
)
