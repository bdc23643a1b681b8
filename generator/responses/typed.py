"""The fields of a filled-in form -> an item's answer in the shape that marking takes."""

from collections.abc import Mapping, Sequence

from generator.model.booklet import SheetPassage
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
from generator.render.fields import parts_of
from generator.render.view import letters_of
from generator.responses.given import Given
from generator.responses.locate import Place, Window, finds

Wanted = Sequence[tuple[str, Place]]
"""(way of marking, place): what the key wants marked."""


def typed(
    question: Question, fields: Mapping[str, str], passage: SheetPassage | None, wanted: Wanted, remarks: list[str]
) -> Given | None:
    """The answer, or None where nothing was filled in.

    `passage` is where a text selection looks. Appends to `remarks` what a teacher should know of how it was read.
    """
    id_, response = question.id, question.response
    own = {name.removeprefix(f"{id_}."): text for name, text in fields.items() if name.startswith(f"{id_}.")}
    if isinstance(response, Choice):
        return fields.get(id_) or None
    if isinstance(response, MultiChoice):
        return tuple(part for part in own)
    if isinstance(response, Grid | ShortText):
        return own
    if isinstance(response, Match):
        ids = {letter: option for option, letter in letters_of(response.options).items()}
        return {row: ids.get(text.casefold(), text) for row, text in own.items()}
    if isinstance(response, Order):
        return _places(response, own, remarks)
    if isinstance(response, ExtendedText):
        return _sentences(response, own | ({"": fields[id_]} if id_ in fields else {}))
    assert isinstance(response, TextSelection)
    return _spans(response, own, Window(passage, response.lines), wanted, remarks) if passage else None


def _places(response: Order, own: Mapping[str, str], remarks: list[str]) -> Given | None:
    """The options by place; nothing stands at a place that nobody or that two claim."""
    places: list[str | None] = []
    for n in range(1, len(response.options) + 1):
        here = [option.id for option in response.options if own.get(option.id) == str(n)]
        if len(here) > 1:
            remarks.append(f"the number {n} was given {len(here)} times, so nothing stands there")
        places.append(here[0] if len(here) == 1 else None)
    return tuple(places) if any(places) else None


def _sentences(response: ExtendedText, own: Mapping[str, str]) -> Given | None:
    """The text; behind a sentence starter what the student wrote for it."""
    parts = zip(parts_of(response), response.frame or ("",), strict=True)
    return "\n".join(f"{start} {own[part]}".strip() for part, start in parts if own.get(part)) or None


def _spans(
    response: TextSelection, own: Mapping[str, str], window: Window, wanted: Wanted, remarks: list[str]
) -> Given | None:
    """The places of the words. Where they stand more than once, one that the key wants is taken: on paper the
    student would have marked it there.
    """
    found: list[tuple[str, int, int]] = []
    for mark in response.marks:
        taken: list[Place] = []
        for words in finds(own.get(mark.id, ""), window):
            places, exact = window.find(words)
            free = [place for place in places if not any(place.meets(other) for other in taken)]
            keyed = [place for place in free if any(m == mark.id and place.meets(p) for m, p in wanted)]
            shown = words if len(words) <= 60 else words[:59] + "…"
            if free:
                taken.append((keyed or free)[0])
                if not exact:
                    remarks.append(f"“{shown}” was taken for words with a slip of the pen")
            elif not places:
                remarks.append(f"“{shown}” does not stand in these lines; left out")
        found += [(mark.id, place.start, place.end) for place in taken]
    return tuple(found) or None
