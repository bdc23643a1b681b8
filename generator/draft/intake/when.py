"""Words -> a day, where they say one beyond doubt."""

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = rf"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# Pages that are copied run the time into the year: March 4, 20258:15 AM.
_YEAR = r"\d{4}(?=\d{1,2}:\d\d|[A-Z]|\b)"
_DATE = re.compile(
    rf"\b(?P<y1>\d{{4}})-(?P<m1>\d{{1,2}})-(?P<d1>\d{{1,2}})(?!\d)"
    rf"|\b(?P<m2>{MONTH})\s(?P<d2>{_DAY}),?\s(?P<y2>{_YEAR})"
    rf"|\b(?P<d3>{_DAY})\s(?:of\s)?(?P<m3>{MONTH}),?\s(?P<y3>{_YEAR})"
    rf"|\b(?P<a>\d{{1,2}})[/.](?P<b>\d{{1,2}})[/.](?P<y4>\d{{4}})\b",
    re.I,
)
_IN_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:([/\-_])(\d{1,2}|[a-z]{3})\2(\d{1,2})(?!\d)|(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d))",
    re.I,
)


def iso(year: str | int, month: str | int, day: str | int) -> str | None:
    """YYYY-MM-DD, or None where there is no such day."""
    if isinstance(month, str):
        word = month.rstrip(".").lower()
        number = _MONTHS.get(word) or (int(word) if word.isascii() and word.isdigit() else 0)
    else:
        number = month
    try:
        return date(int(year), number, int(re.sub(r"\D", "", str(day)))).isoformat()
    except ValueError:
        return None


def day(text: str) -> tuple[str | None, tuple[int, int]] | None:
    """The first day in a text and where its words stand; None without one.

    The day itself is None where it may be two: 3/4/2020 is in April or in March.
    """
    match = _DATE.search(text)
    if not match:
        return None
    found = match.groupdict()
    if found["y1"]:
        told = iso(found["y1"], found["m1"], found["d1"])
    elif found["y2"]:
        told = iso(found["y2"], found["m2"], found["d2"])
    elif found["y3"]:
        told = iso(found["y3"], found["m3"], found["d3"])
    else:
        a, b = int(found["a"]), int(found["b"])
        told = None
        if a > 12 or a == b or b > 12:
            told = iso(found["y4"], b, a) if a > 12 or a == b else iso(found["y4"], a, b)
    return told, match.span()


def day_in_address(url: str) -> str | None:
    """The day that the path of an address seems to name."""
    for match in _IN_ADDRESS.finditer(url):
        told = iso(match[1], match[3], match[4]) if match[3] else iso(match[1], match[5], match[6])
        if told:
            return told
    return None
