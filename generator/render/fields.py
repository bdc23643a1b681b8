"""Worksheet -> the fields of its fillable form: their names, what they are and what is said of them.

A name begins with the item's id and goes on with the id of a row, an option or a blank, so it stays the same
when an item is reworded. Names of what is no answer begin with an underscore, as no item's id does.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.model.booklet import Worksheet
from generator.model.item import (
    Choice,
    ExtendedText,
    Grid,
    Match,
    MultiChoice,
    Order,
    Question,
    ShortText,
    TextSelection,
)
from generator.render.filters import plain
from generator.render.view import blank_lines, letter

Say = Callable[..., str]
"""The interface's wording: (key, **values) -> text."""

FieldKind = Literal["line", "lines", "tick", "one", "pick"]
"""One line of text, several lines, a box to tick, one of several to choose, one to pick from a list."""

STUDENT = ("name", "class", "date")


@dataclass(frozen=True, slots=True)
class State:
    """What a choice can be: the value that is kept, and what a screen reader says of its own widget."""

    value: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A field. `name` has a full stop between its levels; `tip` is what a screen reader says.

    A field of kind 'one' has a widget for each of its states, named 'name:value' on the page.
    """

    name: str
    kind: FieldKind
    tip: str
    states: tuple[State, ...] = ()

    @property
    def widgets(self) -> tuple[str, ...]:
        """The names of its inputs on the page."""
        return tuple(f"{self.name}:{s.value}" for s in self.states) if self.kind == "one" else (self.name,)


def fields_of(sheet: Worksheet, say: Say) -> tuple[Field, ...]:
    """The fields in the order of the sheet, those for name, class and date first."""
    order = [id_ for section in sheet.sections for id_ in section.items]
    questions = {q.id: q for q in sheet.items}
    fields = [Field(f"_student.{part}", "line", say(f"head.{part}")) for part in STUDENT]
    for number, id_ in enumerate(order, 1):
        fields += _of_item(questions[id_], number, say)
    return tuple(fields)


def parts_of(response: ExtendedText) -> tuple[str, ...]:
    """Names of the places to write a long answer in: one for each sentence starter, else a single one."""
    return tuple(f"s{i}" for i in range(1, len(response.frame) + 1)) if response.frame else ("",)


def _of_item(question: Question, number: int, say: Say) -> Iterator[Field]:
    id_, response = question.id, question.response

    def tip(text: str, part: str = "") -> str:
        values = {"n": number, "text": plain(text)}
        return say("form.part", label=plain(part), **values) if part else say("form.item", **values)

    if isinstance(response, Choice):
        states = tuple(State(o.id, tip(o.text, letter(i))) for i, o in enumerate(response.options))
        yield Field(id_, "one", tip(question.prompt), states)
    elif isinstance(response, MultiChoice):
        for i, option in enumerate(response.options):
            yield Field(f"{id_}.{option.id}", "tick", tip(option.text, letter(i)))
    elif isinstance(response, Grid):
        for row in response.rows:
            states = tuple(State(c.id, tip(c.text, row.text)) for c in response.columns)
            yield Field(f"{id_}.{row.id}", "one", tip(row.text), states)
    elif isinstance(response, Match):
        states = tuple(State(letter(i)) for i in range(len(response.options)))
        for row in response.rows:
            yield Field(f"{id_}.{row.id}", "pick", tip(row.text), states)
    elif isinstance(response, Order):
        places = tuple(State(str(n)) for n in range(1, len(response.options) + 1))
        for option in response.options:
            yield Field(f"{id_}.{option.id}", "pick", tip(option.text), places)
    elif isinstance(response, ShortText):
        high = blank_lines(question) > 1
        for blank in response.blanks:
            yield Field(f"{id_}.{blank.id}", "lines" if blank.row or high else "line", tip(blank.label))
    elif isinstance(response, ExtendedText):
        starters = response.frame or (question.prompt,)
        for part, text in zip(parts_of(response), starters, strict=True):
            yield Field(f"{id_}.{part}" if part else id_, "lines", tip(text))
    else:
        assert isinstance(response, TextSelection)
        for mark in response.marks:
            yield Field(f"{id_}.{mark.id}", "lines", tip(say("form.words", label=mark.label)))
