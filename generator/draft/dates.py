"""Text -> dates: days, weekdays, months, years, times of day, and times told from the day of the report.

A `value` has a core that two reports must share, and may have a `~` and words behind it that only narrow or
loosen it, so that 'weekday:4' and 'weekday:4~night' do not disagree. Cores: `2019-01-03`, `--01-03` (no year),
`weekday:4` (Thursday), `month:9`, `2016-09`, `2016`, `decade:1990`, `century:19`, `clock:09:00`,
`relative:-2w` (d, w, m, y, h, min; `?` for an open number), `weekend:-1`, `season:summer`, `after:1d`,
`before:1d`, `past:1w`, `next:1w`, and two cores with `/` between them for a stretch of time.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache

from generator.draft.marks import Date
from generator.draft.text import Text
from generator.draft.times.clock import at_digits, at_hour
from generator.draft.times.feasts import at_feast
from generator.draft.times.months import at_month
from generator.draft.times.names import MONTH, MONTHS, SEASONS, WEEKDAY, WEEKDAYS
from generator.draft.times.periods import WAYS, at_season, at_way, at_weekend
from generator.draft.times.relative import DAYS, at_count, at_day
from generator.draft.times.resolving import resolve
from generator.draft.times.weekdays import at_weekday

__all__ = ["dates", "resolve"]

_Reader = Callable[[Text, int], Date | None]


def _readers() -> dict[str, tuple[_Reader, ...]]:
    """Word in lower case -> what may begin, end or stand around it."""
    out: dict[str, tuple[_Reader, ...]] = {}

    def add(reader: _Reader, *words: Iterable[str]) -> None:
        for group in words:
            for word in group:
                out[word] = (*out.get(word, ()), reader)

    add(at_feast, ("christmas", "eve", "boxing", "valentine's", "july", "noon", "midnight", "midday"))
    add(at_month, MONTH, (f"{m}'s" for m in MONTHS), (f"mid-{m}" for m in MONTHS))
    add(at_weekday, WEEKDAY, (f"{d}'s" for d in WEEKDAYS), (f"{d}s" for d in WEEKDAYS))
    add(at_hour, ("half", "quarter", "five", "ten", "twenty", "twenty-five", "o'clock"))
    add(at_day, DAYS, (f"{day}'s" for day in DAYS))
    add(at_count, ("ago", "later", "earlier"))
    add(at_way, WAYS)
    add(at_season, SEASONS)
    add(at_weekend, ("weekend",))
    return out


_READERS = _readers()


def dates(text: Text) -> list[Date]:
    """In the order of the text; no two overlap."""
    return list(_dates(text))


@lru_cache(maxsize=2)
def _dates(text: Text) -> tuple[Date, ...]:
    """Kept for the text at hand, since numbers are looked for beside the dates."""
    found = list(at_digits(text))
    for i, word in enumerate(text.lower):
        for reader in _READERS.get(word, ()):
            date = reader(text, i)
            if date is not None:
                found.append(date)
                break
    out: list[Date] = []
    for date in sorted(found, key=lambda d: (d.span[0], -d.span[1])):
        if not out or date.span[0] >= out[-1].span[1]:
            out.append(date)
        elif date.span[1] - date.span[0] > out[-1].span[1] - out[-1].span[0]:
            out[-1] = date
    return tuple(out)
