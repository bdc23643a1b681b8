"""A stretch of text with finds marked in it, by colours or by brackets, in lines of a width."""

import os
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from shutil import get_terminal_size
from typing import Literal

from generator.cli._columns import wide

Kind = Literal["content", "source", "cue", "marker", "wording", "number", "date", "name", "plain"]
Run = tuple[str, str]
"""Words and the codes of their colour, "" for none."""

COLOURS: dict[str, str] = {
    "cue": "1;33",
    "source": "1;36",
    "wording": "1;31",
    "marker": "1;35",
    "number": "34",
    "date": "34",
    "name": "1",
    "content": "4",
    "plain": "2",
}
"""By rank: where finds overlap, the first wins; what is said is underlined besides."""
_RANK = {kind: rank for rank, kind in enumerate(COLOURS)}
_SIGNS: dict[str, tuple[str, str]] = {
    "content": ("[", "]"),
    "source": ("{", "}"),
    "cue": ("<", ">"),
    "marker": ("~", "~"),
    "wording": ("*", "*"),
    "number": ("#", "#"),
    "date": ("#", "#"),
}
_WORD = re.compile(r"\S+\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A find in a text; `label` is a number that ties it to others."""

    start: int
    end: int
    kind: Kind
    label: str = ""


def wants_colour(choice: str) -> bool:
    """Whether to use colours: `always`, `never`, or `auto` for a terminal that has them."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def window(most: int = 110) -> int:
    """How many columns to write in."""
    return max(40, min(most, get_terminal_size((100, 24)).columns))


def painted(words: str, kind: Kind, colour: bool) -> str:
    """Words in the colour of a kind of find."""
    return f"\033[{COLOURS[kind]}m{words}\033[0m" if colour and words else words


def runs(text: str, start: int, end: int, marks: Iterable[Mark], *, colour: bool) -> list[Run]:
    """A stretch of text as runs of one colour each; without colours, with brackets and labels in it."""
    here = [m for m in marks if m.start < end and m.end > start]
    edges: dict[int, list[tuple[int, int, str]]] = {}
    styles: list[tuple[int, int, str]] = []
    for mark in here:
        first, last = max(mark.start, start), min(mark.end, end)
        styles.append((first, last, mark.kind))
        before, behind = ("", "") if colour else _SIGNS.get(mark.kind, ("", ""))
        if not colour and mark.label:
            behind += mark.label
        if colour and mark.kind == "cue" and mark.label:
            behind = f"[{mark.label}]"
        # Longer finds open first and close last, so that brackets nest where they can.
        length, rank = last - first, _RANK[mark.kind]
        if before:
            edges.setdefault(first, []).append((1, -length * 16 - rank, before))
        if behind:
            edges.setdefault(last, []).append((0, length * 16 + rank, behind))
    cuts = sorted({start, end, *edges, *(s for s, _, _ in styles), *(e for _, e, _ in styles)})
    out: list[Run] = []
    for at, until in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
        out += [(sign, COLOURS["plain"] if colour else "") for _, _, sign in sorted(edges.get(at, ()))]
        if until > at:
            out.append((text[at:until], _codes(styles, at, until) if colour else ""))
    return out


def _codes(styles: Sequence[tuple[int, int, str]], start: int, end: int) -> str:
    kinds = sorted({kind for s, e, kind in styles if s <= start and e >= end}, key=_RANK.__getitem__)
    if not kinds:
        return ""
    codes = COLOURS[kinds[0]]
    return f"{codes};4" if "content" in kinds[1:] else codes


def lines(pieces: Sequence[Run], width: int) -> list[str]:
    """Runs as lines of at most that many columns (longer words stick out), each with its colours closed."""
    cells: list[tuple[str, str]] = []
    plain = "".join(words for words, _ in pieces)
    ends: list[tuple[int, str]] = []
    at = 0
    for words, codes in pieces:
        at += len(words)
        ends.append((at, codes))
    out: list[str] = []
    column, line_start, last_end = 0, 0, 0
    breaks: list[tuple[int, int]] = []
    for match in _WORD.finditer(plain):
        word = match[0].rstrip()
        size = wide(word)
        gap = wide(plain[last_end : match.start()]) if last_end else 0
        if column and column + gap + size > width:
            breaks.append((line_start, last_end))
            line_start, column, gap = match.start(), 0, 0
        column += gap + size
        last_end = match.start() + len(word)
    breaks.append((line_start, last_end))
    run = 0
    for start, end in breaks:
        cells = []
        at = start
        while at < end:
            while ends[run][0] <= at:
                run += 1
            until = min(end, ends[run][0])
            cells.append((plain[at:until].replace("\n", " "), ends[run][1]))
            at = until
        out.append("".join(f"\033[{codes}m{words}\033[0m" if codes else words for words, codes in cells))
    return out


def bare(line: str) -> str:
    """A line without its colours."""
    return re.sub(r"\033\[[\d;]*m", "", line)


def padded(line: str, width: int) -> str:
    """A line filled with spaces to a width, its colours not counted."""
    return line + " " * max(0, width - wide(bare(line)))


def side_by_side(left: Sequence[str], right: Sequence[str], width: int, between: str = " │ ") -> list[str]:
    """Two columns of lines, the left one that wide."""
    rows = max(len(left), len(right))
    return [
        (padded(left[i] if i < len(left) else "", width) + between + (right[i] if i < len(right) else "")).rstrip()
        for i in range(rows)
    ]
