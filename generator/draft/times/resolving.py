"""A date and the day of the report -> the days it can mean."""

import re
from calendar import monthrange
from datetime import date as Day
from datetime import timedelta

from generator.draft.marks import Date

Range = tuple[Day, Day]
_OFFSET = re.compile(r"(?P<sign>[+-]?)(?P<n>\d+(?:\.\d+)?|\?)(?P<unit>min|h|d|w|m|y)$")
_DAYS = {"min": 1 / 1440, "h": 1 / 24, "d": 1.0, "w": 7.0, "m": 30.44, "y": 365.25}
_SLACK = {"h": 1, "w": 4, "m": 16, "y": 190}
"""How many days the units are rounded by: 'two weeks ago' may be 12 days, 'two years ago' one and a half."""
_OPEN = {"min": (0, 1), "h": (0, 2), "d": (2, 14), "w": (10, 70), "m": (45, 600), "y": (500, 20000)}
"""How many days 'several days ago', 'weeks ago' can be."""


def resolve(date: Date, dateline: Day) -> Range | None:
    """The earliest and the latest day; None for times of day, seasons and times told from another event."""
    core, tilde, how = date.value.partition("~")
    how = how or tilde
    try:
        if "/" in core:
            first, last = (_core(part, how, date.rule, dateline) for part in core.split("/", 1))
            return (first[0], last[1]) if first and last and first[0] <= last[1] else None
        return _core(core, how, date.rule, dateline)
    except (ValueError, OverflowError):
        return None


def _core(core: str, how: str, rule: str, dateline: Day) -> Range | None:
    kind, _, rest = core.partition(":")
    if not rest:
        return _calendar(core, how, dateline)
    if kind == "weekday":
        return _weekday(int(rest), how, rule, dateline)
    if kind == "month":
        return _month(int(rest), how, dateline)
    if kind == "decade":
        return Day(int(rest), 1, 1), Day(int(rest) + 9, 12, 31)
    if kind == "century":
        return Day((int(rest) - 1) * 100 + 1, 1, 1), Day(int(rest) * 100, 12, 31)
    if kind == "weekend":
        saturday = dateline - timedelta(dateline.weekday()) + timedelta(5 + 7 * int(rest))
        return saturday - timedelta(8 if rest == "0" else 1), saturday + timedelta(1)
    if kind == "relative":
        return _relative(rest, how, rule, dateline)
    if kind == "past":
        return _relative(f"-{rest}", "", "", dateline, upto=True)
    return None


def _calendar(core: str, how: str, dateline: Day) -> Range | None:
    """'2019-01-03', '--01-03', '2016-09', '2016'."""
    if core.startswith("--"):
        month, day = int(core[2:4]), int(core[5:7])
        near = [Day(year, month, day) for year in _around(dateline) if day <= monthrange(year, month)[1]]
        best = min(near, key=lambda found: abs(found - dateline))
        return best, best
    parts = [int(part) for part in core.split("-")]
    if len(parts) == 3:
        return Day(*parts), Day(*parts)
    if len(parts) == 2:
        return _part_of(Day(parts[0], parts[1], 1), Day(parts[0], parts[1], monthrange(*parts)[1]), how)
    return Day(parts[0], 1, 1), Day(parts[0], 12, 31)


def _around(dateline: Day) -> tuple[int, ...]:
    return dateline.year, dateline.year - 1, dateline.year + 1


def _part_of(first: Day, last: Day, how: str) -> Range:
    """A month, cut to its beginning, middle or end, with some days to spare."""
    if how == "early":
        return first, first + timedelta(13)
    if how == "late":
        return last - timedelta(13), last
    return (first + timedelta(7), first + timedelta(23)) if how == "mid" else (first, last)


def _weekday(number: int, how: str, rule: str, dateline: Day) -> Range | None:
    """The last such day, the next one, or both with what lies between where the sentence does not tell."""
    if how == "each":
        return None
    past = dateline - timedelta((dateline.isoweekday() - number) % 7)
    coming = dateline + timedelta((number - dateline.isoweekday()) % 7)
    if how == "last":
        return past - timedelta(7), past if past < dateline else past - timedelta(7)
    if how == "next":
        return coming if coming > dateline else coming + timedelta(7), coming + timedelta(7)
    if past == coming or rule.endswith("-past"):
        return past, past
    return (coming, coming) if rule.endswith("-future") else (past, coming)


def _month(number: int, how: str, dateline: Day) -> Range:
    spans = [(Day(y, number, 1), Day(y, number, monthrange(y, number)[1])) for y in _around(dateline)]
    if how == "last":
        spans = [span for span in spans if span[1] < dateline]
    elif how == "next":
        spans = [span for span in spans if span[0] > dateline]
    first, last = min(spans, key=lambda span: min(abs(span[0] - dateline), abs(span[1] - dateline)))
    return _part_of(first, last, how)


def _relative(rest: str, how: str, rule: str, dateline: Day, upto: bool = False) -> Range | None:
    match = _OFFSET.match(rest)
    if match is None:
        return None
    sign, unit = -1 if match["sign"] == "-" else 1, match["unit"]
    if match["n"] == "?":
        near, far = _OPEN[unit]
        ends = dateline + timedelta(sign * near), dateline + timedelta(sign * far)
        return min(ends), max(ends)
    count = float(match["n"])
    if rule == "relative-calendar" and unit in "wmy":
        return _calendar_unit(int(sign * count), unit, dateline)
    middle, slack = sign * count * _DAYS[unit], _SLACK.get(unit, 0)
    if how == "~":
        slack += int(abs(middle) * 0.25) + 1
    first, last = dateline + timedelta(int(middle) - slack), dateline + timedelta(int(middle) + slack)
    return (min(first, last), dateline) if upto else (first, last)


def _calendar_unit(count: int, unit: str, dateline: Day) -> Range:
    """'last week', 'this month', 'next year'. Weeks begin on a Sunday for some and on a Monday for others."""
    if unit == "w":
        monday = dateline - timedelta(dateline.weekday()) + timedelta(7 * count)
        return monday - timedelta(1), monday + timedelta(6)
    if unit == "y":
        return Day(dateline.year + count, 1, 1), Day(dateline.year + count, 12, 31)
    months = dateline.year * 12 + dateline.month - 1 + count
    year, month = divmod(months, 12)
    return Day(year, month + 1, 1), Day(year, month + 1, monthrange(year, month + 1)[1])
