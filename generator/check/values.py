"""Two short answers -> whether they can mean the same."""

import re
from collections.abc import Iterable

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: float(n) for n, word in enumerate(_UNITS.split())}
_NUMBERS |= {word: 10.0 * n for n, word in enumerate(_TENS.split(), start=2)}
_NUMBERS |= {"both": 2.0, "pair": 2.0, "dozen": 12.0}
_TIMES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_ARTICLES = frozenset({"a", "an", "the"})


def folded(value: str) -> str:
    """The value without articles, capitals and punctuation."""
    return " ".join(w for w in _WORD.findall(value.casefold()) if w not in _ARTICLES)


def same(value: str, other: str, accept: Iterable[str] = ()) -> bool:
    """Whether two values are the same words, or the first is among the accepted ways to give the other."""
    return folded(value) in {folded(text) for text in (other, *accept)}


def numbers_clash(value: str, other: str) -> bool:
    """Whether both give numbers, and neither's numbers are all among the other's."""
    mine, yours = numbers(value), numbers(other)
    return bool(mine and yours) and not (mine <= yours or yours <= mine)


def numbers(value: str) -> frozenset[float]:
    """The numbers in a text, in figures or in English words."""
    found: list[float] = []
    joins = False
    for word in _WORD.findall(value.casefold()):
        if word[0].isdigit():
            found.append(_figure(word))
            joins = True
        elif word in _NUMBERS:
            number = _NUMBERS[word]
            if joins and found[-1] % 10 == 0 and 20 <= found[-1] < 100 and number < 10:
                found[-1] += number
            else:
                found.append(number)
            joins = True
        elif word in _TIMES:
            if joins:
                found[-1] *= _TIMES[word]
            else:
                found.append(_TIMES[word])
            joins = True
        else:
            joins = False
    return frozenset(found)


def _figure(word: str) -> float:
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", word):
        word = word.replace(",", "")
    try:
        return float(word.replace(",", "."))
    except ValueError:
        return float(re.sub(r"\D", "", word))
