"""Days that have a name, and noon and midnight."""

import re

from generator.draft.marks import Date
from generator.draft.text import Text

_NAMED = (
    (re.compile(r"Christmas Eve\b"), "christmas", "--12-24"),
    (re.compile(r"Christmas Day\b"), "christmas", "--12-25"),
    (re.compile(r"Boxing Day\b"), "boxing", "--12-26"),
    (re.compile(r"New Year[’']s Eve\b"), "eve", "--12-31"),
    (re.compile(r"Valentine[’']s Day\b"), "valentine's", "--02-14"),
    (re.compile(r"(?:the )?(?:Fourth|4th) of July\b"), "july", "--07-04"),
)
_CLOCK = {"noon": "clock:12:00", "midday": "clock:12:00", "midnight": "clock:00:00"}
_REACH = 16


def at_feast(text: Text, i: int) -> Date | None:
    """The named day or time that word `i` belongs to."""
    word = text.lower[i]
    if word in _CLOCK:
        before = text.lower[i - 1] if i else ""
        sure = 0.93 if before in ("at", "by", "until", "before", "after", "around", "about", "to", "from") else 0.7
        return Date((text.starts[i], text.ends[i]), "clock", _CLOCK[word], "clock-word", sure)
    start = text.starts[i]
    for pattern, key, value in _NAMED:
        if key == word:
            match = pattern.search(text.text, max(0, start - _REACH), start + _REACH)
            if match and match.start() <= start < match.end():
                return Date(match.span(), "day", value, "day-named", 0.97)
    return None
