"""Times told from the day of the report, or from another time of the story, with a count: 'two weeks ago'."""

from generator.draft.counting import beside, simple
from generator.draft.marks import Date
from generator.draft.text import Text
from generator.draft.times.names import PARTS_OF_DAY, begins, capital, class_of, unit

_DAYS = {"today": "0d", "yesterday": "-1d", "tomorrow": "+1d", "tonight": "0d~night"}
DAYS = frozenset(_DAYS)
_HEAPS = frozenset({"dozens", "scores", "hundreds", "thousands", "tens"})
_NOT_THEN = frozenset({"this", "than", "in", "on"})
"""Behind 'later' and 'earlier', these begin another phrase: 'earlier this week'."""


def at_day(text: Text, i: int) -> Date | None:
    """'yesterday', 'today', 'tomorrow morning', 'earlier today' at word `i`; not the Today programme."""
    word = text.lower[i].removesuffix("'s")
    start, stop = text.starts[i], text.starts[i] + len(word)
    before = text.lower[i - 1] if beside(text, i - 1) else ""
    following = text.lower[i + 1] if beside(text, i) else ""
    if capital(text, i) and (before in class_of("not-today") or (word == "today" and not begins(text, i))):
        return None
    value = f"relative:{_DAYS[word]}"
    if following in PARTS_OF_DAY and stop == text.ends[i]:
        stop, value = text.ends[i + 1], f"{value}~{following}"
    elif before in ("earlier", "later"):
        start, value = text.starts[i - 1], f"{value}~{before}"
    return Date((start, stop), "relative", value, "relative-day", 0.97 if word != "today" else 0.9)


def at_count(text: Text, i: int) -> Date | None:
    """'nearly two weeks ago', 'a year later', 'days earlier': the count and the unit before word `i`."""
    word = text.lower[i]
    if word != "ago" and beside(text, i) and text.lower[i + 1] in _NOT_THEN:
        return None
    measure = unit(text.lower[i - 1]) if beside(text, i - 1) else None
    count = _count(text, i - 2, text.lower[i - 1].endswith("s")) if measure else None
    if measure is None or count is None:
        return None
    amount, j = count
    loose = amount is None
    k = j - 1
    if beside(text, k) and text.lower[k] in class_of("loose"):
        exact = text.lower[k] in class_of("exact")
        if (
            beside(text, k - 1)
            and text.lower[k - 1] in class_of("loose-first")
            and text.lower[k] not in ("about", "around")
        ):
            k, exact = k - 1, False
        if text.lower[k] not in ("than", "least"):
            j, loose = k, loose or not exact
    head = {"ago": "relative:-", "later": "after:", "earlier": "before:"}[word]
    number = "?" if amount is None else f"{amount * measure[0]:g}"
    rule, sure = ("relative-ago", 0.96) if word == "ago" else ("relative-other", 0.9)
    value = f"{head}{number}{measure[1]}{'~' if loose else ''}"
    return Date((text.starts[j], text.ends[i]), "relative", value, rule, sure)


def _count(text: Text, j: int, plural: bool) -> tuple[float | None, int] | None:
    """The count that ends at word `j` (None where it is open) with its first word; None where there is none."""
    word, lower = text.lower[j] if beside(text, j) else "", text.lower
    before = lower[j - 1] if beside(text, j - 1) else ""
    if word.isdecimal() and len(word) < 4:
        return float(word), j
    if (value := simple(word)) is not None:
        return value, j
    if word in ("a", "an"):
        return 1.0, j
    if word == "half" and before == "a":
        return None  # a year and a half ago
    if word in class_of("open"):
        return None, j - 1 if before == "a" else j
    if word == "of" and (before in _HEAPS or before == "couple"):
        a_couple = before == "couple" and beside(text, j - 2) and lower[j - 2] == "a"
        return None, j - 2 if a_couple else j - 1
    return (None, j + 1) if plural else None
