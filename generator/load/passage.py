"""Report file -> passage with frozen lines, and the finder of quotes in the passages of a dossier."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from generator.load.lines import SLACK, break_lines, foreign_characters, text_width
from generator.load.places import Path, Places
from generator.load.quotes import Found, QuoteProblem, find_quote
from generator.load.report import ReportDoc
from generator.load.review import review_of_report
from generator.model.diagnostic import Diagnostic
from generator.model.dossier import Passage, Quote
from generator.model.files import NotesFile, QuoteRef


def make_passage(
    label: str, name: str, report: ReportDoc, notes: NotesFile | None, measure: float
) -> Passage | None:
    """The passage of a report; None where its file has errors that keep it from being made."""
    if report.meta is None or not any(b.kind == "body" for b in report.blocks):
        return None
    return Passage(
        label=label,
        name=name,
        meta=report.meta,
        blocks=report.blocks,
        text="\n".join(block.text for block in report.blocks),
        lines=break_lines(report.blocks, measure),
        reviewed=notes is not None and review_of_report(report, notes).holds,
        complete=frozenset(notes.complete if notes else ()),
    )


def passage_problems(passage: Passage, report: ReportDoc, measure: float) -> Iterator[Diagnostic]:
    """Warnings about how the passage will look on paper."""
    width = text_width()
    for line in passage.lines:
        if line.n > 0 and " " not in line.text and width(line.text) > measure * SLACK:
            yield report.places.problem(
                (),
                "SS307",
                "this word is longer than a line of the passage and will stand out into the margin",
                "shorten it; an address may stand in a paragraph of its own that opens with '[url]'",
                severity="warning",
                at=report.place(line.start, line.end),
            )
    for char in foreign_characters(passage.text):
        at = passage.text.index(char)
        yield report.places.problem(
            (),
            "SS308",
            f"the passage font has no '{char}' (U+{ord(char):04X}); another font will be used for it",
            "look at the printed page, or write it in other letters",
            severity="warning",
            at=report.place(at, at + 1),
        )


class QuoteFinder:
    """Finds quotes in the passages of one dossier and collects what goes wrong. `problems` grows."""

    def __init__(self, passages: Mapping[str, Passage], reports: Mapping[str, ReportDoc]) -> None:
        self._passages, self._reports = passages, reports
        self._starts = {label: [line.start for line in p.lines] for label, p in passages.items()}
        self.problems: list[Diagnostic] = []

    def find(
        self, label: str, ref: QuoteRef | None, places: Places, path: Path, prefer: Quote | None = None
    ) -> Quote | None:
        """The quote with its place in the passage; None (and a problem noted) where it has none.

        `path` leads to the quote in the file of `places`. Where the words stand several times, the one in
        the sentence or else the paragraph of `prefer` is meant. Labels without a passage are passed over:
        other rules tell of them.
        """
        passage = self._passages.get(label)
        if ref is None or passage is None:
            return None
        result: Found | QuoteProblem | None = None
        for stretch in _around(passage, prefer) if prefer else (None,):
            result = find_quote(passage.text, passage.blocks, ref, stretch)
            if isinstance(result, tuple):
                return self.quote(label, *result)
        assert isinstance(result, QuoteProblem)
        step = "near" if result.code == "SS313" else "occurrence" if result.code == "SS312" else "text"
        self.problems.append(
            places.problem(
                (*path, step), result.code, self._message(passage, result), self._hint(passage, ref, result)
            )
        )
        return None

    def quote(self, label: str, start: int, end: int) -> Quote:
        """The quote between two offsets of a passage, with the lines it stands on."""
        passage, starts = self._passages[label], self._starts[label]
        first = passage.lines[max(bisect_right(starts, start) - 1, 0)].n
        last = passage.lines[max(bisect_right(starts, end - 1) - 1, 0)].n
        return Quote(label=label, text=passage.text[start:end], start=start, end=end, first=first, last=last)

    def _message(self, passage: Passage, problem: QuoteProblem) -> str:
        return problem.message.replace("the passage", f"passage {passage.label} ({passage.name})", 1)

    def _hint(self, passage: Passage, ref: QuoteRef, problem: QuoteProblem) -> str:
        if problem.code == "SS310":
            elsewhere = self._elsewhere(passage.label, ref)
            if elsewhere:
                return elsewhere
        if not problem.spots:
            return problem.hint
        return f"{problem.hint}; {self._lines(passage.label, problem.spots)}"

    def _elsewhere(self, label: str, ref: QuoteRef) -> str | None:
        for other, passage in self._passages.items():
            result = find_quote(passage.text, passage.blocks, ref) if other != label else None
            if isinstance(result, tuple):
                where = self._lines(other, (result,))
                return f"these words stand in passage {other} ({passage.name}): {where}"
        return None

    def _lines(self, label: str, spots: tuple[Found, ...]) -> str:
        """Where in the report's file some stretches stand, as a person looks them up."""
        report = self._reports[label]
        numbers = list(dict.fromkeys(report.place(*spot).line for spot in spots))
        told = ", ".join(str(n) for n in numbers[:8]) + (", ..." if len(numbers) > 8 else "")
        return f"{PurePosixPath(report.file).name}, line{'s' if len(numbers) > 1 else ''} {told}"


def _around(passage: Passage, quote: Quote) -> Iterator[Found]:
    """The sentence of a quote, then its paragraph."""
    block = passage.paragraph_of(quote.start)
    sentence = passage.sentence_of(quote)
    start = passage.text.find(sentence, block.start)
    if start >= 0:
        yield (start, start + len(sentence))
    yield (block.start, block.end)
