"""Where in a file each key and value stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model.diagnostic import Diagnostic, Place, Severity

Path = tuple[str | int, ...]
"""Keys and list positions that lead to a value; () is the whole file."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a file, lines and columns from 1, the end exclusive. `plain` means unquoted text."""

    line: int
    col: int
    end_line: int
    end_col: int
    plain: bool = False


class Places:
    """The places of all keys and values of one file. `lines` are the file's lines without their ends."""

    def __init__(
        self, file: str, lines: Sequence[str], values: Mapping[Path, Span], keys: Mapping[Path, Span]
    ) -> None:
        self.file, self.lines, self._values, self._keys = file, lines, values, keys

    def with_lines(self, lines: Sequence[str], start: Span) -> "Places":
        """The same places in a file of which they are a part; `start` is where the whole of it begins."""
        return Places(self.file, lines, {**self._values, (): start}, self._keys)

    def at(self, path: Path, key: bool = False) -> Place:
        """The place of a value, or of its key; of the nearest known ancestor where the path is not there."""
        if key and path in self._keys:
            return self._place(self._keys[path])
        while path and path not in self._values:
            path = path[:-1]
        span = self._values.get(path)
        return self._place(span) if span else Place(self.file)

    def knows(self, path: Path) -> bool:
        """Whether a value stands in the file under exactly this path."""
        return path in self._values

    def is_plain(self, path: Path) -> bool:
        """Whether the value is text without quotation marks around it."""
        span = self._values.get(path)
        return span is not None and span.plain

    def key_is_plain(self, path: Path) -> bool:
        """Whether the key is text without quotation marks around it."""
        span = self._keys.get(path)
        return span is not None and span.plain

    def within(self, path: Path, words: str) -> Place:
        """The place of some words inside a text value; of the value where they cannot be found in the file."""
        span = self._values.get(path)
        if span is None:
            return self.at(path)
        for number in range(span.line, min(span.end_line, len(self.lines)) + 1):
            line = self.lines[number - 1]
            start = span.col - 1 if number == span.line else 0
            stop = span.end_col - 1 if number == span.end_line else len(line)
            found = line.find(words, start, max(stop, start))
            if words and found >= 0:
                return Place(self.file, number, found + 1, found + len(words) + 1)
        return self._place(span)

    def line(self, number: int) -> str:
        """A line of the file, counted from 1; empty where there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def problem(
        self,
        path: Path,
        code: str,
        message: str,
        hint: str = "",
        *,
        key: bool = False,
        severity: Severity = "error",
        at: Place | None = None,
    ) -> Diagnostic:
        """A diagnostic at a path (or at the place given), with its line of the file."""
        place = at or self.at(path, key)
        return Diagnostic(place, severity, code, message, hint, self.line(place.line))

    def _place(self, span: Span) -> Place:
        one_line = span.end_line == span.line
        end = span.end_col if one_line else len(self.line(span.line).rstrip()) + 1
        return Place(self.file, span.line, span.col, max(end, span.col + 1))
