"""Notes of a report -> findings: its first paragraph, and how it introduces its sources (SS483-485, SS496-497)."""

import re
from collections.abc import Iterator

from generator.check.finding import Finding
from generator.check.view import DossierView
from generator.model.dossier import Attribution, Block, Passage
from generator.model.files import LeadNote, LeadPart

PARTS = ("acts", "on", "why")
_WORD = re.compile(r"[^\W_]+")


# -- the first paragraph ---------------------------------------------------------------------------


def lead_elsewhere(view: DossierView) -> Iterator[Finding]:
    """Words quoted for the first paragraph stand in the headline or further down."""
    for label, note, passage in _leads(view):
        block = _opening(passage)
        for part, _given in _parts(note):
            told = getattr(view.dossier.leads[label], part) if view.dossier else None
            if told is None or block is None or block.start <= told.quote.start < told.quote.end <= block.end:
                continue
            yield Finding(
                view.in_notes(label, "lead", part, "quote"),
                f"“{told.quote.text}” does not stand in the first paragraph of {view.called(label)}",
                "quote words of the first paragraph (`near:` picks one of several places), or write `not-stated`",
            )


def lead_silent(view: DossierView) -> Iterator[Finding]:
    """The notes on the first paragraph find nothing in it."""
    for label in sorted(view.notes):
        note = view.notes[label].lead
        if note is not None and not list(_parts(note)):
            yield Finding(
                view.in_notes(label, "lead", key=True),
                f"all of the first paragraph of {view.called(label)} is `not-stated`",
                "note who acts, on whom or why, or take `lead:` out",
            )


def lead_value(view: DossierView) -> Iterator[Finding]:
    """An answer has no word in common with the words that are to prove it."""
    for label, note, passage in _leads(view):
        small = {word.casefold() for word in passage.grammar.words("articles", "empty")}
        for part, given in _parts(note):
            wanted = _words(" ".join([given.value, *given.accept])) - small
            if wanted and not wanted & _words(given.quote.text):
                yield Finding(
                    view.in_notes(label, "lead", part, "value"),
                    f"“{given.value}” shares no word with “{given.quote.text}”, which is quoted for it",
                    "use words of the report, or add them under `accept:`; quote the words that show it",
                )


def _leads(view: DossierView) -> Iterator[tuple[str, LeadNote, Passage]]:
    for label in sorted(view.notes):
        note, passage = view.notes[label].lead, view.passage(label)
        if note is not None and passage is not None and view.dossier and label in view.dossier.leads:
            yield label, note, passage


def _parts(note: LeadNote) -> Iterator[tuple[str, LeadPart]]:
    for part in PARTS:
        given = getattr(note, part)
        if given is not None:
            yield part, given


def _opening(passage: Passage) -> Block | None:
    return next((block for block in passage.blocks if block.kind == "body"), None)


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


# -- introductions ---------------------------------------------------------------------------------


def introduced_elsewhere(view: DossierView) -> Iterator[Finding]:
    """The words that introduce a source stand in another paragraph, or there is no source."""
    for label, i, note in _introduced(view):
        passage, words = view.passage(label), note.introduced
        if passage is None or words is None:
            continue
        at = view.in_notes(label, "attributions", i, "introduced")
        if note.source is None:
            yield Finding(
                at,
                f"'{note.id}' has words that introduce a source, but no source",
                "quote the source, or take `introduced:` out",
            )
        elif passage.paragraph_of(words.start) != passage.paragraph_of(note.source.start):
            yield Finding(
                at,
                f"“{words.text}” stands in another paragraph than the source “{note.source.text}”",
                "put `introduced:` where the report introduces the source; `near:` picks one of several places",
            )


def introduced_is_source(view: DossierView) -> Iterator[Finding]:
    """The words that introduce a source are its name, or hold it."""
    for label, i, note in _introduced(view):
        passage, words, source = view.passage(label), note.introduced, note.source
        if passage is None or words is None or source is None:
            continue
        articles = {word.casefold() for word in passage.grammar.words("articles")}
        same = _words(words.text) - articles == _words(note.who or "") - articles
        if same or (words.start <= source.start and source.end <= words.end):
            yield Finding(
                view.in_notes(label, "attributions", i, "introduced"),
                f"“{words.text}” holds the name of the source itself",
                "quote only the words beside the name, or leave `introduced` out where there are none",
            )


def _introduced(view: DossierView) -> Iterator[tuple[str, int, Attribution]]:
    for label, i, note in view.attribution_notes():
        resolved = view.attribution(label, note.id)
        if resolved is not None and resolved.introduced is not None:
            yield label, i, resolved
