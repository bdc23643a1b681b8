"""Markers, loaded words and numbers found -> notes, and which of them may become items."""

import re
from typing import Any, get_args

from generator.draft.marks import Attribution, Marker, Number, Span, Wording, overlap
from generator.draft.suggest import gate
from generator.draft.suggest.judged import covered
from generator.draft.suggest.views import Names, ReportView, slug
from generator.draft.suggestion import Suggestion
from generator.model.vocabulary import MarkerKind
from generator.model.words import Words

_EFFECTS = frozenset(
    {"allegation", "modal", "probability", "speculation", "prediction", "approximator", "vague-quantity"}
)
"""Kinds of which one sentence tells what the words do, whatever they limit."""
_KINDS: frozenset[str] = frozenset(get_args(MarkerKind))


def markers(report: ReportView, names: Names, words: Words) -> list[tuple[Marker, Suggestion]]:
    """A note for each marker of a kind that notes know."""
    out = []
    for one in report.found.markers:
        if one.kind not in _KINDS or one.confidence < gate.SHOWN:
            continue
        text = report.quote(one.span)
        if text is None:
            continue
        shown = " ".join(report.of(one.span).split())
        after = report.text.text[one.span[1] : one.span[1] + 60]
        # 'Possibly' leaves a thing open and does not make it likely, whatever list it stands in.
        kind = "modal" if shown.lower() in _POSSIBLE else one.kind
        note: dict[str, Any] = {"id": names.new(slug(f"{shown} {after}", 4)), "text": text, "kind": kind}
        scope = report.quote(one.scope) if one.scope else None
        if scope is not None and not overlap(one.scope or (0, 0), one.span):
            note["scope"] = scope
        if kind in _EFFECTS:
            rest = without(report, one)
            key = "effect.removed" if rest else f"effect.{kind}"
            note["effect"] = words.say(key, text=shown, words=rest)
        reason = _doubt(report, one, note)
        out.append(
            (
                one,
                Suggestion(
                    report.label, "markers", note["id"], note, one.rule, one.confidence, not reason, reason
                ),
            )
        )
    return out


def without(report: ReportView, one: Marker) -> str:
    """The words around a marker as they read when it is left out; "" where that leaves no plain, surer claim.

    Words that can go without a change of grammar are adverbs, 'alleged' and its like behind an article, and
    'about' and its like before a single number.
    """
    text, (start, end) = report.text.text, one.span
    word = " ".join(report.of(one.span).split()).lower()
    sentence = report.sentence(one.span)
    before, after = text[sentence[0] : start], text[end : sentence[1]]
    if word in _ADJECTIVES:
        fits = _BEHIND.search(before) is not None and _NOUN.match(after) is not None
    elif word in _ABOUT:
        fits = _SINGLE.match(after) is not None
    else:
        fits = word in _ADVERBS
    others = [m for m in report.found.markers if m is not one and m.confidence >= gate.DOUBT]
    if not fits or _UNDER.search(before) or any(overlap(m.span, sentence) for m in others):
        return ""
    if word in _ADJECTIVES and re.search(r"\ban?\s$", before, re.IGNORECASE):
        before = re.sub(
            r"(a)n?(\s)$",
            lambda m: m[1] + ("n" if after.strip()[:1] in "aeiou" else "") + m[2],
            before,
            flags=re.I,
        )
    first, last = before.split(), after.split()
    kept = " ".join([*first[-_AROUND:], *last[:_AFTER]]).strip(' .,;:“”"—–-')
    if not first:
        kept = kept[:1].upper() + kept[1:]
    return f"{'… ' if len(first) > _AROUND else ''}{kept}{' …' if len(last) > _AFTER else ''}"


_AROUND, _AFTER = 8, 12
"""Words before and behind that are shown."""
_ADVERBS = frozenset({"allegedly", "reportedly", "probably", "possibly", "perhaps"})
_POSSIBLE = frozenset({"possibly", "perhaps", "maybe", "possible"})
_ADJECTIVES = frozenset({"alleged", "suspected", "reported", "possible", "probable"})
_ABOUT = frozenset({"about", "around", "nearly", "almost", "roughly", "approximately", "some"})
_BEHIND = re.compile(
    r"\b(?:the|an?|his|her|its|their|this|that|any|of|in|by|for|over|about|after|to|with)\s+$", re.IGNORECASE
)
_NOUN = re.compile(r"\s+[A-Za-z]")
_SINGLE = re.compile(r"\s+[$£€]?(?:\d[\d,.]*|[a-z]+(?:-[a-z]+)?)(?!\s*(?:to|-|–|and|or)\s*[$£€]?\d)\s")
_UNDER = re.compile(
    r"\b(?:whether|if|hint\w*|suggest\w*|question\w*|wonder\w*|not|never|nor|deni\w+|deny|doubt\w*|unless)\b",
    re.IGNORECASE,
)
"""Words before a marker under which leaving it out makes nothing surer."""


def _doubt(report: ReportView, one: Marker, note: dict[str, Any]) -> str:
    if one.confidence < gate.MARKER:
        return "low"
    if "effect" not in note:
        return "needs-words"
    if report.in_headline(one.span):
        return "headline"
    words = report.of(one.span).lower()
    limit = _LIMIT.match(words) and _SUM.match(report.text.text, one.span[1])
    return "unclear" if limit or "not" in words.split() else ""


_LIMIT = re.compile(r"(?:more|less|fewer|at|up|over|under|above|below)\b")
_SUM = re.compile(r"\s*(?:[$£€]|[\d.,]+\s*(?:%|per ?cent|[$£€]))")
"""'More than $1 million' is mostly a limit that somebody has set, and exact."""


def alone(report: ReportView, one: Marker, live: list[Attribution], noted: list[Marker]) -> bool:
    """Whether nothing else in the sentence of a marker may limit it, but for what is noted.

    Only then may the other words of the sentence stand as wrong answers.
    """
    sentence = report.sentence(one.span)
    others = [
        m for m in report.found.markers if m is not one and m.confidence >= 0.05 and overlap(m.span, sentence)
    ]
    vague = [n for n in report.found.numbers if (n.vague or n.approximate) and overlap(n.span, sentence)]
    clear = not vague or (one.kind == "approximator" and len(vague) == 1)
    return clear and all(m in noted for m in others) and covered(report, sentence, live)


def wording(report: ReportView, names: Names, words: Words) -> list[tuple[Wording, Suggestion]]:
    """A note for each loaded word; only plain ones of the writer, or in quotation marks, may become items."""
    out = []
    for one in report.found.wording:
        text = report.quote(one.span)
        if one.confidence < gate.SHOWN or text is None:
            continue
        shown = " ".join(report.of(one.span).split())
        sure = one.confidence >= gate.WORDING
        note: dict[str, Any] = {"id": names.new(f"word-{slug(shown, 3)}"), "text": text}
        neutral = [words_ for words_ in one.neutral if not _echoes(report, one.span, words_)]
        if neutral:
            note["neutral"] = neutral
        if one.leave_out:
            note["may_leave_out"] = True
        note["voice"] = one.voice
        note["arguable"] = not sure
        key = "effect.loaded" if neutral else "effect.loaded.out"
        note["effect"] = words.say(key, text=shown, neutral=neutral[0] if neutral else "")
        reason = "" if sure else "low"
        if sure and (report.in_headline(one.span) or one.voice == "unclear" or not neutral):
            reason = (
                "headline"
                if report.in_headline(one.span)
                else "unclear"
                if one.voice == "unclear"
                else "needs-words"
            )
        if not reason and one.voice == "writer" and _in_speech(report, one.span):
            reason = "unclear"
        out.append(
            (
                one,
                Suggestion(
                    report.label, "wording", note["id"], note, one.rule, one.confidence, not reason, reason
                ),
            )
        )
    return out


def _echoes(report: ReportView, span: Span, neutral: str) -> bool:
    """Whether a neutral word has the root of a word beside it, as in 'critical criticism'."""
    first, last = report.text.word_range(span[0], span[1])
    near = [*report.text.lower[max(0, first - 2) : first], *report.text.lower[last : last + 2]]
    return any(w[:5] == n[:5] and len(w) > 4 for w in neutral.lower().split() for n in near)


def _in_speech(report: ReportView, span: Span) -> bool:
    """Whether words may be somebody else's: in marks, or in what anything found may report."""
    if report.text.quotation_at(span[0]) is not None:
        return True
    return any(overlap(c, span) for a in report.found.attributions if a.confidence >= 0.15 for c in a.content)


def figures(report: ReportView, names: Names, words: Words) -> list[tuple[Number, Suggestion]]:
    """A note for each counted thing: exact, or vague by a word that limits it."""
    out = []
    for one in report.found.numbers:
        span = (
            (min(one.span[0], one.approximate[0]), max(one.span[1], one.approximate[1]))
            if one.approximate
            else one.span
        )
        counted = _counted(one, span)
        quote = report.quote(counted) if counted is not None and one.confidence >= gate.SHOWN else None
        if quote is None:
            continue
        shown = quote["text"] if isinstance(quote, dict) else quote
        vague = one.vague or one.approximate is not None
        limit = " ".join(report.of(one.approximate).split()) if one.approximate else ""
        key = "figure.about" if limit and not one.vague else "figure.vague" if vague else "figure.exact"
        note: dict[str, Any] = {
            "id": names.new(f"figure-{slug(shown, 4)}"),
            "text": quote,
            "exactness": "vague" if vague else "exact",
            "why": words.say(key, text=shown, limit=limit),
        }
        reason = _open_figure(report, one, vague)
        out.append(
            (
                one,
                Suggestion(
                    report.label, "figures", note["id"], note, one.rule, one.confidence, not reason, reason
                ),
            )
        )
    return out


def _counted(one: Number, span: Span) -> Span | None:
    """The number with the noun that it counts; None where no noun stands behind it."""
    if one.noun is None or one.noun[0] < span[0]:
        return None
    return span[0], max(span[1], one.noun[1])


def _open_figure(report: ReportView, one: Number, vague: bool) -> str:
    """Why a number stays a comment: unsure, in the headline, too round or too small to be asked about."""
    if one.confidence < gate.NUMBER:
        return "low"
    if report.in_headline(one.span):
        return "headline"
    sentence = report.sentence(one.span)
    near = [
        m
        for m in report.found.markers
        if m.kind in ("approximator", "vague-quantity") and overlap(m.span, sentence)
    ]
    words = " ".join(report.of(one.span).split()).lower()
    if not vague and (
        near or one.value is None or one.value < 2 or one.high is not None or one.value != int(one.value)
    ):
        return "unclear"
    if not vague and (one.value or 0) >= 100 and (one.value or 0) % 50 == 0:
        return "unclear"
    return (
        "unclear"
        if any(w in words for w in ("million", "billion", "thousand", "hundred", "dozen")) and not vague
        else ""
    )
