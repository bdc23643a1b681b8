"""A sentence as the rules see it: its words in lower case, what parts them, what was found out about it."""

from collections.abc import Callable
from typing import NamedTuple

from generator.draft.certainty.grammar import BE, adverb
from generator.draft.text import Text


class Hit(NamedTuple):
    """What a rule says of a find: its name, the confidence, and the words of the marker where they are others."""

    rule: str
    confidence: float
    first: int = -1
    last: int = -1
    kind: str = ""


class Sentence:
    """Words `first` to `last` (exclusive) of a text. Word numbers are those of the text."""

    __slots__ = ("_known", "ends", "first", "last", "lower", "starts", "text", "whole", "words")

    def __init__(self, whole: Text, first: int, last: int) -> None:
        self.whole, self.text = whole, whole.text
        self.lower, self.words = whole.lower, whole.words
        self.starts, self.ends = whole.starts, whole.ends
        self.first, self.last = first, last
        self._known: dict[str, bool] = {}

    def word(self, i: int) -> str:
        """The word at `i` in lower case; empty outside the sentence."""
        return self.lower[i] if self.first <= i < self.last else ""

    def gap(self, i: int) -> str:
        """What stands between word `i` - 1 and word `i`, white space left out; of the first word: nothing."""
        if not self.first < i < self.last:
            return ""
        return self.text[self.ends[i - 1] : self.starts[i]].strip()

    def after(self, i: int) -> str:
        """The sign right behind word `i`, white space left out, or nothing."""
        return self.text[self.ends[i] : self.ends[i] + 3].strip()[:1]

    def capital(self, i: int) -> bool:
        """Whether word `i` begins with a capital though it does not begin the sentence."""
        return self.first < i < self.last and self.words[i][0].isupper()

    def skip_adverbs(self, i: int, step: int = 1) -> int:
        """The number of the next word from `i` on (forwards or backwards) that is no adverb."""
        while self.first <= i < self.last and adverb(self.lower[i]):
            i += step
        return i

    def known(self, name: str, ask: "Callable[[Sentence], bool]") -> bool:
        """The answer to a question about the whole sentence, asked once."""
        if name not in self._known:
            self._known[name] = ask(self)
        return self._known[name]

    def has(self, words: frozenset[str], first: int, last: int) -> bool:
        """Whether one of the words stands between two places."""
        return not words.isdisjoint(self.lower[max(first, self.first) : min(last, self.last)])

    def passive(self, i: int) -> int:
        """The place of the form of 'be' before a participle at `i` (adverbs may stand between), or -1."""
        k = self.skip_adverbs(i - 1, -1)
        return k if self.word(k) in BE or self.word(k).endswith(("'s", "'re")) else -1
