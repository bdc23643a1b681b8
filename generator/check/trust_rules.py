"""Notes of a report -> findings: the five questions for a source, and names left out (SS480-SS482)."""

import re
from collections.abc import Iterator

from generator.check.finding import Finding
from generator.check.view import DossierView
from generator.model.dossier import Attribution
from generator.model.files import AttributionNote, TrustNote, VerdictNote
from generator.model.particulars import TRUST

MAY_BE_SILENT = frozenset({"multiple", "verifies", "named"})
"""Questions to which silence says no: no other source, no evidence, no name."""
AGAINST = frozenset({("yes", "unnamed"), ("yes", "none"), ("no", "person")})
"""Answers to 'named' and kinds of source that contradict each other."""


def answer_without_words(view: DossierView) -> Iterator[Finding]:
    """An answer of yes or no that no words show, or an open one that words show."""
    for label, i, note, trust in _trusted(view):
        for question, verdict in _verdicts(trust):
            at = ("attributions", i, "trust", question)
            if verdict.answer == "cannot-tell" and verdict.quote is not None:
                yield Finding(
                    view.in_notes(label, *at, "quote"),
                    f"whether '{note.id}' is {question} cannot be told, yet words are quoted for it",
                    "take the quote out, or write `answer: yes` or `answer: no` if the words show it",
                )
            silent = verdict.answer == "no" and question in MAY_BE_SILENT
            if verdict.answer != "cannot-tell" and verdict.quote is None and not silent:
                yield Finding(
                    view.in_notes(label, *at, "answer"),
                    f"'{question}' is answered {verdict.answer} for '{note.id}', but no words are quoted",
                    "add `quote:` with the words that show it, or write `answer: cannot-tell`",
                )


def answer_against_note(view: DossierView) -> Iterator[Finding]:
    """An answer that the same attribution or the words quoted for it contradict."""
    for label, i, note, trust in _trusted(view):
        at = ("attributions", i, "trust", "named")
        if note.source is None:
            yield Finding(
                view.in_notes(label, "attributions", i, "trust", key=True),
                f"'{note.id}' has no source, so there is nobody to ask the five questions about",
                "quote the source, or take `trust:` out",
            )
            continue
        if trust.named.answer == "cannot-tell":
            yield Finding(
                view.in_notes(label, *at, "answer"),
                f"whether the source of '{note.id}' is named can be told from the report",
                "write `answer: yes` or `answer: no`",
            )
        elif (trust.named.answer, note.source_kind) in AGAINST:
            yield Finding(
                view.in_notes(label, *at, "answer"),
                f"'named' is answered {trust.named.answer}, but the source of '{note.id}' is {note.source_kind}",
                "correct the answer or the `source_kind`",
            )
        resolved = view.attribution(label, note.id)
        if resolved is not None:
            yield from _words_against_answer(view, label, i, resolved)


def reason_for_a_name(view: DossierView) -> Iterator[Finding]:
    """A reason for leaving out a name that is not left out."""
    for label, i, note in view.attribution_notes():
        if note.unnamed_why is not None and note.source_kind != "unnamed":
            yield Finding(
                view.in_notes(label, "attributions", i, "unnamed_why"),
                f"the source of '{note.id}' is of kind {note.source_kind}, so no name is left out",
                "take `unnamed_why` out, or write `source_kind: unnamed`",
            )


def _words_against_answer(view: DossierView, label: str, i: int, note: Attribution) -> Iterator[Finding]:
    """Words that cannot show what they are quoted for."""
    trust = note.trust or {}
    for question, message, hint in (
        (
            "multiple",
            f"these are the words of '{note.id}' itself, not of another source",
            "quote the other source, or write `answer: no`",
        ),
        (
            "named",
            f"these words do not hold the name of the source of '{note.id}'",
            "quote the name as it stands in the report",
        ),
    ):
        judged = trust.get(question)
        if judged is None or judged.answer != "yes" or judged.quote is None:
            continue
        own = [*note.content, *([note.source] if note.source else [])]
        if question == "multiple":
            wrong = any(q.start <= judged.quote.start and judged.quote.end <= q.end for q in own)
        else:
            wrong = not _names(note) & _words(judged.quote.text)
        if wrong:
            yield Finding(view.in_notes(label, "attributions", i, "trust", question, "quote"), message, hint)


def _names(note: Attribution) -> set[str]:
    """The words of the source's name: those with a capital, or all where none has."""
    words = _words(note.who or "") | _words(note.source.text if note.source else "")
    return {word for word in words if word[0].isupper()} or words


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text))


def _trusted(view: DossierView) -> Iterator[tuple[str, int, AttributionNote, TrustNote]]:
    for label, i, note in view.attribution_notes():
        if note.trust is not None:
            yield label, i, note, note.trust


def _verdicts(trust: TrustNote) -> Iterator[tuple[str, VerdictNote]]:
    for question in TRUST:
        verdict: VerdictNote = getattr(trust, question)
        yield question, verdict
