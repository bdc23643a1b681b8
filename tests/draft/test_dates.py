"""Dates: their comparable values, what they mean beside the day of a report, and what is no date."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.draft.dates import dates, resolve
from generator.draft.marks import Date
from generator.draft.text import Text

TUESDAY = date(2025, 3, 4)
PIECES = st.sampled_from(
    [
        *(
            "Thursday",
            "3",
            "January",
            "Jan.",
            "2019",
            ",",
            "May",
            "March",
            "last",
            "week",
            "ago",
            "two",
            "several",
            "at",
        ),
        *(
            "9",
            "a.m.",
            "9:30",
            "pm",
            "yesterday",
            "this",
            "summer",
            "of",
            "to",
            "-",
            "–",
            "the",
            "years",
            "later",
            "in",
        ),
        *(
            "1990s",
            "o'clock",
            "half",
            "past",
            "five",
            "\n\n",
            ".",
            "“",
            "the following",
            "day",
            "12/3/2019",
            "2019-13-45",
        ),
        *("99", "²", "٣", "mid-", "weekend", "fall", "Sunday Times", "noon", "31", "September", "century", "19th"),
    ]
)
JUMBLED = st.lists(PIECES, max_size=14).map(" ".join) | st.lists(PIECES, max_size=14).map("".join) | st.text()


def found(text: str) -> list[Date]:
    return dates(Text(text))


def only(text: str) -> Date:
    """The one date of a text."""
    (one,) = found(text)
    return one


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It rained on 3 January.", "3 January", "--01-03"),
        ("It rained on Jan. 3.", "Jan. 3", "--01-03"),
        ("It rained on January 3rd.", "January 3rd", "--01-03"),
        ("It rained on the 3rd of January.", "3rd of January", "--01-03"),
        ("It rained on Thursday, 3 January 2019.", "Thursday, 3 January 2019", "2019-01-03"),
        ("It rained on January 3, 2019.", "January 3, 2019", "2019-01-03"),
        ("It rained on 2019-01-03.", "2019-01-03", "2019-01-03"),
        ("It rained on 14/3/2019.", "14/3/2019", "2019-03-14"),
        ("It rained on Thursday.", "Thursday", "weekday:4"),
        ("Thursday’s rain was warm.", "Thursday", "weekday:4"),
        ("It rained on Thursday night.", "Thursday night", "weekday:4~night"),
        ("It rained last week.", "last week", "relative:-1w"),
        ("It rained several months ago.", "several months ago", "relative:-?m~"),
        ("It rained nearly two weeks ago.", "nearly two weeks ago", "relative:-2w~"),
        ("It rained two weeks ago.", "two weeks ago", "relative:-2w"),
        ("It rained a decade ago.", "a decade ago", "relative:-10y"),
        ("It rained in September.", "September", "month:9"),
        ("It rained in early September.", "early September", "month:9~early"),
        ("It rained in September 2016.", "September 2016", "2016-09"),
        ("It rained in 2016.", "2016", "2016"),
        ("It rained in the 1990s.", "1990s", "decade:1990"),
        ("It rained in the 19th century.", "19th century", "century:19"),
        ("It rained at 9 a.m. there.", "9 a.m.", "clock:09:00"),
        ("It rained at 9:30pm.", "9:30pm", "clock:21:30"),
        ("It rained at 12.15 a.m. there.", "12.15 a.m.", "clock:00:15"),
        ("It rained at 14:30.", "14:30", "clock:14:30"),
        ("It rained at ten past four.", "ten past four", "clock:04:10~"),
        ("It rained at a quarter to five.", "a quarter to five", "clock:04:45~"),
        ("It rained at nine o’clock.", "nine o’clock", "clock:09:00~"),
        ("It rained at noon.", "noon", "clock:12:00"),
        ("It rained yesterday.", "yesterday", "relative:-1d"),
        ("It rained yesterday morning.", "yesterday morning", "relative:-1d~morning"),
        ("It rained last night.", "last night", "relative:-1d~night"),
        ("It will rain this summer.", "this summer", "season:summer~this"),
        ("It rained in the summer of 2015.", "summer of 2015", "2015~summer"),
        ("It rained earlier this week.", "earlier this week", "relative:0w~earlier"),
        ("It rained the following day.", "the following day", "after:1d"),
        ("It rained a year later.", "a year later", "after:1y"),
        ("It rained from 3-5 March.", "3-5 March", "--03-03/--03-05"),
        ("It rained in 2015-16.", "2015-16", "2015/2016"),
        ("It rained on Christmas Eve.", "Christmas Eve", "--12-24"),
        ("It rained from 7 to 9 p.m. there.", "7 to 9 p.m.", "clock:19:00/clock:21:00"),
    ],
)
def test_values(text: str, words: str, value: str) -> None:
    one = only(text)
    assert (text[slice(*one.span)], one.value) == (words, value)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_one_day_in_many_forms_is_one(day: date) -> None:
    month = f"{day:%B}"
    forms = (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day:%A}, {month} {day.day}, {day.year}",
        f"{day:%Y-%m-%d}",
    )
    for form in forms:
        one = only(f"They met on {form}.")
        assert one.value == day.isoformat()
        assert resolve(one, TUESDAY) == (day, day)


@pytest.mark.parametrize(
    "text",
    [
        "It may rain.",
        "May they march on!",
        "They March on and on.",
        "Theresa May spoke.",
        "April Jones spoke to June Carter.",
        "The Sunday Times wrote it.",
        "The Mail on Sunday wrote it.",
        "Black Friday was wet.",
        "USA Today wrote it.",
        "It is 2016 metres long.",
        "They counted 1,999 votes.",
        "It cost $2000.",
        "See John 3:16 for that.",
        "Long ago it rained.",
        "They lost 3-1.",
        "The rain will fall in buckets.",
        "",
        " \n\n ",
        "En enero llueve mucho.",
    ],
)
def test_no_dates(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It rained on Sunday, they said.", 2, 2),
        ("It rained yesterday.", 1, 1),
        ("It rained last Sunday.", 9, 2),
        ("They said on Monday that it rained.", 1, 1),
        ("It rained two weeks ago.", 18, 10),
        ("It rains today.", 0, 0),
    ],
)
def test_days_before_a_report(text: str, first: int, last: int) -> None:
    got = resolve(only(text), TUESDAY)
    assert got is not None
    earliest, latest = got
    assert earliest <= TUESDAY - timedelta(last)
    assert latest >= TUESDAY - timedelta(first)
    if first == last and "Sunday," not in text:
        assert (earliest, latest) == (TUESDAY - timedelta(first), TUESDAY - timedelta(first))


def test_a_weekday_to_come() -> None:
    assert resolve(only("It will rain on Friday."), TUESDAY) == (date(2025, 3, 7), date(2025, 3, 7))


def test_a_day_without_a_year_is_the_nearest() -> None:
    assert resolve(only("It rained on 28 December."), TUESDAY) == (date(2024, 12, 28), date(2024, 12, 28))
    assert resolve(only("It rained on 29 February."), date(2025, 1, 5)) == (date(2024, 2, 29), date(2024, 2, 29))


@pytest.mark.parametrize("text", ["at 9 a.m. there", "the following day", "in the summer", "on Mondays"])
def test_what_a_dateline_does_not_tell(text: str) -> None:
    assert resolve(only(f"It rained {text}."), TUESDAY) is None


def test_a_month_and_a_week_are_spans() -> None:
    assert resolve(only("It rained in January."), TUESDAY) == (date(2025, 1, 1), date(2025, 1, 31))
    week = resolve(only("It rained last week."), TUESDAY)
    assert week is not None
    assert week[0] <= date(2025, 2, 24) <= date(2025, 3, 2) <= week[1] < TUESDAY


@given(JUMBLED, st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_any_text_gives_ordered_spans_and_any_date_can_be_asked(text: str, dateline: date) -> None:
    got = found(text)
    spans = [one.span for one in got]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    for one in got:
        span = resolve(one, dateline)
        assert span is None or span[0] <= span[1]
        assert 0 < one.confidence < 1
    assert got == found(text)
