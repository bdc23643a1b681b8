"""Slots of all variants -> for each the items that could stand there, drawn so that variants can differ.

An item of one note comes once for each candidate. An item of rows comes twice: as chance draws it, and without the
rows that the variants before it have used, as far as the notes go.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.assemble.choose import Chosen, clash, fitting
from generator.compose import Candidate, Slot
from generator.exercises.base import Unit
from generator.model.item import Item

SPARE = 2
"""Candidates looked at beyond those that the variants need to have one each."""


@dataclass(frozen=True)
class Draw:
    """An item that could fill a slot. `rank` is its place in the author's order, 0 first."""

    item: Item
    rank: int
    loss: int = 0
    """Marks it has less than the fullest draw of its candidate."""


Pool = list[list[list[Draw]]]
"""By variant, then by slot: what could stand there."""


def pool_of(sheets: Sequence[Sequence[Slot]], chosen: Sequence[Chosen]) -> Pool:
    """What could fill the slots of each variant; `chosen` was found variant by variant and is among it."""
    givens = [[item for slot in slots if _is_given(slot) for item in _made(slot.candidates)] for slots in sheets]
    pool: Pool = [[] for _ in sheets]
    for number, slots in enumerate(zip(*sheets, strict=True)):
        drawn = [_drawn(slot, given, len(sheets)) for slot, given in zip(slots, givens, strict=True)]
        if slots[0].free:
            _roll(slots, drawn, givens)
        for variant, draws in enumerate(drawn):
            found = [draw for by_candidate in draws.values() for draw in by_candidate]
            found += _as_chosen(chosen[variant].items[number], found)
            pool[variant].append(_told_apart(found))
    return pool


def notes_asked(item: Item) -> set[str]:
    """The notes that the key of the item gives away, as 'kind:note'."""
    return {":".join(fact.split(":")[:2]) for fact in item.asks}


# -- pieces ----------------------------------------------------------------------------------------

_ByCandidate = dict[tuple[Unit, ...], list[Draw]]


def _is_given(slot: Slot) -> bool:
    return not slot.free and len(slot.candidates) == 1


def _made(candidates: Iterable[Candidate]) -> list[Item]:
    return [item for item in (candidate.item for candidate in candidates) if item is not None]


def _drawn(slot: Slot, given: Sequence[Item], variants: int) -> _ByCandidate:
    """The first draw of each candidate; a free slot has given way to what cannot be otherwise."""
    most = slot.wants * variants + SPARE
    out: _ByCandidate = {}
    for place, candidate in enumerate(slot.candidates[:most]):
        item = fitting(candidate, given) if slot.free else candidate.item
        if item is not None:
            out[candidate.units] = [Draw(item, 2 * place)]
    return out


def _roll(slots: Sequence[Slot], drawn: Sequence[_ByCandidate], givens: Sequence[Sequence[Item]]) -> None:
    """Adds a second draw for candidates of rows: without the rows that earlier variants have, most used first."""
    for units in dict.fromkeys(units for draws in drawn for units in draws if len(units) > 1):
        used: Counter[Unit] = Counter()
        for slot, draws, given in zip(slots, drawn, givens, strict=True):
            if units not in draws:
                continue
            first = draws[units][0]
            item = first.item
            if used:
                candidate = next(c for c in slot.candidates if c.units == units)
                item = _fresh(candidate, item, used, given)
            if item is not first.item:
                draws[units].append(Draw(item, first.rank + 1))
            used.update(_units_in(item, units))


def _fresh(candidate: Candidate, first: Item, used: Counter[Unit], given: Sequence[Item]) -> Item:
    """An item with as many marks as the first draw and other rows; the first draw where there is none."""
    rows = len(_units_in(first, candidate.units))
    worn = sorted((u for u in candidate.units if used[u]), key=lambda unit: -used[unit])
    worn = worn[: len(candidate.units) - rows]
    while worn:
        item = fitting(candidate, given, frozenset(note for unit in worn for note in unit.notes))
        if item is not None and item.question.points >= first.question.points:
            return item
        worn = worn[: len(worn) // 2]
    return first


def _units_in(item: Item, units: Sequence[Unit]) -> list[Unit]:
    asked = {fact.split(":")[1] for fact in item.asks if ":" in fact}
    return [unit for unit in units if asked & set(unit.notes)]


def _as_chosen(items: Sequence[Item], found: Sequence[Draw]) -> list[Draw]:
    ranks = {draw.item.question.id: draw.rank for draw in reversed(found)}
    last = max(ranks.values(), default=0) + 2
    return [Draw(item, ranks.get(item.question.id, last)) for item in items]


def _told_apart(found: Sequence[Draw]) -> list[Draw]:
    """The draws with the marks they lose; of those that ask for and tell the same facts, the first."""
    fullest: dict[str, int] = {}
    for draw in found:
        name = draw.item.question.id
        fullest[name] = max(fullest.get(name, 0), draw.item.question.points)
    apart: dict[object, Draw] = {}
    for draw in found:
        item = draw.item
        loss = fullest[item.question.id] - item.question.points
        key = (item.question.id, item.asks, item.tells, item.question.points, item.minutes)
        apart.setdefault(key, Draw(item, draw.rank, loss))
    return list(apart.values())


def without_clashes(pool: Pool, sheets: Sequence[Sequence[Slot]]) -> Pool:
    """The pool without draws that clash with an item which has no alternative, as often as that leaves another."""
    out = [[list(draws) for draws in slots] for slots in pool]
    for variant, slots in enumerate(out):
        settled: set[int] = set()
        while True:
            fresh = [n for n, draws in enumerate(slots) if n not in settled and len(draws) == sheets[variant][n].wants]
            if not fresh:
                break
            settled.update(fresh)
            for n in fresh:
                for draw in slots[n]:
                    for m, draws in enumerate(slots):
                        if m != n:
                            draws[:] = [d for d in draws if not clash(draw.item, d.item)]
    return out
