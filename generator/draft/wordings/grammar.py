"""Whether a word is used as the list means it, and what may stand instead of it in this place."""

import re
from functools import lru_cache

from generator.draft.counting import SCALES, WORDS, beside
from generator.draft.quantities.words import words
from generator.draft.text import Text

_VOWEL = re.compile(r"(?!uni(?![mn])|use|usu|eu|one)[aeiou]|honest|honou?r|hour|heir", re.IGNORECASE)
DEGREE = frozenset(
    {
        *("very", "so", "too", "more", "most", "as", "how", "less", "least", "quite", "rather", "such", "pretty"),
        *("increasingly", "extremely", "highly", "particularly", "especially"),
    }
)
_LINKS = frozenset({"and", "or", "but", "yet"})
_POINTS = re.compile(r"[\w,.]+-[a-z]")
_BRITISH = re.compile(
    r"\b\w{3,}(?:is(?:e|ed|es|ing)|our|ours|oured|tre)\b|\bper cent\b|\bprogramme|£|\bMPs?\b|\bM(?:r|rs|s) [A-Z]"
)
_AMERICAN = re.compile(
    r"\b(?:color|labor|center|favor|harbor|defense|neighbor|percent|behavior|program|\w{3,}iz(?:e|ed|es|ing|ation))\b"
    r"|\b(?:U\.S|Sen|Rep|Gov|Mr|Mrs|Ms|Calif)\.|\b(?:Republican|Democrat)s?\b"
)
_EVERYWHERE = re.compile(
    r"(?:prom|adv|rev|superv|exerc|surpr|telev|comprom|ra|otherw|prec|expert|enterpr|no|cru|w|likew|franch|r|ar|dev"
    r"|desp|disgu|merchand|improv)is(?:e|ed|es|ing)$|(?:f|y|h|p|fl|s|sc|t|d|gl|par|det|cont|c)our(?:s|ed)?$"
)
"""Words in -ise and -our that are spelt so on both sides of the Atlantic."""
_TITLE = 40
"""How long a quotation may be that is the title of a film or a book."""


def following(text: Text, after: int) -> str:
    """The word right behind the words up to `after`, or ''."""
    return text.lower[after] if beside(text, after - 1) else ""


def is_name(text: Text, i: int, after: int) -> bool:
    """Whether the words are (part of) a name: capitals inside a sentence that is no headline."""
    if not text.words[i][:1].isupper():
        return False
    start = text.starts[i]
    quoted = text.quotation_at(start)
    first = text.sentence_at(start)[0]
    head = text.text[max(first, start - _TITLE) : start].rstrip()
    if quoted is not None and quoted.end - quoted.start < _TITLE and quoted.inner[0] == start and head.strip('"“'):
        return True
    if not head.strip("\"'“‘(["):
        return False
    if head[-1] in ':“"‘—–-' and not (beside(text, after - 1) and text.words[after][:1].isupper()):
        return False
    return not in_headline(text, i)


def in_headline(text: Text, i: int) -> bool:
    """Whether most longer words of the sentence begin with a capital, as word `i` does."""
    if not text.words[i][:1].isupper():
        return False
    return _titled(text, *text.sentence_at(text.starts[i]))


@lru_cache(maxsize=16)
def _titled(text: Text, first: int, last: int) -> bool:
    low, high = text.word_range(first, last)
    long = [word for word in text.words[low : min(high, low + 40)] if len(word) > 3]
    return len(long) > 2 and sum(word[:1].isupper() for word in long) * 10 >= len(long) * 7


def other_class(text: Text, i: int, after: int, kind: str, may_modify: bool) -> bool:
    """An adjective that stands for a noun (he is a phony), a noun before another one (a blowhard senator)."""
    before = text.lower[i - 1] if beside(text, i - 1) else ""
    if before not in ("a", "an", "the"):
        return False
    behind = following(text, after)
    if kind == "a":
        listed = text.text[text.ends[after - 1] : text.ends[after - 1] + 1] in tuple(",—–-")
        return not listed and (not behind or (behind in words("stop") and behind not in _LINKS))
    if kind != "n" or may_modify or text.lower[after - 1].endswith("s") or behind in words("stop"):
        return False
    return len(behind) > 3 and behind.isalpha() and not behind.endswith(("ed", "ing", "ly"))


def amount_follows(text: Text, after: int) -> bool:
    """Whether digits, a sign of money or a number word follow, but no '30-point'."""
    if after >= len(text.lower) or _POINTS.match(text.text, text.starts[after]):
        return False
    gap = text.text[text.ends[after - 1] : text.starts[after]]
    word = text.lower[after]
    return gap in (" $", " £", " €") or (gap == " " and (word[0].isdigit() or word in WORDS or word in SCALES))


def spare(text: Text, i: int, after: int, kind: str) -> bool:
    """Whether the sentence stands without the words: an adjective before its noun, an adverb by itself."""
    before = text.lower[i - 1] if beside(text, i - 1) else ""
    behind = following(text, after)
    if before in DEGREE or before in _LINKS or behind in _LINKS:
        return False
    if kind == "r":
        return behind not in ("for", "enough")
    listed = i > 0 and text.text[text.ends[i - 1] : text.starts[i]].strip() == "," and not _opening(text, i)
    return bool(behind) and behind not in words("stop") and not listed


def _opening(text: Text, i: int) -> bool:
    """Whether the comma before a word closes a short opening ('Meanwhile,'; 'On Monday,') and no list."""
    first, _ = text.word_range(text.sentence_at(text.starts[i])[0], text.starts[i])
    short = i - first <= _OPENS and "," not in text.text[text.starts[first] : text.ends[i - 1]]
    return short and text.lower[first] not in _BEGIN_NAMES


_BEGIN_NAMES = frozenset({"a", "an", "the", "this", "that", "his", "her", "its", "their", "our", "my", "your"})
_OPENS = 3
"""Words of a phrase that opens a sentence, at most."""


def begins_with_vowel(word: str) -> bool:
    """Whether 'an' stands before a word."""
    return _VOWEL.match(word) is not None


@lru_cache(maxsize=4)
def american(text: Text) -> bool:
    """Whether the spelling of the text is American, by the words that tell."""
    british = sum(1 for match in _BRITISH.finditer(text.text) if not _EVERYWHERE.search(match[0]))
    return sum(1 for _ in _AMERICAN.finditer(text.text)) > british
