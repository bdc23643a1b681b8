"""Times of day and years, which begin with a digit; decades and centuries; times of day in words."""

import re
from collections.abc import Iterator

from generator.draft.counting import UNITS, digits
from generator.draft.marks import Date
from generator.draft.text import Text
from generator.draft.times.months import numeric

_FREE = r"(?<![\w.:/$£€,#\-–])"
_HALF = r"[ap]\.?\s?m\b\.?"
_CLOCK = re.compile(
    _FREE + rf"(?P<h>\d{{1,2}})(?:[:.]\s?(?P<m>[0-5]\d))?\s?(?P<half>{_HALF})?"
    rf"(?:\s?(?:-|–|to)\s?(?P<h1>\d{{1,2}})(?:[:.](?P<m1>[0-5]\d))?\s?(?P<half1>{_HALF}))?",
    re.IGNORECASE,
)
_DAY_CLOCK = re.compile(_FREE + r"(?P<h>[01]?\d|2[0-3])(?P<by>:\s|[:.])(?P<m>[0-5]\d)(?![\w%:/]|[.,\-–]\d)")
_ZONE = re.compile(r"\s?(?:GMT|BST|UTC|CET|CEST|EST|EDT|ET|PST|PDT|PT|CST|CDT|CT|hours|hrs|local)\b")
_AT = re.compile(
    r"\b(?:at|by|until|till|from|around|about|before|after|since|between|to|and|approximately|just)\s$",
    re.IGNORECASE,
)
_BARE = re.compile(_FREE + r"(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)\s?(?:GMT|BST|UTC|CET|EST|EDT|hours|hrs)\b")
_HOURS = {word: int(value) for word, value in UNITS.items() if 0 < value < 13}
_HOUR = "|".join(_HOURS)
_PAST = re.compile(
    rf"(?P<at>half|quarter|five|ten|twenty|twenty-five) (?P<way>past|to|after) (?P<h>{_HOUR})\b"
    r"(?! [a-z]+s\b| (?:of|per)\b)",
    re.IGNORECASE,
)
_SHARP = re.compile(rf"\b(?P<h>{_HOUR}|\d{{1,2}})\s$", re.IGNORECASE)
_STEPS = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
_YEAR = re.compile(
    r"(?<![\w.,$£€/#:@&=+\-–—])(?P<a>1[0-9]\d\d|20\d\d|21\d\d)"
    r"(?:(?P<s>[’']?s\b)|(?P<by>-|–|/|\sto\s)(?P<b>(?:1[5-9]|20)?\d\d)(?!\w|[-/.,]\d))?(?![\w%$£€]|[.,:]\d|-\w)"
)
_SHORT_DECADE = re.compile(r"(?<=[’‘'])(?<!\w[’‘'])(?P<d>[0-9]0)s\b")
_CENTURY = re.compile(r"(?<!\w)(?P<n>\d\d?)(?:st|nd|rd|th)[\s-]century\b", re.IGNORECASE)
_YEAR_LEAD = re.compile(
    r"\b(?:in|since|by|until|till|from|during|before|after|early|late|mid|through|fiscal|year|circa|of|the|a|an|and"
    r"|to|to the|spring|summer|autumn|fall|winter|between|around|back in|its|his|her|their|class of)[\s-]$",
    re.IGNORECASE,
)
_STRONG_LEAD = re.compile(
    r"\b(?:in|since|by|until|till|during|fiscal|year|spring|summer|autumn|fall|winter|early|late|mid)[\s-]$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s(?:[a-z]+[\s-]){0,2}(?:[a-z]*[a-rt-z]s|people|men|women|children|troops|percent)\b")
_DOWN_TO = re.compile(
    r"\s(?:and|or|to|of|was|is|were|are|when|after|before|as|for|by|in|on|at|with|has|had|that|but|until|because|while"
    r"|since|under|from|through|during|would|will|the|who|which|it|he|she|they)\b"
)


def at_digits(text: Text) -> Iterator[Date]:
    """All dates that begin with a digit: '9 a.m.', '14:30', '2016', '2019-03-04', 'the 19th century'."""
    source = text.text
    for place in digits(text):
        for read in (numeric, _half_day, _day, _bare, _year, _century):
            found = read(source, place)
            if found is not None:
                yield found
                break


def _half_day(source: str, place: int) -> Date | None:
    """'9 a.m.', '9.30pm', '7 to 9 p.m.'."""
    match = _CLOCK.match(source, place)
    if match is None or not (match["half"] or match["half1"]):
        return None
    first = _clock(match["h"], match["m"], match["half"] or match["half1"])
    end = match.end("half1") if match["half1"] else match.end("half")
    half = match["half1"] or match["half"]
    end -= half.endswith(".") and half.count(".") < 2
    if first is None:
        return None
    if match["half1"]:
        last = _clock(match["h1"], match["m1"], match["half1"])
        return Date((place, end), "period", f"{first}/{last}", "clock-range", 0.95) if last else None
    return Date((place, end), "clock", first, "clock-half-day", 0.98)


def _clock(hour: str, minute: str | None, half: str) -> str | None:
    h = int(hour)
    return f"clock:{h % 12 + 12 * (half[0] in 'pP'):02d}:{int(minute or 0):02d}" if 0 < h < 13 else None


def _day(source: str, place: int) -> Date | None:
    """'14:30', '10.15 GMT'; '~' where morning and afternoon are both possible."""
    match = _DAY_CLOCK.match(source, place)
    if match is None:
        return None
    led = _AT.search(source[max(0, place - 16) : place])
    zone = _ZONE.match(source, match.end())
    if (match["by"] == "." and not zone) or (match["by"] == ": " and not led):
        return None
    if source[max(0, place - 2) : place][:1].isalpha() and not (led or zone):
        return None  # chapter and verse: John 3:16
    end = zone.end() if zone else match.end()
    loose = "" if zone or int(match["h"]) > 12 or match["h"].startswith("0") else "~"
    value = f"clock:{int(match['h']):02d}:{match['m']}{loose}"
    return Date((place, end), "clock", value, "clock-24", 0.95 if led or zone else 0.75)


def _bare(source: str, place: int) -> Date | None:
    """'0900 GMT'."""
    match = _BARE.match(source, place)
    return (
        Date(match.span(), "clock", f"clock:{match['h']}:{match['m']}", "clock-military", 0.95) if match else None
    )


def at_hour(text: Text, i: int) -> Date | None:
    """'ten past four', 'half past five', 'nine o'clock' at word `i`, in which half of the day is open."""
    source, start = text.text, text.starts[i]
    if text.lower[i] == "o'clock":
        sharp = _SHARP.search(source, max(0, start - 8), start)
        if sharp is None:
            return None
        hour = _HOURS.get(sharp["h"].lower()) or int(sharp["h"])
        return Date((sharp.start(), text.ends[i]), "clock", f"clock:{hour:02d}:00~", "clock-words", 0.95)
    match = _PAST.match(source, start)
    if match is None or (match["way"] != "past" and match["at"].lower() not in ("quarter", "twenty-five")):
        return None  # five to ten: a range
    step, hour = _STEPS[match["at"].lower()], _HOURS[match["h"].lower()]
    if match["way"].lower() == "to":
        step, hour = 60 - step, (hour - 2) % 12 + 1
    start = text.starts[i - 1] if i and text.lower[i - 1] == "a" and step in (15, 45) else start
    return Date((start, match.end()), "clock", f"clock:{hour:02d}:{step:02d}~", "clock-words", 0.9)


def _year(source: str, place: int) -> Date | None:
    """'2016', '2015-16', 'the 1990s', '’80s'."""
    short = _SHORT_DECADE.match(source, place)
    if short is not None:
        tens = int(short["d"])
        return Date(short.span(), "period", f"decade:{(1900 if tens >= 20 else 2000) + tens}", "decade-short", 0.9)
    match = _YEAR.match(source, place)
    if match is None:
        return None
    year = int(match["a"])
    if match["s"]:
        return Date(match.span(), "period", f"decade:{year}", "decade", 0.97) if year % 10 == 0 else None
    if match["b"]:
        last = int(match["b"]) if len(match["b"]) == 4 else year - year % 100 + int(match["b"])
        fits = 1500 <= year < last <= year + 120 and (match["by"] != " to " or len(match["b"]) == 4)
        return Date(match.span(), "period", f"{year}/{last}", "years", 0.93) if fits else None
    before = source[max(0, place - 12) : place].replace("\n", " ")
    led, strong = _YEAR_LEAD.search(before), _STRONG_LEAD.search(before)
    counted = bool(_COUNTED.match(source, match.end())) and not _DOWN_TO.match(source, match.end())
    if counted and not led:
        return None
    if not 1900 <= year <= 2035 and not (strong and not counted):
        return None
    bracket = source[place - 1 : place] in ("(", "", "\n") or before.rstrip().endswith((",", "—", "–"))
    sure = 0.97 if strong else 0.92 if led or bracket else 0.8
    return Date((place, match.end("a")), "year", str(year), "year-led" if led else "year", sure)


def _century(source: str, place: int) -> Date | None:
    match = _CENTURY.match(source, place)
    return Date(match.span(), "period", f"century:{int(match['n'])}", "century", 0.97) if match else None
