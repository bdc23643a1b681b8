"""Marks of a passage -> its lines in pieces for a screen, each mark in its layer, and what is noted of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model.booklet import SheetPassage, TextMark, TextMarkKind
from generator.render.lit import LitPiece, Stretch, lit_lines

LAYERS = ("attribution", "marker", "wording", "claim")
_OUTSIDE_IN: tuple[TextMarkKind, ...] = ("claim", "content", "cue", "source", "wording", "marker")


@dataclass(frozen=True, slots=True)
class ScreenMark:
    """A mark on a piece: `name` is that of its remark, `first` says that the remark's number stands here.

    A box that goes on over the edge of the piece is left open there.
    """

    kind: TextMarkKind
    layer: str
    name: str
    number: int
    begins: bool
    ends: bool
    first: bool


@dataclass(frozen=True, slots=True)
class ScreenPiece:
    """Words that bear the same marks, the outermost first."""

    text: str
    marks: tuple[ScreenMark, ...]


@dataclass(frozen=True, slots=True)
class ScreenLine:
    """The pieces of a line and the numbers of the claims that begin on it."""

    pieces: tuple[ScreenPiece, ...]
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ScreenRemark:
    """What is noted of the marks of one name."""

    name: str
    layer: str
    number: int
    note: str


def layer_of(mark: TextMark) -> str:
    """Source, cue and content are one layer."""
    return "attribution" if mark.kind in ("source", "cue", "content") else mark.kind


def name_of(label: str, mark: TextMark) -> str:
    """The name of a mark's remark. A claim has the same name in every passage."""
    return f"claim-{mark.number}" if mark.kind == "claim" else f"{label}-{layer_of(mark)}-{mark.number}"


def annotated_lines(passage: SheetPassage, marks: Sequence[TextMark]) -> dict[int, ScreenLine]:
    """Number of the line, 0 for the headline -> its words with the marks upon them."""
    by_key = {f"{m.kind}:{m.start}:{m.end}:{m.number}": m for m in marks}
    stretches = [Stretch(key, passage.label, m.start, m.end) for key, m in by_key.items()]
    first: dict[str, str] = {}
    for key, mark in sorted(by_key.items(), key=lambda pair: (pair[1].start, pair[1].end)):
        first.setdefault(name_of(passage.label, mark), key)
    lines = lit_lines(passage, stretches)
    out = {}
    for line in passage.lines:
        stop = line.start + len(line.text)
        claims = {m.number for m in marks if m.kind == "claim" and line.start <= m.start < stop}
        pieces = tuple(_piece(piece, by_key, first, passage.label) for piece in lines[line.n])
        out[line.n] = ScreenLine(pieces, tuple(sorted(claims)))
    return out


def _piece(piece: LitPiece, by_key: Mapping[str, TextMark], first: Mapping[str, str], label: str) -> ScreenPiece:
    marks = []
    for key in sorted(piece.names, key=lambda k: (_OUTSIDE_IN.index(by_key[k].kind), by_key[k].start)):
        mark = by_key[key]
        name = name_of(label, mark)
        begins = key in piece.begins
        marks.append(
            ScreenMark(
                kind=mark.kind,
                layer=layer_of(mark),
                name=name,
                number=mark.number,
                begins=begins,
                ends=key in piece.ends,
                first=begins and first[name] == key,
            )
        )
    return ScreenPiece(piece.text, tuple(marks))


def remarks_of(label: str, marks: Sequence[TextMark]) -> tuple[ScreenRemark, ...]:
    """The remarks on a passage in the order of its text, once each; claims have theirs in the comparison."""
    found: dict[str, ScreenRemark] = {}
    for mark in sorted(marks, key=lambda m: m.start):
        if mark.kind != "claim":
            name = name_of(label, mark)
            found.setdefault(name, ScreenRemark(name, layer_of(mark), mark.number, mark.note))
    return tuple(found.values())
