"""Chosen items -> the same items with their right options at places that nobody can guess.

Chance alone leaves the key of too many items in the same place. Here the places go round: among the items of a
sheet with the same number of options, each place comes as often as the others, and so it does over the variants.
So an item that is added to a lesson can move the keys of those below it; their words stay.
"""

from random import Random

from generator.model.item import (
    Choice,
    ChoiceAnswer,
    Item,
    Match,
    MatchAnswer,
    MultiChoice,
    MultiChoiceAnswer,
    Option,
)
from generator.model.variants import VariantName, turn_of

Places = dict[tuple[str, int], int]
"""Kind of response and number of options -> how many such items the sheet has so far."""


class KeyPlaces:
    """Gives out the places of one sheet, item by item in the order of the sheet."""

    def __init__(self, lesson: str, variant: VariantName) -> None:
        self._lesson, self._turn = lesson, turn_of(variant)
        self._count: Places = {}

    def placed(self, item: Item) -> Item:
        """The item with its options turned, ids and words as they were; an item whose order tells nothing stays.

        Options keep their chance order as in a ring, of which only the beginning moves.
        """
        response, first = item.question.response, _first_right(item)
        if first is None or not isinstance(response, (Choice, MultiChoice, Match)):
            return item
        options = response.options
        at = next((n for n, option in enumerate(options) if option.id == first), None)
        if at is None:
            return item
        begin = (at - self._next(response.kind, len(options))) % len(options)
        turned = (*options[begin:], *options[:begin])
        return _with_options(item, turned)

    def _next(self, kind: str, size: int) -> int:
        """The place for the next item of this kind and size.

        Items go through a chance order of all places, begun at another one in each variant. Which one that is
        goes by chance too, in rounds of all: an item that comes in every third variant meets all places as well.
        """
        number = self._count.get((kind, size), 0)
        self._count[kind, size] = number + 1
        block, item = divmod(number, size)
        round_, turn = divmod(self._turn, size)
        order = _order(f"{self._lesson}:{kind}:{size}:items:{block}", size)
        turns = _order(f"{self._lesson}:{kind}:{size}:variants:{round_}", size)
        return (order[item] + turns[turn]) % size


def _order(seed: str, size: int) -> list[int]:
    places = list(range(size))
    Random(seed).shuffle(places)
    return places


def _first_right(item: Item) -> str | None:
    """The option whose place is looked after: a right one, or what most rows take, the first of them if equal."""
    answer, response = item.key.answer, item.question.response
    if isinstance(answer, ChoiceAnswer):
        return answer.option
    if isinstance(answer, MultiChoiceAnswer):
        return answer.options[0] if answer.options else None
    if isinstance(answer, MatchAnswer) and isinstance(response, Match):
        taken = [answer.pairs[row.id] for row in response.rows if row.id in answer.pairs]
        return max(taken, key=taken.count) if taken else None
    return None


def _with_options(item: Item, options: tuple[Option, ...]) -> Item:
    response = item.question.response.model_copy(update={"options": options})
    return item.model_copy(update={"question": item.question.model_copy(update={"response": response})})
