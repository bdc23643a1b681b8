"""What tends to be right in an exercise type, learnt from other lessons, and a solver that goes by it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from generator.model.item import (
    ChoiceAnswer,
    GridAnswer,
    Item,
    Match,
    MatchAnswer,
    MultiChoiceAnswer,
    Option,
    Question,
)
from generator.stress.solvers import Answers, best, columns_of, ranked, rows_of

TRUST = 4
"""How many sights of an option weigh as much as knowing nothing of it."""

Sight = tuple[str, str]
"""Exercise type, words of an option."""


@dataclass
class Habits:
    """How often options were offered and how often they were right, by exercise type and by their words."""

    offered: Counter[Sight] = field(default_factory=Counter)
    right: Counter[Sight] = field(default_factory=Counter)

    def learn(self, item: Item) -> None:
        """Takes note of the right and wrong options of an item."""
        question, answer = item.question, item.key.answer
        response = question.response
        if isinstance(answer, (GridAnswer, MatchAnswer)):
            options = columns_of(question) or (response.options if isinstance(response, Match) else ())
            pairs = answer.cells if isinstance(answer, GridAnswer) else answer.pairs
            for id_ in pairs.values():
                self._see(question.type, options, {id_})
        elif isinstance(answer, (ChoiceAnswer, MultiChoiceAnswer)):
            ids = {answer.option} if isinstance(answer, ChoiceAnswer) else set(answer.options)
            self._see(question.type, getattr(response, "options", ()), ids)

    def __add__(self, other: "Habits") -> "Habits":
        return Habits(self.offered + other.offered, self.right + other.right)

    def solve(self, question: Question, rng: Random) -> Answers:
        """Takes what was most often right before; nothing where no option was ever seen."""
        response = question.response
        rows, columns = rows_of(question), columns_of(question)
        options = columns or getattr(response, "options", ())
        if not any(self.offered[_sight(question.type, o)] for o in options):
            return []
        base = 1 / len(options)

        def worth(text: str) -> float:
            sight = (question.type, text.casefold())
            return (self.right[sight] + TRUST * base) / (self.offered[sight] + TRUST)

        if columns:
            return [{row.id: ranked(columns, worth, rng)[0].id for row in rows}]
        if isinstance(response, Match):
            likely = ranked(response.options, worth, rng)[: len(response.rows)]
            rng.shuffle(likely)
            return [{row.id: option.id for row, option in zip(response.rows, likely, strict=False)}]
        return best(question, worth, rng)

    def _see(self, type_: str, options: Iterable[Option], right: set[str]) -> None:
        for option in options:
            self.offered[_sight(type_, option)] += 1
            self.right[_sight(type_, option)] += option.id in right


def _sight(type_: str, option: Option) -> Sight:
    return type_, option.text.casefold()
