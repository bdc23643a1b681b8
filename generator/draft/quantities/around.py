"""Words around an amount that leave it open: 'about', 'more than', 'or so'."""

import re

from generator.draft.marks import Span
from generator.draft.quantities.words import words
from generator.draft.text import Text

_BEFORE = re.compile(
    r"(?<![\w-])(?P<way>(?:(?:just|well|slightly|far|significantly|a\slittle|a\sbit|possibly|perhaps|up\sto)\s)?"
    r"(?:about|around|approximately|roughly|nearly|almost|some|an\sestimated|estimated|more\sthan|less\sthan"
    r"|fewer\sthan|greater\sthan|higher\sthan|lower\sthan|over|under|above|below|at\sleast|at\smost|up\sto"
    r"|as\smany\sas|as\smuch\sas|as\sfew\sas|as\slittle\sas|no\smore\sthan|no\sless\sthan|no\sfewer\sthan"
    r"|not\smore\sthan|close\sto|upwards?\sof|in\sexcess\sof|virtually|circa|somewhere\saround|an?\saverage\sof"
    r"|a\sminimum\sof|a\smaximum\sof|a\stotal\sof\s(?:about|around|nearly|almost|more\sthan))|~)\s?(?:an?\s)?$",
    re.IGNORECASE,
)
AFTER = re.compile(r"\s(?:or\s(?:so|more|fewer|less)|odd|plus)\b|-(?:odd|plus)\b|\+", re.IGNORECASE)
_TIME = frozenset({"year", "month", "week", "day", "hour", "minute", "decade", "night", "season", "century"})
_REACH = 40


def approximate(text: Text, start: int, end: int, value: float, unit: str) -> Span | None:
    """The span of the words that make the amount between `start` and `end` approximate, if any."""
    source = text.text
    tail = AFTER.match(source, end)
    if source[start - 1 : start] in (" ", "~", "\n", "\u00a0"):
        head = source[max(0, start - _REACH) : start]
        found = _BEFORE.search(head)
        if found and "\n\n" not in found[0]:
            way = found["way"].lower()
            begin = start - len(head) + found.start()
            if not _other(text, begin, way, value, unit):
                return begin, begin + len(found["way"].rstrip())
    return tail.span() if tail else None


def _other(text: Text, begin: int, way: str, value: float, unit: str) -> bool:
    """Whether the words mean something else here: over three days, a film about two brothers."""
    if way in ("over", "under", "above", "below"):
        i = text.word_range(begin, begin)[0] - 1
        before = text.lower[i] if i >= 0 else ""
        if way == "over" and (unit in _TIME and value < 20):
            return before not in ("just", "well", "for", "lasted", "took", "than", "spent", "of")
        return before in ("the", "presided", "took", "all", "go", "went", "going", "rule", "ruled")
    if way == "up to":
        i = text.word_range(begin, begin)[0] - 1
        return i >= 0 and text.lower[i] in words("gone")
    if way in ("about", "around") and value <= 20:
        i = text.word_range(begin, begin)[0] - 1
        return i >= 0 and text.lower[i] in words("topic")
    return False
