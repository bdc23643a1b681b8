"""Text -> paragraphs: lines that a program broke by width are joined, whatever else stands alone is not."""

import re
from dataclasses import dataclass
from itertools import pairwise

from generator.draft.intake.pieces import Piece

_ENDS = tuple('.!?:;…"”’»)]')
_ALONE = re.compile(
    r"\s*(?:(?:https?://|www\.)\S+|\#{1,6}\s.*|>\s?.*|={3,}|-{3,}|[*_]{3,}|\|.*"
    r"|(?:title|headline|authors?|byline|outlet|publication|publisher|newspaper|source|date|published|url|link"
    r"|section|length)\s*:\s.*)\s*$",
    re.I,
)
_ITEM = re.compile(r"\s*(?:[-*+•·▪◦–]|\d{1,2}[.)])\s")
_LABEL = re.compile(
    r"\s*[\[(]?(?:related|also read|read (?:more|also|next|the)|see also|more on|watch|photo|image|picture"
    r"|credit|video"
    r"|source|by|published|updated|caption|getty|reuters|ap photo)\b",
    re.I,
)
_DOMAIN = re.compile(r"\s*(?:[a-z0-9-]+\.)+[a-z]{2,6}\s*$")
_DASH = re.compile(r"(?:^|(?<=\s))(?:—|–|--)$")
_WORD = re.compile(r"[^\W\d_]+")
_RARE_WIDTH = 160
"""Longer lines than that are no lines of a width, but paragraphs."""


@dataclass(slots=True)
class _Line:
    text: str
    number: int
    blanks: int
    indent: int


def paragraphs(text: str) -> list[Piece]:
    """The paragraphs of a text, each on one line, with the number of its first line."""
    lines = _lines(text)
    width, slack = _width(lines)
    gaps = sum(line.blanks > 0 for line in lines[1:])
    if gaps > 1 and gaps * 10 >= len(lines):
        # Blank lines part the paragraphs, so that other lines end one only where they are plainly short.
        slack = max(slack, int(0.35 * width))
    double = width > 0 and _double_spaced(lines)
    words = set(_WORD.findall(text)) if width else set()
    base = min((line.indent for line in lines), default=0)
    for line in lines:
        line.indent -= base
    indented = 2 < sum(line.indent >= 2 for line in lines) < len(lines) - 2
    out: list[Piece] = []
    previous: _Line | None = None
    opening = True
    for line in lines:
        gap = line.blanks > 1 if double else line.blanks > 0
        if previous is None or gap or _breaks(previous, line, width, slack, opening=opening, indented=indented):
            opening = True
            out.append(Piece(line.text, line.number, line.blanks > 0))
        else:
            opening = False
            out[-1].text = _joined(out[-1].text, line.text, words)
        previous = line
    for piece in out:
        piece.text = fold(piece.text)
    return [piece for piece in out if piece.text]


def fold(text: str) -> str:
    """White space as single spaces; spaces that must not break stay between digits and beside French marks."""
    if not _HARD.search(text):
        return " ".join(text.split())
    return " ".join(_PARTS.findall(_FIXED.sub("\N{NO-BREAK SPACE}", text)))


_HARD = re.compile("[\u00a0\u202f\u2007]")
_FIXED = re.compile("(?:(?<=\\d)[\u00a0\u202f\u2007](?=\\d)|(?<=[«‹])[\u00a0\u202f]|[\u00a0\u202f](?=[»›?!:;%€]))")
_PARTS = re.compile("(?:\\S|(?<=\\d)\u00a0(?=\\d)|(?<=[«‹])\u00a0(?=\\S)|(?<=\\S)\u00a0(?=[»›?!:;%€]))+")


def _lines(text: str) -> list[_Line]:
    out: list[_Line] = []
    blanks = 1
    for number, raw in enumerate(text.split("\n"), 1):
        if raw.strip():
            body = raw.expandtabs(4)
            out.append(_Line(raw.strip(), number, blanks, len(body) - len(body.lstrip())))
        blanks = 0 if raw.strip() else blanks + 1
    return out


def _width(lines: list[_Line]) -> tuple[int, int]:
    """The width that lines were broken at, and how much room is left in nearly all; (0, 0) without a width."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.blanks and not _ALONE.match(a.text)]
    if not pairs or len(pairs) * 5 < len(lines):
        # Blank lines stand between the lines: then only small letters show that a line goes on.
        pairs = [(a, b) for a, b in pairwise(lines) if not _ALONE.match(a.text)]
        inside = [(a, b) for a, b in pairs if _goes_on(a, b)]
    else:
        inside = [(a, b) for a, b in pairs if not a.text.endswith(_ENDS) or b.text[:1].islower()]
    cased = [b.text[0].islower() for _, b in inside if b.text[0].lower() != b.text[0].upper()]
    if cased and sum(cased) * 3 < len(cased):
        # A line that goes on mostly goes on in small letters; lines of a copied page begin with capitals.
        return 0, 0
    full = [len(a.text) for a, _ in pairs]
    if inside and max(full) <= 110 and min(full) >= 0.75 * max(full):
        width = max(full)  # few lines, but all that others follow are about as long
    elif len(inside) < 2 or len(inside) * 5 < len(pairs) * 2:
        return 0, 0
    else:
        inside = [(a, b) for a, b in inside if len(a.text) > 20]
        lengths = sorted(len(a.text) for a, _ in inside) or [0]
        width = lengths[int(len(lengths) * 0.98)]
        if not 25 <= width <= _RARE_WIDTH:
            return 0, 0
    rooms = sorted(_room(a.text, b.text, width) for a, b in inside)
    return width, min(max(rooms[int(len(rooms) * 0.9)], 0), width // 5)


def _room(a: str, b: str, width: int) -> int:
    """How many letters are left in a line when the first word of the next is put behind it."""
    return width - len(a) - len(b.split(None, 1)[0]) - 1


def _double_spaced(lines: list[_Line]) -> bool:
    """Whether a blank line follows every line, as in what some programs copy."""
    gaps = sum(line.blanks > 0 for line in lines[1:])
    if len(lines) < 8 or gaps * 10 < len(lines) * 8:
        return False
    return sum(_goes_on(a, b) for a, b in pairwise(lines)) * 5 > len(lines) * 2


def _goes_on(a: _Line, b: _Line) -> bool:
    return not a.text.endswith(_ENDS) and b.text[:1].islower()


def _finished(text: str) -> bool:
    return text.endswith(_ENDS)


def _breaks(a: _Line, b: _Line, width: int, slack: int, *, opening: bool, indented: bool) -> bool:
    """Whether a paragraph ends between two lines that no blank line parts. `opening`: `a` is its first line."""
    if _DASH.fullmatch(b.text) and len(a.text) < 40:
        return False
    if _DASH.search(a.text) and len(a.text) < 40:
        return False
    if _ALONE.match(b.text) or (opening and _ALONE.match(a.text) and not a.text.startswith(">")):
        return True
    if _ITEM.match(b.text) and (not width or _finished(a.text) or _ITEM.match(a.text)):
        return True
    if _DOMAIN.match(b.text) or (opening and _DOMAIN.match(a.text)):
        return True
    ended = _finished(a.text)
    if ended and _LABEL.match(b.text) and len(b.text) < 0.9 * (width or 80):
        return True
    if not width:
        # Nothing else is broken by width: only a line that goes on in small letters is one.
        return ended or len(a.text) < 30 or not b.text[:1].islower()
    if indented and (ended or b.indent >= 2):
        return b.indent >= 2 and (ended or a.indent < 2)
    room = _room(a.text, b.text, width) - a.indent
    if ended:
        return room > slack
    # A heading that stands right above its text is not full, and a new sentence follows.
    return (
        room > (slack if slack < 3 else max(slack, 0.25 * width))
        and (opening or slack < 3)
        and not b.text[:1].islower()
    )


def _joined(a: str, b: str, words: set[str]) -> str:
    """Two lines of one paragraph; a hyphen that only parts a word at the end of a line goes."""
    if a.endswith("-") and len(a) > 1 and not a[-2].isspace() and b[:1].isalnum():
        if a.endswith("--"):
            return f"{a} {b}" if a[-3:-2].isspace() else a + b
        left, right = re.split(r"[\s\-]", a[:-1])[-1], _WORD.match(b)
        if right and left.isalpha() and b[0].islower() and left + right[0] in words:
            return a[:-1] + b
        if b.startswith(("and ", "or ", "to ")):
            return f"{a} {b}"
        return a + b
    if a.endswith(("—", "–", "/")) and len(a) > 1 and not a[-2].isspace() and a[-1] != "–":
        return a + b
    return f"{a} {b}"
