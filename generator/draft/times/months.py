"""Months with their days and years, and dates in digits alone."""

import re

from generator.draft.counting import beside
from generator.draft.marks import Date
from generator.draft.text import Text
from generator.draft.times.names import MONTH, begins, capital, class_of

_END = r"(?![\w%:]|[.,]\d)"
_DAY_BEFORE = re.compile(
    r"(?<![\w.,$£€/:\-–])(?:(?P<from>[0-3]?\d)(?:st|nd|rd|th)?(?P<join>\s?[-–]\s?|\sto\s|\sand\s))?"
    r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s(?:of\s)?$"
)
_DAY_AFTER = re.compile(
    rf"(?P<one>\.?\s(?:the\s)?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?{_END})"
    rf"(?:(?:\s?[-–]\s?|\sto\s)(?P<to>[0-3]?\d)(?:st|nd|rd|th)?{_END})?"
)
_CROWD = re.compile(r"\s(?:[a-z]+s|people|men|women|children)\b")
_YEAR_AFTER = re.compile(r"\.?,?\s(?:of\s)?(?P<year>(?:1[5-9]|20)\d\d)(?![\w%]|[,.]\d)")
_WEEKDAY_BEFORE = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thu|Thurs|Fri|Sat|Sun)\.?),?\s(?:the\s)?$"
)
_NUMERIC = re.compile(
    r"(?<![\w./:$£€\-])(?:(?P<iso>\d{4}-[01]\d-[0-3]\d)"
    r"|(?P<a>[0-3]?\d)(?P<by>[/.\-])(?P<b>[0-3]?\d)(?P=by)(?P<year>(?:19|20)\d\d))(?!\w|[/:.\-]\d)"
)
_HOW = re.compile(r"\b(early|late|mid|last|next|this)(?:\s(?:in|on)(?:\sthe)?)?[\s-]$", re.IGNORECASE)
_LAST_WORD = re.compile(r"(\w+)[\s-]$")
_REACH = 24
_FULL = frozenset({"may", "june", "july"})
"""Names so short that they could be taken for short forms, which a full stop may follow."""


def at_month(text: Text, i: int) -> Date | None:
    """The date around word `i`, the name of a month."""
    name = text.lower[i].removesuffix("'s")
    mid = name.startswith("mid-")
    name = name.removeprefix("mid-")
    shouted = text.words[i].isupper() and len(text.words[i]) == 3 and name != "may"
    if not (capital(text, i) or mid) or shouted:
        return None
    source, start, month = text.text, text.starts[i], MONTH[name]
    stop = start + len(name) + 4 * mid
    short = len(name) < 5 and name not in _FULL
    end = stop + 1 if short and source.startswith(".", stop) else stop
    before = source[max(0, start - _REACH) : start].replace("\n", " ")
    return (
        _day_before(text, start, stop, end, month, before)
        or _day_after(text, start, stop, month, before)
        or _with_year(source, start, stop, month, before)
        or (_bare(text, i, name, (start, end), month, before, mid) if not short or end > stop else None)
    )


def _day_before(text: Text, start: int, stop: int, end: int, month: int, before: str) -> Date | None:
    """'3 January', '3rd of January', '3-5 January'; not: of the 19 Sept. 11 hijackers."""
    day = _DAY_BEFORE.search(before)
    if day is None or not 1 <= int(day["day"]) <= 31 or (end > stop and _DAY_AFTER.match(text.text, stop)):
        return None
    both = day["from"] and day["join"].strip() != "and" and int(day["from"]) < int(day["day"])
    begin = start - len(before) + (day.start() if both else day.start("day"))
    return _day(text, begin, stop, end, month, int(day["day"]), int(day["from"]) if both else None)


def _day_after(text: Text, start: int, stop: int, month: int, before: str) -> Date | None:
    """'January 3', 'Jan. 3-5'; not: in March 12 people."""
    day = _DAY_AFTER.match(text.text, stop)
    if day is None or not 1 <= int(day["day"]) <= 31:
        return None
    if before.lower().endswith("in ") and _CROWD.match(text.text, day.end()):
        return None
    first, last = int(day["day"]), int(day["to"] or 0)
    if first < last <= 31:
        return _day(text, start, day.end(), day.end(), month, last, first)
    end = day.end("one")
    return _day(text, start, end, end, month, first, None)


def _day(text: Text, begin: int, stop: int, end: int, month: int, number: int, first: int | None) -> Date:
    """A day of a month; a weekday before it and a year behind it belong to it."""
    before = text.text[max(0, begin - 16) : begin].replace("\n", " ")
    if weekday := _WEEKDAY_BEFORE.search(before):
        begin -= len(before) - weekday.start()
    year = _YEAR_AFTER.match(text.text, stop)
    head = year["year"] if year else "-"
    value, span = f"{head}-{month:02d}-{number:02d}", (begin, year.end() if year else end)
    if first:
        return Date(span, "period", f"{head}-{month:02d}-{first:02d}/{value}", "days", 0.95)
    return Date(span, "day", value, "day-month-year" if year else "day-month", 0.98)


def _with_year(source: str, start: int, stop: int, month: int, before: str) -> Date | None:
    """'September 2016'."""
    year = _YEAR_AFTER.match(source, stop)
    if year is None:
        return None
    begin, how = _led(before, start)
    return Date((begin, year.end()), "month", f"{year['year']}-{month:02d}{how}", "month-year", 0.97)


def _led(before: str, start: int) -> tuple[int, str]:
    """Where 'early', 'last' and the like begin, and what they add to the value."""
    lead = _HOW.search(before)
    return (start - (len(before) - lead.start()), f"~{lead[1].lower()}") if lead else (start, "")


def _bare(text: Text, i: int, name: str, span: tuple[int, int], month: int, before: str, mid: bool) -> Date | None:
    """A month that has neither day nor year: 'in September', 'the May election'."""
    word = _LAST_WORD.search(before)
    led = word is not None and word[1].lower() in class_of("leads")
    sure = mid or (word is not None and led and word[1].lower() not in class_of("not-telling"))
    following = text.lower[i + 1] if beside(text, i) else ""
    if name in class_of("may-be-else") and not (sure or following in class_of("meets")):
        return None
    named = beside(text, i) and capital(text, i + 1) and (name in class_of("may-be-else") or name == "july")
    if (named and not sure) or (
        not led and beside(text, i - 1) and capital(text, i - 1) and not begins(text, i - 1)
    ):
        return None  # June Carter, Black September
    begin, how = _led(before, span[0])
    value = f"month:{month}{'~mid' if mid else how}"
    return Date((begin, span[1]), "month", value, "month", 0.96 if sure else 0.88)


def numeric(source: str, place: int) -> Date | None:
    """'2019-03-04', '14/3/2019'; where day and month could change places, the value is as written."""
    match = _NUMERIC.match(source, place)
    if match is None:
        return None
    if match["iso"]:
        return Date(match.span(), "day", match["iso"], "day-iso", 0.97)
    a, b, year = int(match["a"]), int(match["b"]), match["year"]
    day, month = max(a, b), min(a, b)
    if 1 <= month <= 12 and (day > 12 or a == b):
        return Date(match.span(), "day", f"{year}-{month:02d}-{day:02d}", "day-numeric", 0.95)
    return Date(match.span(), "day", f"numeric:{a}/{b}/{year}", "day-either", 0.7)
