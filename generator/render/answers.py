"""Key entries -> what is printed of them: places in an order, what is accepted where, which option misleads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.item import (
    BlankKey,
    Choice,
    Evidence,
    Grid,
    KeyEntry,
    Match,
    MultiChoice,
    Option,
    Order,
    Question,
    ShortText,
    ShortTextAnswer,
)
from generator.render.view import letter

MANY = 12
"""How many accepted answers of a blank are printed in full."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line of the note below an item; `label` says what it belongs to and may be empty."""

    label: str
    text: str


def places_of(groups: Sequence[Sequence[str]]) -> dict[str, str]:
    """Option id -> its place, '2' or, in a group of any order, '2–3'."""
    out: dict[str, str] = {}
    at = 1
    for group in groups:
        last = at + len(group) - 1
        out |= dict.fromkeys(group, str(at) if at == last else f"{at}–{last}")
        at = last + 1
    return out


@dataclass(frozen=True, slots=True)
class Proof:
    """A quote; `lines` is None where it stands on the same lines as the quote before it."""

    passage: str
    lines: tuple[int, int] | None
    quote: str


@dataclass(frozen=True, slots=True)
class ProofGroup:
    """Quotes that stand close together and show one thing."""

    quotes: tuple[Proof, ...]
    shows: str


def evidence_of(entry: KeyEntry) -> tuple[ProofGroup, ...]:
    """The evidence in its order, neighbouring quotes together."""
    groups: list[ProofGroup] = []
    before: Evidence | None = None
    for e in entry.evidence:
        near = before is not None and before.passage == e.passage and abs(e.lines[0] - before.lines[1]) <= 1
        if near and groups and not (groups[-1].shows and e.shows):
            proof = Proof(e.passage, None if before and before.lines == e.lines else e.lines, e.quote)
            groups[-1] = ProofGroup((*groups[-1].quotes, proof), groups[-1].shows or e.shows or "")
        else:
            groups.append(ProofGroup((Proof(e.passage, e.lines, e.quote),), e.shows or ""))
        before = e
    return tuple(groups)


def accepted_of(question: Question, entry: KeyEntry) -> tuple[Labelled, ...]:
    """What else is accepted, for each blank and for the item as a whole."""
    lines = []
    if isinstance(question.response, ShortText) and isinstance(entry.answer, ShortTextAnswer):
        for blank in question.response.blanks:
            known = entry.answer.blanks.get(blank.id)
            if known and known.accept:
                lines.append(Labelled(blank.label.rstrip(":?. "), _listed(known)))
    return (*lines, *(Labelled("", text) for text in entry.accept))


def _listed(known: BlankKey) -> str:
    """What is accepted in a row; of very many, no longer or shorter forms of something before them."""
    if len(known.accept) <= MANY:
        return "; ".join(known.accept)
    kept: list[str] = []
    for text in known.accept:
        if not any(_one_in_the_other(text, other) for other in (known.model, *kept)):
            kept.append(text)
    return "; ".join((*kept, "…"))


def _one_in_the_other(one: str, other: str) -> bool:
    one, other = one.casefold(), other.casefold()
    return one in other or other in one


def misreadings_of(question: Question, entry: KeyEntry) -> tuple[Labelled, ...]:
    """The misreading behind each wrong answer in the order of the sheet, with its option's letter."""
    names = dict(_names(question))
    known = [id_ for id_ in names if id_ in entry.misreadings]
    order = [*known, *(id_ for id_ in entry.misreadings if id_ not in names)]
    return tuple(Labelled(names.get(id_, ""), entry.misreadings[id_]) for id_ in order)


def _names(question: Question) -> Iterator[tuple[str, str]]:
    """Option, row and blank ids with what they are called on the sheet."""
    response = question.response
    if isinstance(response, Choice | MultiChoice):
        yield from _lettered(response.options)
    elif isinstance(response, Match):
        yield from ((row.id, row.text) for row in response.rows)
        yield from _lettered(response.options)
    elif isinstance(response, Grid):
        yield from ((option.id, option.text) for option in (*response.rows, *response.columns))
    elif isinstance(response, Order):
        yield from ((option.id, option.text) for option in response.options)
    elif isinstance(response, ShortText):
        yield from ((blank.id, blank.label) for blank in response.blanks)


def _lettered(options: tuple[Option, ...]) -> Iterator[tuple[str, str]]:
    yield from ((option.id, f"{letter(i)} {option.text}") for i, option in enumerate(options))
