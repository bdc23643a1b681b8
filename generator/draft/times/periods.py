"""Weeks, months, years, seasons and weekends by their names: 'last week', 'this summer', 'the following day'."""

import re

from generator.draft.counting import beside
from generator.draft.marks import Date
from generator.draft.text import Text
from generator.draft.times.names import PARTS_OF_DAY, SEASONS, capital, class_of, unit

_WAY = {"last": -1, "next": 1, "this": 0}
WAYS = frozenset(_WAY) | {"past", "previous", "following", "coming"}
_YEAR = re.compile(r"(?: of)? ((?:19|20)\d\d)\b")
_HOW = frozenset({"early", "late", "earlier", "later"})


def at_way(text: Text, i: int) -> Date | None:
    """'last week', 'earlier this year', 'the following day' at the word `i` that says which."""
    if not beside(text, i):
        return None
    way, noun = text.lower[i], text.lower[i + 1].removesuffix("'s")
    before = text.lower[i - 1] if beside(text, i - 1) else ""
    stop = text.starts[i + 1] + len(noun)
    if before in class_of("owner") and way != "this":
        behind = text.lower[i + 2] if beside(text, i + 1) else ""
        return _the(way, noun, (text.starts[i - 1], stop)) if before == "the" and behind != "of" else None
    if way not in _WAY or (capital(text, i) and capital(text, i + 1)):
        return None  # a programme: This Week, Last Night
    start, how = (text.starts[i - 1], f"~{before}") if before in _HOW else (text.starts[i], "")
    if noun == "fall" and beside(text, i + 1) and text.lower[i + 2] in ("in", "from", "into"):
        return None
    return _named(way, noun, (start, stop), how)


def _named(way: str, noun: str, span: tuple[int, int], how: str) -> Date | None:
    if noun in PARTS_OF_DAY and way != "next":
        return Date(span, "relative", f"relative:{'-1d' if way == 'last' else '0d'}~{noun}", "relative-part", 0.96)
    if noun in SEASONS:
        return Date(span, "period", f"season:{_season(noun)}~{way}", "season", 0.92)
    if noun == "weekend":
        return Date(span, "relative", f"weekend:{_WAY[way]}", "weekend", 0.94)
    measure = unit(noun) if not noun.endswith("s") else None
    if measure is None or noun in ("minute", "hour", "day", "fortnight"):
        return None
    amount = _WAY[way] * measure[0]
    value = f"relative:{amount:+d}{measure[1]}" if amount else f"relative:0{measure[1]}"
    return Date(span, "relative", value + how, "relative-calendar", 0.95)


def _the(way: str, noun: str, span: tuple[int, int]) -> Date | None:
    """'the past week', 'the next year' are told from the report, 'the following day' from another time."""
    measure = unit(noun) if not noun.endswith("s") else None
    if measure is None or noun in ("minute", "hour"):
        return None
    value = f"{measure[0]}{measure[1]}"
    if way in ("following", "previous") or (way, noun) == ("next", "day"):
        return Date(
            span, "relative", f"{'before' if way == 'previous' else 'after'}:{value}", "relative-other", 0.9
        )
    return Date(span, "period", f"{'past' if way in ('last', 'past') else 'next'}:{value}", "period-the", 0.87)


def at_season(text: Text, i: int) -> Date | None:
    """'in the summer of 2015', 'in spring' at the word `i` for the season."""
    word, stop = text.lower[i], text.ends[i]
    if year := _YEAR.match(text.text, stop):
        return Date((text.starts[i], year.end()), "period", f"{year[1]}~{_season(word)}", "season-year", 0.95)
    before = text.lower[max(0, i - 2) : i]
    if word != "fall" and (before[-1:] == ["in"] or before == ["in", "the"]) and not capital(text, i):
        return Date((text.starts[i], stop), "period", f"season:{word}", "season-in", 0.85)
    return None


def at_weekend(text: Text, i: int) -> Date | None:
    """'over the weekend' at the word `i`."""
    before = text.lower[max(0, i - 2) : i]
    if before in (["over", "the"], ["at", "the"]):
        return Date((text.starts[i - 1], text.ends[i]), "relative", "weekend:0~", "weekend", 0.85)
    return None


def _season(word: str) -> str:
    return "autumn" if word == "fall" else word
