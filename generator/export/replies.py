"""What students answer in, where a platform has no kind of answer of its own for it: tables, lists and notes."""

from collections.abc import Mapping

from generator.export.carrier import Carrier, Say
from generator.export.texts import plain, rich
from generator.export.wording import Note
from generator.export.xml_tree import El, Raw, el
from generator.model.item import ExtendedText, Order, Question, ShortText, Table, TextSelection

Field = El | Raw | str


def blanks(carrier: Carrier, question: Question, fields: Mapping[str, Field]) -> El:
    """The blanks in their table, or in a list where there is none; `fields` gives what stands in each."""
    response = question.response
    assert isinstance(response, ShortText)
    labels = {blank.id: rich(carrier.take(question.id, "blank", blank.id)) for blank in response.blanks}
    if response.table is None:
        lines = (el("p", Raw(f"{labels[id_]}: "), field) for id_, field in fields.items())
        return el("div", *lines)
    return _table(carrier, question.id, response, response.table, fields)


def _table(carrier: Carrier, id_: str, response: ShortText, table: Table, fields: Mapping[str, Field]) -> El:
    at = {(blank.row, blank.column): fields[blank.id] for blank in response.blanks}
    corner = rich(carrier.take(id_, "corner"))
    heads = [el("th", Raw(rich(carrier.take(id_, "column", column.id)))) for column in table.columns]
    rows = [el("tr", el("th", Raw(corner)), *heads)]
    for row in table.rows:
        cells: list[El] = [el("th", Raw(rich(carrier.take(id_, "row", row.id))))]
        for column in table.columns:
            given = carrier.take(id_, "cell", f"{row.id}:{column.id}")
            cells.append(el("td", at.get((row.id, column.id), Raw(rich(given)))))
        rows.append(el("tr", *cells))
    return el("table", el("tbody", *rows))


def numbered(question: Question) -> dict[str, Field]:
    """A number for each blank, where all are answered in one field."""
    assert isinstance(question.response, ShortText)
    return {blank.id: f"({n}) ____" for n, blank in enumerate(question.response.blanks, 1)}


def bank(carrier: Carrier, question: Question, say: Say) -> Note:
    """The words to use."""
    words = carrier.take_all(question.id, "bank")
    return Note(say("item.bank"), (rich(" · ".join(words)),) if words else ())


def starters(carrier: Carrier, question: Question, say: Say) -> Note:
    """The sentence starters of an item in sentences."""
    assert isinstance(question.response, ExtendedText)
    return Note(say("lms.frame"), tuple(rich(start) for start in carrier.take_all(question.id, "frame")))


def ends(carrier: Carrier, question: Question, say: Say) -> Note:
    """What comes first and what comes last."""
    assert isinstance(question.response, Order)
    first, last = (plain(carrier.take(question.id, "ends", end)) for end in ("first", "last"))
    told = say("lms.order", **{"from": first, "to": last, "n": len(question.response.options)})
    return Note("", (rich(told),))


def rows(carrier: Carrier, question: Question, say: Say) -> tuple[Note, ...]:
    """Above the rows of a grid that became pairs: how to answer, as there is nothing to tick; their heading."""
    corner = rich(carrier.take(question.id, "corner"))
    told = Note("", (rich(say("lms.choose_row")),))
    return (told, Note("", (f"<strong>{corner}</strong>",))) if corner else (told,)


def where(carrier: Carrier, question: Question, say: Say, *, marking: bool = False) -> Note:
    """In which lines words are to be found, or to be marked where a platform can do that."""
    response = question.response
    assert isinstance(response, TextSelection)
    carrier.take(question.id, "place")
    first, last = response.lines
    key = "item.mark_in" if marking else "lms.look_at"
    if last == 0:
        told = say(f"{key}.headline", label=response.passage)
    elif first == last:
        told = say(f"{key}.line", label=response.passage, first=first)
    else:
        told = say(f"{key}.lines", label=response.passage, first=first, last=last)
    return Note("", (rich(told),))


def how_many(carrier: Carrier, question: Question, say: Say) -> Note:
    """How many to find or to choose, where that is told."""
    n = carrier.take(question.id, "choose")
    key = "item.find" if isinstance(question.response, TextSelection) else "item.choose"
    return Note("", (rich(say(key, n=n)),) if n else ())
