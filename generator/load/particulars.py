"""Further notes of reports and claims -> their resolved forms; a note whose words have no place is left out."""

from collections.abc import Iterator

from generator.load.passage import QuoteFinder
from generator.load.places import Path, Places
from generator.model.dossier import Quote
from generator.model.files import ClaimNote, LeadPart, NotesFile, QuoteRef, TimeNote, TrustNote
from generator.model.particulars import (
    TRUST,
    Dated,
    Figure,
    Headline,
    Judged,
    Lead,
    Link,
    Progress,
    Summary,
    Told,
)


class Particulars:
    """Finds the words of further notes; `finder` collects the quotes that fail."""

    def __init__(self, finder: QuoteFinder) -> None:
        self._finder = finder

    def trust(
        self, label: str, note: TrustNote, places: Places, path: Path, near: Quote | None
    ) -> dict[str, Judged]:
        """The five answers; the words of one that have no place are left out."""
        found = {}
        for key in TRUST:
            verdict = getattr(note, key)
            quote = self._finder.find(label, verdict.quote, places, (*path, key, "quote"), prefer=near)
            found[key] = Judged(answer=verdict.answer, why=verdict.why, quote=quote)
        return found

    def figures(self, label: str, notes: NotesFile, places: Places) -> Iterator[Figure]:
        for i, note in enumerate(notes.figures):
            if quote := self._finder.find(label, note.text, places, ("figures", i, "text")):
                yield Figure(id=note.id, label=label, quote=quote, exactness=note.exactness, why=note.why)

    def steps(self, label: str, notes: NotesFile, places: Places) -> Iterator[Progress]:
        for i, note in enumerate(notes.steps):
            if quote := self._finder.find(label, note.text, places, ("steps", i, "text")):
                yield Progress(id=note.id, label=label, what=note.what, quote=quote, step=note.step, why=note.why)

    def headline(self, label: str, notes: NotesFile, places: Places) -> Headline | None:
        note = notes.headline
        if note is None:
            return None
        body = self._finder.find(label, note.body, places, ("headline", "body"))
        if body is None:
            return None
        return Headline(
            label=label,
            claims=note.claims,
            body=body,
            fit=note.fit,
            why=note.why,
            rewrite=note.rewrite,
            upgraded=note.upgraded,
        )

    def lead(self, label: str, notes: NotesFile, places: Places) -> Lead | None:
        """The first paragraph; None where it is not noted or where words of it have no place."""
        note = notes.lead
        if note is None:
            return None
        parts: dict[str, Told | None] = {}
        for key in ("acts", "on", "why"):
            given: LeadPart | None = getattr(note, key)
            quote = self._finder.find(label, given.quote if given else None, places, ("lead", key, "quote"))
            if given is not None and quote is None:
                return None
            parts[key] = Told(value=given.value, accept=given.accept, quote=quote) if given and quote else None
        return Lead(label=label, acts=parts["acts"], on=parts["on"], why=parts["why"], effect=note.effect)

    def summary(self, label: str, notes: NotesFile) -> Summary | None:
        note = notes.summary
        if note is None:
            return None
        return Summary(
            label=label, keep=note.keep, sample=note.sample, partial=note.partial, upgraded=note.upgraded
        )

    def links(self, claim: ClaimNote, places: Places, path: Path) -> Iterator[Link]:
        for i, note in enumerate(claim.links):
            if quote := self._finder.find(note.report, note.quote, places, (*path, "links", i, "quote")):
                yield Link(id=note.id, label=note.report, quote=quote, bears=note.bears, why=note.why)

    def dated(self, note: TimeNote, labels: tuple[str, ...], places: Places, path: Path) -> Dated:
        sides: dict[str, tuple[Quote, str]] = {}
        for label in labels:
            side = getattr(note, label)
            quote_ref: QuoteRef | None = side.quote if side else None
            if quote := self._finder.find(label, quote_ref, places, (*path, label, "quote")):
                sides[label] = (quote, side.when)
        return Dated(id=note.id, event=note.event, order=note.order, sides=sides, clash=note.clash, why=note.why)
