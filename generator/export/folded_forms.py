"""An accepted answer -> the ways of writing it that a platform must be told of.

The program folds case, quotation marks, outer signs and a leading article before it compares. A platform that only
folds case and outer spaces gets the likely ways of writing one by one.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache

from generator.load.language import load_grammar
from generator.load.project import bundled_root, open_project
from generator.mark import folded
from generator.model.grammar import Grammar
from generator.model.item import BlankKey

MOST = 300
"""A regular expression of Moodle's importer uses stack for each answer of a gap; at 339 it can run out of it."""

_KEYBOARD = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-"})


@lru_cache(maxsize=16)
def grammar_of(language: str) -> Grammar:
    """The grammar of a language as the program comes with it."""
    return load_grammar(open_project(bundled_root()), language)


def written_forms(known: BlankKey, language: str, most: int = MOST) -> tuple[str, ...]:
    """Different texts, whatever their case, that all count as the answer; the model answer first.

    Each folds to the model or to an accepted answer. Where there are more than `most`, the likeliest are given.
    """
    grammar = grammar_of(language)
    told = (known.model, *known.accept)
    right = {folded(text, grammar) for text in told}
    found: dict[str, str] = {}
    for text in _by_likelihood(told, grammar):
        text = " ".join(text.split())
        if text and folded(text, grammar) in right:
            found.setdefault(text.casefold(), text)
        if len(found) == most:
            break
    return tuple(found.values())


def _by_likelihood(told: tuple[str, ...], grammar: Grammar) -> Iterator[str]:
    """As told, typed with straight signs, without and with an article, with a full stop."""
    ways: list[Callable[[str], str]] = [
        lambda text: text,
        _straight,
        _bare,
        lambda text: _straight(_without_article(_bare(text), grammar)),
        lambda text: _without_article(_bare(text), grammar),
    ]
    for way in ways:
        yield from map(way, told)
    articles = grammar.words("articles")
    nouns = tuple(text for text in told if text[:1].isalpha())
    for text in nouns:
        rest = _without_article(_bare(text), grammar)
        yield from (_straight(f"{article} {rest}") for article in articles)
    for way in ways:
        yield from (f"{way(text)}." for text in told)
    for text in nouns:
        rest = _without_article(_bare(text), grammar)
        for article in articles:
            yield f"{article} {rest}"
            yield _straight(f"{article} {rest}.")
            yield f"{article} {rest}."


def _bare(text: str) -> str:
    """Without signs around it."""
    return text.strip(" .,;:!?¿¡\"'()[]“”‘’«»") or text


def _without_article(text: str, grammar: Grammar) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and grammar.has("articles", first) else text


def _straight(text: str) -> str:
    """With the signs that keyboards have."""
    return text.translate(_KEYBOARD)
