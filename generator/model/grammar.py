"""What the program must know of the grammar of a language: lists of words, as `language.yaml` gives them."""

import re
from collections.abc import Iterable
from functools import lru_cache

from pydantic import Field

from generator.model.base import Frozen

NOTHING = re.compile(r"(?!)")
"""Matches nowhere."""


class Grammar(Frozen):
    """The word lists of a language by key; where a language gives none, nothing is known of it.

    Lists are words between bars, a star in a word stands for any letters there. Keys and what they are for
    stand in templates/prompts/en/language.yaml.
    """

    language: str = ""
    lists: dict[str, str] = Field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.language, tuple(self.lists.values())))

    def words(self, *keys: str) -> tuple[str, ...]:
        """The words of these lists as they are written, in their order."""
        return tuple(word for key in keys for word in _split(self.lists.get(key, "")))

    def has(self, key: str, word: str) -> bool:
        """Whether a word is on a list, whatever its capitals."""
        return _whole(self.lists.get(key, "")).fullmatch(word) is not None

    def first(self, key: str, word: str) -> str:
        """The first entry of a list that a word fits, or '' where none does."""
        return next((entry for entry in self.words(key) if _whole(entry).fullmatch(word)), "")

    def pattern(self, *keys: str, capitals: bool = False) -> re.Pattern[str]:
        """Finds the words of these lists where they stand as whole words; `capitals` tells them apart."""
        return _anywhere("|".join(self.lists.get(key, "") for key in keys), capitals)

    def one_of(self, *keys: str) -> str:
        """The words of these lists as alternatives of an expression; one that matches nowhere for none."""
        return alternatives(self.words(*keys))

    def unnamed_report(self, label: str) -> str:
        """What to call a report whose outlet is not known: its label where the language has no words for it."""
        return self.lists.get("report.unnamed", "{label}").replace("{label}", label)

    def values(self, key: str) -> dict[str, float]:
        """A list of `word=number` as a table; entries without a number are passed over."""
        return dict(_values(self.lists.get(key, "")))


NEUTRAL = Grammar()
"""No language in particular: nothing is known."""


def alternatives(words: Iterable[str]) -> str:
    """Words as alternatives of an expression, longer ones first; one that matches nowhere where there are none."""
    found = sorted(dict.fromkeys(words), key=lambda word: -len(word))
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for word in found) or NOTHING.pattern


@lru_cache(maxsize=512)
def _split(text: str) -> tuple[str, ...]:
    return tuple(word for part in text.split("|") if (word := " ".join(part.split())))


@lru_cache(maxsize=2048)
def _whole(text: str) -> re.Pattern[str]:
    return re.compile(alternatives(_split(text)), re.IGNORECASE)


@lru_cache(maxsize=512)
def _anywhere(text: str, capitals: bool) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(_split(text))})(?!\w)", 0 if capitals else re.IGNORECASE)


@lru_cache(maxsize=64)
def _values(text: str) -> tuple[tuple[str, float], ...]:
    pairs = (entry.partition("=") for entry in _split(text))
    return tuple((word.strip().casefold(), float(n)) for word, _, n in pairs if _is_number(n))


def _is_number(text: str) -> bool:
    return re.fullmatch(r"\d+(\.\d+)?", text.strip()) is not None
