"""Texts in notes -> findings: phrases and sentences that must fit into printed ones (SS470-SS473)."""

import re
from collections.abc import Iterator

from generator.check.finding import At, Finding
from generator.check.view import DossierView

_INITIALS = re.compile(r"(?:\b\w\.){2,}$")
_ENDS = re.compile(r"[.!?…]['\"”’»)\]]*$")


def topic_style(view: DossierView) -> Iterator[Finding]:
    """A topic is a phrase for a table: small first letter, no full stop."""
    for i, claim in enumerate(view.file.claims):
        yield from _phrase(view, claim.topic, "topic", view.in_dossier("claims", i, "topic"))
    for label in sorted(view.notes):
        for i, step in enumerate(view.notes[label].steps):
            yield from _phrase(view, step.what, "what", view.in_notes(label, "steps", i, "what"))


def says_style(view: DossierView) -> Iterator[Finding]:
    """`says` is a clause that fits after 'the statement that'."""
    for label, i, note in view.attribution_notes():
        at = view.in_notes(label, "attributions", i, "says")
        first, _, rest = note.says.partition(" ")
        if view.grammar.has("clause.opens", first):
            message = f"`says` starts with '{first.lower()}', which the printed sentence has already"
            yield Finding(at, message, f"write “{rest}”")
        else:
            yield from _phrase(view, note.says, "says", at)


def sentence_style(view: DossierView) -> Iterator[Finding]:
    """Whole sentences for the key end with a full stop."""
    for text, key, at in _sentences(view):
        if text is not None and not _ENDS.search(text):
            yield Finding(
                at, f"`{key}` is printed as a sentence, but does not end with a full stop", "add a full stop"
            )


def question_style(view: DossierView) -> Iterator[Finding]:
    """An open question ends with a question mark."""
    for i, gap in enumerate(view.file.gaps):
        if not gap.asks.endswith("?"):
            yield Finding(
                view.in_dossier("gaps", i, "asks"),
                "`asks` is printed as a question",
                "end it with a question mark",
            )


def _phrase(view: DossierView, text: str, key: str, at: At) -> Iterator[Finding]:
    first, second = [*text.split(), ""][:2]
    short = view.grammar.words("abbreviations", "abbreviations.more")
    if text.endswith(".") and not _INITIALS.search(text) and text.split()[-1].removesuffix(".") not in short:
        yield Finding(at, f"`{key}` ends with a full stop, but stands inside a sentence", "take the full stop out")
    elif (
        first[0].isupper()
        and not view.grammar.has("capitals", first)
        and not second[:1].isupper()
        and not view.is_name(first)
    ):
        yield Finding(
            at,
            f"`{key}` starts with a capital letter, but stands inside a sentence",
            f"write “{first[0].lower() + first[1:]} …”",
        )


def _sentences(view: DossierView) -> Iterator[tuple[str | None, str, At]]:
    file = view.file
    for i, claim in enumerate(file.claims):
        yield claim.explain, "explain", view.in_dossier("claims", i, "explain")
        for key in ("explanations", "settle"):
            for k, text in enumerate(getattr(claim, key)):
                yield text, key, view.in_dossier("claims", i, key, k)
    for i, probe in enumerate(file.probes):
        yield probe.why, "why", view.in_dossier("probes", i, "why")
    for i, gap in enumerate(file.gaps):
        yield gap.matters, "matters", view.in_dossier("gaps", i, "matters")
    for i, entity in enumerate(file.entities):
        yield entity.why, "why", view.in_dossier("entities", i, "why")
    for label, i, note in view.attribution_notes():
        yield note.basis_why, "basis_why", view.in_notes(label, "attributions", i, "basis_why")
        for k, named in enumerate(note.not_source):
            yield named.why, "why", view.in_notes(label, "attributions", i, "not_source", k, "why")
    for label in sorted(view.notes):
        for i, marker in enumerate(view.notes[label].markers):
            yield marker.effect, "effect", view.in_notes(label, "markers", i, "effect")
        for i, wording in enumerate(view.notes[label].wording):
            yield wording.effect, "effect", view.in_notes(label, "wording", i, "effect")
        for key in ("figures", "steps"):
            for i, noted in enumerate(getattr(view.notes[label], key)):
                yield noted.why, "why", view.in_notes(label, key, i, "why")
        for key, fields in (
            ("headline", ("claims", "why")),
            ("lead", ("effect",)),
            ("summary", ("sample", "partial", "upgraded")),
        ):
            note_of_report = getattr(view.notes[label], key)
            for name in fields if note_of_report else ():
                yield getattr(note_of_report, name), name, view.in_notes(label, key, name)
