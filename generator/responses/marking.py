"""Responses + sheet + key -> marks item by item, and what is left for the teacher to judge."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.mark import folded, mark
from generator.model.booklet import AnswerKey, Worksheet
from generator.model.grammar import NEUTRAL, Grammar
from generator.model.item import (
    ExtendedTextAnswer,
    Item,
    KeyEntry,
    Question,
    RubricLevel,
    ShortText,
    ShortTextAnswer,
)
from generator.responses.given import Given, Responses

NEAR = 0.8
"""Likeness from which a short answer is shown to the teacher as one that may be meant rightly."""


@dataclass(frozen=True)
class MarkedItem:
    """An item of one student's sheet. `marks` is None where a person must judge.

    `words` are what the teacher should read: the text of an open answer, or the short answers that the key does
    not list. For each of these `asked` has the place it was written in, and `keyed` what the key has there.
    """

    id: str
    number: int
    prompt: str
    points: int
    answered: bool
    open: bool
    marks: int | None
    words: tuple[str, ...] = ()
    rubric: tuple[RubricLevel, ...] = ()
    asked: tuple[str, ...] = ()
    keyed: tuple[str, ...] = ()

    def near(self, n: int) -> bool:
        """Whether the n-th of the words may be the key's own with a slip of the pen, or lead to them."""
        typed, wanted = folded(self.words[n]), folded(self.keyed[n])
        if re.findall(r"\d+", typed) != re.findall(r"\d+", wanted):
            return False
        return SequenceMatcher(None, typed, wanted, autojunk=False).ratio() >= NEAR


@dataclass(frozen=True)
class Marked:
    """A student's sheet; `marks` out of `points` are those that a program can judge."""

    responses: Responses
    items: tuple[MarkedItem, ...]

    @property
    def marks(self) -> int:
        return sum(item.marks or 0 for item in self.items if not item.open)

    @property
    def points(self) -> int:
        return sum(item.points for item in self.items if not item.open)

    @property
    def open_points(self) -> int:
        """Marks of open answers that are there to be judged."""
        return sum(item.points for item in self.items if item.open and item.answered)


def marked(responses: Responses, sheet: Worksheet, key: AnswerKey, grammar: Grammar = NEUTRAL) -> Marked:
    """Marks for every item in the order of the sheet. `sheet` and `key` bear the form id of the responses."""
    entries = {entry.id: entry for entry in key.items}
    questions = {q.id: q for q in sheet.items}
    order = [id_ for section in sheet.sections for id_ in section.items]
    items = [
        _item(number, questions[id_], entries[id_], responses.answers.get(id_), grammar)
        for number, id_ in enumerate(order, 1)
    ]
    return Marked(responses, tuple(items))


def _item(number: int, question: Question, entry: KeyEntry, given: Given | None, grammar: Grammar) -> MarkedItem:
    open_ = isinstance(entry.answer, ExtendedTextAnswer)
    # Marking looks at question and key alone; times and topics matter to the making of a sheet.
    missed = _missed(question, entry, given, grammar)
    text = (given,) if open_ and isinstance(given, str) else ()
    item = Item(question=question, key=entry, asks=frozenset(), minutes=1, difficulty=1)
    return MarkedItem(
        id=question.id,
        number=number,
        prompt=question.prompt,
        points=question.points,
        answered=bool(given),
        open=open_,
        marks=mark(item, given, grammar),
        words=text or tuple(words for _, words, _ in missed),
        rubric=entry.rubric,
        asked=tuple(label for label, _, _ in missed),
        keyed=tuple(model for _, _, model in missed),
    )


def _missed(
    question: Question, entry: KeyEntry, given: Given | None, grammar: Grammar
) -> tuple[tuple[str, str, str], ...]:
    """(label of the blank, what was written, what the key has) of short answers that the key does not list."""
    answer, response = entry.answer, question.response
    if not (isinstance(answer, ShortTextAnswer) and isinstance(response, ShortText) and isinstance(given, dict)):
        return ()
    out = []
    for blank in response.blanks:
        key, text = answer.blanks.get(blank.id), given.get(blank.id, "")
        if key and text and folded(text, grammar) not in {folded(t, grammar) for t in (key.model, *key.accept)}:
            out.append((blank.label, text, key.model))
    return tuple(out)
