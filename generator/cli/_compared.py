"""Two reports side by side, for people: what they tell alike, where they differ, what only one has."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from textwrap import fill
from typing import TYPE_CHECKING

from generator.cli._coloured import Kind, Mark, lines, painted, runs, side_by_side
from generator.cli._columns import cut

if TYPE_CHECKING:
    from generator.cli._texts import Passage
    from generator.draft.compared import Comparison, Difference, Pair
    from generator.draft.marks import Span

UNRELATED = 0.35
"""Reports less surely on one event than this are not told as if they were."""
_NARROW = 70
"""Columns below which the two reports stand one below the other."""
_HEADS = {
    "conflict": "THEY MAY CONTRADICT EACH OTHER",
    "differ-in-detail": "THE SAME, BUT A DETAIL DIFFERS",
    "differ-in-certainty": "THE SAME, BUT NOT AS CERTAIN",
    "other-words": "THE SAME IN OTHER WORDS",
    "agree": "THE SAME",
    "not-comparable": "CLOSE, BUT NOT TO BE COMPARED",
}
_KINDS: dict[str, Kind] = {
    "number": "number",
    "date": "date",
    "name": "source",
    "title": "source",
    "place": "source",
    "certainty": "marker",
}


def labels(read: "Sequence[Passage]") -> list[str]:
    """A, B, C, ... for the reports."""
    return [chr(ord("A") + i) if i < 26 else str(i + 1) for i in range(len(read))]


def shown(
    both: "tuple[Passage, Passage]",
    names: tuple[str, str],
    found: "Comparison",
    everything: "Comparison",
    *,
    colour: bool,
    width: int,
) -> str:
    """The whole view of one pair. `everything` is what was found before the less sure was left out."""
    return _View(both, names, colour, width).all(found, everything)


class _View:
    """What the parts of one view share: the reports, what they are called, the colours and the width."""

    def __init__(self, both: "tuple[Passage, Passage]", names: tuple[str, str], colour: bool, width: int) -> None:
        self.texts = (both[0].text.text, both[1].text.text)
        self.both, self.names, self.colour, self.width = both, names, colour, width
        self.half = (width - 3) // 2

    def all(self, found: "Comparison", everything: "Comparison") -> str:
        parts = [self._top()]
        foreign = [n for n, passage in zip(self.names, self.both, strict=True) if not passage.readable]
        if foreign:
            return "\n\n".join(
                [*parts, f"Not compared: {' and '.join(foreign)} is in a language that is not read so far."]
            )
        if found.same_text:
            return "\n\n".join([*parts, *self._changes(found)])
        if found.related < UNRELATED:
            told = f"These reports do not seem to be about one event (sure by {found.related:.2f}). "
            parts.append(fill(told + "What follows may be chance." if found.pairs else told.strip(), self.width))
        for verdict, head in _HEADS.items():
            pairs = [pair for pair in found.pairs if pair.verdict == verdict]
            if pairs:
                parts.append(self._head(head, len(pairs)))
                parts += [self._pair(pair) for pair in pairs]
        for report in (0, 1):
            alone = [only.span for only in found.only if only.report == report]
            if alone:
                parts.append(self._head(f"ONLY IN {self.names[report]}", len(alone)))
                parts.append("\n".join(self._sentence(report, span) for span in alone))
        parts += [self._loaded(found), self._wording(found), self._origins(found)]
        lists = ("pairs", "only", "wording", "origins", "loaded")
        gone = sum(len(getattr(everything, name)) - len(getattr(found, name)) for name in lists)
        if gone:
            parts.append(
                fill(f"Less sure finds that are not shown: {gone} (--min-confidence 0 shows them)", self.width)
            )
        return "\n\n".join(part for part in parts if part)

    def _changes(self, found: "Comparison") -> list[str]:
        """What is said of one text that is there twice: that it is, and where something was changed in it."""
        one, two = (" ".join(text.split()) for text in self.texts)
        if one == two:
            return ["These are the same text, so there is nothing to compare."]
        changed = [
            self._pair(pair) for pair in found.pairs if self._words(0, pair.a_span) != self._words(1, pair.b_span)
        ]
        told = "These are one text with few changes, so they are not two reports to compare."
        return [told, *([self._head("WHAT WAS CHANGED", len(changed)), *changed] if changed else [])]

    def _words(self, report: int, span: "Span") -> list[str]:
        return self.texts[report][span[0] : span[1]].split()

    def _top(self) -> str:
        columns = []
        for name, passage in zip(self.names, self.both, strict=True):
            article = passage.article
            file = PurePath(article.file).name
            about = " · ".join(k for k in (file, article.outlet, article.place, article.published) if k)
            rows = lines(
                [(f"{name}  {passage.name if article.title else file}", "1" if self.colour else "")], self._column
            )
            columns.append(
                [*rows, *lines([(about, "")], self._column)] if about != file or article.title else rows
            )
        return self._columns(columns[0], columns[1]) + "\n" + "─" * self.width

    @property
    def _column(self) -> int:
        return self.width - 3 if self.width < _NARROW else self.half

    def _columns(self, left: list[str], right: list[str]) -> str:
        if self.width < _NARROW:
            return "\n".join([*left, *right])
        return "\n".join(side_by_side(left, right, self.half))

    def _head(self, words: str, count: int) -> str:
        return painted(f"{words} ({count})", "name", self.colour)

    def _pair(self, pair: "Pair") -> str:
        marks: tuple[list[Mark], list[Mark]] = ([], [])
        for difference in pair.differences:
            for side, span in enumerate((difference.a, difference.b)):
                if span:
                    marks[side].append(Mark(*span, _KINDS.get(difference.slot, "name")))
        columns = [
            lines(self._marked(self.texts[side], span, marks[side]), self._column)
            for side, span in enumerate((pair.a_span, pair.b_span))
        ]
        if self.width < _NARROW:
            columns = [
                [f"{name}: {rows[0]}", *rows[1:]] if rows else []
                for name, rows in zip(self.names, columns, strict=True)
            ]
        told = [self._difference(difference) for difference in pair.differences]
        below = f"{'; '.join(told)}  " if told else ""
        return (
            self._columns(*columns)
            + "\n"
            + fill(f"{below}({pair.confidence:.2f})", self.width, initial_indent="  → ", subsequent_indent="    ")
        )

    def _marked(self, text: str, span: "Span", marks: "Iterable[Mark]") -> list[tuple[str, str]]:
        if self.colour:
            return runs(text, *span, marks, colour=True)
        # One kind of bracket is enough here: all marks are places that differ.
        out, at = [], span[0]
        for start, end in _apart((m.start, m.end) for m in marks if m.start >= span[0] and m.end <= span[1]):
            out += [(text[at:start], ""), (f"[{text[start:end]}]", "")]
            at = end
        return [*out, (text[at : span[1]], "")]

    def _difference(self, difference: "Difference") -> str:
        silent = "has no such word" if difference.slot == "certainty" else "does not say"
        sides = [
            f"{name} “{' '.join(self.texts[side][slice(*span)].split())}”" if span else f"{name} {silent}"
            for side, (name, span) in enumerate(zip(self.names, (difference.a, difference.b), strict=True))
        ]
        return f"{difference.slot}: {', '.join(sides)}"

    def _sentence(self, report: int, span: "Span") -> str:
        words = " ".join(self.texts[report][slice(*span)].split())
        return fill(words, self.width, initial_indent="  – ", subsequent_indent="    ", break_on_hyphens=False)

    def _loaded(self, found: "Comparison") -> str:
        if not found.loaded:
            return ""
        rows = [self._head("LOADED IN ONE ONLY", len(found.loaded))]
        for each in found.loaded:
            words = " ".join(self.texts[each.report][slice(*each.span)].split())
            other = " ".join(self.texts[1 - each.report][slice(*each.other)].split())
            here, there = self.names[each.report], self.names[1 - each.report]
            told = f"{here} “{words}”; {there} has “{cut(other, 2 * self.width - 40)}”"
            rows.append(fill(told, self.width, initial_indent="  – ", subsequent_indent="    "))
        return "\n".join(rows)

    def _wording(self, found: "Comparison") -> str:
        if not found.wording:
            return ""
        rows = [self._head("THE SAME WORDS IN BOTH", len(found.wording))]
        for each in found.wording:
            words = " ".join(self.texts[0][slice(*each.a)].split())
            told = f"{'a quotation' if each.quoted else 'outside quotations'}, {each.words} words: {words}"
            rows.append(fill(told, self.width, initial_indent="  – ", subsequent_indent="    "))
        return "\n".join(rows)

    def _origins(self, found: "Comparison") -> str:
        if not found.origins:
            return ""
        rows = [self._head("SIGNS OF ONE ORIGIN", len(found.origins))]
        named = {
            "wording": "the same wording",
            "agency": "the same agency",
            "speaker": "the same words by one speaker",
        }
        for each in found.origins:
            words = [
                " ".join(self.texts[side][slice(*span)].split()) for side, span in enumerate((each.a, each.b))
            ]
            who = f" ({each.name})" if each.name else ""
            sides = [f"{name} “{cut(quote, 80)}”" for name, quote in zip(self.names, words, strict=True)]
            told = f"{named[each.kind]}{who}: {', '.join(sides)}"
            rows.append(fill(told, self.width, initial_indent="  – ", subsequent_indent="    "))
        return "\n".join(rows)


def _apart(spans: "Iterable[Span]") -> "list[Span]":
    """Spans in order, those that overlap as one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
