"""Words that a student typed -> their places in the lines of a passage."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.model.booklet import SheetLine, SheetPassage

MOST_FINDS = 60
_ALIKE = str.maketrans(
    {**dict.fromkeys("’‘‛´`", "'"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("–—‑−", "-")}
)
_OUTSIDE = " .,;:!?¿¡\"'()[]{}…*•"
_LEAD = re.compile(r"^[\s\-–•*·]*(?:[A-D]\W+)?(?:(?:[^\W\d]{1,6}\.?\s*)?(\d{1,3})\s*[.):–-]*\s+)?(?=\S)")
_TAIL = re.compile(r"\s*[(\[][^()\[\]]{0,10}?(\d{1,3})[)\]]\s*$")
_TYPO = 0.84
"""Likeness from which words with a slip of the pen still count as those words."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a passage's text."""

    start: int
    end: int

    def meets(self, other: "Place") -> bool:
        return self.start < other.end and other.start < self.end


class Window:
    """Lines of a passage to look for words in."""

    def __init__(self, passage: SheetPassage, lines: tuple[int, int]) -> None:
        self._lines = [line for line in passage.lines if lines[0] <= line.n <= lines[1]]
        self._folds = (_Folded(self._lines, accents=True), _Folded(self._lines, accents=False))

    def find(self, typed: str) -> tuple[tuple[Place, ...], bool]:
        """All places of the words, and whether they stand there as they were typed, but for capitals and accents.

        A line number in front or behind narrows the places down to that line.
        """
        for words, line in _readings(typed):
            for folded in self._folds:
                places = folded.places(words)
                if line is not None:
                    places = tuple(p for p in places if self._on(p, line))
                if places:
                    return places, True
        for words, line in _readings(typed):
            places = self._folds[1].near(words)
            if line is not None:
                places = tuple(p for p in places if self._on(p, line))
            if places:
                return places, False
        return (), False

    def _on(self, place: Place, number: int) -> bool:
        return any(
            line.n == number and place.meets(Place(line.start, line.start + len(line.text)))
            for line in self._lines
        )


def finds(typed: str, window: Window) -> Iterator[str]:
    """The finds in what was typed: one a line; between commas where a line as a whole stands nowhere."""
    lines = [line.strip() for line in typed.split("\n") if line.strip(_OUTSIDE)]
    for line in lines[:MOST_FINDS]:
        parts = [part.strip() for part in re.split(r"[,;/]", line) if part.strip(_OUTSIDE)]
        whole, exact = window.find(line)
        if len(parts) > 1 and not (whole and exact) and all(window.find(part)[0] for part in parts):
            yield from parts
        else:
            yield line


def _readings(typed: str) -> Iterator[tuple[str, int | None]]:
    """(words, line number or None): first as typed, then without what may be the number of a line or a list."""
    yield typed, None
    tail = _TAIL.search(typed)
    if tail:
        yield typed[: tail.start()], int(tail[1])
        yield typed[: tail.start()], None
    lead = _LEAD.match(typed)
    if lead and lead.end():
        if lead[1]:
            yield typed[lead.end() :], int(lead[1])
        yield typed[lead.end() :], None


class _Folded:
    """Text as it is searched, every character with the offset it came from."""

    def __init__(self, lines: Sequence[SheetLine], *, accents: bool) -> None:
        self._accents = accents
        chars: list[str] = []
        self._at: list[tuple[int, int]] = []
        for line in lines:
            for i, char in enumerate([*line.text, " "]):
                for folded in self._fold(char):
                    if folded == " " and (not chars or chars[-1] == " "):
                        continue
                    chars.append(folded)
                    self._at.append((line.start + i, line.start + i + 1))
        self._text = "".join(chars)
        self._words = [(m.start(), m.end()) for m in re.finditer(r"\S+", self._text)]

    def places(self, typed: str) -> tuple[Place, ...]:
        """Where the words stand as whole words."""
        words = self._query(typed)
        if not words:
            return ()
        whole = rf"(?<!\w){re.escape(words)}(?!\w)"
        return tuple(self._place(m.start(), m.end()) for m in re.finditer(whole, self._text))

    def near(self, typed: str) -> tuple[Place, ...]:
        """Where words stand that are typed with a slip: the likest ones, if nothing else is as like."""
        words = self._query(typed)
        count = len(words.split())
        if len(words) < 4 or count > 40:
            return ()
        best: list[tuple[float, Place]] = []
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(words)
        for i in range(len(self._words) - count + 1):
            start, end = self._words[i][0], self._words[i + count - 1][1]
            text = self._text[start:end]
            inner = text.strip(_OUTSIDE)
            matcher.set_seq1(inner)
            if matcher.real_quick_ratio() >= _TYPO and matcher.quick_ratio() >= _TYPO:
                offset = start + text.find(inner)
                best.append((matcher.ratio(), self._place(offset, offset + len(inner))))
        top = max((ratio for ratio, _ in best), default=0.0)
        return tuple(place for ratio, place in best if ratio == top) if top >= _TYPO else ()

    def _fold(self, char: str) -> str:
        char = char.translate(_ALIKE)
        if not self._accents:
            char = "".join(c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c))
        return " " if char.isspace() else char.casefold()

    def _query(self, typed: str) -> str:
        return " ".join("".join(self._fold(char) for char in typed).split()).strip(_OUTSIDE)

    def _place(self, start: int, end: int) -> Place:
        return Place(self._at[start][0], self._at[end - 1][1])
