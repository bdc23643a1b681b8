"""Ways to answer a question without reading the reports. A solver sees the question and nothing of the key.

It gives the answers between which it cannot choose, mostly a single one, and none where it has nothing to go by.
Where the equals are rows or many options, chance picks among their orders.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from random import Random

from generator.mark import Given
from generator.model.item import Choice, Grid, Match, MultiChoice, Option, Order, Question

Answers = Sequence[Given]
Solver = Callable[[Question, Random], Answers]
Worth = Callable[[str], float]

PLACES = 6
"""Options that are tried each by its place; none of ours has more."""
LAST = -1
LEAST_LETTERS = 4
"""Shorter words stand in every sentence."""
_WORD = re.compile(r"[^\W\d_]+|\d+")


def at_place(place: int) -> Solver:
    """Always takes the option at this place (0 is the first, LAST the last); orders it leaves or turns round."""

    def solve(question: Question, _rng: Random) -> Answers:
        response = question.response
        if isinstance(response, Choice):
            return [response.options[place].id] if place < len(response.options) else []
        if isinstance(response, MultiChoice) and place < len(response.options):
            return [[o.id for o in _turned(response.options, place)[: ticks(response)]]]
        if isinstance(response, Match) and not response.reuse and place < len(response.options):
            return [_pairs(response.rows, _turned(response.options, place))]
        if isinstance(response, Order) and place in (0, LAST):
            return [[o.id for o in (response.options if place == 0 else reversed(response.options))]]
        return []

    return solve


def in_column(column: int) -> Solver:
    """Always ticks the same column, or matches every row with the same option where it may be used again."""

    def solve(question: Question, _rng: Random) -> Answers:
        columns = columns_of(question)
        if not columns or column >= len(columns):
            return []
        return [{row.id: columns[column].id for row in rows_of(question)}]

    return solve


def by_length(longest: bool) -> Solver:
    """Takes the longest option, or the shortest; answers in rows or in order have none."""
    sign = 1 if longest else -1

    def solve(question: Question, rng: Random) -> Answers:
        return best(question, lambda text: sign * len(text), rng)

    return solve


def by_words(most: bool) -> Solver:
    """Takes the option that shares most words with what is printed with it, or least."""
    sign = 1 if most else -1

    def solve(question: Question, rng: Random) -> Answers:
        response = question.response
        if isinstance(response, (Grid, Match)):
            paired = _rows_by_words(response, sign, rng)
            return [paired] if paired else []
        told = content_words(" ".join([question.stem, *(e.text for e in question.extracts)]))
        return best(question, lambda text: sign * _shared(text, told), rng) if told else []

    return solve


def every_option(question: Question, _rng: Random) -> Answers:
    """Ticks all options where any number may be ticked."""
    response = question.response
    if isinstance(response, MultiChoice) and response.choose is None:
        return [[option.id for option in response.options]]
    return []


SOLVERS: dict[str, Solver] = {
    **{f"always option {place + 1}": at_place(place) for place in range(PLACES)},
    "always the last option": at_place(LAST),
    **{f"always column {place + 1}": in_column(place) for place in range(PLACES)},
    "always the last column": in_column(LAST),
    "every option": every_option,
    "the longest option": by_length(longest=True),
    "the shortest option": by_length(longest=False),
    "most words shared": by_words(most=True),
    "fewest words shared": by_words(most=False),
}
"""All solvers that need nothing but the sheet, by the name that reports give them."""


# -- pieces ----------------------------------------------------------------------------------------


def ticks(response: MultiChoice) -> int:
    """How many options somebody ticks who does not know: as many as are asked for, else half of them."""
    return response.choose if response.choose is not None else max(1, (len(response.options) + 1) // 2)


def rows_of(question: Question) -> tuple[Option, ...]:
    """The rows that each take one of the same columns; none where there are no such rows."""
    response = question.response
    return response.rows if isinstance(response, Grid) or (isinstance(response, Match) and response.reuse) else ()


def columns_of(question: Question) -> tuple[Option, ...]:
    """What all rows may take again and again; nothing where there are no such rows."""
    response = question.response
    if isinstance(response, Grid):
        return response.columns
    return response.options if isinstance(response, Match) and response.reuse else ()


def ranked(options: Iterable[Option], worth: Worth, rng: Random) -> list[Option]:
    """The options, those of most worth first; chance decides between equals."""
    keyed = [(worth(option.text), rng.random(), option) for option in options]
    return [option for _, _, option in sorted(keyed, key=lambda entry: entry[:2], reverse=True)]


def best(question: Question, worth: Worth, rng: Random) -> Answers:
    """The answers of somebody who goes by the worth of each option; none for answers in rows or in order."""
    response = question.response
    if isinstance(response, Choice):
        values = [worth(option.text) for option in response.options]
        return [o.id for o, value in zip(response.options, values, strict=True) if value == max(values)]
    if isinstance(response, MultiChoice):
        return [[option.id for option in ranked(response.options, worth, rng)[: ticks(response)]]]
    return []


def content_words(text: str) -> frozenset[str]:
    """The words and numbers of a text that say what it is about, folded."""
    return frozenset(w for w in _WORD.findall(text.casefold()) if len(w) >= LEAST_LETTERS or w.isdigit())


def _shared(text: str, told: frozenset[str]) -> float:
    own = content_words(text)
    return len(own & told) / len(own) if own else 0.0


def _turned(options: Sequence[Option], place: int) -> list[Option]:
    """The options from this place on and round again; from the last backwards."""
    return list(reversed(options)) if place == LAST else [*options[place:], *options[:place]]


def _pairs(rows: Iterable[Option], options: Iterable[Option]) -> dict[str, str]:
    return {row.id: option.id for row, option in zip(rows, options, strict=False)}


def _rows_by_words(response: Grid | Match, sign: int, rng: Random) -> dict[str, str] | None:
    """Each row with the option that shares most words with it, or least; the surest first."""
    options = response.columns if isinstance(response, Grid) else response.options
    told = {row.id: content_words(row.text) for row in response.rows}
    worth = {(r.id, o.id): _shared(o.text, told[r.id]) for r in response.rows for o in options}
    if not any(worth.values()):
        return None
    every = sorted(worth, key=lambda pair: (sign * worth[pair], rng.random()), reverse=True)
    once = isinstance(response, Match) and not response.reuse
    given: dict[str, str] = {}
    for row, option in every:
        if row not in given and not (once and option in given.values()):
            given[row] = option
    return given
