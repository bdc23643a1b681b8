"""Reviews of notes and dossiers -> findings: no day, no fingerprint, changed since (SS463, SS466, SS467)."""

from collections.abc import Iterator

from generator.check.finding import At, Finding
from generator.check.view import DossierView
from generator.load.review import Review
from generator.model.files import DossierFile, NotesFile


def reviewed_some_day(view: DossierView) -> Iterator[Finding]:
    """Notes have a reviewer and no day."""
    for file, at, _ in _reviews(view):
        if file.reviewed_by is not None and file.reviewed_on is None:
            yield Finding(
                _in(at, "reviewed_by"),
                "`reviewed_by` names a reader, but `reviewed_on` is missing",
                "add `reviewed_on: YYYY-MM-DD`, or write `reviewed_by: null` until the notes are reviewed",
            )


def changed_since_review(view: DossierView) -> Iterator[Finding]:
    """The passage or the notes changed after somebody read them."""
    for file, at, review in _reviews(view):
        if review.changed:
            what = " and ".join(f"the {part}" for part in review.changed)
            on = f" on {file.reviewed_on.isoformat()}" if file.reviewed_on else ""
            verb = "have" if review.changed != ("passage",) else "has"
            yield Finding(
                _in(at, "reviewed_hash"),
                f"{what} {verb} changed since {file.reviewed_by} read them{on}; keys are drafts again",
                f"read them once more, then: secondsource sign {view.name}",
            )


def review_without_hash(view: DossierView) -> Iterator[Finding]:
    """A review that nobody can tell from a later state counts for nothing."""
    for file, at, _ in _reviews(view):
        if file.reviewed_by is not None and file.reviewed_hash is None:
            yield Finding(
                _in(at, "reviewed_by"),
                "nothing shows what exactly was read: `reviewed_hash` is missing, so keys stay drafts",
                f"let the program write it: secondsource sign {view.name}",
            )


def _reviews(view: DossierView) -> Iterator[tuple[NotesFile | DossierFile, At, Review]]:
    """(file, its place, its review) of the dossier file and of the notes of every report."""
    for label, review in sorted(view.reviews.items()):
        if label:
            yield view.notes[label], view.in_notes(label), review
        else:
            yield view.file, view.in_dossier(), review


def _in(at: At, field: str) -> At:
    return At(at.file, (field,))
