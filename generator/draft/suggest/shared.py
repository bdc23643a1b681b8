"""Two reports compared -> claims, names and origins: what both have, and what only one has."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.draft.marks import Span
from generator.draft.suggest.origins import Spoken
from generator.draft.suggest.said import Said, called
from generator.draft.suggest.views import Names, ReportView, slug
from generator.draft.suggestion import Suggestion
from generator.draft.text import WORD
from generator.model.words import Words

_LEAST_QUOTED = 6
"""Fewer words may stand in two reports by chance."""
_BEGIN = 4
"""Words of a quotation that its topic shows."""
_MARKS = re.compile(r"[“”\"«»]")


def _quoted_words(report: ReportView, span: Span) -> list[str]:
    return [w.lower().replace("’", "'") for w in WORD.findall(report.of(span))]


def _live_quotes(report: ReportView, said: Sequence[Said]) -> Iterator[tuple[Said, Span]]:
    """Closed quotations of named people in notes that may become items, longest piece of each."""
    for one, note in said:
        if note.live and one.form == "direct":
            span = max(one.content, key=lambda s: s[1] - s[0])
            mark = report.text.quotation_at(span[0])
            if mark is not None and mark.closed and len(_quoted_words(report, span)) >= _LEAST_QUOTED:
                yield (one, note), mark.inner


def quoted(readings: Sequence[Spoken], names: Names, words: Words) -> list[Suggestion]:
    """Claims that are quotations: printed in several reports, or in one of them alone.

    A claim is made only where every report either prints the words or has nothing that could be the same.
    """
    out: list[Suggestion] = []
    quotes = [(report, said, span) for report, given in readings for said, span in _live_quotes(report, given)]
    used: set[int] = set()
    for i, (report, said, span) in enumerate(quotes):
        if i in used:
            continue
        group = [(report, said, span)]
        for j in range(i + 1, len(quotes)):
            other, spoken, there = quotes[j]
            new = other.label not in {r.label for r, _, _ in group}
            if new and j not in used and _same(report, said, span, other, spoken, there):
                used.add(j)
                group.append(quotes[j])
        printed = {r.label for r, _, _ in group}
        rest = [r for r, _ in readings if r.label not in printed]
        if all(_silent(report, span, other) for other in rest):
            claim = _claim(group, [r.label for r, _ in readings], names, words)
            out += [claim] if claim is not None else []
    return out


def _same(report: ReportView, mine: Said, span: Span, other: ReportView, theirs: Said, there: Span) -> bool:
    """The same words by the same speaker."""
    one, two = _quoted_words(report, span), _quoted_words(other, there)
    short, long = sorted((one, two), key=len)
    if " ".join(short) not in " ".join(long) or len(short) * 10 < len(long) * 9:
        return False
    return bool(mine[1].note.get("speaker")) and mine[1].note.get("speaker") == theirs[1].note.get("speaker")


def _silent(report: ReportView, span: Span, other: ReportView) -> bool:
    """Whether the other report has nothing of what these words say, in any form that could be told."""
    mine = _stems(_quoted_words(report, span))
    if len(mine) < 4:
        return False
    for start, end in other.text.sentences:
        theirs = _stems([w.lower() for w in WORD.findall(other.text.text[start:end])])
        if len(mine & theirs) >= max(2, 0.34 * len(mine)):
            return False
    return True


def _stems(words: Sequence[str]) -> frozenset[str]:
    return frozenset(re.sub(r"(?:ing|ed|es|s|ly)$", "", w.removesuffix("'s"))[:7] for w in words if len(w) > 3)


def _begin(report: ReportView, span: Span) -> str:
    plain = " ".join(_MARKS.sub("", report.of(span)).split()).split()
    return " ".join(plain[:_BEGIN]).rstrip(",.;:")


def _claim(
    group: Sequence[tuple[ReportView, Said, Span]], labels: Sequence[str], names: Names, words: Words
) -> Suggestion | None:
    """The claim that somebody said these words, with the reports that print them."""
    who = max((called(report, said[0]) or "" for report, said, _ in group), key=len)
    report, _, span = min(group, key=lambda one: one[2][1] - one[2][0])
    begin = _begin(report, span)
    inner = " ".join(_MARKS.sub("", report.of(span)).split()).rstrip(",;: ")
    inner = inner if inner.endswith((".", "!", "?", "…")) else f"{inner}."
    shared = len(group) > 1
    sides: dict[str, Any] = dict.fromkeys(labels, "absent")
    for there, said, place in group:
        quote = there.quote(place)
        if quote is None:
            return None
        sides[there.label] = {"quote": quote, "standing": "attributed", "said_by": said[1].id}
        if shared:
            sides[there.label]["origin"] = said[1].note["speaker"]
    opening = "both" if shared else f"only-{group[0][0].label.lower()}"
    key = "explain.same-words" if shared else "explain.only"
    note: dict[str, Any] = {
        "id": names.new(f"{opening}-{slug(f'{who.split()[-1]} {begin}', 5)}"),
        "topic": words.say("topic.quoted", who=who, begin=begin),
        "statement": words.say("statement.quoted", who=who, words=inner),
        "slot": "other",
        **sides,
        "relation": relations(labels, [r.label for r, _, _ in group], "agree"),
        "explain": words.say(key, who=who, label=group[0][0].label),
    }
    sure = min(said[0].confidence for _, said, _ in group)
    return Suggestion(
        None, "claims", note["id"], note, "same-quotation" if shared else "quotation-in-one", sure, live=True
    )


def relations(labels: Sequence[str], present: Sequence[str], shared: str) -> str | dict[str, str]:
    """How every two reports stand on a claim that some of them make; one word where there are two reports."""
    found = {}
    for i, one in enumerate(labels):
        for two in labels[i + 1 :]:
            here = (one in present) + (two in present)
            if here:
                found[one + two] = shared if here == 2 else "only-in-one"
    return found if len(labels) > 2 else next(iter(found.values()))
