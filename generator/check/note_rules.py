"""Notes and provenance -> findings: wording, gaps, licence (SS435-SS437, SS450-SS468)."""

import re
from collections.abc import Iterator

from generator.check.finding import Finding
from generator.check.values import folded
from generator.check.view import DossierView

_MADE_FOR_CLASS = frozenset({"fictional", "adapted"})


# -- markers and wording ---------------------------------------------------------------------------


def limits_absent_claim(view: DossierView) -> Iterator[Finding]:
    """A marker limits a claim that its report does not make."""
    claims = {claim.id: claim for claim in view.file.claims}
    for label in sorted(view.notes):
        for i, marker in enumerate(view.notes[label].markers):
            claim = claims.get(marker.limits or "")
            side = view.sides(claim).get(label) if claim else None
            if side is not None and side.standing == "absent":
                yield Finding(
                    view.in_notes(label, "markers", i, "limits"),
                    f"“{marker.text.text}” limits '{marker.limits}', which is absent from {view.called(label)}",
                    "name the claim that these words limit, or leave `limits` out",
                )


def loaded_without_neutral(view: DossierView) -> Iterator[Finding]:
    """A loaded word that nobody would dispute needs words that could stand instead."""
    for label in sorted(view.notes):
        for i, note in enumerate(view.notes[label].wording):
            if not note.arguable and not note.neutral:
                yield Finding(
                    view.in_notes(label, "wording", i, "id"),
                    f"'{note.id}' is not arguable, but no neutral words are given for “{note.text.text}”",
                    "add `neutral: [...]`, or write `arguable: true`",
                )


def neutral_is_loaded(view: DossierView) -> Iterator[Finding]:
    """The neutral alternative is the loaded word itself."""
    for label in sorted(view.notes):
        for i, note in enumerate(view.notes[label].wording):
            for k, word in enumerate(note.neutral):
                if folded(word, view.grammar) == folded(note.text.text, view.grammar):
                    yield Finding(
                        view.in_notes(label, "wording", i, "neutral", k),
                        f"“{word}” is the loaded wording itself",
                        "give words that say the same without the judgement",
                    )


def nothing_listed(view: DossierView) -> Iterator[Finding]:
    """A list is called complete and holds nothing."""
    for label in sorted(view.notes):
        notes = view.notes[label]
        for i, name in enumerate(notes.complete):
            if not getattr(notes, name):
                yield Finding(
                    view.in_notes(label, "complete", i),
                    f"'{name}' is called complete, but the notes list none",
                    f"list every case under `{name}:`, or take it out of `complete`",
                )


def notes_of_other_report(view: DossierView) -> Iterator[Finding]:
    """The notes beside one report name another."""
    for label in sorted(view.notes):
        name, wanted = view.notes[label].report, view.file.reports[label]
        if name != wanted:
            yield Finding(
                view.in_notes(label, "report"),
                f"these are the notes beside '{wanted}', but they name '{name}'",
                f"write `report: {wanted}`",
            )


# -- where the texts come from ---------------------------------------------------------------------


def no_licence(view: DossierView) -> Iterator[Finding]:
    """A text that is passed on must say under which licence."""
    for label in view.labels:
        passage = view.passage(label)
        if passage is not None and passage.meta.licence is None and passage.meta.kind != "user-supplied":
            yield Finding(
                view.in_report(label, "licence", "kind"),
                f"report {view.called(label)} is {passage.meta.kind}, but has no licence",
                "write `licence: CC-BY-4.0` or what applies, or `kind: user-supplied` if you do not know",
            )


def own_use_only(view: DossierView) -> Iterator[Finding]:
    """A text of one's own use without a licence stays on the own machine."""
    for label in view.labels:
        passage = view.passage(label)
        if passage is not None and passage.meta.licence is None and passage.meta.kind == "user-supplied":
            yield Finding(
                view.in_report(label, "licence", "kind"),
                f"report {view.called(label)} has no licence; its text is for your own class only",
                "exports meant for publishing leave the text out; add the licence if you know it",
            )


def unknown_outlet(view: DossierView) -> Iterator[Finding]:
    """Nobody says who published a report."""
    for label in view.labels:
        passage = view.passage(label)
        if passage is not None and passage.meta.outlet is None:
            yield Finding(
                view.in_report(label, "outlet"),
                f"report {view.called(label)} names no outlet; on paper it is called “{passage.outlet}”",
                "write who published it, if you know: `outlet: Ellerby Courier`",
            )


def no_context_note(view: DossierView) -> Iterator[Finding]:
    """Invented or rewritten news should say so."""
    passages = [view.passage(label) for label in view.labels]
    made = [p for p in passages if p is not None and p.meta.kind in _MADE_FOR_CLASS]
    if made and view.file.context_note is None:
        kinds = " and ".join(sorted({p.meta.kind for p in made}))
        yield Finding(
            view.in_dossier("reports", key=True),
            f"the reports are {kinds}, but there is no `context_note`",
            "add one sentence, such as `context_note: This is fiction; no real place or person is meant.`",
        )


# -- open questions, entities, glossary ------------------------------------------------------------


def gap_without_quote(view: DossierView) -> Iterator[Finding]:
    """A report that speaks on an open question must be quoted."""
    for i, gap in enumerate(view.file.gaps):
        for label, side in view.gap_sides(gap).items():
            if side.state != "not-mentioned" and side.quote is None:
                yield Finding(
                    view.in_dossier("gaps", i, label, key=True),
                    f"'{gap.id}' is '{side.state}' in {view.called(label)}, but no words are quoted",
                    "add `quote:` with the words that show it, or write `not-mentioned`",
                )


def silence_with_quote(view: DossierView) -> Iterator[Finding]:
    """A report that is silent cannot be quoted."""
    for i, gap in enumerate(view.file.gaps):
        for label, side in view.gap_sides(gap).items():
            if side.state == "not-mentioned" and side.quote is not None:
                yield Finding(
                    view.in_dossier("gaps", i, label, "quote", key=True),
                    f"'{gap.id}' is not mentioned in {view.called(label)}, yet has a quote there",
                    f"write `{label}: not-mentioned`, or the state `known` or `source-does-not-know`",
                )


def name_twice(view: DossierView) -> Iterator[Finding]:
    """The same label words are listed twice for people of one report."""
    for i, entity in enumerate(view.file.entities):
        for label, refs in entity.labels.items():
            seen: set[tuple[str, int | None, str]] = set()
            for k, ref in enumerate(refs):
                key = (" ".join(ref.text.casefold().split()), ref.occurrence, ref.near or "")
                if key in seen:
                    yield Finding(
                        view.in_dossier("entities", i, "labels", label, k),
                        f"“{ref.text}” is listed twice for '{entity.id}' in report {label}",
                        "list every wording once",
                    )
                seen.add(key)


def word_in_no_passage(view: DossierView) -> Iterator[Finding]:
    """The glossary explains a word that nobody meets."""
    if view.dossier is None:
        return
    texts = [p.text for p in view.dossier.passages.values()]
    for word in view.file.glossary:
        pattern = re.compile(rf"(?<!\w){re.escape(word)}", re.IGNORECASE)
        if not any(pattern.search(text) for text in texts):
            yield Finding(
                view.in_dossier("glossary", word, key=True),
                f"the glossary explains “{word}”, which stands in no passage",
                "write the word as the passage has it, or take it out",
            )
