"""Worksheet -> what its page needs to know: lines in paragraphs, sizes, numbers of ruled lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from generator.model.booklet import SheetExtra, SheetPassage, Worksheet
from generator.model.item import ExtendedText, Grid, Option, Question, ShortText, TextSelection
from generator.render.editions import SETTINGS, is_stacked, widest
from generator.render.look import Edition, PaperName

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


def excerpt(passage: SheetPassage, lines: tuple[int, int]) -> tuple[ViewLine, ...]:
    """Some lines of a passage, the headline (line 0) among them where it is asked for."""
    shown = [line for line in passage.lines if lines[0] <= line.n <= lines[1]]
    opens = {0, *passage.paragraphs}
    return tuple(
        ViewLine(
            n=line.n,
            text=line.text,
            start=line.start,
            printed=line.n > 0 and (i == 0 or line.n % PRINT_EVERY == 0),
            opens=line.n in opens,
            closes=i + 1 == len(shown) or line.n + 1 in opens,
            first=False,
            last=False,
        )
        for i, line in enumerate(shown)
    )


@dataclass(frozen=True, slots=True)
class SheetFrame:
    """How a sheet lies on the paper; sizes in pt: of passage type, width of the column of lines, left edge of the
    students' notes.

    `notes` is 0 where no room is left for notes; `apart` says that the items begin on a new page; `wraps` that
    a numbered line may take two rows; `stacked` names the items whose tables are too narrow to be tables.
    `leading` is a factor of the size, `letters` and `words` are spaces in em.
    """

    size: float
    width: float
    notes: float
    apart: bool
    leading: float = 1.5
    letters: float = 0.0
    words: float = 0.0
    wraps: bool = False
    stacked: frozenset[str] = frozenset()


def sheet_frame(sheet: Worksheet, paper: Paper, edition: Edition = "standard") -> SheetFrame:
    """How the sheet lies on the paper. A measure wider than the paper gets smaller type, never broken lines;
    only where an edition promises a size, a numbered line takes two rows instead.
    """
    setting = SETTINGS[edition]
    body = [line.text for passage in sheet.passages for line in passage.lines if line.n > 0]
    measure = sheet.measure if edition == "standard" else max(1.0, widest(body, setting))
    size = min(setting.passage, int(paper.width / measure / 1.01 * 10) / 10)
    wraps = size < setting.least
    if wraps:
        size = setting.passage
    width = min(paper.width, round(measure * size * 1.01 + 12, 1))
    room = setting.notes and not wraps and paper.width - width >= LEAST_NOTES_PT
    used = _passages_height(sheet, size, edition) % paper.height
    return SheetFrame(
        size,
        width,
        notes=width + 8 if room else 0.0,
        # A short tail of passage leaves room for the first items; a long one would only squeeze them.
        apart=used > 0.55 * paper.height,
        leading=setting.leading,
        letters=setting.letters,
        words=setting.words,
        wraps=wraps,
        stacked=frozenset(q.id for q in sheet.items if is_stacked(q, edition, paper.width)),
    )


def _passages_height(sheet: Worksheet, size: float, edition: Edition) -> float:
    """A close guess in pt at the height of head, passages and glossary."""
    setting = SETTINGS[edition]
    grown = setting.roominess

    def rows(text: str, wide: int, tall: float) -> float:
        return tall * grown * ceil(len(text) * grown / wide)

    total = 150.0 * grown + rows(sheet.intro, 85, 15.0) + sum(rows(n, 95, 13.0) for n in _notes(sheet))
    for passage in sheet.passages:
        body = [line for line in passage.lines if line.n > 0]
        total += (78.0 + 19.0 * ceil(len(passage.title or "") * grown / 62)) * grown
        total += setting.leading * size * len(body) + 0.75 * size * len(passage.paragraphs)
        total += sum(rows(extra.text, 60, 12.0) + 9.0 for extra in passage.extras)
    if sheet.glossary:
        columns = 2 if grown == 1 else 1
        entries = (
            13.0 * grown * ceil((len(w) + len(m)) * grown * columns / 84) for w, m in sheet.glossary.items()
        )
        total += 45.0 * grown + sum(entry + 3 for entry in entries) / columns
    return total


def _notes(sheet: Worksheet) -> tuple[str, ...]:
    return tuple(note for note in (sheet.context_note, sheet.content_note) if note)


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


def blank_lines(question: Question) -> int:
    """Ruled lines for each blank: two a mark, shared over the blanks, at least one and at most four."""
    assert isinstance(question.response, ShortText)
    return max(1, min(4, ceil(2 * question.points / max(1, len(question.response.blanks)))))


def share_of(total: int, parts: int, index: int) -> int:
    """How many of `total` ruled lines go to part `index`; every part gets one at least."""
    return max(1, total // parts + (index < total % parts))


def is_long(
    question: Question, edition: Edition = "standard", stacked: bool = False, shows_lines: bool = False
) -> bool:
    """Whether the item is too tall to be kept on one page in any case.

    `stacked` items have their tables row by row; `shows_lines` says that lines to mark are printed with the item.
    """
    response, grown = question.response, SETTINGS[edition].roominess
    if isinstance(response, Grid):
        if stacked:
            return len(response.rows) * (2 + len(response.columns)) * grown > 32
        return len(response.rows) * grown > 12
    if isinstance(response, ShortText):
        if stacked and response.table:
            return len(response.table.rows) * len(response.table.columns) * grown > 8
        return len(response.table.rows if response.table else response.blanks) * grown > 8
    if isinstance(response, TextSelection):
        return shows_lines and (response.lines[1] - response.lines[0]) * grown > 24
    return isinstance(response, ExtendedText) and response.lines * grown > 24
