"""Attributions -> which of them may become items, and why the others wait."""

import re
from typing import Any

from generator.draft.marks import Attribution, Span, overlap
from generator.draft.suggest import gate
from generator.draft.suggest.views import ReportView, hull, name_words
from generator.draft.suggestion import Suggestion
from generator.draft.tables import column
from generator.draft.text import WORD

_STATES = re.compile(
    r"(?:and-)?(?:said|told|quote|clause|according)\b(?!.*(?:whether|-to\b|-of\b|-about\b|object))"
)
"""Rules whose content is a statement: not what somebody wants, calls, praises or asks."""


def judged(report: ReportView, one: Attribution, note: dict[str, Any], found: list[Attribution]) -> Suggestion:
    """The note as a suggestion, in use where nothing speaks against it; `found` are all finds of the report."""
    reason = _reason(report, one, note, found)
    return Suggestion(
        report.label, "attributions", note["id"], note, one.rule, one.confidence, live=not reason, reason=reason
    )


def _reason(report: ReportView, one: Attribution, note: dict[str, Any], found: list[Attribution]) -> str:
    """Why an attribution stays a comment; "" where it may become an item."""
    whole = whole_sentence(report, one)
    if one.confidence < (gate.WHOLE_SENTENCE if whole and one.kind != "pronoun" else gate.ATTRIBUTION):
        return "low"
    if one.form != "direct" and not whole:
        # Where a retold statement begins and ends is plain only where it fills its sentence.
        return "unclear"
    if not one.source or not one.cue or "cue" not in note:
        return "agentless"
    spans = (*one.source, *one.cue, *one.content)
    if any(report.in_headline(span) for span in spans):
        return "headline"
    blocks = {id(report.block_of(span)) for span in spans}
    if len(blocks) > 1 or one.inherited or len(one.source) > 1:
        return "far"
    if sum(len(report.of(span).split()) for span in one.content) > gate.LONGEST:
        return "long"
    if not _STATES.match(one.rule):
        return "shape"
    if one.kind == "pronoun" and one.speaker is None:
        return "pronoun"
    if not _plain_source(report, one):
        return "source"
    if any(other is not one and _tangled(one, other) for other in found):
        return "nested"
    if one.form == "mixed" and any(_SECOND.search(report.of(span)) for span in one.content):
        # Whose is the clause outside the marks? The writer's own, perhaps.
        return "shape"
    if any(coarse(report.of(span)) for span in one.content):
        return "coarse"
    block = report.block_of(one.content[0])
    if block is None or not even_marks(block.text):
        return "marks"
    return ""


def whole_sentence(report: ReportView, one: Attribution) -> bool:
    """Whether source, reporting words and one plain clause are all that there is in the sentence."""
    if len(one.content) != 1 or not one.source or not one.cue:
        return False
    start, end = report.text.sentence_at(one.content[0][0])
    spans = sorted([*one.source, *one.cue, *one.content, *((one.recipient,) if one.recipient else ())])
    if any(report.text.sentence_at(a) != (start, end) for a, _ in spans):
        return False
    rest, at = [], start
    for a, b in [*spans, (end, end)]:
        rest += [w.lower() for w in WORD.findall(report.text.text[at:a])]
        at = max(at, b)
    return set(rest) <= _BESIDE and _SECOND.search(report.of(one.content[0])) is None


_BESIDE = frozenset(
    {"that", "on", "also", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
_SECOND = re.compile(
    r"[;:]|--|[—–]\s|\s[—–]|,\s+(?:and|but|while|although|though|which|who|as|so|or)\b|\b(?:but|while|although)\b"
    r"|\band\s+(?:\w+ly\s+)?\w+s\b|\band\b.*?\b(?:\w+ed|had|was|were|is|are|will|would|told|said|took|made|went|gave|did|"
    r"cast|put|cut|set|let|hit|held|left|sent|kept|met|saw|got|ran|spoke|wrote|began|became|brought|thought|found|paid|"
    r"sold|lost|led|came|won|built|knew|felt|stood|gone|has|have|can|could|should|must|may|might)\b",
    re.DOTALL,
)
"""What may open a second clause, of which nobody could tell whether it is reported too."""


def _plain_source(report: ReportView, one: Attribution) -> bool:
    """A source that nobody else of the reports can be: a person with a name, or a group without one.

    'A spokesman' may be named two paragraphs below, and 'the governor' is somebody with a name, so such
    sources wait for the teacher.
    """
    words = report.of(one.source[0])
    if one.kind == "person":
        return bool(name_words(words)) and len(words.split()) <= 12
    if one.kind == "pronoun":
        return one.speaker is not None and " " in report.of(one.speaker)
    if one.kind == "unnamed":
        last = WORD.findall(words)
        return bool(last) and last[-1].lower() in column("plural_sources")
    return False


def _tangled(one: Attribution, other: Attribution) -> bool:
    """Whether two finds share words in a way that leaves open who says what."""
    mine, theirs = hull(one), hull(other)
    return (
        other.confidence >= gate.DOUBT
        and overlap(mine, theirs)
        and (
            any(overlap(a, b) for a in one.content for b in other.content)
            or any(overlap(a, b) for a in one.source for b in other.content)
        )
    )


def even_marks(text: str) -> bool:
    """Whether every double quotation mark of a text has its partner there."""
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("«") == text.count("»")


def coarse(words: str) -> bool:
    """Whether words have no place in a question for a class."""
    return bool(coarse_words(words))


def coarse_words(text: str) -> tuple[str, ...]:
    """The swear words and the like of a text, masked ones too, in small letters, each once."""
    rough = column("coarse")
    found = [word.lower() for word in WORD.findall(text) if word.lower() in rough]
    return tuple(dict.fromkeys([*found, *(match[0].lower() for match in _MASKED.finditer(text))]))


_MASKED = re.compile(r"\b[A-Za-z](?:[-*_]{2,}|\*)[A-Za-z]*")
"""Swear words of which some letters are left out."""


def covered(report: ReportView, span: Span, live: list[Attribution]) -> bool:
    """Whether every reporting word found in a sentence belongs to an attribution that is a note."""
    return all(
        one in live
        for one in report.found.attributions
        if one.confidence >= gate.DOUBT and any(overlap(c, span) for c in (*one.cue, *one.content))
    )
