"""What was handed in + the sheet it answers -> responses that fit the sheet, and what did not fit."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.model.booklet import AnswerKey, SheetPassage, Worksheet
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
    TextSelectionAnswer,
)
from generator.responses.given import Given, Handed, Responses
from generator.responses.locate import Place
from generator.responses.typed import Wanted, typed


@dataclass(frozen=True)
class Settled:
    """Responses to a sheet. `remarks` are (item id, what a teacher should know of how it was read)."""

    responses: Responses
    remarks: tuple[tuple[str, str], ...] = ()


def settled(handed: Handed, sheet: Worksheet, key: AnswerKey | None = None) -> Settled:
    """The answers in the shape that marking takes; what fits no place of the sheet is left out, with a remark.

    The `key` decides only where typed words are taken to stand that stand more than once in the lines.
    """
    passages = {p.label: p for p in sheet.passages}
    wanted = _wanted(key)
    answers: dict[str, Given] = {}
    remarks: list[tuple[str, str]] = []
    for question in sheet.items:
        id_, response, told = question.id, question.response, list[str]()
        passage = passages.get(response.passage) if isinstance(response, TextSelection) else None
        given = handed.answers.get(id_)
        if handed.source == "form":
            given = typed(question, handed.fields, passage, wanted.get(id_, ()), told)
        if isinstance(given, dict):
            given = {part: text for part, text in given.items() if text}
        if given:
            kept = _fitting(question, given, passage)
            if kept is None or len(kept) < len(given):
                told.append(
                    f"{'a part of' if kept else ''} the answer fits nothing on the sheet; left out".strip()
                )
            if kept:
                answers[id_] = kept
        remarks += [(id_, text) for text in told]
    named = {name.partition(".")[0] for name in handed.fields} | {*handed.answers}
    unknown = sorted(named - {q.id for q in sheet.items})
    remarks += [(id_[:60], "the sheet has no such item; left out") for id_ in unknown]
    head = handed.head.model_dump(by_alias=True)
    return Settled(Responses.model_validate({**head, "answers": answers}), tuple(remarks))


def _wanted(key: AnswerKey | None) -> dict[str, Wanted]:
    return {
        entry.id: [(span.mark, Place(span.start, span.end)) for span in entry.answer.spans]
        for entry in (key.items if key else ())
        if isinstance(entry.answer, TextSelectionAnswer)
    }


def _fitting(question: Question, given: Given, passage: SheetPassage | None) -> Given | None:
    """What of the answer fits its item; None where nothing does."""
    response = question.response
    if isinstance(given, str):
        fits = isinstance(response, ExtendedText) or (
            isinstance(response, Choice) and given in _ids(response.options)
        )
        return given if fits else None
    if isinstance(given, dict):
        return _pairs(response, given)
    if isinstance(response, MultiChoice):
        return tuple(dict.fromkeys(g for g in given if isinstance(g, str) and g in _ids(response.options)))
    if isinstance(response, Order):
        named = [g for g in given if g is not None]
        known = all(isinstance(g, str) and g in _ids(response.options) for g in named)
        fits = known and len({*named}) == len(named) and len(given) <= len(response.options)
        return given if fits and named else None
    if isinstance(response, TextSelection) and passage is not None:
        end = max((line.start + len(line.text) for line in passage.lines), default=0)
        marks = _ids(response.marks)
        return tuple(g for g in given if isinstance(g, tuple) and g[0] in marks and g[1] < g[2] <= end)
    return None


def _pairs(response: Any, given: dict[str, str]) -> Given | None:
    if isinstance(response, ShortText):
        return {blank: text for blank, text in given.items() if blank in _ids(response.blanks)}
    if not isinstance(response, Match | Grid):
        return None
    values = _ids(response.options if isinstance(response, Match) else response.columns)
    return {row: value for row, value in given.items() if row in _ids(response.rows) and value in values}


def _ids(things: Iterable[Any]) -> set[str]:
    return {thing.id for thing in things}
