"""Attributions found -> notes on who says what, and which of them may become items."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.draft.marks import Attribution, Entity, Mention, overlap
from generator.draft.suggest import gate
from generator.draft.suggest.judged import judged
from generator.draft.suggest.views import Names, ReportView, hull, name_words, slug
from generator.draft.suggestion import Suggestion
from generator.draft.text import WORD
from generator.model.words import Words

Said = tuple[Attribution, Suggestion]
_STRENGTHS = frozenset({"neutral", "asserting", "distancing", "endorsing"})
_KINDS = {"poll": "document", "pronoun": "person", "none": "none"}
_PIECES = re.compile(r"[“”\"«»]")
_THAT = re.compile(r"that[\s,]+", re.IGNORECASE)


def said(report: ReportView, names: Names, words: Words) -> list[Said]:
    """A note for each attribution that can be quoted, in the order of the text."""
    found = [a for a in report.found.attributions if a.confidence >= gate.SHOWN and a.content]
    out = []
    for one in found:
        note = _note(report, one, names, words)
        if note is not None:
            out.append((one, judged(report, one, note, found)))
    return out


def _note(report: ReportView, one: Attribution, names: Names, words: Words) -> dict[str, Any] | None:
    one = _trimmed(report, one)
    content = [report.quote(span) for span in one.content]
    source = report.quote(one.source[0]) if one.source else None
    cue = report.quote((one.cue[0][0], one.cue[-1][1])) if one.cue else None
    if any(part is None for part in content) or (one.source and source is None):
        return None
    agentless = not one.source
    who = called(report, one)
    says = clause(report, one)
    note: dict[str, Any] = {
        "id": names.new(slug(f"{_last(who or 'nobody')} {says}", 5)),
        "says": says,
        "source": source,
        "cue": cue,
        "content": content if len(content) > 1 else content[0],
        "called": who if who and one.source and who != report.of(one.source[0]) else None,
        "recipient": report.quote(one.recipient) if one.recipient else None,
        "form": "agentless" if agentless else one.form if one.form != "agentless" else "indirect",
        "source_kind": "none" if agentless else kind(one),
        "role": " ".join(report.of(one.role).split()) if one.role and not agentless else None,
        "basis": "not-stated",
        "strength": one.cue_class if one.cue_class in _STRENGTHS else None,
    }
    if not agentless and one.confidence >= gate.WHOLE_SENTENCE:
        others = list(_bystanders(report, one, who or "", words))
        note["not_source"] = others or None
    return {key: value for key, value in note.items() if value is not None}


def _trimmed(report: ReportView, one: Attribution) -> Attribution:
    """The attribution without "that" before its content, and without a comma behind a quotation's last word."""
    spans = []
    for number, (start, end) in enumerate(one.content):
        opens = _THAT.match(report.text.text, start, end) if number == 0 else None
        start = opens.end() if opens else start
        while end > start and report.text.text[end - 1] in " ,;:":
            end -= 1
        spans.append((start, end))
    return replace(one, content=tuple(spans))


def kind(one: Attribution) -> str:
    """The kind of source as notes have it."""
    return "person" if one.kind in ("pronoun", "none") else _KINDS.get(one.kind, one.kind)


def called(report: ReportView, one: Attribution) -> str | None:
    """What to call the source: its fullest name where the passage has a surname, a pronoun or a title."""
    span = one.speaker or (one.source[0] if one.source else None)
    if span is None:
        return None
    words = " ".join(report.of(span).split())
    if one.kind not in ("person", "pronoun"):
        opens = any(start == span[0] for start, _ in report.text.sentences)
        return words[:1].lower() + words[1:] if opens and not _proper(report, words.split()[0], span[0]) else words
    inside = [
        entity.name
        for entity in report.found.entities
        if entity.kind == "person" and any(span[0] <= m.span[0] and m.span[1] <= span[1] for m in entity.mentions)
    ]
    return inside[0] if len(inside) == 1 and " " in inside[0] else words


def clause(report: ReportView, one: Attribution) -> str:
    """The content as a clause that fits behind 'the statement that'."""
    if one.form == "direct":
        pieces = [_PIECES.sub("", report.of(span)).strip() for span in one.content]
        longest = max(pieces, key=len)
        return f"“{_bare(longest)}”"
    pieces = [" ".join(report.of(span).split()) for span in one.content]
    text = _bare(" ".join(pieces))
    first = one.content[0][0]
    word = WORD.match(report.text.text, first)
    opens = first in {start for start, _ in report.text.sentences}
    if word and opens and not _proper(report, word[0], first):
        text = text[:1].lower() + text[1:]
    return text


def _bare(text: str) -> str:
    """A clause without the marks and stops that its place in the sentence gave it."""
    text = " ".join(text.split()).strip().strip(",;: ")
    text = _INNER_STOP.sub("", text)
    if text.endswith((".", "!", "?")) and not _INITIALS.search(text):
        text = text[:-1].rstrip()
    return text


_INNER_STOP = re.compile(r"[.,](?=[”\"’']+$)")
_INITIALS = re.compile(r"(?:\b\w\.){2,}$")


def _proper(report: ReportView, word: str, at: int) -> bool:
    """Whether a word keeps its capital letter inside a sentence."""
    if word.startswith("I") and (len(word) == 1 or word[1] in "’'"):
        return True
    if any(char.isupper() or char.isdigit() for char in word[1:]) or word[0].isdigit():
        return True
    if any(m.span[0] <= at < m.span[1] for e in report.found.entities for m in e.mentions):
        return True
    lower = word.lower()
    return (
        lower not in report.text.lower or re.search(rf"[a-z,] {re.escape(word)}\b", report.text.text) is not None
    )


def _last(name: str) -> str:
    words = name.split()
    return words[-1] if words else name


def _bystanders(report: ReportView, one: Attribution, who: str, words: Words) -> Iterator[dict[str, Any]]:
    """People with names who are spoken of in the content and are not the source.

    None where the content itself has reporting words: then somebody in it speaks, too.
    """
    content = [max(one.content, key=lambda s: s[1] - s[0])] if one.form == "direct" else list(one.content)
    if any(_REPORTS.search(report.of(span)) for span in content):
        return
    cue = " ".join(report.of((one.cue[0][0], one.cue[-1][1])).split()) if one.cue else ""
    mine = set(name_words(who)) | set(name_words(report.of(one.source[0])) if one.source else ())
    seen: set[str] = set()
    for entity in report.found.entities:
        if entity.kind != "person" or entity.confidence < gate.SPEAKER or " " not in entity.name:
            continue
        if mine & set(name_words(entity.name)):
            continue
        for mention in entity.mentions:
            if entity.name in seen or not any(
                c[0] <= mention.span[0] and mention.span[1] <= c[1] for c in content
            ):
                continue
            quote = report.quote(mention.span)
            if quote is None or _speaks(report, entity, one) or not standing_alone(report, mention):
                continue
            seen.add(entity.name)
            name = " ".join(report.of(mention.span).split())
            yield {"text": quote, "why": words.say("bystander", name=name, cue=cue, source=who)}


def standing_alone(report: ReportView, mention: Mention) -> bool:
    """Whether a name is no part of a longer one ('the Mara Vale Bridge') and nobody spoken to (', Mara?')."""
    text, (start, end) = report.text.text, mention.span
    before = text[max(0, start - 30) : start]
    if _LONGER.match(text, end) or (mention.title is None and _FIRST_PART.search(before)):
        return False
    return not (before.rstrip().endswith((",", "“", '"')) and _CALLED.match(text, end))


_LONGER = re.compile(r"\.?(?:[ \u00a0]|[-/’'])(?:[A-Z]|Jr\b|Sr\b)|[’']s[ \u00a0][A-Z]|-")
_FIRST_PART = re.compile(r"[a-z,;] (?:[A-Z]\.|[A-Z][a-z]+)[ \u00a0]$")
_CALLED = re.compile(r"\s*[?!,.”\"]")
_REPORTS = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?)|claim\w*|ask(?:s|ed)?|wrote|writes|tweet\w*|call(?:s|ed)|according)\b",
    re.I,
)


def _speaks(report: ReportView, entity: Entity, one: Attribution) -> bool:
    """Whether somebody is the source of, or told, anything inside or beside this content."""
    near = hull(one)
    return any(
        overlap(mention.span, span)
        for other in report.found.attributions
        if overlap(hull(other), near)
        for span in (*other.source, *((other.recipient,) if other.recipient else ()), *other.via)
        for mention in entity.mentions
    )
