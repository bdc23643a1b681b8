"""Slots of all variants -> for each the items that could stand there, drawn so that variants can differ.

An item of one note comes once for each candidate. An item of rows comes twice: as chance draws it, and without the
rows that the variants before it have used, as far as the notes go.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from generator.assemble.choose import Chosen, clash, fitting
from generator.compose import Candidate, Slot
from generator.exercises.base import Unit
from generator.model.item import Item

SPARE = 2
"""Candidates looked at beyond those that the variants need to have one each."""

MOST_FEWER = 2
"""Rows that an item may give up so that variants are equal."""

STEP = 2 + MOST_FEWER
"""Ranks from a candidate to the next, with room between for its other draws."""


@dataclass(frozen=True)
class Draw:
    """An item that could fill a slot. `rank` is its place in the author's order, 0 first."""

    item: Item
    rank: int
    loss: int = 0
    """Marks it has less than the fullest draw of its candidate."""


Width = Literal["narrow", "wide", "widest"]
WIDTHS: tuple[Width, ...] = get_args(Width)

Pool = list[list[list[Draw]]]
"""By variant, then by slot: what could stand there."""


def pool_of(sheets: Sequence[Sequence[Slot]], chosen: Sequence[Chosen], width: Width) -> Pool:
    """What could fill the slots of each variant; `chosen` was found variant by variant and is among it.

    In all but the widest pool the first variant keeps what was chosen for it. In a narrow one so do all in
    slots of whole items, where each has the first of its candidates.
    """
    givens = [[item for slot in slots if _is_given(slot) for item in _made(slot.candidates)] for slots in sheets]
    drawn: list[list[_Drawn]] = []
    for number, slots in enumerate(zip(*sheets, strict=True)):
        taken = [its.items[number] for its in chosen]
        if width == "narrow" and all(map(_has_its_wish, slots, taken)):
            drawn.append([_kept(slot, items) for slot, items in zip(slots, taken, strict=True)])
            continue
        here = [_drawn(slot, given, len(sheets)) for slot, given in zip(slots, givens, strict=True)]
        if width != "widest":
            here[0] = _kept(slots[0], taken[0])
        if slots[0].free:
            _roll(here, givens)
        if slots[0].free and width != "narrow":
            _shorten(here, givens)
        drawn.append(here)
    if width != "narrow":
        for variant, given in enumerate(givens):
            _give_way([here[variant] for here in drawn], given)
    return [
        [_told_apart(here[variant], its.items[number]) for number, here in enumerate(drawn)]
        for variant, its in enumerate(chosen)
    ]


def notes_asked(item: Item) -> set[str]:
    """The notes that the key of the item gives away, as 'kind:note'."""
    return {":".join(fact.split(":")[:2]) for fact in item.asks}


def likeness(item: Item) -> Hashable:
    """What draws for a slot are told apart by: name, facts, marks and minutes."""
    return item.question.id, item.asks, item.tells, item.question.points, item.minutes


# -- pieces ----------------------------------------------------------------------------------------

_Drawn = list[tuple[Candidate, list[Draw]]]


def _has_its_wish(slot: Slot, taken: Sequence[Item]) -> bool:
    """Whether a whole item, not one of rows, is what the author or the variant's turn put first."""
    first = slot.candidates[0]
    return not slot.is_pick and len(first.units) < 2 and [first.item] == list(taken)


def _kept(slot: Slot, taken: Sequence[Item]) -> _Drawn:
    """Nothing but what was chosen."""
    by_name = {item.question.id: item for item in taken}
    out: _Drawn = []
    for place, candidate in enumerate(slot.candidates):
        first = candidate.item
        if first is not None and first.question.id in by_name:
            out.append((candidate, [Draw(by_name.pop(first.question.id), STEP * place)]))
        if not by_name:
            break
    return out


def _is_given(slot: Slot) -> bool:
    return not slot.free and len(slot.candidates) == 1


def _made(candidates: Iterable[Candidate]) -> list[Item]:
    return [item for item in (candidate.item for candidate in candidates) if item is not None]


def _drawn(slot: Slot, given: Sequence[Item], variants: int) -> _Drawn:
    """The first draw of each candidate; a free slot has given way to what cannot be otherwise."""
    out: _Drawn = []
    for place, candidate in enumerate(slot.candidates[: slot.wants * variants + SPARE]):
        item = fitting(candidate, given) if slot.free else candidate.item
        if item is not None:
            out.append((candidate, [Draw(item, STEP * place)]))
    return out


def _roll(drawn: Sequence[_Drawn], givens: Sequence[Sequence[Item]]) -> None:
    """Adds a second draw for candidates of rows: without the rows that earlier variants have, most used first."""
    used: dict[tuple[Unit, ...], Counter[Unit]] = {}
    fullest: Counter[tuple[Unit, ...]] = Counter()
    for candidate, draws in (both for by_candidate in drawn for both in by_candidate):
        fullest[candidate.units] = max(fullest[candidate.units], draws[0].item.question.points)
    for by_candidate, given in zip(drawn, givens, strict=True):
        for candidate, draws in by_candidate:
            if len(candidate.units) > 1:
                counts = used.setdefault(candidate.units, Counter())
                item = _fresh(candidate, draws[0].item, counts, given, fullest[candidate.units])
                if item is not draws[0].item:
                    draws.append(Draw(item, draws[0].rank + 1))
                counts.update(_units_in(item, candidate.units))


def _give_way(drawn: Sequence[_Drawn], given: Sequence[Item]) -> None:
    """Adds draws of rows without what the first draw of another slot asks for or tells."""
    firsts = [(n, draws[0]) for n, by_candidate in enumerate(drawn) for _, draws in by_candidate[:1]]
    for n, by_candidate in enumerate(drawn):
        for candidate, draws in by_candidate:
            first = draws[0]
            for m, other in firsts:
                if len(candidate.units) > 1 and m != n and clash(first.item, other.item):
                    item = fitting(candidate, [*given, other.item])
                    if item is not None and item.question.points <= first.item.question.points:
                        draws.append(Draw(item, first.rank + 1))


def _fresh(candidate: Candidate, first: Item, used: Counter[Unit], given: Sequence[Item], most: int) -> Item:
    """An item with other rows and no fewer marks than the first draw, but at most so many; else the first draw."""
    mine = _units_in(first, candidate.units)
    if not any(used[unit] for unit in mine):
        return first
    worn = sorted((u for u in candidate.units if used[u]), key=lambda unit: -used[unit])
    worn = worn[: len(candidate.units) - len(mine)]
    while worn:
        item = fitting(candidate, given, frozenset(note for unit in worn for note in unit.notes))
        if item is not None and first.question.points <= item.question.points <= most:
            return item
        worn = worn[: len(worn) // 2]
    return first


def _shorten(drawn: Sequence[_Drawn], givens: Sequence[Sequence[Item]]) -> None:
    """Adds to the last draw of rows those with a row less and with two less, which may make variants equal."""
    for by_candidate, given in zip(drawn, givens, strict=True):
        for candidate, draws in by_candidate:
            last = draws[-1]
            rows = _units_in(last.item, candidate.units)
            for fewer in range(1, min(MOST_FEWER, len(rows) - 1) + 1):
                spare = {note for unit in candidate.units if unit not in rows[:-fewer] for note in unit.notes}
                item = fitting(candidate, given, frozenset(spare))
                if item is not None and item.question.points <= last.item.question.points:
                    draws.append(Draw(item, last.rank + fewer))


def _units_in(item: Item, units: Sequence[Unit]) -> list[Unit]:
    asked = {fact.split(":")[1] for fact in item.asks if ":" in fact}
    return [unit for unit in units if asked & set(unit.notes)]


def _told_apart(drawn: _Drawn, chosen: Sequence[Item]) -> list[Draw]:
    """All draws with the marks they lose, what was chosen among them; of draws that are alike, the first."""
    found = [draw for _, draws in drawn for draw in draws]
    ranks = {draw.item.question.id: draw.rank for draw in reversed(found)}
    last = max(ranks.values(), default=0) + STEP
    found += [Draw(item, ranks.get(item.question.id, last)) for item in chosen]
    fullest: Counter[str] = Counter()
    for draw in found:
        name = draw.item.question.id
        fullest[name] = max(fullest[name], draw.item.question.points)
    apart: dict[Hashable, Draw] = {}
    for draw in found:
        loss = fullest[draw.item.question.id] - draw.item.question.points
        apart.setdefault(likeness(draw.item), Draw(draw.item, draw.rank, loss))
    return list(apart.values())


def without_clashes(pool: Pool, sheets: Sequence[Sequence[Slot]]) -> Pool:
    """The pool without draws that clash with an item which has no alternative, as often as that leaves another."""
    out = [[list(draws) for draws in slots] for slots in pool]
    for variant, slots in enumerate(out):
        settled: set[int] = set()
        while True:
            fresh = [
                n for n, draws in enumerate(slots) if n not in settled and len(draws) == sheets[variant][n].wants
            ]
            if not fresh:
                break
            settled.update(fresh)
            for n in fresh:
                for draw in slots[n]:
                    for m, draws in enumerate(slots):
                        if m != n:
                            draws[:] = [d for d in draws if not clash(draw.item, d.item)]
    return out
