"""Draws for the slots of all variants -> the best choice among them, as a whole-number programme."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeVar

from generator.assemble.choose import Chosen
from generator.assemble.draws import Draw, Pool, likeness, notes_asked
from generator.assemble.programme import Programme, Unsolved
from generator.compose import Slot
from generator.model.item import Item

K = TypeVar("K", bound=Hashable)

MEASURES: tuple[Callable[[Item], int], ...] = (
    lambda item: item.question.points,
    lambda item: _hundredths(item.minutes),
    lambda item: item.difficulty,
)
"""What variants should have equally much of. All have equally many items, so the sum of difficulty will do."""

ITEM = 100
"""An item that two variants have in common weighs as much as this many notes, which is more than a sheet has."""

LOTS = 1000
"""Among choices that are equal in everything else, lots decide, and not the way in which a solver searches."""


@dataclass(frozen=True)
class _Switch:
    """A draw that may be taken: its variable, and where it would stand."""

    n: int
    variant: int
    slot: int
    draw: Draw


class Model:
    """`alone` is a sound choice made variant by variant, than which the result is nowhere worse."""

    def __init__(
        self, pool: Pool, sheets: Sequence[Sequence[Slot]], room: float, alone: Sequence[Chosen] | None
    ) -> None:
        self.sheets = sheets
        self.programme = Programme()
        self.switches = [
            _Switch(self.programme.switch(), v, s, draw)
            for v, row in enumerate(pool)
            for s, draws in enumerate(row)
            for draw in draws
        ]
        self.choices = Counter((x.variant, x.slot) for x in self.switches)
        self.alone = None if alone is None else self._found(alone)
        self.known = dict.fromkeys(self.alone or (), 1)
        for v, slots in enumerate(sheets):
            mine = [x for x in self.switches if x.variant == v]
            self._fill(mine, slots)
            self._keep_apart(mine, slots)
            minutes = {x.n: _hundredths(x.draw.item.minutes) for x in mine}
            self.programme.rule(minutes, most=max(_hundredths(room), self._of_alone(minutes)))

    def solved(self, level: bool = False) -> tuple[Chosen, ...]:
        """The best choice for each variant, only one with equal variants if it is to be `level`.

        Raises Unsolved where there is none or none can be found.
        """
        several = len(self.sheets) > 1
        items = self._shared(lambda item: [item.question.id]) if several else {}
        notes = self._shared(notes_asked) if several else {}
        for apart in [self._apart(measure) for measure in MEASURES] if several else ():
            if level:
                self.improved |= self._of_alone(apart) > 0
                self.programme.rule(apart, most=0)
            else:
                self._small(apart)
        self._small({x.n: x.draw.loss for x in self.switches if x.draw.loss})
        self._small(self._repeats())
        self._small(self._moved())
        if items or notes:
            self.programme.least({**{n: ITEM * factor for n, factor in items.items()}, **notes})
        values = self.programme.least(self._order())
        return tuple(self._chosen(v, values) for v in range(len(self.sheets)))

    # -- what has to hold

    def _fill(self, mine: Sequence[_Switch], slots: Sequence[Slot]) -> None:
        for s, slot in enumerate(slots):
            here = [x for x in mine if x.slot == s]
            if len(here) < slot.wants:
                raise Unsolved("nothing is left for a slot")
            self.programme.rule({x.n: 1 for x in here}, slot.wants, slot.wants)
            if slot.is_pick and slot.minutes is not None:
                minutes = {x.n: _hundredths(x.draw.item.minutes) for x in here}
                self.programme.rule(minutes, most=_hundredths(slot.minutes))

    def _keep_apart(self, mine: Sequence[_Switch], slots: Sequence[Slot]) -> None:
        """No item twice, no fact asked twice, and none told that another item asks for."""
        named = _grouped((x.draw.item.question.id, x) for x in mine)
        asking = _grouped((fact, x) for x in mine for fact in x.draw.item.asks)
        telling = _grouped((fact, x) for x in mine for fact in x.draw.item.tells)
        groups = {frozenset(x.n for x in xs) for xs in (*named.values(), *asking.values())}
        for fact in asking.keys() & telling.keys():
            for teller in telling[fact]:
                # Items of a slot that takes only one exclude each other anyway, so one rule does for all of them.
                alike = [x for x in telling[fact] if x.slot == teller.slot and slots[x.slot].wants == 1]
                groups.add(frozenset(x.n for x in (teller, *alike, *asking[fact])))
        where = {x.n: x.slot for x in mine}
        for group in sorted(map(sorted, groups)):
            places = {where[n] for n in group}
            if len(group) > 1 and (len(places) > 1 or slots[where[group[0]]].wants > 1):
                self.programme.rule(dict.fromkeys(group, 1), most=1)

    # -- what should be small

    def _apart(self, measure: Callable[[Item], int]) -> dict[int, int]:
        """Variables for the most that a variant has, less the least; neither is worse than in `alone`."""
        high, low = self.programme.share(), self.programme.share()
        sums = []
        for v in range(len(self.sheets)):
            terms = {x.n: measure(x.draw.item) for x in self.switches if x.variant == v}
            self.programme.rule({**terms, high: -1}, most=0)
            self.programme.rule({**terms, low: -1}, least=0)
            sums.append(self._of_alone(terms))
        if self.alone is not None:
            self.programme.rule({high: 1, low: -1}, most=max(sums) - min(sums))
            self.programme.rule({low: 1}, least=min(sums))
            self.known |= {high: max(sums), low: min(sums)}
        return {high: 1, low: -1}

    def _small(self, cost: Mapping[int, int]) -> None:
        """Makes the cost as small as can be, with no search where `alone` costs nothing and may stay."""
        if not cost:
            return
        if self.alone is not None and not self.improved and not self._of_alone(cost):
            self.programme.rule(cost, most=0)
        else:
            self.programme.least(cost)
            self.improved = True

    improved = False
    """Whether a level was sought, after which the choice made variant by variant may be out of the question."""

    def _moved(self) -> dict[int, int]:
        """What the first variant, whose items do not depend on the other ones if possible, has not in `alone`."""
        return {x.n: 1 for x in self.switches if x.variant == 0 and self.alone and x.n not in self.alone}

    def _repeats(self) -> dict[int, int]:
        """Variables that count the items of a type beyond the first one, where picks have a choice of types."""
        cost: dict[int, int] = {}
        for v, slots in enumerate(self.sheets):
            types = _grouped((x.draw.item.question.type, x) for x in self.switches if x.variant == v)
            for xs in types.values():
                if any(slots[x.slot].is_pick for x in xs):
                    more = self.programme.share()
                    self.programme.rule({**{x.n: 1 for x in xs}, more: -1}, most=1)
                    self.known[more] = max(0, self._of_alone({x.n: 1 for x in xs}) - 1)
                    cost[more] = 1
        return cost

    def _shared(self, names: Callable[[Item], Iterable[str]]) -> dict[int, int]:
        """Variables that count for each name the pairs of variants that have it; not more than in `alone`."""
        cost: dict[int, int] = {}
        before = 0
        for xs in _grouped((name, x) for x in self.switches for name in names(x.draw.item)).values():
            by_variant = _grouped((x.variant, x) for x in xs)
            if len(by_variant) < 2 or all(self._is_sure(mine) for mine in by_variant.values()):
                continue
            if self.alone is not None:
                had = sum(any(x.n in self.alone for x in mine) for mine in by_variant.values())
                before += had * (had - 1) // 2
            having = {self._any_of(mine, self.sheets[v]): 1 for v, mine in by_variant.items()}
            # The second variant that has it makes one pair, the third one two more, and so on.
            steps = [self.programme.share(1) for _ in range(len(by_variant) - 1)]
            self.programme.rule({**having, **dict.fromkeys(steps, -1)}, most=1)
            cost |= {step: n + 1 for n, step in enumerate(steps)}
        if self.alone is not None:
            self.programme.rule(cost, most=before)
        return cost

    def _is_sure(self, mine: Sequence[_Switch]) -> bool:
        """Whether these are all that could fill a slot, so that one of them will be there."""
        return any(
            len(xs) == self.choices[xs[0].variant, slot]
            for slot, xs in _grouped((x.slot, x) for x in mine).items()
        )

    def _any_of(self, mine: Sequence[_Switch], slots: Sequence[Slot]) -> int:
        """A variable that is 1 where any of these draws is taken."""
        one = self.programme.share(1)
        for slot, xs in _grouped((x.slot, x) for x in mine).items():
            for some in [xs] if slots[slot].wants == 1 else [[x] for x in xs]:
                self.programme.rule({**{x.n: 1 for x in some}, one: -1}, most=0)
        return one

    def _order(self) -> dict[int, int]:
        weight = LOTS * sum(slot.wants for slots in self.sheets for slot in slots)
        return {x.n: x.draw.rank * weight + _lot(x) for x in self.switches}

    # -- to and from switches

    def _found(self, alone: Sequence[Chosen]) -> frozenset[int]:
        at = {(x.variant, x.slot, likeness(x.draw.item)): x.n for x in self.switches}
        items = (
            (v, s, likeness(item))
            for v, chosen in enumerate(alone)
            for s, items in enumerate(chosen.items)
            for item in items
        )
        return frozenset(at[place] for place in items)

    def _of_alone(self, terms: Mapping[int, int]) -> int:
        """What the terms come to in `alone`, nothing where there is none."""
        return sum(factor * self.known.get(n, 0) for n, factor in terms.items())

    def _chosen(self, variant: int, values: Sequence[int]) -> Chosen:
        taken: list[list[Item]] = [[] for _ in self.sheets[variant]]
        for x in sorted(self.switches, key=lambda x: x.draw.rank):
            if x.variant == variant and values[x.n]:
                taken[x.slot].append(x.draw.item)
        for slot, items in zip(self.sheets[variant], taken, strict=True):
            if slot.is_pick:
                items.sort(key=lambda item: item.difficulty)
        return Chosen(tuple(map(tuple, taken)), ())


def _hundredths(minutes: float) -> int:
    return round(minutes * 100)


def _lot(x: _Switch) -> int:
    name = f"{x.variant}:{x.slot}:{x.draw.item.question.id}:{sorted(x.draw.item.asks)}"
    return int.from_bytes(blake2b(name.encode(), digest_size=4).digest()) % LOTS


def _grouped(pairs: Iterable[tuple[K, _Switch]]) -> dict[K, list[_Switch]]:
    out: dict[K, list[_Switch]] = {}
    for key, switch in pairs:
        out.setdefault(key, []).append(switch)
    return out
