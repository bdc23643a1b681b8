"""One sheet -> what it repeats and what it gives away, and what tells it from other sheets."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from generator.assemble.choose import clash
from generator.model.item import (
    Choice,
    ChoiceAnswer,
    ExtendedTextAnswer,
    Grid,
    Item,
    Match,
    MultiChoice,
    Option,
    Order,
    Question,
    Response,
    ShortText,
    ShortTextAnswer,
    TextSelection,
)

LEAST_WORDS = 5
"""A shorter answer, such as a name, may stand anywhere without giving anything away."""

_MARKS = re.compile("[“”‘’'\"]")

Flaw = Literal["twice", "row-twice", "clash", "printed"]


@dataclass(frozen=True, slots=True)
class Found:
    """Something wrong between two items of a sheet (or within one), and the words or facts that show it."""

    flaw: Flaw
    items: tuple[str, ...]
    shown: str


Content = tuple[object, ...]
"""What a question says, as a value to compare."""


def folded(text: str) -> str:
    """A text as it is compared with others: case, spaces, quotation marks and the full stop do not count."""
    return " ".join(_MARKS.sub("", text).casefold().split()).strip(" .")


def as_asked(question: Question) -> Content:
    """The question without the order of its options and rows and without its name."""
    lists = (frozenset(option.text for option in options) for options in _lists(question.response))
    return (*_opening(question), *lists, *_others(question.response))


def as_printed(question: Question) -> Content:
    """The question with all that a reader sees, in its order."""
    lists = (tuple(option.text for option in options) for options in _lists(question.response))
    return (*_opening(question), *lists, *_others(question.response))


def flaws(items: Sequence[Item], passages: str) -> list[Found]:
    """Everything that a sheet asks twice or answers itself; `passages` are the folded texts of its reports."""
    found: list[Found] = []
    asked = [as_asked(item.question) for item in items]
    for (one, mine), (other, theirs) in combinations(zip(items, asked, strict=True), 2):
        ids = (one.question.id, other.question.id)
        if mine == theirs:
            found.append(Found("twice", ids, one.question.stem or one.question.prompt))
        found += [Found("row-twice", ids, text) for text in _rows_of_both(one.question, other.question)]
        if facts := clash(one, other):
            found.append(Found("clash", ids, ", ".join(sorted(facts))))
    for item in items:
        found += [Found("row-twice", (item.question.id,), text) for text in _twice(_texts(item.question))]
    given = [_given(item.question) for item in items]
    for one in items:
        for text, wrong in _answers(one, passages):
            for other, there in zip(items, given, strict=True):
                if other is not one and text in there and not any(option in there for option in wrong):
                    found.append(Found("printed", (one.question.id, other.question.id), text))
    return found


# -- pieces ----------------------------------------------------------------------------------------


def _opening(question: Question) -> Content:
    return question.prompt, question.stem, *(extract.text for extract in question.extracts)


def _lists(response: Response) -> tuple[tuple[Option, ...], ...]:
    """What stands in lists, whose order is chance."""
    if isinstance(response, (Choice, MultiChoice, Order)):
        return (response.options,)
    if isinstance(response, Match):
        return response.rows, response.options
    if isinstance(response, Grid):
        return response.rows, response.columns
    if isinstance(response, ShortText) and response.table is not None:
        return response.table.rows, response.table.columns
    return ()


def _others(response: Response) -> Content:
    """What else makes a question another one."""
    if isinstance(response, ShortText):
        given = tuple(sorted(response.table.given.items())) if response.table is not None else ()
        return frozenset(blank.label for blank in response.blanks), frozenset(response.bank), given
    return (response.passage, response.lines) if isinstance(response, TextSelection) else ()


def _texts(question: Question) -> list[str]:
    """What is to be told apart: rows, or options that stand alone."""
    response = question.response
    if isinstance(response, (Grid, Match)):
        return [row.text for row in response.rows]
    if isinstance(response, (Choice, MultiChoice, Order)):
        return [option.text for option in response.options]
    if not isinstance(response, ShortText):
        return []
    # The blanks of a table bear the names of its columns again and again; what tells them apart is the row.
    rows = [row.text for row in response.table.rows] if response.table else []
    return [*rows, *(blank.label for blank in response.blanks if blank.row is None or response.table is None)]


def _twice(texts: Iterable[str]) -> list[str]:
    """The texts that an earlier one repeats."""
    first: dict[str, int] = {}
    numbered = [(first.setdefault(folded(text), n), n, text) for n, text in enumerate(texts)]
    return [text for known, n, text in numbered if known != n]


def _rows_of_both(one: Question, other: Question) -> list[str]:
    """Rows that two questions of one kind share, with the same columns or options to choose from."""
    if one.type != other.type or not isinstance(one.response, (Grid, Match)):
        return []
    if not isinstance(other.response, (Grid, Match)) or _opening(one) != _opening(other):
        return []
    there = {folded(row.text) for row in other.response.rows}
    return [row.text for row in one.response.rows if folded(row.text) in there]


def _given(question: Question) -> str:
    """All that a question states and does not leave open: its options are left out, its rows are not."""
    response = question.response
    said = [question.stem, *(e.text for e in question.extracts), *question.hints]
    if isinstance(response, (Grid, Match)):
        said += [row.text for row in response.rows]
    if isinstance(response, ShortText):
        said += [blank.label for blank in response.blanks]
        said += response.table.given.values() if response.table is not None else ()
    return " | ".join(map(folded, said))


def _answers(item: Item, passages: str) -> Iterator[tuple[str, list[str]]]:
    """Answers in words that would give an item away, folded, each with the wrong options beside it.

    An answer gives it away where another item prints it, unless all options stand there. Words of the reports give
    nothing away, for everybody has them, and neither do a few words such as a name.
    """
    answer, response = item.key.answer, item.question.response
    found: list[tuple[str, list[str]]] = []
    if isinstance(answer, ChoiceAnswer) and isinstance(response, Choice):
        wrong = [folded(o.text) for o in response.options if o.id != answer.option]
        found = [(folded(o.text), wrong) for o in response.options if o.id == answer.option]
    elif isinstance(answer, ShortTextAnswer):
        found = [(folded(key.model), []) for key in answer.blanks.values()]
    elif isinstance(answer, ExtendedTextAnswer):
        samples = dict.fromkeys((answer.sample, *(level.sample for level in item.key.rubric)))
        found = [(folded(sample), []) for sample in samples]
    for text, others in found:
        if len(text.split()) >= LEAST_WORDS and text not in passages:
            yield text, others
