"""Two short answers -> whether they can mean the same."""

import re
from collections.abc import Iterable

from generator.model.grammar import Grammar

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


def folded(value: str, grammar: Grammar) -> str:
    """The value without articles, capitals and punctuation."""
    articles = grammar.words("articles")
    return " ".join(w for w in _WORD.findall(value.casefold()) if w not in articles)


def same(value: str, other: str, grammar: Grammar, accept: Iterable[str] = ()) -> bool:
    """Whether two values are the same words, or the first is among the accepted ways to give the other."""
    return folded(value, grammar) in {folded(text, grammar) for text in (other, *accept)}


def numbers_clash(value: str, other: str, grammar: Grammar) -> bool:
    """Whether both give numbers, and neither's numbers are all among the other's."""
    mine, yours = numbers(value, grammar), numbers(other, grammar)
    return bool(mine and yours) and not (mine <= yours or yours <= mine)


def numbers(value: str, grammar: Grammar) -> frozenset[float]:
    """The numbers in a text, in figures or in words."""
    in_words, times = grammar.values("numbers"), grammar.values("numbers.times")
    group = next(iter(grammar.words("figures.groups")), ",")
    found: list[float] = []
    joins = False
    for word in _WORD.findall(value.casefold()):
        if word[0].isdigit():
            found.append(_figure(word, group))
            joins = True
        elif word in in_words:
            number = in_words[word]
            if joins and found[-1] % 10 == 0 and 20 <= found[-1] < 100 and number < 10:
                found[-1] += number
            else:
                found.append(number)
            joins = True
        elif word in times:
            if joins:
                found[-1] *= times[word]
            else:
                found.append(times[word])
            joins = True
        elif not joins or not grammar.has("numbers.join", word):
            joins = False
    return frozenset(found)


def _figure(word: str, group: str) -> float:
    """A number in figures; `group` is the sign between groups of three, the other sign begins a fraction."""
    if re.fullmatch(rf"\d{{1,3}}({re.escape(group)}\d{{3}})+([.,]\d+)?", word):
        word = word.replace(group, "")
    try:
        return float(word.replace(",", "."))
    except ValueError:
        return float(re.sub(r"\D", "", word))
