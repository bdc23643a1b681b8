"""Responses + key -> marks, for every kind of answer that a program can judge."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from generator.model.grammar import NEUTRAL, Grammar
from generator.model.item import (
    Answer,
    ChoiceAnswer,
    ExtendedTextAnswer,
    GridAnswer,
    Item,
    MatchAnswer,
    MultiChoiceAnswer,
    OrderAnswer,
    ShortTextAnswer,
    TextSelectionAnswer,
)

Given = Any
"""What a student gave, in the shape of the answer: an option id, a list of ids, {row: option}, {blank: text},
a list of (mark, start, end), or text."""


def mark(item: Item, given: Given, grammar: Grammar = NEUTRAL) -> int | None:
    """Marks for a response: parts right, shared over the item's points and rounded down; None where a person
    must judge (extended text). A blank response (None or empty) gets 0. In short answers a leading article
    of the sheet's language counts for nothing.
    """
    answer = item.key.answer
    if isinstance(answer, ExtendedTextAnswer):
        return None if given else 0
    if not given:
        return 0
    share = _SHARES[type(answer)](answer, given, grammar)
    return int(item.question.points * share)


def folded(text: str, grammar: Grammar = NEUTRAL) -> str:
    """Text as answers are compared: case, spaces, quotation marks, outer signs and a leading article fold."""
    text = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').replace("–", "-")
    text = text.replace("«", '"').replace("»", '"')
    text = " ".join(text.casefold().split())
    # An answer of signs alone ('?') keeps them, so that no other sign and no blank space counts for it.
    text = text.strip(" .,;:!?¿¡\"'()[]") or text
    first, _, rest = text.partition(" ")
    return rest if rest and grammar.has("articles", first) else text


def full_response(item: Item) -> Given:
    """The response that the key itself gives, in the shape that `mark` takes."""
    answer = item.key.answer
    if isinstance(answer, ChoiceAnswer):
        return answer.option
    if isinstance(answer, MultiChoiceAnswer):
        return list(answer.options)
    if isinstance(answer, MatchAnswer):
        return dict(answer.pairs)
    if isinstance(answer, GridAnswer):
        return dict(answer.cells)
    if isinstance(answer, OrderAnswer):
        return [id_ for group in answer.groups for id_ in group]
    if isinstance(answer, ShortTextAnswer):
        return {id_: key.model for id_, key in answer.blanks.items()}
    if isinstance(answer, TextSelectionAnswer):
        return [(s.mark, s.start, s.end) for s in answer.spans]
    return answer.sample


def _choice(answer: ChoiceAnswer, given: Given, _grammar: Grammar) -> Fraction:
    return Fraction(given == answer.option)


def _multi_choice(answer: MultiChoiceAnswer, given: Sequence[str], _grammar: Grammar) -> Fraction:
    """Each wrong tick takes back one right one, so that ticking everything earns nothing."""
    right = set(answer.options)
    hits, false = len(set(given) & right), len(set(given) - right)
    return Fraction(max(0, hits - false), len(right))


def _pairs(answer: MatchAnswer | GridAnswer, given: Mapping[str, str], _grammar: Grammar) -> Fraction:
    right = answer.pairs if isinstance(answer, MatchAnswer) else answer.cells
    return Fraction(sum(given.get(row) == option for row, option in right.items()), len(right))


def _order(answer: OrderAnswer, given: Sequence[str], _grammar: Grammar) -> Fraction:
    """Places in the right group of places."""
    groups = [group for group in answer.groups for _ in group]
    return Fraction(sum(a in group for a, group in zip(given, groups, strict=False)), len(groups))


def _short_text(answer: ShortTextAnswer, given: Mapping[str, str], grammar: Grammar) -> Fraction:
    hits = sum(
        folded(given.get(id_, ""), grammar) in {folded(text, grammar) for text in (key.model, *key.accept)}
        for id_, key in answer.blanks.items()
        if given.get(id_)
    )
    return Fraction(hits, len(answer.blanks))


def _text_selection(
    answer: TextSelectionAnswer, given: Sequence[tuple[str, int, int]], _grammar: Grammar
) -> Fraction:
    """A mark is right when it overlaps a span of its kind by more than half of both; each counts once."""
    need = answer.enough or len(answer.spans)
    left = list(answer.spans)
    hits = false = 0
    for kind, start, end in given:
        found = next((s for s in left if s.mark == kind and _same_place(s.start, s.end, start, end)), None)
        if found is None:
            false += 1
        else:
            left.remove(found)
            hits += 1
    return Fraction(min(need, max(0, hits - false)), need)


def _same_place(a: int, b: int, start: int, end: int) -> bool:
    shared = min(b, end) - max(a, start)
    return shared * 2 > max(b - a, end - start)


_SHARES: dict[type[Answer], Callable[[Any, Given, Grammar], Fraction]] = {
    ChoiceAnswer: _choice,
    MultiChoiceAnswer: _multi_choice,
    MatchAnswer: _pairs,
    GridAnswer: _pairs,
    OrderAnswer: _order,
    ShortTextAnswer: _short_text,
    TextSelectionAnswer: _text_selection,
}
