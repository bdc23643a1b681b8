"""Lines and spans -> lines cut into pieces that each bear their marks, ready to be drawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model.booklet import AnnotatedPassage, SheetExtra, SheetPassage, TextMark
from generator.model.item import TextSelection, TextSelectionAnswer
from generator.model.words import Words
from generator.render.view import ViewLine, passage_view

BRACKETS = frozenset({"bracket", "content"})
BOXES = frozenset({"circle", "cue"})
_OUTSIDE_IN = ("circle", "cue", "underline", "source", "wording", "wavy", "marker")


@dataclass(frozen=True, slots=True)
class Span:
    """Words to mark: `sign` is a name of the style sheet, `tag` the number above them; half-open offsets."""

    sign: str
    start: int
    end: int
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark on one piece; where a box goes on over the end of the piece, `style` takes that side away."""

    name: str
    style: str


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """Words that bear the same marks. Brackets stand before and behind them, tags above their beginning."""

    text: str
    signs: tuple[Sign, ...] = ()
    brackets_open: int = 0
    brackets_close: int = 0
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of a passage with its marks; joining the pieces' texts gives the line back."""

    n: int
    printed: bool
    opens: bool
    closes: bool
    pieces: tuple[MarkedPiece, ...]
    claims: tuple[int, ...] = ()


def mark_line(line: ViewLine, spans: Iterable[Span], claims: Iterable[int] = ()) -> MarkedLine:
    """The line cut at every edge of a span."""
    begin, stop = line.start, line.start + len(line.text)
    here = [s for s in spans if s.start < stop and s.end > begin]
    edges = {begin, stop} | {e for s in here for e in (s.start, s.end) if begin < e < stop}
    cuts = sorted(edges)
    tags = _spread_tags(sorted((s.start, s.tag) for s in here if s.tag and s.start >= begin))
    pieces = []
    for a, b in pairwise(cuts):
        on = [s for s in here if s.start <= a and s.end >= b]
        drawn = sorted((s for s in on if s.sign in _OUTSIDE_IN), key=lambda s: _OUTSIDE_IN.index(s.sign))
        pieces.append(
            MarkedPiece(
                text=line.text[a - begin : b - begin],
                signs=tuple(Sign(s.sign, _open_sides(s, a, b)) for s in drawn),
                brackets_open=sum(s.sign in BRACKETS and s.start == a for s in on),
                brackets_close=sum(s.sign in BRACKETS and s.end == b for s in on),
                tags=tags.get(a, ()),
            )
        )
    return MarkedLine(line.n, line.printed, line.opens, line.closes, tuple(pieces), tuple(claims))


def _open_sides(span: Span, start: int, end: int) -> str:
    """CSS that opens a box on the sides where it goes on."""
    if span.sign not in BOXES:
        return ""
    style = "" if span.start == start else "border-left: 0; border-radius: 0 3pt 3pt 0; "
    if span.end != end:
        style += "border-right: 0; border-radius: 3pt 0 0 3pt; "
    if span.start != start and span.end != end:
        style += "border-radius: 0"
    return style.strip()


def _spread_tags(tags: Sequence[tuple[int, str]]) -> dict[int, tuple[str, ...]]:
    """Offset -> tags to print above it; tags too close to their left neighbour join it."""
    out: dict[int, tuple[str, ...]] = {}
    last = None
    for at, tag in tags:
        if last is not None and at - last < 2 * sum(len(t) + 1 for t in out[last]):
            if tag not in out[last]:
                out[last] = (*out[last], tag)
        else:
            out[at], last = (tag,), at
    return out


def marked_extract(
    passage: SheetPassage, response: TextSelection, answer: TextSelectionAnswer
) -> tuple[MarkedLine, ...]:
    """The lines that hold marked words, with the marks drawn and every line number printed."""
    signs = {mark.id: mark.sign for mark in response.marks}
    spans = [Span(signs[s.mark], s.start, s.end) for s in answer.spans if s.passage == passage.label]
    out = []
    for line in passage.lines:
        stop = line.start + len(line.text)
        if any(s.start < stop and s.end > line.start for s in spans):
            view = ViewLine(line.n, line.text, line.start, line.n > 0, False, False, False, False)
            out.append(mark_line(view, spans))
    return tuple(out)


@dataclass(frozen=True, slots=True)
class Remark:
    """What is noted of one mark; `kind` is attribution, marker, wording or claim."""

    kind: str
    tag: str
    note: str


@dataclass(frozen=True, slots=True)
class AnnotatedPiece:
    """A paragraph with its marks and remarks, or a caption, credit or link between paragraphs."""

    lines: tuple[MarkedLine, ...] = ()
    remarks: tuple[Remark, ...] = ()
    claims: tuple[Remark, ...] = ()
    extra: SheetExtra | None = None


def annotated_view(
    passage: SheetPassage, annotation: AnnotatedPassage | None, ui: Words
) -> tuple[AnnotatedPiece, ...]:
    """The passage in paragraphs with all marks; each remark stands beside the paragraph it begins in."""
    marks = annotation.marks if annotation else ()
    spans = [Span(m.kind, m.start, m.end, _tag(m, ui)) for m in marks if m.kind != "claim"]
    told: set[tuple[str, int]] = set()
    out = []
    for piece in passage_view(passage).pieces:
        if not piece.lines:
            out.append(AnnotatedPiece(extra=piece.extra))
            continue
        begin, end = piece.lines[0].start, piece.lines[-1].start + len(piece.lines[-1].text)
        lines = tuple(mark_line(line, spans, _claims_on(line, marks)) for line in piece.lines)
        remarks = []
        for mark in sorted((m for m in marks if begin <= m.start < end), key=lambda m: m.start):
            if (_group(mark), mark.number) not in told:
                told.add((_group(mark), mark.number))
                remarks.append(Remark(_group(mark), _tag(mark, ui), mark.note))
        claims = tuple(r for r in remarks if r.kind == "claim")
        out.append(AnnotatedPiece(lines, tuple(r for r in remarks if r.kind != "claim"), claims))
    return tuple(out)


def _group(mark: TextMark) -> str:
    return "attribution" if mark.kind in ("source", "cue", "content") else mark.kind


def _tag(mark: TextMark, ui: Words) -> str:
    if mark.kind == "claim":
        return str(mark.number)
    return ui.say(f"tag.{_group(mark)}", n=str(mark.number))


def _claims_on(line: ViewLine, marks: Iterable[TextMark]) -> tuple[int, ...]:
    stop = line.start + len(line.text)
    return tuple(sorted({m.number for m in marks if m.kind == "claim" and line.start <= m.start < stop}))
