"""Numbers: what is counted, how much, how exactly; and what is no number."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.draft.dates import dates
from generator.draft.marks import Number
from generator.draft.numbers import numbers
from generator.draft.text import Text

PIECES = st.sampled_from(
    [
        *(
            "12",
            "twenty-three",
            "a dozen",
            "$3.5 million",
            "£80,000",
            "half",
            "per cent",
            "people",
            "boats",
            "of the",
        ),
        *(
            "about",
            "more than",
            "1,200",
            "3-1",
            "12-15",
            "34-year-old",
            "Channel",
            "May",
            "2016",
            "several",
            "dozens",
        ),
        *(
            "of",
            "one",
            "in",
            "five",
            "a",
            "hundred",
            "and",
            "-",
            "–",
            ",",
            ".",
            "\n\n",
            "½",
            "%",
            "$",
            "٣",
            "²",
            "or so",
        ),
        *("9", "11", "/", "m", "bn", "x1", "”", "“", "'s", "the", "nearly", "hour", "Dana Voss,", "to", "between"),
    ]
)
JUMBLED = st.lists(PIECES, max_size=14).map(" ".join) | st.lists(PIECES, max_size=14).map("".join) | st.text()


def found(text: str) -> list[Number]:
    return numbers(Text(text))


def only(text: str) -> Number:
    """The one number of a text."""
    (number,) = found(text)
    return number


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The ferry had 84 passengers.", 84, "passenger"),
        ("The ferry had eighty-four passengers.", 84, "passenger"),
        ("The ferry had 1,284 people on board.", 1284, "people"),
        ("A dozen swans came.", 12, "swan"),
        ("Two dozen swans came.", 24, "swan"),
        ("Half a dozen swans came.", 6, "swan"),
        ("A hundred and four sheep were lost.", 104, "sheep"),
        ("They counted three hundred and twenty-one votes.", 321, "vote"),
        ("One and a half million people live there.", 1_500_000, "people"),
        ("Nine air strikes hit the town of Orm.", 9, "strike"),
        ("Two of its twelve swans left.", 2, "swan"),
        ("She repaired 20 more helmets.", 20, "helmet"),
        ("He saw 12 women there.", 12, "woman"),
        ("Six families moved.", 6, "family"),
        ("Three buses came.", 3, "bus"),
        ("Four police officers came.", 4, "officer"),
        ("Five MPs left.", 5, "mp"),
        ("The storm cost 12 lives.", 12, "life"),
        ("They put on six shows.", 6, "show"),
        ("It left 12 dead.", 12, "people"),
        ("It takes half an hour.", 0.5, "hour"),
        ("Half of the homes are empty.", 0.5, "home"),
        ("Two-thirds of the members came.", 2 / 3, "member"),
        ("A third of the bees died.", 1 / 3, "bee"),
        ("One in five adults swims.", 0.2, "adult"),
        ("Nine out of 10 adults swim.", 0.9, "adult"),
        ("A 62-metre bridge", 62, "metre"),
        ("It is a three-year plan.", 3, "year"),
        ("Turnout was 12.5 per cent.", 12.5, "%"),
        ("Turnout was 12.5%.", 12.5, "%"),
        ("Turnout fell by three percentage points.", 3, "percentage point"),
        ("It cost $3.5 million.", 3_500_000, "$"),
        ("A 34-year-old woman sang.", 34, "age"),
        ("Dana Voss, 34, sang.", 34, "age"),
        ("A boy aged nine sang.", 9, "age"),
        ("She is 34 years old.", 34, "age"),
        ("It rang twice.", 2, "time"),
        ("It rang three times.", 3, "time"),
        ("A 5.9 magnitude quake shook Orm.", 5.9, "magnitude"),
        ("It weighs 20 pounds.", 20, "pound"),
    ],
)
def test_values_and_units(text: str, value: float, unit: str) -> None:
    first = found(text)[0]
    assert (first.value, first.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    "same",
    [
        ("12 swans", "twelve swans", "a dozen swans", "12 young swans", "twelve of the swans"),
        ("$3.5 million", "$3.5m", "3.5 million dollars", "3.5m dollars", "$3,500,000", "US$3.5 million"),
        ("£80,000", "80,000 pounds", "£80k", "eighty thousand pounds"),
        ("€2bn", "two billion euros", "2 billion euros", "€2 billion"),
        ("12%", "12 percent", "12 per cent", "twelve per cent", "12 pct"),
        ("5 km", "5km", "five kilometres", "5 kilometers", "five kilometers"),
        ("62 m", "62 metres", "62-metre", "sixty-two meters"),
        ("a 34-year-old", "a man aged 34", "Dana Voss, 34, said", "34 years old", "a thirty-four-year-old"),
        ("half of the boats", "half the boats", "one-half of the boats"),
        ("two-thirds of boats", "two thirds of the boats"),
        ("250 people", "two hundred and fifty people", "250 persons"),
        ("12 to 15 boats", "12-15 boats", "12–15 boats", "between 12 and 15 boats", "twelve to fifteen boats"),
        ("a 3-1 win", "won 3-1", "beat them 3–1"),
    ],
)
def test_one_amount_in_many_forms_is_one(same: tuple[str, ...]) -> None:
    told = {(number.value, number.high, number.unit) for text in same for number in [only(f"There: {text}.")]}
    assert len(told) == 1


@given(st.integers(2, 99_999))
def test_changed_digits_are_told(value: int) -> None:
    one, other = only(f"They saw {value:,} boats."), only(f"They saw {value + 1:,} boats.")
    assert one.unit == other.unit == "boat"
    assert other.value == one.value + 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("About 40 boats came.", "About"),
        ("Some 300 boats came.", "Some"),
        ("At least twelve boats came.", "At least"),
        ("He has more than a dozen boats.", "more than"),
        ("It is just over 300 metres long.", "just over"),
        ("It carries up to 12 boats.", "up to"),
        ("It is nearly a mile long.", "nearly"),
        ("There were 40-odd boats.", "-odd"),
        ("There were 50 or so boats.", "or so"),
        ("There were fewer than 50 boats.", "fewer than"),
        ("An estimated 50 boats came.", "An estimated"),
    ],
)
def test_words_that_leave_an_amount_open(text: str, words: str) -> None:
    number = only(text)
    assert number.approximate is not None
    assert text[slice(*number.approximate)].strip() == words


@pytest.mark.parametrize(
    "text",
    [
        "A film about two brothers.",
        "It rained over three days.",
        "The price has gone up to $40.",
        "Only 12 boats came.",
    ],
)
def test_the_same_words_in_another_sense(text: str) -> None:
    assert only(text).approximate is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Dozens of boats came.", "boat"),
        ("Hundreds of thousands of voters stayed away.", "voter"),
        ("Several boats came.", "boat"),
        ("A few hundred boats came.", "boat"),
        ("Many families left.", "family"),
        ("A handful of boats came.", "boat"),
        ("A number of boats came.", "boat"),
    ],
)
def test_open_amounts_are_vague(text: str, unit: str) -> None:
    number = only(text)
    assert (number.vague, number.value, number.unit) == (True, None, unit)


@pytest.mark.parametrize(
    "text",
    [
        "The S-300 and the A400 flew.",
        "It was built in 2016.",
        "The 2016 election was close.",
        "Call 555-1234 or 020 7946 0000.",
        "Call +44 20 7946 0000 today.",
        "She lives at 10 Larch Street.",
        "One of the boys sang.",
        "No one came.",
        "The one thing they want is rain.",
        "Channel 4 showed it.",
        "Section 230 stays.",
        "Under 18 U.S.C. 1001, it is forbidden.",
        "The Boeing 737 landed.",
        "The first, the 2nd and the third came.",
        "At 9 a.m. on 3 January 2019 it rained.",
        "Two weeks ago it rained.",
        "See https://example.org/12345/boats for more.",
        "The Big Ten said so.",
        "Volunteers remember 9/11 well.",
        "They work 24/7.",
        "He is number one.",
        "He left on the second half of the journey.",
        "How many boats came?",
        "",
        "   \n\n",
        "Doce barcos llegaron.",
    ],
)
def test_no_numbers(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It rose from 12 to 15 per cent.", [(12, None), (15, None)]),
        ("Five or six boats came.", [(5, 6)]),
        ("The vote was 54 to 46, a vote of 54 to 46.", [(54, 46), (54, 46)]),
        ("It cost $3-5 million.", [(3e6, 5e6)]),
        ("On Jan. 3, 200 boats came.", [(200, None)]),
        ("It takes half an hour.", [(0.5, None)]),
        ("They are at 10-2-1 now.", []),
        ("In March 12 boats came.", [(12, None)]),
        ("A man aged 20 to 30 sang.", [(20, 30)]),
    ],
)
def test_ranges_scores_and_neighbours(text: str, values: list[tuple[float, float | None]]) -> None:
    assert [(n.value, n.high) for n in found(text)] == values


def test_a_number_taken_apart_by_a_tokeniser() -> None:
    apart = found("It gave him 2, 117 points, a $2. 6 million prize and a 26 - year - old coach.")
    assert [(n.value, n.unit) for n in apart] == [(2117, "point"), (2_600_000, "$"), (26, "age")]


def test_the_noun_stands_where_it_is_said_to() -> None:
    text = "Nine air strikes and two of its twelve beams"
    assert [text[slice(*n.noun)] for n in found(text) if n.noun] == ["strikes", "beams", "beams"]


@given(JUMBLED)
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    read = Text(text)
    spans = [number.span for number in numbers(read)]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    taken = [date.span for date in dates(read)]
    assert not any(start < b and a < end for start, end in spans for a, b in taken)
    for number in numbers(read):
        assert 0 < number.confidence < 1
        assert re.search(r"\w", text[slice(*number.span)])
        assert number.vague == (number.value is None)
        assert (
            all(0 <= a < b <= len(text) for a, b in (number.approximate, number.noun) if (a, b) is not None)
            if (number.approximate and number.noun)
            else True
        )


@given(JUMBLED)
def test_the_same_text_gives_the_same_numbers(text: str) -> None:
    assert numbers(Text(text)) == numbers(Text(text))
