"""Times as they are written -> what they say, and whether two of them can be one."""

import datetime
import re
from dataclasses import dataclass, replace

_CALENDAR = re.compile(r"(?:(\d{4})|-)-?(\d\d)?(?:-(\d\d))?$")
_RELATIVE = re.compile(r"relative:([+-]?)(\d+(?:\.\d+)?|\?)(d|w|m|y|h|min)$")
_DAYS = {"d": 1.0, "w": 7.0, "m": 30.0, "y": 365.0, "h": 1 / 24, "min": 1 / 1440}
_OPEN = 2.0
"""The least that 'several' or 'some' of a unit mean."""
_NEAR = 1.4
"""'Six weeks ago' and 'two months ago' may be one time: times exclude one another from this ratio on."""
_FAR = 7.0
"""Days from which 'ago' means the same in reports of different days."""


@dataclass(frozen=True, slots=True)
class When:
    """A time in the forms that can be compared, each None where not known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    clock: str | None = None
    ago: tuple[float, float] | None = None
    """Least and most days from the day of the report, negative for the past."""
    core: str = ""
    """As it was read: two times with one core are one."""

    @property
    def grain(self) -> str:
        """What kind of time it is: only times of one grain are held against one another, no day against a year."""
        if self.clock is not None:
            return "clock"
        if self.day is not None or self.weekday is not None:
            return "day"
        if self.month is not None:
            return "month"
        if self.year is not None:
            return "year"
        return "ago" if self.ago is not None else "stretch" if "/" in self.core else self.core.partition(":")[0]


def when(value: str, dateline: datetime.date | None) -> When:
    """A date's value -> what it says; stretches of time and the like have a core and no more."""
    core, _, more = value.partition("~")
    return replace(_read(core, more, dateline), core=core)


def _read(core: str, more: str, dateline: datetime.date | None) -> When:
    if "/" in core:
        return When()
    if core.startswith("weekday:"):
        weekday = int(core[8:]) if core[8:].isdigit() else None
        if weekday is None:
            return When()
        if dateline is None or "next" in more:
            return When(weekday=weekday)
        day = dateline - datetime.timedelta(days=(dateline.isoweekday() - weekday) % 7)
        return When(day.year, day.month, day.day, weekday)
    if core.startswith("month:"):
        return When(month=int(core[6:])) if core[6:].isdigit() else When()
    if core.startswith("clock:"):
        return When(clock=core[6:])
    if match := _RELATIVE.match(core):
        return _ago(match, dateline)
    if core.startswith("--"):
        core = "-" + core[1:]
    match = _CALENDAR.match(core)
    if match is None:
        return When()
    year, month, day_ = (int(part) if part else None for part in match.groups())
    return When(year, month, day_, _weekday(year, month, day_))


def _weekday(year: int | None, month: int | None, day: int | None) -> int | None:
    if year is None or month is None or day is None:
        return None
    try:
        return datetime.date(year, month, day).isoweekday()
    except ValueError:
        return None


def _ago(match: re.Match[str], dateline: datetime.date | None) -> When:
    sign = -1.0 if match[1] == "-" else 1.0
    unit = _DAYS[match[3]]
    if match[2] == "?":
        return When(ago=(sign * _OPEN * unit, sign * 11 * unit))
    days = sign * float(match[2]) * unit
    if dateline is not None and match[3] == "d":
        day = dateline + datetime.timedelta(days=round(days))
        return When(day.year, day.month, day.day, day.isoweekday(), ago=(days, days))
    return When(ago=(days, days))


def exclude(one: When, other: When) -> bool:
    """Whether both times cannot be one."""
    for x, y in ((one.year, other.year), (one.month, other.month), (one.day, other.day)):
        if x is not None and y is not None and x != y:
            return True
    if one.weekday is not None and other.weekday is not None:
        return one.weekday != other.weekday
    if one.clock is not None and other.clock is not None:
        return one.clock != other.clock and not _half_a_day(one.clock, other.clock)
    if one.ago is not None and other.ago is not None:
        return _apart(one.ago, other.ago)
    return one.grain == other.grain == "stretch" and one.core != other.core


def _half_a_day(one: str, other: str) -> bool:
    """Whether they are one time in the reckoning by twelve hours: '5:30' may be 17:30."""
    hours = [text.split(":") for text in (one, other)]
    try:
        return int(hours[0][0]) % 12 == int(hours[1][0]) % 12 and hours[0][1:] == hours[1][1:]
    except ValueError:
        return False


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    if one[0] * other[0] <= 0:
        return one[0] * other[0] < 0
    a, b = sorted(map(abs, one)), sorted(map(abs, other))
    if min(a[1], b[1]) < _FAR:
        return False
    return a[1] * _NEAR < b[0] or b[1] * _NEAR < a[0]


def may_be_one(one: When, other: When) -> bool:
    """Whether both may be one time, told to the same or another grain."""
    if one.core == other.core:
        return True
    fields = ("year", "month", "day", "weekday", "clock")
    known = any(None not in (getattr(one, name), getattr(other, name)) for name in fields)
    return known and not exclude(one, other)
