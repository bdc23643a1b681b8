"""Notes of a report -> findings: source, cue and content of attributions (SS411-SS419)."""

from collections.abc import Iterator

from generator.check.finding import Finding
from generator.check.quotation import inside, touches
from generator.check.view import DossierView
from generator.model.dossier import Attribution, Passage, Quote


def cue_elsewhere(view: DossierView) -> Iterator[Finding]:
    """The cue stands in another paragraph than what is said."""
    for label, i, passage, note in _resolved(view):
        if note.cue is not None and not _near(passage, note.cue, note.content, note.form == "direct"):
            yield Finding(
                view.in_notes(label, "attributions", i, "cue"),
                f"the cue “{note.cue.text}” ({_lines(note.cue)}) stands in another paragraph than its content "
                f"({_lines(note.content[0])})",
                "quote the cue of this statement; `near:` picks one of several places",
            )


def source_elsewhere(view: DossierView) -> Iterator[Finding]:
    """The source stands in another paragraph than what is said and the cue."""
    for label, i, passage, note in _resolved(view):
        anchors = (*note.content, *([note.cue] if note.cue else []))
        if note.source is not None and not _near(passage, note.source, anchors, note.form == "direct"):
            yield Finding(
                view.in_notes(label, "attributions", i, "source"),
                f"the source “{note.source.text}” ({_lines(note.source)}) stands in another paragraph than its "
                f"content ({_lines(note.content[0])})",
                "quote what the passage calls the source there, even if it is 'he'; `called:` gives the full name",
            )


def nobody_named(view: DossierView) -> Iterator[Finding]:
    """No source is quoted, yet form or kind says that there is one."""
    for label, i, note in view.attribution_notes():
        if note.source is None:
            for key, value, wanted in (
                ("form", note.form, "agentless"),
                ("source_kind", note.source_kind, "none"),
            ):
                if value != wanted:
                    yield Finding(
                        view.in_notes(label, "attributions", i, key),
                        f"attribution '{note.id}' quotes no source, but its {key} is '{value}'",
                        f"quote the source, or write `{key}: {wanted}`",
                    )


def somebody_named(view: DossierView) -> Iterator[Finding]:
    """A source is quoted, yet form or kind says that there is none."""
    for label, i, note in view.attribution_notes():
        if note.source is not None:
            for key, value, empty in (
                ("form", note.form, "agentless"),
                ("source_kind", note.source_kind, "none"),
            ):
                if value == empty:
                    yield Finding(
                        view.in_notes(label, "attributions", i, key),
                        f"attribution '{note.id}' quotes a source, but its {key} is '{value}'",
                        "take out `source:`, or say what kind of source it is",
                    )


def direct_without_marks(view: DossierView) -> Iterator[Finding]:
    """Direct speech whose words do not stand inside quotation marks."""
    for label, i, passage, note in _resolved(view):
        if note.form == "direct":
            for k, content in enumerate(note.content):
                if not inside(passage, content, surely=False):
                    yield Finding(
                        view.in_notes(label, "attributions", i, "content", k),
                        f"'{note.id}' is direct, but its content does not stand inside quotation marks",
                        "write `form: indirect`, `form: mixed`, or quote only the words inside the marks",
                    )


def indirect_within_marks(view: DossierView) -> Iterator[Finding]:
    """Indirect speech of which every word stands inside quotation marks."""
    for label, i, passage, note in _resolved(view):
        if note.form == "indirect" and all(inside(passage, c, surely=True) for c in note.content):
            yield Finding(
                view.in_notes(label, "attributions", i, "form"),
                f"'{note.id}' is indirect, but all of its content stands inside quotation marks",
                "write `form: direct`",
            )


def mixed_without_mix(view: DossierView) -> Iterator[Finding]:
    """Mixed speech without any quoted words, or with nothing else."""
    for label, i, passage, note in _resolved(view):
        if note.form != "mixed":
            continue
        at = view.in_notes(label, "attributions", i, "form")
        if not any(touches(passage, c) for c in note.content):
            yield Finding(
                at,
                f"'{note.id}' is mixed, but no word of it stands inside quotation marks",
                "write `form: indirect`",
            )
        elif all(inside(passage, c, surely=True) for c in note.content):
            yield Finding(
                at, f"'{note.id}' is mixed, but all of it stands inside quotation marks", "write `form: direct`"
            )


def overlapping_parts(view: DossierView) -> Iterator[Finding]:
    """Source, cue and content share words."""
    for label, i, _passage, note in _resolved(view):
        parts: list[tuple[str, tuple[str | int, ...], Quote]] = []
        if note.source is not None:
            parts.append(("source", ("source",), note.source))
        if note.cue is not None:
            parts.append(("cue", ("cue",), note.cue))
        parts += [("content", ("content", k), quote) for k, quote in enumerate(note.content)]
        for later, (name, path, quote) in enumerate(parts):
            for earlier, _path, other in parts[:later]:
                if quote.overlaps(other):
                    start, end = max(quote.start, other.start), min(quote.end, other.end)
                    shared = _passage.text[start:end]
                    yield Finding(
                        view.in_notes(label, "attributions", i, *path),
                        f"{name} and {earlier} of '{note.id}' share the words “{shared}”",
                        "each word belongs to one of them; content in pieces is a list: [one piece, another]",
                    )


def source_as_not_source(view: DossierView) -> Iterator[Finding]:
    """Somebody is listed as not the source who is the source."""
    for label, i, _passage, note in _resolved(view):
        for k, named in enumerate(note.not_source):
            same_words = note.who is not None and named.quote.text.casefold() == note.who.casefold()
            if same_words or (note.source is not None and named.quote.overlaps(note.source)):
                yield Finding(
                    view.in_notes(label, "attributions", i, "not_source", k, "text"),
                    f"“{named.quote.text}” is the source of '{note.id}' and cannot also be a wrong answer",
                    "name somebody else who stands nearby, or leave `not_source` out",
                )


def _resolved(view: DossierView) -> Iterator[tuple[str, int, Passage, Attribution]]:
    for label, i, note in view.attribution_notes():
        passage, resolved = view.passage(label), view.attribution(label, note.id)
        if passage is not None and resolved is not None and resolved.content:
            yield label, i, passage, resolved


def _near(passage: Passage, quote: Quote, anchors: tuple[Quote, ...], next_door: bool) -> bool:
    """Whether the quote shares a paragraph with an anchor; with `next_door` the neighbouring one will do."""
    reach = 1 if next_door else 0
    here = _paragraph(passage, quote)
    return any(abs(_paragraph(passage, anchor) - here) <= reach for anchor in anchors)


def _paragraph(passage: Passage, quote: Quote) -> int:
    blocks = [block for block in passage.blocks if block.is_evidence]
    return next((n for n, b in enumerate(blocks) if b.start <= quote.start < b.end), -9)


def _lines(quote: Quote) -> str:
    if quote.last == 0:
        return "headline"
    return f"line {quote.first}" if quote.first == quote.last else f"lines {quote.first}–{quote.last}"
