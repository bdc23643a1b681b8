"""Numbers that are no amounts: in names, laws and addresses (Channel 4, Boeing 737, 10 Downing Street)."""

import re

from generator.draft.counting import WORDS, beside
from generator.draft.quantities.words import is_plural, words
from generator.draft.text import Text

_LAW = re.compile(r"\.?\s(?:U\.?S\.?C|C\.?F\.?R|USC)\b")
_STREET = re.compile(r"\s(?:[NSEW]\.?\s)?(?:[A-Z][\w’'.]*\s){1,3}?(?P<way>[A-Z][a-z]+)\b")
_NUMBER_SIGN = re.compile(r"(?:\bNos?\.|§|\bU\.?S\.?C\.?|\bC\.?F\.?R\.?)\s?$")
_SCORE = re.compile(r"\s?[-–]\s?\d{1,3}(?!\w)")
_FAR = 60
"""Words of a sentence that are looked at to tell a title."""


def is_name(text: Text, start: int, end: int, after: int) -> bool:
    """Whether bare digits between two offsets are part of a name; `after` is the word behind them."""
    source = text.text
    if _NUMBER_SIGN.search(source, max(0, start - 9), start) or _LAW.match(source, end):
        return True
    street = _STREET.match(source, end)
    if street and street["way"].lower() in words("street") and "," not in source[start:end]:
        return True
    i = text.word_range(start, start)[0] - 1
    if _SCORE.match(source, end) or i < 0 or not source[text.ends[i] : start].isspace():
        return False
    counted = after < len(text.lower) and source[end : text.starts[after]] == " " and is_plural(text.lower[after])
    return _named(text, i, counted)


def _named(text: Text, i: int, counted: bool) -> bool:
    """Whether word `i` makes the number behind it a name; `counted` tells that a plural noun follows."""
    word, first = text.lower[i], text.words[i][:1]
    if 1 < len(word) < 4 and text.words[i].isupper() and word not in ("us", "the"):
        return not counted
    if word in words("designator"):
        return not counted or first.isupper()
    if not first.isupper():
        return False
    if word in words("capital-designator"):
        return True
    return not counted and not _opens(text, i) and word not in words("stop") and word not in WORDS


def _opens(text: Text, i: int) -> bool:
    """Whether word `i` begins its sentence, or what stands behind a colon or a quotation mark."""
    start = text.starts[i]
    head = text.text[max(0, start - 12) : start].rstrip(" \"'“‘(")
    return start == text.sentence_at(start)[0] or not head[-1:].isalnum()


def wrong_word(text: Text, i: int, j: int) -> bool:
    """Number words `i` to `j` in names (Channel Four, Big Ten) and in set phrases (number one, day one)."""
    if text.lower[i] not in WORDS:
        return False
    counted = j < len(text.lower) and beside(text, j - 1) and is_plural(text.lower[j])
    before = text.lower[i - 1] if beside(text, i - 1) else ""
    if (before in words("designator") or before == "day") and not counted:
        return True
    word = text.words[i]
    if not word[:1].isupper() or (word.isupper() and len(word) > 3) or _opens(text, i):
        return False
    low, high = text.word_range(*text.sentence_at(text.starts[i]))
    long = [w for w in text.words[max(low, i - _FAR) : min(high, i + _FAR)] if len(w) > 3]
    return sum(w[:1].isupper() for w in long) * 10 < len(long) * 7
