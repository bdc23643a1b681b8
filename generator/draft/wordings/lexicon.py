"""The list of loaded words, read once: forms, neutral words of the same form, and rules about the words around."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.draft.counting import beside
from generator.draft.quantities.words import words
from generator.draft.tables import table
from generator.draft.text import Text

_RULE = re.compile(r"(?P<no>!)?(?P<side>[+-])(?P<n>\d)=(?P<words>.+)")


@dataclass(frozen=True, slots=True)
class Rule:
    """So many words before (`far` below 0) or behind must, or must not, hold one of the words.

    '^' stands for a word with a capital, "'s" for a genitive, '$' for a sign of money.
    """

    wanted: bool
    far: int
    among: frozenset[str]

    def holds(self, text: Text, i: int, after: int) -> bool:
        """For the words `i` up to `after`."""
        low, high = (after, after + self.far) if self.far > 0 else (i + self.far, i)
        low, high = max(low, 0), min(high, len(text.lower))
        return (low < high and self._seen(text, i, low, high)) is self.wanted

    def _seen(self, text: Text, i: int, low: int, high: int) -> bool:
        seen = text.lower[low:high]
        if not self.among.isdisjoint(seen):
            return True
        if "'s" in self.among and any(word.endswith("'s") for word in seen):
            return True
        if "$" in self.among and any(
            sign in text.text[text.ends[low - 1] : text.ends[high - 1]] for sign in "$£€"
        ):
            return True
        return "^" in self.among and any(_capital(text, n, i) for n in range(low, high))


def _capital(text: Text, n: int, i: int) -> bool:
    """Whether word `n` has a capital, is no word such as 'The', and stands right beside its neighbour."""
    near = beside(text, n) if n < i else beside(text, n - 1)
    return near and text.words[n][:1].isupper() and text.lower[n] not in words("stop")


@dataclass(frozen=True, slots=True)
class Entry:
    """One form. `rest` are its words behind the first; `kind` is v, n, a or r; `sure` as in the list."""

    rest: tuple[str, ...]
    kind: str
    sure: float
    neutral: tuple[str, ...]
    rules: tuple[Rule, ...]
    flags: frozenset[str]


@lru_cache(maxsize=1)
def index() -> dict[str, tuple[Entry, ...]]:
    """First word -> what may begin with it, longest first.

    Raises ValueError where a line of the list has a rule that cannot be read, or neutral words for other forms.
    """
    out: dict[str, list[Entry]] = {}
    for forms, kind, sure, neutral, *more in table("loaded"):
        rules = tuple(_rule(field) for field in more if "=" in field)
        flags = frozenset(field for field in more if "=" not in field)
        options = [option.strip().split("/") for option in neutral.split(";")] if neutral != "-" else []
        spelt = list(_forms(forms))
        if any(len(option) not in (1, len(spelt)) for option in options):
            raise ValueError(f"{forms}: {neutral}")
        for n, (first, *rest) in enumerate(spelt):
            chosen = tuple(option[n if len(option) > 1 else 0] for option in options)
            out.setdefault(first, []).append(Entry(tuple(rest), kind, float(sure), chosen, rules, flags))
    return {first: tuple(sorted(entries, key=lambda e: -len(e.rest))) for first, entries in out.items()}


def _forms(forms: str) -> Iterator[list[str]]:
    """'lash/lashes out at' -> both with 'out at'; 'fat cat/fat cats' -> as they stand."""
    *heads, tail = forms.split("/")
    last, *rest = tail.split(" ")
    if any(" " in head for head in heads):
        yield from (form.split(" ") for form in (*heads, tail))
    else:
        yield from ([head, *rest] for head in (*heads, last))


def _rule(field: str) -> Rule:
    match = _RULE.fullmatch(field)
    if match is None:
        raise ValueError(field)
    return Rule(match["no"] is None, int(match["side"] + match["n"]), frozenset(match["words"].split(",")))
