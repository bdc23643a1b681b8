"""Parallel forms: the variants of a lesson in one lane, chosen together so that none is longer or harder.

What has to hold: no two items of a sheet clash, and its minutes fit. What is as small as can be, in this order:
how far apart the variants are in marks, minutes and difficulty; the marks that items lose by giving way; types
that a pick repeats; items, then notes, that variants share; and steps away from the author's order. In nothing
that is shared or equal are the variants worse than if each had been chosen on its own, and none is poorer than the
poorest of those.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from generator.assemble.choose import Chosen, choose
from generator.assemble.draws import WIDTHS, pool_of, without_clashes
from generator.assemble.equal import Model
from generator.assemble.programme import Unsolved
from generator.compose import Composition, Slot, compose
from generator.exercises.stock import Stock
from generator.load.prompts import Prompts
from generator.model.dossier import Lesson
from generator.model.variants import VariantName
from generator.model.vocabulary import Lane

KEPT = 8
"""Plans to remember; programs work through the variants of one lesson and lane at a time."""

Plan = Mapping[str, tuple[Composition, Chosen]]

_plans: dict[tuple[int, int, int, Lane], tuple[tuple[object, ...], Plan]] = {}


def chosen_sheet(
    lesson: Lesson, stock: Stock, prompts: Prompts, lane: Lane, variant: VariantName, room: float
) -> tuple[Composition, Chosen]:
    """The slots of a variant and what fills them; `room` is the minutes that the items may take.

    The variants that the lesson lists are chosen together, whichever of them is asked for. Any other one is chosen
    on its own.
    """
    if variant not in lesson.file.variants:
        composition = compose(lesson, stock, prompts, lane, variant)
        return composition, choose(_slots(composition))
    key = (id(lesson), id(stock), id(prompts), lane)
    if key not in _plans:
        made = [compose(lesson, stock, prompts, lane, name) for name in lesson.file.variants]
        chosen = choose_together([_slots(composition) for composition in made], room)
        plan: Plan = dict(zip(lesson.file.variants, zip(made, chosen, strict=True), strict=True))
        if len(_plans) >= KEPT:
            del _plans[next(iter(_plans))]
        # What the ids stand for is kept with the plan, so that they cannot pass to others.
        _plans[key] = (lesson, stock, prompts), plan
    return _plans[key][1][variant]


def _slots(composition: Composition) -> list[Slot]:
    return [slot for _, slots in composition.sections for slot in slots]


def choose_together(sheets: Sequence[Sequence[Slot]], room: float) -> tuple[Chosen, ...]:
    """What fills the slots of each variant. Each is chosen on its own where nothing better is found.

    The first variant stays as it is on its own if the others can be made equal to it.
    """
    sheets = [[_remembering(slot) for slot in slots] for slots in sheets]
    alone = tuple(choose(slots) for slots in sheets)
    failed = any(chosen.troubles for chosen in alone)
    if (len(sheets) < 2 and not failed) or any(t.code == "SS559" for chosen in alone for t in chosen.troubles):
        # A pick that stays short has gone through all that there is, which would be a long search here.
        return alone
    for width in WIDTHS[-1:] if failed else WIDTHS:
        pool = without_clashes(pool_of(sheets, alone, width), sheets)
        if not failed and all(len(draws) == 1 for row in pool for draws in row):
            continue
        try:
            return Model(pool, sheets, room, None if failed else alone).solved(level=width != WIDTHS[-1])
        except Unsolved:
            continue
    return alone


def _remembering(slot: Slot) -> Slot:
    """The slot with candidates that make an item only once; it comes out the same every time."""
    return replace(slot, candidates=tuple(replace(c, make=cache(c.make)) for c in slot.candidates))
