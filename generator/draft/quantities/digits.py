"""Amounts in digits: '$3.5 million', '12 per cent', '34-year-old', '2 1/2', '3.5m', '9 out of 10'."""

import re
from collections.abc import Iterator, Sequence

from generator.draft.counting import SCALES, SHORT_SCALES, digits
from generator.draft.marks import Span
from generator.draft.quantities.atom import CENT, Atom, per_cent, spaced, years_old
from generator.draft.quantities.names import is_name
from generator.draft.quantities.words import words
from generator.draft.text import Text

_SIGNS = {"US$": "$", "AU$": "A$", "CA$": "C$", "₹": "rupee"}
_NUMBER = re.compile(
    r"(?<![\w.,/:#@&=+\\])(?<![^\W\d_][\-–])(?<!\d[\-–]\d[\-–])"
    r"(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<part>\s?[½¼¾]|\s\d/\d(?!\d)|/\d{1,2}(?![\d/]))?"
    r"(?:(?P<short>\s?(?:[kmbKMB]|mn|mln|bn|tn|trn)(?!\w))|[\s-](?P<scale>(?:hundred|thousand|million|billion"
    r"|trillion|dozen)\b(?:\s(?:thousand|million|billion|trillion)\b)?))?"
)
_APART = re.compile(
    r"\d{1,3}(?P<k>(?:,\s\d{3})+)(?!\d|,\d)|\d+(?P<d>\.\s\d+)(?=\s?(?:million|billion|trillion|percent|per\scent|%"
    r"|m\b|bn\b|-?\s?magnitude|on\sthe\sRichter)|\s-\s(?:million|billion))"
)
"""Numbers that a tokeniser has set apart: '2, 129 points', '$2. 6 million'."""
_APART_SCALE = re.compile(r"(?:\s-)?\s?(million|billion|trillion|bn|m)\b")
_MONEY = re.compile(r"(?:(?<!\w)(?:US|A|C|HK|NZ|S|AU|CA)\$|[$£€¥₹])\s?$")
_UNIT = re.compile(r"(?:km|kg|cm|mm|mph|kph|ft|lbs?|mi|p|m)\b")
_UNIT_NAMES = {"p": "penny", "m": "metre"}
_TAIL = re.compile(r"-(?P<word>[a-z]+)(?P<old>-olds?)?(?:-[a-z]+)*", re.IGNORECASE)
_OUT_OF = re.compile(r"\s(?:in|out\sof)\s(?:every\s)?(?P<n>\d{1,6})(?![\w,.:%]*\d|%)")
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_PHONE = re.compile(
    r"\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b|\d{3}-\d{4}\b|0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}\b"
    r"|(?<=\+)\d[\d ().\-]{7,20}\d|\d{1,3}[-–]\d{1,3}[-–]\d{1,3}(?!\w)"
)
"""Telephone numbers, and records of wins, losses and draws (10-2-1)."""
_CALL = re.compile(r"\b(?:call|called|calls|calling|dial|dialed|dialled|dialing)\s(?:to\s)?$")
_WEB = ("://", "@", "www.", "=", ".com", ".org")
_LONGEST = 16
"""Digits and commas; what is longer is an identifier."""


def in_digits(text: Text, taken: Sequence[Span]) -> Iterator[Atom]:
    """In the order of the text; nothing is put together with digits of a stretch that is taken (in order)."""
    source, end, at = text.text, -1, 0
    for place in digits(text):
        while at < len(taken) and taken[at][1] <= place:
            at += 1
        if place < end or (at < len(taken) and taken[at][0] <= place):
            continue
        if phone := _PHONE.match(source, place):
            end = phone.end()
        elif (match := _NUMBER.match(source, place)) and not _web(source, place) and not _emergency(source, match):
            money = _MONEY.search(source, max(0, place - 4), place)
            atom = _apart(text, match, money) or _atom(text, match, money)
            end = atom.end if atom is not None else match.end("n")
            if atom is not None:
                yield atom


def _emergency(source: str, match: re.Match[str]) -> bool:
    """Whether the digits are called: 911."""
    return (
        match["n"] in ("911", "999")
        and _CALL.search(source, max(0, match.start() - 12), match.start()) is not None
    )


def _web(source: str, place: int) -> bool:
    """Whether a digit stands in an address of the web, or in markup."""
    low = max(0, place - 80)
    left = max(source.rfind(" ", low, place), source.rfind("\n", low, place), low - 1) + 1
    return place - left > 1 and any(sign in source[left:place] for sign in _WEB)


def _sign(money: re.Match[str] | None) -> str:
    return _SIGNS.get(money[0].strip(), money[0].strip()) if money else ""


def _apart(text: Text, match: re.Match[str], money: re.Match[str] | None) -> Atom | None:
    """'2, 129', '$2. 6 million'."""
    source, place = text.text, match.start("n")
    apart = _APART.match(source, place) if match["scale"] is None else None
    if apart is None:
        return None
    start, end = money.start() if money else place, apart.end()
    value = float(apart[0].replace(", ", "").replace(". ", "."))
    scale = _APART_SCALE.match(source, end)
    if scale:
        value, end = value * (SCALES | SHORT_SCALES)[scale[1]], scale.end()
    if found := per_cent(text, start, end, value, "digits"):
        return found
    short = _UNIT.match(source, end)
    unit = _UNIT_NAMES.get(short[0], short[0]) if short else _sign(money)
    end = short.end() if short else end
    return Atom(start, end, value, text.word_range(end, end)[0], "digits", unit, scaled=bool(scale))


def _value(match: re.Match[str], money: bool) -> tuple[float, int] | None:
    """The value with its fraction, and where it ends; None for what only looks like a fraction: 9/11, 24/7."""
    value, end = float(match["n"].replace(",", "")), match.end("n")
    extra = (match["part"] or "").strip()
    if not extra:
        return value, end
    if extra in _VULGAR:
        return value + _VULGAR[extra], match.end("part")
    above, _, below = extra.rpartition("/")
    if above:
        return (
            (value + int(above) / int(below), match.end("part")) if 0 < int(above) < int(below) else (value, end)
        )
    return (value / int(below), match.end("part")) if 0 < value < int(below) <= 10 and not money else None


def _atom(text: Text, match: re.Match[str], money: re.Match[str] | None) -> Atom | None:
    source, start, unit = text.text, money.start() if money else match.start("n"), _sign(money)
    if match.end("n") - match.start("n") > _LONGEST:
        return None
    got = _value(match, bool(money))
    if got is None:
        return None
    (value, end), scaled, loose = got, False, ""
    if match["scale"]:
        for word in match["scale"].split():
            value *= SCALES[word]
        end, scaled = match.end("scale"), True
    elif match["short"]:
        letter = match["short"].strip()
        tight = match["short"] == letter
        if unit or len(letter) > 1 or (letter == "k" and tight):
            value, end, scaled = value * SHORT_SCALES[letter.lower()], match.end("short"), True
        elif letter in "mb" and tight:
            loose, end = letter, match.end("short")
    if not unit and (found := per_cent(text, start, end, value, "digits", scaled)):
        return found
    if not unit and (found := spaced(text, start, end, value)):
        return found
    follow = source[end : end + 1]
    if follow == "-" and (tail := _TAIL.match(source, end)):
        return _with_tail(
            text, Atom(start, end, value, text.word_range(end, end)[0], "digits", unit, scaled=scaled), tail
        )
    if follow in ("-", "–") and source[end + 1 : end + 2].isalpha():
        return None
    if follow.isalnum() or follow == "_" or (follow in ("/", ":") and source[end + 1 : end + 2].isalnum()):
        short = _UNIT.match(source, end)
        if short is None or unit or scaled:
            return None
        after = text.word_range(short.end(), short.end())[0]
        return Atom(start, short.end(), value, after, "digits", _UNIT_NAMES.get(short[0], short[0]))
    after = text.word_range(end, end)[0]
    if not (unit or scaled or loose):
        if is_name(text, start, end, after):
            return None
        ratio = _OUT_OF.match(source, end)
        if ratio and 0 < value < int(ratio["n"]) and not CENT.match(source, ratio.end()):
            counted = text.word_range(ratio.end(), ratio.end())[0]
            if "out" in ratio[0] or (
                value < 10 and int(ratio["n"]) in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000)
            ):
                return Atom(start, ratio.end(), value / int(ratio["n"]), counted, "ratio")
    return Atom(start, end, value, after, "digits", unit, None, scaled, loose)


def _with_tail(text: Text, atom: Atom, tail: re.Match[str]) -> Atom | None:
    """'34-year-old', '10-mile', '50-plus', '$50-a-month'."""
    word = tail["word"].lower()
    if tail["old"]:
        after = text.word_range(tail.end(), tail.end())[0]
        return Atom(atom.start, tail.end("old"), atom.value, after, "age", years_old(word))
    if word in words("no-tail") or (word == "to" and not atom.unit):
        return None
    if word in words("loose-tail") or atom.unit:
        return atom
    after = text.word_range(atom.end + 1, atom.end + 1)[0]
    return Atom(atom.start, atom.end, atom.value, after, "compound", noun=tail.span("word"))
