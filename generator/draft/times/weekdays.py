"""Weekdays, and whether the one before or the one after the report is meant."""

from generator.draft.counting import beside
from generator.draft.marks import Date
from generator.draft.text import Text
from generator.draft.times.names import PARTS_OF_DAY, WEEKDAY, capital, class_of

_LEADS = frozenset({"last", "next", "this", "early", "late"})
_SHOW = frozenset({"live", "football"})
_REACH = 9
"""So many words before a weekday may tell its tense."""


def at_weekday(text: Text, i: int) -> Date | None:
    """The date at word `i`, the name of a weekday; None in the name of an outlet or of a day with a name."""
    before = text.lower[i - 1] if beside(text, i - 1) else ""
    following = text.lower[i + 1] if beside(text, i) else ""
    if not capital(text, i) or _in_name(text, i, before, following):
        return None
    name = text.lower[i].removesuffix("'s")
    each = name not in WEEKDAY
    start, stop, how = text.starts[i], text.starts[i] + len(name), ""
    if following in PARTS_OF_DAY and stop == text.ends[i]:
        stop, how = text.ends[i + 1], following
    if before in _LEADS:
        start, how = text.starts[i - 1], how if before == "this" else before
    value = f"weekday:{WEEKDAY[name.removesuffix('s') if each else name]}"
    if each:
        return Date((start, stop), "weekday", f"{value}~each", "weekday-each", 0.9)
    return Date((start, stop), "weekday", f"{value}~{how}" if how else value, f"weekday{_tense(text, i)}", 0.97)


def _in_name(text: Text, i: int, before: str, following: str) -> bool:
    """Black Friday, the Sunday Times, the Mail on Sunday, Monday Night Football."""
    if before in class_of("no-day") or (before == "on" and text.lower[i - 2 : i - 1] in (["mail"], ["news"])):
        return True
    if following and capital(text, i + 1) and following.removesuffix("'s") in class_of("outlet"):
        return True
    return following in PARTS_OF_DAY and beside(text, i + 1) and text.lower[i + 2] in _SHOW


def _tense(text: Text, i: int) -> str:
    """'-past', '-future' or '' by the nearest word before that tells."""
    first = text.word_range(text.sentence_at(text.starts[i])[0], text.starts[i])[0]
    for word in reversed(text.lower[max(first, i - _REACH) : i]):
        if word in class_of("future"):
            return "-future"
        if word in class_of("past") or (word.endswith("ed") and len(word) > 4):
            return "-past"
    return ""
