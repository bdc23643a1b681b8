"""Aligned sentences -> the same person under titles that mean different offices."""

from collections.abc import Iterator

from generator.draft.compared import Difference
from generator.draft.comparison.context import Spread, frame, place
from generator.draft.comparison.forms import one_person
from generator.draft.comparison.side import Sentence, Side
from generator.draft.comparison.slots import Slot, like
from generator.draft.comparison.titles import contradict, differ, offices
from generator.draft.marks import Entity, Mention, Span

_CONFIDENCE = {"office": 0.88, "rank": 0.6, "words": 0.6}
_SAME, _OTHER = 0.7, 0.6
"""Likeness of two sentences from which two titles of unknown offices are a difference; never sure, for one person
may well be both."""
_MOST = 200
"""Mentions of a person that are looked at."""
_BOTH = 0.5
"""Where each report uses the other's title elsewhere, both know two offices of the person."""
_ONE = 0.9
"""Where one of them does, it is most often the odd title that stands here."""


def titles(
    a: Sentence, b: Sentence, sides: tuple[Side, Side], spread: Spread, shared: bool
) -> Iterator[tuple[Difference, bool]]:
    """Differences of title, each with whether they exclude one another.

    `shared`: whether the sentences have a figure or date in common.
    """
    for one, mine in a.names:
        for other, theirs in b.names:
            if mine.title is None or theirs.title is None or not one_person(one.name, other.name):
                continue
            ours, yours = sides[0].words_of(mine.title), sides[1].words_of(theirs.title)
            how = contradict(ours, yours)
            if how is None and ours[0].isupper() and yours[0].isupper() and differ(ours, yours):
                places = _whole(mine, a), _whole(theirs, b)
                likeness = like(*places, spread).by_statement(_SAME, shared, True)
                if likeness:
                    found = Difference("title", mine.title, theirs.title, "title-other", min(likeness, _OTHER))
                    yield found, False
                continue
            if how is None or (how == "words" and not _in_place(mine.title, theirs.title, a, b)):
                continue
            elsewhere = _uses(other, sides[1], ours) + _uses(one, sides[0], yours)
            confidence = _CONFIDENCE[how] * (1.0, _ONE, _BOTH)[elsewhere]
            found = Difference("title", mine.title, theirs.title, f"title-{how}", round(confidence, 2))
            yield found, how == "office"


def _whole(mention: Mention, sentence: Sentence) -> Slot:
    """A name with the title before it."""
    span = (mention.title or mention.span)[0], mention.span[1]
    return Slot(span, None, place(sentence, span))


def _in_place(mine: Span, theirs: Span, a: Sentence, b: Sentence) -> bool:
    """Whether the words beside both titles are the same, the name behind them and the word before."""
    left, right = frame(place(a, mine), place(b, theirs))
    return left > 0 and right > 0


def _uses(entity: Entity, side: Side, title: str) -> bool:
    """Whether a report gives a person somewhere a title that means the same."""
    for mention in entity.mentions[:_MOST]:
        own = side.words_of(mention.title) if mention.title else ""
        if offices(own) & offices(title) and contradict(own, title) is None:
            return True
    return False
