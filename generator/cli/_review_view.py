"""A suggestion -> what a reviewer sees: the sentences with the words marked, and what the note says."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from generator.cli._drafting import WHY
from generator.cli._review_words import told
from generator.draft.files.sheet import Entry

if TYPE_CHECKING:
    from generator.load.report import ReportDoc

Span = tuple[int, int]
Mark = tuple[Span, str]
"""A stretch of a passage, and what it is: source, cue, content, ..."""

_COLOURS = {"content": "36", "source": "1;33", "cue": "1;35", "told": "34"}
_PARTS = {
    "attributions": (("content", "content"), ("source", "source"), ("cue", "cue"), ("recipient", "told")),
    "markers": (("text", "words"), ("scope", "limits")),
    "wording": (("text", "words"),),
    "figures": (("text", "words"),),
}
_WIDTH, _NARROW = 98, 30
_COLOUR = re.compile("\033\\[[0-9;]*m")


def shown(
    entry: Entry,
    label: str,
    reports: Mapping[str, "ReportDoc"],
    colour: bool,
    names: Mapping[str, str] | None = None,
) -> list[str]:
    """The lines to print. `label` is that of the note's report, "" for notes of the dossier.

    `names` are what origins are called, by their ids.
    """
    out: list[str] = []
    for of, marks, lost in _marked(entry, label, reports):
        out += wrapped(f"  {of}  {_with_marks(reports[of], marks, colour)}", "     ") if marks else []
        out += [line for words in lost for line in wrapped(f"  {of}  not in the report: {words}", "     ")]
    out.append("")
    out += [line for words in told(entry, names or {}) for line in wrapped(f"  {words}", "     ")]
    return out


def status(entry: Entry) -> str:
    """How sure it is and by which rule, and whether it is in use."""
    known = f"{entry.confidence:.2f} {entry.rule}"
    if entry.state == "live":
        return f"{known}, in use"
    return f"{known}, not in use: {WHY.get(entry.reason, entry.reason)}"


def fields(entry: Entry) -> dict[str, str]:
    """The keys of the note with their values on one line, without its id."""
    from generator.draft.files.scalars import flow

    return {key: flow(value) for key, value in entry.note.items() if key != "id"}


# -- where its words stand -------------------------------------------------------------------------


def _marked(
    entry: Entry, label: str, reports: Mapping[str, "ReportDoc"]
) -> Iterator[tuple[str, list[Mark], list[str]]]:
    """Label, places of the quoted words there, and words that stand nowhere."""
    note = entry.note
    if label:
        quoted = [(value, name) for key, name in _PARTS.get(entry.where, ()) for value in _each(note.get(key))]
        yield label, *_places(reports[label], quoted)
        return
    for of in sorted(reports):
        quoted = []
        if entry.where == "claims" and isinstance(note.get(of), dict):
            quoted = [(note[of].get("quote"), "words")]
        elif entry.where == "entities" and isinstance(note.get("labels"), dict):
            quoted = [(one, "name") for one in _each(note["labels"].get(of))]
        elif entry.where == "edges" and isinstance(note.get("evidence"), dict):
            quoted = [(one, "words") for one in _each(note["evidence"].get(of))]
        if any(value is not None for value, _ in quoted):
            yield of, *_places(reports[of], quoted)


def _places(report: "ReportDoc", quoted: Sequence[tuple[Any, str]]) -> tuple[list[Mark], list[str]]:
    from generator.load.quotes import find_quote

    text = "\n".join(block.text for block in report.blocks)
    marks: list[Mark] = []
    lost: list[str] = []
    first: Span | None = None
    for value, name in quoted:
        ref = _ref(value)
        if ref is None:
            continue
        # As when notes are read: words that stand often are those beside the first ones.
        found = None
        for near in _around(report, first) if first else (None,):
            found = find_quote(text, report.blocks, ref, near)
            if isinstance(found, tuple):
                break
        if isinstance(found, tuple):
            marks.append((found, name))
            first = first or found
        else:
            lost.append(f"“{ref.text}”")
    return marks, lost


def _ref(value: Any) -> Any:
    from pydantic import ValidationError

    from generator.model.files import QuoteRef

    try:
        return None if value is None else QuoteRef.model_validate(value)
    except ValidationError:
        return None


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _around(report: "ReportDoc", span: Span) -> list[Span]:
    sentence = _sentence(report, span)
    block = next(b for b in report.blocks if b.start <= span[0] < b.end)
    return [sentence, (block.start, block.end)]


def _sentence(report: "ReportDoc", span: Span) -> Span:
    """The sentences of a paragraph that hold a span."""
    from generator.draft.text import Text

    block = next(b for b in report.blocks if b.start <= span[0] < b.end)
    found = [(block.start + s, block.start + e) for s, e in Text(block.text).sentences]
    held = [(s, e) for s, e in found if s < span[1] and span[0] < e]
    return (min(s for s, _ in held), max(e for _, e in held)) if held else (block.start, block.end)


def _with_marks(report: "ReportDoc", marks: Sequence[Mark], colour: bool) -> str:
    """The sentences in which marked words stand, three dots between those that are apart."""
    text = "\n".join(block.text for block in report.blocks)
    stretches: list[Span] = []
    for start, end in sorted(_sentence(report, span) for span, _ in marks):
        if stretches and start <= stretches[-1][1] + 1:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((start, end))
    return " … ".join(" ".join(_marked_up(text, stretch, marks, colour).split()) for stretch in stretches)


def _marked_up(text: str, stretch: Span, marks: Sequence[Mark], colour: bool) -> str:
    """A stretch with signs before and behind marked words; outer marks are opened first and closed last."""
    signs: list[tuple[int, int, int, str]] = []
    for (start, end), name in marks:
        if stretch[0] <= start and end <= stretch[1]:
            before = f"\033[{_COLOURS.get(name, '1;33')}m" if colour else f"[{name}: "
            signs.append((start, 1, -end, before))
            signs.append((end, 0, -start, "\033[0m" if colour else "]"))
    out, at = [], stretch[0]
    for place, _, _, sign in sorted(signs):
        out += [text[at:place], sign]
        at = place
    return "".join([*out, text[at : stretch[1]]])


def wrapped(text: str, indent: str) -> list[str]:
    """The lines of a text, no wider than the window; signs for colours take no room."""
    from shutil import get_terminal_size

    width = max(min(get_terminal_size().columns - 1, _WIDTH), _NARROW)
    lead = text[: len(text) - len(text.lstrip())]
    lines, line, room = [], lead, width - len(lead)
    for n, word in enumerate(text.strip().split(" ")):
        size = len(_COLOUR.sub("", word))
        if n and size + 1 > room:
            lines.append(line)
            line, room = f"{indent}{word}", width - len(indent) - size
        else:
            line += f" {word}" if n else word
            room -= size + (1 if n else 0)
    return [*lines, line]
