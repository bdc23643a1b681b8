"""Answers that a student could give to an item, right and wrong, in the shape that `generator.mark` takes."""

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations
from random import Random
from typing import Any

from generator.mark import full_response, mark
from generator.model.item import (
    Choice,
    Grid,
    Item,
    KeyEntry,
    Match,
    MultiChoice,
    Option,
    Order,
    Question,
    ShortText,
    ShortTextAnswer,
)

WRONG = ("nobody at all", "42", "xyzzy", "a")
MOST = 40


def item_of(question: Question, entry: KeyEntry) -> Item:
    """Both halves of an item as `mark` wants them."""
    return Item(question=question, key=entry, asks=frozenset(), minutes=1, difficulty=1)


def tries(question: Question, entry: KeyEntry) -> Iterator[Any]:
    """The key's own answer, then others; the same for every run."""
    yield full_response(item_of(question, entry))
    random = Random(question.id)
    response = question.response
    if isinstance(response, Choice):
        yield from (option.id for option in response.options)
    elif isinstance(response, MultiChoice):
        ids = [option.id for option in response.options]
        yield from (list(some) for n in range(1, len(ids) + 1) for some in combinations(ids, n))
    elif isinstance(response, Match):
        yield from _pairs(response.rows, response.options, random)
    elif isinstance(response, Grid):
        yield from _pairs(response.rows, response.columns, random)
    elif isinstance(response, Order):
        yield from map(list, list(permutations(option.id for option in response.options))[:MOST])
    elif isinstance(response, ShortText) and isinstance(entry.answer, ShortTextAnswer):
        yield from _typed(response, entry.answer, random)


def from_list(question: Question, entry: KeyEntry) -> Iterator[dict[str, str]]:
    """Answers to a short text whose gaps offer the word bank; first words that earn all marks."""
    response, answer = question.response, entry.answer
    assert isinstance(response, ShortText)
    assert isinstance(answer, ShortTextAnswer)
    item, random = item_of(question, entry), Random(question.id)
    yield {
        id_: next(word for word in response.bank if mark(_alone(item, id_), {id_: word}) == 1)
        for id_ in answer.blanks
    }
    for _ in range(MOST):
        yield {id_: random.choice((*response.bank, "")) for id_ in answer.blanks}


def _alone(item: Item, blank: str) -> Item:
    """The item with one of its blanks, for one mark."""
    answer = item.key.answer
    assert isinstance(answer, ShortTextAnswer)
    one = answer.model_copy(update={"blanks": {blank: answer.blanks[blank]}})
    return item.model_copy(
        update={
            "key": item.key.model_copy(update={"answer": one}),
            "question": item.question.model_copy(update={"points": 1}),
        }
    )


def _pairs(rows: Sequence[Option], options: Sequence[Option], random: Random) -> Iterator[dict[str, str]]:
    for _ in range(MOST // 4):
        answered = [row for row in rows if random.random() < 0.8]
        yield {row.id: random.choice(options).id for row in answered}


def _typed(response: ShortText, answer: ShortTextAnswer, random: Random) -> Iterator[dict[str, str]]:
    known = {id_: (key.model, *key.accept) for id_, key in answer.blanks.items()}
    everything = sorted({text for texts in known.values() for text in texts} | {*response.bank, *WRONG, ""})
    for _ in range(MOST // 4):
        yield {
            id_: _as_typed(random.choice(texts if random.random() < 0.6 else everything), random)
            for id_, texts in known.items()
        }


def _as_typed(text: str, random: Random) -> str:
    """The text as somebody types it: with capitals, straight signs, a full stop."""
    ways = (
        str,
        str.upper,
        str.capitalize,
        lambda t: t.replace("’", "'").replace("“", '"').replace("”", '"'),
        lambda t: f"{t}." if t[-1:].isalnum() else t,
        lambda t: f" {t} " if t else t,
    )
    return random.choice(ways)(text)


def in_reading_order(response: ShortText) -> list[str]:
    """Ids of the blanks as they are met in their table, row by row."""
    if response.table is None:
        return [blank.id for blank in response.blanks]
    rows = [row.id for row in response.table.rows]
    columns = [column.id for column in response.table.columns]
    placed = [blank for blank in response.blanks if blank.row and blank.column]
    placed.sort(key=lambda blank: (rows.index(blank.row or ""), columns.index(blank.column or "")))
    return [blank.id for blank in (*placed, *(b for b in response.blanks if b not in placed))]
