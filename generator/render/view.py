"""Worksheet -> what its page needs to know: lines in paragraphs, sizes, numbers of ruled lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from generator.model.booklet import SheetExtra, SheetPassage, Worksheet
from generator.model.item import ExtendedText, Grid, Option, Question, ShortText

PaperName = Literal["a4", "letter"]

PASSAGE_PT = 12.0
GUTTER_PT = 25.5
LEAST_NOTES_PT = 70.0
PRINT_EVERY = 5


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper size; `width` and `height` in pt of what is left for text beside gutter and margins."""

    name: PaperName
    screen: str
    width: float
    height: float


PAPERS: dict[str, Paper] = {
    "a4": Paper("a4", "210mm", 473.0, 739.0),
    "letter": Paper("letter", "8.5in", 478.0, 692.0),
}


@dataclass(frozen=True, slots=True)
class ViewLine:
    """A numbered line; `printed` where its number is shown, `opens` and `closes` a paragraph."""

    n: int
    text: str
    start: int
    printed: bool
    opens: bool
    closes: bool
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of lines, or a caption, credit or link between paragraphs."""

    lines: tuple[ViewLine, ...] = ()
    extra: SheetExtra | None = None


@dataclass(frozen=True, slots=True)
class PassageView:
    """The pieces of a passage from top to bottom, without its headline."""

    pieces: tuple[Piece, ...]


def passage_view(passage: SheetPassage) -> PassageView:
    """The body lines of a passage in paragraphs, its extras between them. Line 0, the headline, is left out."""
    body = [line for line in passage.lines if line.n > 0]
    opens = set(passage.paragraphs) | ({body[0].n} if body else set())
    waiting = list(passage.extras)
    pieces: list[Piece] = []
    paragraph: list[ViewLine] = []

    def put_extras(upto: int) -> None:
        while waiting and waiting[0].after <= upto:
            pieces.append(Piece(extra=waiting.pop(0)))

    put_extras(0)
    for i, line in enumerate(body):
        last = i + 1 == len(body)
        closes = last or body[i + 1].n in opens
        paragraph.append(
            ViewLine(
                n=line.n,
                text=line.text,
                start=line.start,
                printed=line.n == 1 or line.n % PRINT_EVERY == 0,
                opens=line.n in opens,
                closes=closes,
                first=i == 0,
                last=last,
            )
        )
        if closes:
            pieces.append(Piece(lines=tuple(paragraph)))
            paragraph = []
            put_extras(line.n)
    put_extras(10**9)
    return PassageView(tuple(pieces))


@dataclass(frozen=True, slots=True)
class SheetFrame:
    """Sizes in pt: of passage type, width of the column of lines, left edge of the students' notes.

    `notes` is 0 where no room is left for notes; `apart` says that the items begin on a new page.
    """

    size: float
    width: float
    notes: float
    apart: bool


def sheet_frame(sheet: Worksheet, paper: Paper) -> SheetFrame:
    """How the passages lie on the paper. A measure wider than the paper gets smaller type, never broken lines."""
    size = min(PASSAGE_PT, int(paper.width / sheet.measure / 1.01 * 10) / 10)
    width = min(paper.width, round(sheet.measure * size * 1.01 + 12, 1))
    notes = width + 8 if paper.width - width >= LEAST_NOTES_PT else 0.0
    used = _passages_height(sheet, size) % paper.height
    # A short tail of passage leaves room for the first items; a long one would only squeeze them.
    return SheetFrame(size, width, notes, apart=used > 0.55 * paper.height)


def _passages_height(sheet: Worksheet, size: float) -> float:
    """A close guess in pt at the height of head, passages and glossary."""
    notes = sum(13.0 * ceil(len(note) / 95) for note in (sheet.context_note, sheet.content_note) if note)
    total = 150.0 + 15.0 * ceil(len(sheet.intro) / 85) + notes
    for passage in sheet.passages:
        body = [line for line in passage.lines if line.n > 0]
        total += 78.0 + 19.0 * ceil(len(passage.title or "") / 62)
        total += 1.5 * size * len(body) + 0.75 * size * len(passage.paragraphs)
        total += sum(12.0 * ceil(len(extra.text) / 60) + 9.0 for extra in passage.extras)
    if sheet.glossary:
        total += 45.0 + sum(13.0 * ceil(len(w) / 42 + len(m) / 42) + 3 for w, m in sheet.glossary.items()) / 2
    return total


# -- items -----------------------------------------------------------------------------------------


def letter(index: int) -> str:
    """a, b, c ... for 0, 1, 2 ...; after z comes aa."""
    return chr(97 + index) if index < 26 else letter(index // 26 - 1) + letter(index % 26)


def letters_of(options: Sequence[Option]) -> dict[str, str]:
    """Option id -> the letter it is printed with."""
    return {option.id: letter(i) for i, option in enumerate(options)}


def longest(options: Sequence[Option]) -> int:
    """Length of the longest text, in characters."""
    return max((len(option.text) for option in options), default=0)


def first_column(columns: Sequence[Option]) -> int:
    """Width of a grid's first column in percent: the more columns to tick, the less is left for it."""
    return {0: 60, 1: 60, 2: 58, 3: 52, 4: 44, 5: 38}.get(len(columns), 32)


def blank_lines(question: Question) -> int:
    """Ruled lines for each blank: two a mark, shared over the blanks, at least one and at most four."""
    assert isinstance(question.response, ShortText)
    return max(1, min(4, ceil(2 * question.points / max(1, len(question.response.blanks)))))


def share_of(total: int, parts: int, index: int) -> int:
    """How many of `total` ruled lines go to part `index`; every part gets one at least."""
    return max(1, total // parts + (index < total % parts))


def is_long(question: Question) -> bool:
    """Whether the item is too tall to be kept on one page in any case."""
    response = question.response
    if isinstance(response, Grid):
        return len(response.rows) > 12
    if isinstance(response, ShortText):
        return len(response.table.rows if response.table else response.blanks) > 8
    return isinstance(response, ExtendedText) and response.lines > 24
