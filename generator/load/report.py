"""<report>.md -> front matter and typed blocks, with the place of every word."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import get_args

from generator.load.places import Places, Span
from generator.load.structure import fit
from generator.load.suggest import nearest
from generator.load.yaml_tree import YamlDoc, read_yaml
from generator.model.diagnostic import Diagnostic, Place, Severity
from generator.model.dossier import Block
from generator.model.files import ReportMeta
from generator.model.vocabulary import BlockKind

FENCE = "---"
WRITTEN_KINDS: tuple[BlockKind, ...] = tuple(k for k in get_args(BlockKind) if k != "headline")
"""The words in brackets that may open a paragraph."""

_WORD = re.compile(r"(?:\S|[\u00a0\u202f\u2007])+")
"""A word in a passage; spaces that forbid a line break belong to it."""
_OPENING = re.compile(r"\s*\[(?P<kind>[^\[\]()]{1,30})\](?!\()\s*")
_MARKDOWN = re.compile(
    r"^\s*(?P<line>\#{1,6}\s|>\s|[-*+]\s|```|-{3,}\s*$|={3,}\s*$)"
    r"|(?P<inline>\*\*\S[^*]*\*\*|__\S[^_]*__|\[[^\]]{1,200}\]\([^)\s]{1,300}\)|<(?:br|b|i|em|strong|p|a|span|div)\b[^>]{0,200}>|<!--)"
)

Mark = tuple[int, int, int]
"""Where a word stands: offset in its block, line and column of the file from 1."""


@dataclass(frozen=True)
class SourceBlock:
    """A typed piece of a report as it stands in the file: its words, joined by single spaces, and their places."""

    kind: BlockKind
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class ReportDoc:
    """What a report's file says. `blocks` begin with the headline, where there is one."""

    file: str
    text: str
    meta: ReportMeta | None
    places: Places
    body: tuple[SourceBlock, ...]
    diagnostics: tuple[Diagnostic, ...]
    lines: tuple[str, ...] = field(repr=False, default=())

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks with their offsets into the passage's text, which joins them by newlines."""
        out: list[Block] = []
        start = 0
        pieces: list[tuple[BlockKind, str]] = [(b.kind, b.text) for b in self.body]
        if self.meta and self.meta.title:
            pieces.insert(0, ("headline", fold(self.meta.title)))
        for kind, text in pieces:
            out.append(Block(kind=kind, text=text, start=start, end=start + len(text)))
            start += len(text) + 1
        return tuple(out)

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def place(self, start: int, end: int | None = None) -> Place:
        """The place in the file of an offset into the passage's text; `end` is exclusive."""
        number = bisect_right(self._starts, start) - 1
        if number < 0:
            return Place(self.file)
        block = self.blocks[number]
        if block.kind == "headline":
            return self.places.at(("title",))
        source = self.body[number - (len(self.blocks) - len(self.body))]
        line, col = _find(source.marks, start - block.start)
        last_line, last_col = _find(source.marks, max((end or start + 1) - block.start - 1, 0))
        shown = self.lines[line - 1] if line <= len(self.lines) else ""
        end_col = last_col + 1 if last_line == line else len(shown.rstrip()) + 1
        return Place(self.file, line, col, max(end_col, col + 1))


def fold(text: str) -> str:
    """Every run of white space as one space; spaces that forbid a break are kept."""
    return " ".join(_WORD.findall(text))


def read_report(text: str, file: str) -> ReportDoc:
    """The front matter and blocks of a report's file. `text` must have passed `clean`. Never raises."""
    lines = text.split("\n")
    found: list[Diagnostic] = []

    def note(line: int, span: tuple[int, int], code: str, message: str, hint: str, severity: Severity) -> None:
        place = Place(file, line, span[0] + 1, max(span[1], span[0] + 1) + 1)
        source = lines[line - 1] if line <= len(lines) else ""
        found.append(Diagnostic(place, severity, code, message, hint, source))

    end = _front_matter_end(lines)
    if end is None:
        opened = bool(lines) and lines[0].rstrip() == FENCE
        code, message, hint = _UNCLOSED if opened else _NO_FRONT_MATTER
        note(1, (0, len(lines[0].rstrip())), code, message, hint, "error")
        return ReportDoc(file, text, None, Places(file, lines, {}, {}), (), tuple(found), tuple(lines))
    # A blank line in place of the fence keeps the numbers of the lines right.
    doc = read_yaml("\n".join(["", *lines[1:end]]), file)
    places = _whole_file(doc, lines)
    meta, problems = fit(ReportMeta, YamlDoc(doc.data, places, doc.diagnostics))
    found += [*doc.diagnostics, *problems]
    body: list[SourceBlock] = []
    for paragraph in _paragraphs(lines, end + 1):
        block, kind_problem = _block(paragraph)
        if kind_problem:
            line, span, told = kind_problem
            note(line, span, *told, "error")
        if block:
            body.append(block)
        for line, span, told in _markdown(paragraph):
            note(line, span, *told, "warning")
    if not any(b.kind == "body" for b in body):
        note(min(end + 2, len(lines)), (0, 0), *_NO_BODY, "error")
    return ReportDoc(file, text, meta, places, tuple(body), tuple(found), tuple(lines))


_NO_FRONT_MATTER = (
    "SS301",
    "a report begins with its front matter between two lines of three hyphens",
    "write '---' as the first line, then 'schema: 1', 'title: ...' and so on, then '---' again",
)
_UNCLOSED = (
    "SS302",
    "the front matter that opens here is never closed",
    "write '---' on a line of its own behind the last key",
)
_NO_BODY = ("SS303", "this report has no body text", "write its paragraphs below the front matter")

Told = tuple[str, str, str]
Spot = tuple[int, tuple[int, int], Told]
"""Line from 1, columns from 0 (end exclusive), and what to say."""
NumberedLine = tuple[int, str]


def _front_matter_end(lines: Sequence[str]) -> int | None:
    if not lines or lines[0].rstrip() != FENCE:
        return None
    return next((i for i in range(1, len(lines)) if lines[i].rstrip() == FENCE), None)


def _whole_file(doc: YamlDoc, lines: Sequence[str]) -> Places:
    """The places of the front matter, with all lines of the file to show."""
    return doc.places.with_lines(lines, start=Span(1, 1, 1, len(FENCE) + 1))


def _paragraphs(lines: Sequence[str], start: int) -> Iterator[list[NumberedLine]]:
    """Lines that belong together: parted by blank lines, and before a line that opens with a known type."""
    paragraph: list[NumberedLine] = []
    for number in range(start, len(lines)):
        line = lines[number]
        opening = _OPENING.match(line)
        if paragraph and (not line.strip() or (opening and opening["kind"] in WRITTEN_KINDS)):
            yield paragraph
            paragraph = []
        if line.strip():
            paragraph.append((number + 1, line))
    if paragraph:
        yield paragraph


def _block(paragraph: list[NumberedLine]) -> tuple[SourceBlock | None, Spot | None]:
    number, line = paragraph[0]
    kind: BlockKind = "body"
    opening = _OPENING.match(line)
    skip = 0
    problem: Spot | None = None
    if opening:
        span = (opening.start("kind") - 1, opening.end("kind") + 1)
        given = opening["kind"]
        known = next((k for k in WRITTEN_KINDS if k == given), None)
        if known:
            kind, skip = known, opening.end()
        elif given == "headline":
            problem = (number, span, ("SS304", "the headline stands in the front matter", "move it to 'title:'"))
            skip = opening.end()
        elif re.fullmatch(r"[a-z][a-z-]*", given) or nearest(given, WRITTEN_KINDS):
            problem = (number, span, _unknown_kind(given))
            skip = opening.end()
    marks: list[Mark] = []
    words: list[str] = []
    offset = 0
    for row, (line_number, text) in enumerate(paragraph):
        for match in _WORD.finditer(text, skip if row == 0 else 0):
            marks.append((offset, line_number, match.start() + 1))
            words.append(match[0])
            offset += len(match[0]) + 1
    if not words:
        empty = ("SS305", f"there is no text behind '[{kind}]'", "write it on the same line, or delete this line")
        return None, problem or (number, (0, len(line.rstrip())), empty)
    return SourceBlock(kind, " ".join(words), tuple(marks)), problem


def _unknown_kind(given: str) -> Told:
    near = nearest(given, WRITTEN_KINDS)
    hint = f"did you mean '[{near}]'?; " if near else ""
    hint += f"known types: {', '.join(WRITTEN_KINDS)}; where the text itself begins with a bracket, "
    return "SS304", f"'[{given}]' is no type of paragraph", hint + "write '[body] ' in front of it"


def _markdown(paragraph: list[NumberedLine]) -> Iterator[Spot]:
    for number, line in paragraph:
        match = _MARKDOWN.search(line)
        if match:
            sign = match[0].strip()
            yield (
                number,
                (match.start(), match.end()),
                (
                    "SS306",
                    f"'{sign if len(sign) <= 30 else sign[:27] + '...'}' will be printed as it stands here",
                    "a passage is printed word for word, without Markdown or HTML: take the signs out",
                ),
            )


def _find(marks: Sequence[Mark], offset: int) -> tuple[int, int]:
    at = max(bisect_right(marks, (offset, 10**9, 0)) - 1, 0)
    start, line, col = marks[at]
    return line, col + offset - start
