"""Reads the marked texts of `tests/draft/gold/`: `{tags words}` marks words, and offsets are computed here.

A passage begins with `# name | kind of news | what it shows`; a blank line parts paragraphs; lines are joined.

    {1s Mr Ott} {1c said} {1t it {m:modal may} rain}.
    = 1 person speaker Karl Ott

Tags, several with a comma: a number and s (source), c (cue), t (the words attributed), r (recipient), v (the
channel it came through), d (words that tell who the source is); `m:kind` a marker (`m:a|b` for either kind,
`m?:` where it may be one or not);
`xs`, `xc`, `xt`, `xm` words that must not be found as a source, a cue, attributed words or a marker;
`n:value/unit` an amount (`~` before an approximate value, `?` for an open one, `10-12` for a range);
`d:kind` a date; `w` loaded words, `w?` where it is arguable, `xw` words that are not; `D3:slot` a difference
(`D3?:` where it may be taken for one).
A line `= 1 KIND[|KIND] [optional] [inherited] [in 2] [speaker NAME]` says what cannot be marked.
Raises ValueError with the name of the passage where marks and notes do not fit.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from generator.draft.marks import Span

GOLD = Path(__file__).parent / "gold"
_TAG = re.compile(r"\{(\S+)\s+|\}")
_PART = re.compile(r"(\d+)([sctrvd])")
_NOTE = re.compile(r"(\d+) ([a-z|]+)( optional)?( inherited)?(?: in (\d+))?(?: speaker (.+))?")
_AMOUNT = re.compile(r"n:(~?)(\?|[\d.]+)(?:-([\d.]+))?(?:/(\S+))?")


@dataclass
class Said:
    """One attribution. `speaker` is the full name behind a pronoun or surname where the passage has one."""

    number: int
    kind: str = ""
    kinds: tuple[str, ...] = ()
    optional: bool = False
    inherited: bool = False
    inside: int | None = None
    speaker: str | None = None
    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)
    recipient: list[Span] = field(default_factory=list)
    via: list[Span] = field(default_factory=list)
    role: list[Span] = field(default_factory=list)


@dataclass(frozen=True)
class Limit:
    """A marker, with all kinds that are right for it."""

    span: Span
    kinds: tuple[str, ...]
    optional: bool


@dataclass(frozen=True)
class Amount:
    span: Span
    value: float | None
    high: float | None
    unit: str
    approximate: bool


@dataclass
class Passage:
    """A marked text without its marks, and what was marked."""

    name: str
    about: str
    text: str = ""
    said: list[Said] = field(default_factory=list)
    limits: list[Limit] = field(default_factory=list)
    amounts: list[Amount] = field(default_factory=list)
    days: list[tuple[Span, str]] = field(default_factory=list)
    loaded: list[tuple[Span, str]] = field(default_factory=list)
    traps: list[tuple[str, Span]] = field(default_factory=list)
    differences: list[tuple[str, str, Span]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def words(self, *spans: Span) -> str:
        return " … ".join(self.text[a:b] for a, b in spans)


def unmarked(marked: str, name: str) -> tuple[str, list[tuple[str, Span]]]:
    """The text without marks, and each tag with its span, in the order of their ends."""
    out: list[str] = []
    length, at = 0, 0
    opened: list[tuple[str, int]] = []
    found: list[tuple[str, Span]] = []
    for match in _TAG.finditer(marked):
        out.append(marked[at : match.start()])
        length += match.start() - at
        at = match.end()
        if match[0] == "}":
            if not opened:
                raise ValueError(
                    f"{name}: a brace is closed that was not opened: {marked[: match.start()][-40:]!r}"
                )
            tags, start = opened.pop()
            found += [(tag, (start, length)) for tag in tags.split(",")]
        else:
            opened.append((match[1], length))
    if opened:
        raise ValueError(f"{name}: not closed: {opened}")
    return "".join([*out, marked[at:]]), found


def _place(passage: Passage, tag: str, span: Span, said: dict[int, Said]) -> None:
    """Puts one tag where it belongs."""
    if part := _PART.fullmatch(tag):
        one = said.setdefault(int(part[1]), Said(int(part[1])))
        lists = {"s": one.source, "c": one.cue, "t": one.content, "r": one.recipient, "v": one.via, "d": one.role}
        lists[part[2]].append(span)
    elif tag.startswith(("m:", "m?:")):
        head, kinds = tag.split(":")
        passage.limits.append(Limit(span, tuple(kinds.split("|")), head == "m?"))
    elif amount := _AMOUNT.fullmatch(tag):
        value = None if amount[2] == "?" else float(amount[2])
        high = float(amount[3]) if amount[3] else None
        passage.amounts.append(Amount(span, value, high, amount[4] or "", bool(amount[1])))
    elif tag.startswith("d:"):
        passage.days.append((span, tag[2:]))
    elif tag in ("w", "w?"):
        passage.loaded.append((span, tag))
    elif tag in ("xs", "xc", "xt", "xm", "xw", "xn", "xd"):
        passage.traps.append((tag, span))
    elif difference := re.fullmatch(r"D(\d+\??):([a-z]+)", tag):
        passage.differences.append((difference[1], difference[2], span))
    else:
        raise ValueError(f"{passage.name}: no such tag: {tag}")


def read_marked(name: str, about: str, paragraphs: list[str], notes: list[str]) -> Passage:
    """A passage from its marked paragraphs and its notes."""
    passage = Passage(name, about)
    passage.text, found = unmarked("\n\n".join(paragraphs), name)
    said: dict[int, Said] = {}
    for tag, span in found:
        _place(passage, tag, span, said)
    noted = set()
    for note in notes:
        match = _NOTE.fullmatch(note)
        if not match:
            passage.notes.append(note)
            continue
        one = said.get(int(match[1]))
        if one is None:
            raise ValueError(f"{name}: nothing is marked with {match[1]}")
        noted.add(one.number)
        one.kinds = tuple(match[2].split("|"))
        one.kind, one.optional, one.inherited = one.kinds[0], bool(match[3]), bool(match[4])
        one.inside, one.speaker = int(match[5]) if match[5] else None, match[6]
    for one in said.values():
        if one.number not in noted or not one.content:
            raise ValueError(f"{name}: number {one.number} has no note or no content")
        if not one.source and one.kind != "none" and not one.inherited:
            raise ValueError(f"{name}: number {one.number} has no source and is not inherited")
        for spans in (one.source, one.cue, one.content, one.recipient, one.via, one.role):
            spans.sort()
        one.content = _without(one.content, [*one.source, *one.cue])
    passage.said = sorted(said.values(), key=lambda one: one.content[0])
    for things in (passage.limits, passage.amounts):
        things.sort(key=lambda thing: thing.span)  # type: ignore[attr-defined]
    passage.days.sort()
    return passage


def _without(spans: list[Span], holes: list[Span]) -> list[Span]:
    """Content that stands around its own source and cue, as in “It is, she says, late”, without those."""
    for a, b in sorted(holes):
        spans = [
            piece
            for c, d in spans
            for piece in ([(c, a), (b, d)] if c <= a and b <= d else [(c, d)])
            if piece[0] < piece[1]
        ]
    return spans


def _parts(path: Path) -> list[tuple[str, str, list[str], list[str]]]:
    """Name, what it is about, paragraphs and notes of every passage of a file."""
    parts = []
    for piece in re.split(r"(?m)^# ", path.read_text("utf-8"))[1:]:
        head, _, body = piece.partition("\n")
        name, _, about = head.partition(" | ")
        lines = body.split("\n")
        notes = [line[2:].strip() for line in lines if line.startswith("= ")]
        kept = "\n".join(line for line in lines if not line.startswith("= "))
        paragraphs = [" ".join(p.split()) for p in re.split(r"\n\s*\n", kept) if p.strip()]
        parts.append((name.strip(), about, paragraphs, notes))
    return parts


def passages(pattern: str = "passages_*.txt") -> list[Passage]:
    """All passages of the files whose name fits, in the order of the files."""
    return [read_marked(*part) for path in sorted(GOLD.glob(pattern)) for part in _parts(path)]


@dataclass
class Report:
    """One of two reports: `sentences` are (label, span) with `-` for what only this report has."""

    passage: Passage
    sentences: list[tuple[str, Span]]


@dataclass
class PairOfReports:
    """Two reports and how they stand: `verdicts` by label, `shared` as (kind, name), `same_event`."""

    name: str
    about: str
    a: Report
    b: Report
    verdicts: dict[str, tuple[str, ...]]
    shared: list[tuple[str, str]]
    same_event: bool


_LABEL = re.compile(r"\((\w+|-|~)\) ")


def _report(name: str, paragraphs: list[str]) -> Report:
    """A report whose sentences begin with a label in brackets."""
    passage = read_marked(name, "", paragraphs, [])
    raw, out, cuts = passage.text, [], []
    matches = list(_LABEL.finditer(raw))
    for i, match in enumerate(matches):
        cuts.append((match.start(), match.end()))
        end = matches[i + 1].start() if i + 1 < len(matches) else len(raw)
        out.append((match[1], (match.end(), match.end() + len(raw[match.end() : end].rstrip()))))

    def moved(span: Span) -> Span:
        before = [sum(b - a for a, b in cuts if b <= end) for end in span]
        return span[0] - before[0], span[1] - before[1]

    passage.text = _LABEL.sub("", raw)
    passage.differences = [(n, slot, moved(span)) for n, slot, span in passage.differences]
    return Report(passage, [(label, moved(span)) for label, span in out])


def pairs(pattern: str = "pairs_*.txt") -> list[PairOfReports]:
    """All pairs of reports: paragraphs after `A:` and `B:`, notes `= 2 conflict`, `= shared agency Norpress`."""
    found = []
    for path in sorted(GOLD.glob(pattern)):
        for name, about, paragraphs, notes in _parts(path):
            text = "\n\n".join(paragraphs)
            match = re.fullmatch(r"A:\s+(.*?)\s+B:\s+(.*)", text, re.S)
            if not match:
                raise ValueError(f"{name}: wants A: and B:")
            sides = [_report(f"{name} {side}", match[i].split("\n\n")) for i, side in ((1, "A"), (2, "B"))]
            verdicts, shared, same = {}, [], True
            for note in notes:
                words = note.split(maxsplit=2)
                if words[0] == "shared":
                    shared.append((words[1], words[2] if len(words) > 2 else ""))
                elif note == "different events":
                    same = False
                else:
                    verdicts[words[0]] = tuple(words[1].split("|"))
            _consistent(name, sides, verdicts)
            found.append(PairOfReports(name, about, sides[0], sides[1], verdicts, shared, same))
    return found


def _consistent(name: str, sides: list[Report], verdicts: dict[str, tuple[str, ...]]) -> None:
    """Raises ValueError where a label stands on one side only or has no verdict, or a difference no label."""
    labels = [{label for label, _ in side.sentences} - {"-", "~"} for side in sides]
    if labels[0] != labels[1] or labels[0] != set(verdicts):
        raise ValueError(f"{name}: labels {sorted(labels[0])} and {sorted(labels[1])}, noted {sorted(verdicts)}")
