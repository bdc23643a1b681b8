"""Notes on headlines, figures, summaries and steps -> findings (SS490-SS495)."""

from collections.abc import Iterator

from generator.check.finding import Finding
from generator.check.view import DossierView
from generator.model.dossier import Marker
from generator.model.vocabulary import MarkerKind

MOST_WORDS = 10
LEAST_KEPT = 2
_INEXACT: frozenset[MarkerKind] = frozenset({"approximator", "vague-quantity"})
_NOT_YET: frozenset[MarkerKind] = frozenset(
    {"modal", "probability", "speculation", "prediction", "allegation", "speech-act"}
)


def no_rewrite(view: DossierView) -> Iterator[Finding]:
    """A headline does not fit, and the key would have no better one."""
    for label in sorted(view.notes):
        note = view.notes[label].headline
        if note is not None and note.fit != "same" and note.rewrite is None:
            yield Finding(
                view.in_notes(label, "headline", "fit"),
                f"the headline of {view.called(label)} is '{note.fit}', but there is no `rewrite`",
                f"add `rewrite:` with a headline of at most {MOST_WORDS} words that fits the body",
            )


def long_rewrite(view: DossierView) -> Iterator[Finding]:
    """A headline for the key is longer than students may write."""
    for label in sorted(view.notes):
        note = view.notes[label].headline
        for key in ("rewrite", "upgraded"):
            text: str | None = getattr(note, key, None)
            if text is not None and len(text.split()) > MOST_WORDS:
                yield Finding(
                    view.in_notes(label, "headline", key),
                    f"this headline has {len(text.split())} words; students may use {MOST_WORDS}",
                    "say less, not more vaguely",
                )


def no_headline(view: DossierView) -> Iterator[Finding]:
    """There is no headline to compare, or nothing to compare it with."""
    for label in sorted(view.notes):
        note, passage = view.notes[label].headline, view.passage(label)
        if note is None or passage is None:
            continue
        if all(block.kind != "headline" for block in passage.blocks):
            yield Finding(
                view.in_notes(label, "headline", key=True),
                f"report {view.called(label)} has no headline",
                "take the note out, or give the report its `title`",
            )
            continue
        found = view.dossier.headlines.get(label) if view.dossier else None
        if found is not None and passage.paragraph_of(found.body.start).kind == "headline":
            yield Finding(
                view.in_notes(label, "headline", "body"),
                "`body` quotes the headline itself",
                "quote the words under the headline that it should be set beside",
            )


def exact_with_limit(view: DossierView) -> Iterator[Finding]:
    """A figure is called exact, and noted words in it or right before it make it less so."""
    if view.dossier is None:
        return
    for figure in view.dossier.figures:
        if figure.exactness != "exact":
            continue
        limits = [
            marker
            for marker in view.dossier.markers
            if marker.kind in _INEXACT
            and (marker.quote.leads(figure.quote) or (marker.scope and marker.scope.overlaps(figure.quote)))
        ]
        if limits:
            number = [note.id for note in view.notes[figure.label].figures].index(figure.id)
            yield Finding(
                view.in_notes(figure.label, "figures", number, "exactness"),
                f"'{figure.id}' is called exact, but “{limits[0].quote.text}” makes it {limits[0].kind}",
                "write `exactness: vague`, or quote the figure that can be checked",
            )


def summary_of_nothing(view: DossierView) -> Iterator[Finding]:
    """A summary keeps notes that are not there, or too few, or is the same as the one that goes wrong."""
    for label in sorted(view.notes):
        notes, note = view.notes[label], view.notes[label].summary
        if note is None:
            continue
        known = {n.id for n in notes.markers} | {n.id for n in notes.attributions}
        for k, id_ in enumerate(note.keep):
            if id_ not in known:
                yield Finding(
                    view.in_notes(label, "summary", "keep", k),
                    f"no marker or attribution '{id_}' in the notes of {view.called(label)}",
                    "name one of this report, or note it first",
                )
        if len(set(note.keep)) < LEAST_KEPT:
            yield Finding(
                view.in_notes(label, "summary", "keep"),
                f"`keep` names fewer than {LEAST_KEPT} notes",
                "name two to four hedges or attributions that a fair summary must keep",
            )
        for key in ("sample", "partial"):
            if " ".join(getattr(note, key).split()) == " ".join(note.upgraded.split()):
                yield Finding(
                    view.in_notes(label, "summary", "upgraded"),
                    f"`upgraded` is the same as `{key}`",
                    "write what the summary says when its hedges and sources are left out",
                )


def done_with_limit(view: DossierView) -> Iterator[Finding]:
    """A step is called done, and noted words in the clause say that it is not, or not for certain."""
    if view.dossier is None:
        return
    for step in view.dossier.steps:
        if step.step != "done":
            continue
        inside: list[Marker] = [
            m for m in view.dossier.markers if m.kind in _NOT_YET and m.quote.overlaps(step.quote)
        ]
        if inside:
            number = [note.id for note in view.notes[step.label].steps].index(step.id)
            yield Finding(
                view.in_notes(step.label, "steps", number, "step"),
                f"'{step.id}' is called done, but “{inside[0].quote.text}” is a marker of kind {inside[0].kind}",
                "choose the step that the clause supports, or quote only the words that tell the deed",
            )
