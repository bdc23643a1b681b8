"""Aligned sentences -> the same person under titles that mean different offices."""

from collections.abc import Iterator

from generator.draft.compared import Difference
from generator.draft.comparison.context import frame, place
from generator.draft.comparison.forms import one_person
from generator.draft.comparison.side import Sentence, Side
from generator.draft.comparison.titles import contradict, offices
from generator.draft.marks import Entity, Span

_CONFIDENCE = {"office": 0.88, "rank": 0.6, "words": 0.6}
_MOST = 200
"""Mentions of a person that are looked at."""
_BOTH = 0.5
"""Where each report uses the other's title elsewhere, both know two offices of the person."""
_ONE = 0.9
"""Where one of them does, it is most often the odd title that stands here."""


def titles(a: Sentence, b: Sentence, sides: tuple[Side, Side]) -> Iterator[tuple[Difference, bool]]:
    """Differences of title, each with whether they exclude one another."""
    for one, mine in a.names:
        for other, theirs in b.names:
            if mine.title is None or theirs.title is None or not one_person(one.name, other.name):
                continue
            ours, yours = sides[0].words_of(mine.title), sides[1].words_of(theirs.title)
            how = contradict(ours, yours)
            if how is None or (how == "words" and not _in_place(mine.title, theirs.title, a, b)):
                continue
            elsewhere = _uses(other, sides[1], ours) + _uses(one, sides[0], yours)
            confidence = _CONFIDENCE[how] * (1.0, _ONE, _BOTH)[elsewhere]
            found = Difference("title", mine.title, theirs.title, f"title-{how}", round(confidence, 2))
            yield found, how == "office"


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
