"""Names of months, weekdays, seasons and units of time, and what tells a name from another word."""

from functools import lru_cache

from generator.draft.tables import table
from generator.draft.text import Text

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SHORT = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10}
MONTH = {name: number for number, name in enumerate(MONTHS, start=1)} | _SHORT | {"nov": 11, "dec": 12}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = {name: number for number, name in enumerate(WEEKDAYS, start=1)} | {"tues": 2, "weds": 3, "thurs": 4}
SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
_UNIT = {"minute": (1, "min"), "hour": (1, "h"), "day": (1, "d"), "week": (1, "w"), "fortnight": (2, "w")} | {
    "month": (1, "m"), "year": (1, "y"), "decade": (10, "y"), "century": (100, "y"), "centurie": (100, "y"),
}  # fmt: skip


@lru_cache(maxsize=32)
def class_of(name: str) -> frozenset[str]:
    """All words of a class of `time_words.txt`."""
    return frozenset(word for row in table("time_words") if row[0] == name for word in row[1].split())


def unit(word: str) -> tuple[int, str] | None:
    """A unit of time, in the singular or plural: 'weeks' -> (1, 'w'), 'decade' -> (10, 'y')."""
    return _UNIT.get(word) or _UNIT.get(word.removesuffix("s"))


def capital(text: Text, i: int) -> bool:
    """Whether word `i` begins with a capital letter."""
    return text.words[i][:1].isupper()


def begins(text: Text, i: int) -> bool:
    """Whether word `i` is the first of its sentence, but for marks before it."""
    start = text.starts[i]
    first = text.sentence_at(start)[0]
    return start - first < 6 and not text.text[first:start].strip("\"'“‘([ ")
