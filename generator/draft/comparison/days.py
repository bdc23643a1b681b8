"""Aligned sentences -> times in which they differ: the same act, and times that cannot both hold."""

import datetime
from collections.abc import Iterator

from generator.draft.compared import Difference
from generator.draft.comparison.context import Spread, beside, place, share_matter
from generator.draft.comparison.moments import exclude, may_be_one, when
from generator.draft.comparison.side import Sentence
from generator.draft.comparison.signs import signs
from generator.draft.comparison.slots import Slot, difference, graded, matched
from generator.draft.marks import Date

_LOW, _HIGH = 0.2, 0.75
_HELD, _AGO = 0.55, 0.65
"""'Two weeks ago' and 'months ago' seldom stand near the same words of the matter by chance."""
_SAME = 0.62
"""Likeness of two sentences with one date each, from which both are of the same act."""
_SPOKEN = 0.6
"""Where only one is the day of saying so, which may have been said twice."""
_DOUBTFUL = 0.45
"""Where the two times stand by other acts, or by that of speaking, which differs from speaker to speaker."""


def days(
    a: Sentence,
    b: Sentence,
    spread: Spread,
    shared: bool,
    datelines: tuple[datetime.date | None, datetime.date | None],
) -> Iterator[tuple[Difference, bool]]:
    """Differences of date, each with whether the times exclude one another."""
    left = [_slot(date, a, datelines[0]) for date in a.dates]
    right = [_slot(date, b, datelines[1]) for date in b.dates]
    ours = [x for x in left if not any(may_be_one(x.value, y.value) for y in right)]
    theirs = [y for y in right if not any(may_be_one(x.value, y.value) for x in left)]
    for x, y, likeness in matched(ours, theirs, spread, _comparable):
        excluded = exclude(x.value, y.value)
        if not excluded and not likeness.framed:
            continue
        confidence = graded(likeness.evidence, _LOW, _HIGH)
        if likeness.framed:
            rule = "date-same-frame"
        elif x.value.grain == "ago" and share_matter(x.at, y.at):
            rule, confidence = "date-ago", min(max(confidence, _HELD), _AGO)
        elif _spoken(x) or _spoken(y) or not beside(x.at, y.at):
            rule = "date-other-act"
            common = shared or (x.value.month is not None and x.value.month == y.value.month)
            most = _SPOKEN if _spoken(x) != _spoken(y) else 1.0
            confidence = max(min(confidence, _DOUBTFUL), min(likeness.by_statement(_SAME, common), most))
        else:
            rule = "date-same-act"
        if confidence:
            yield difference("date", x, y, rule, confidence), excluded


def _slot(date: Date, sentence: Sentence, dateline: datetime.date | None) -> Slot:
    return Slot(date.span, when(date.value, dateline), place(sentence, date.span))


def _comparable(x: Slot, y: Slot) -> bool:
    return bool(x.value.grain == y.value.grain)


def _spoken(slot: Slot) -> bool:
    """Whether it is the day of saying: 'told reporters on Tuesday'."""
    words = slot.at.sentence.words[max(slot.at.first - 3, 0) : slot.at.behind + 1]
    return any(word.lower in signs("speaking") for word in words)
