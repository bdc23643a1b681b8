"""Variants chosen together: the best choice there is, the same every time, and no worse than each on its own."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assemble import assemble, parallel
from generator.assemble.booklet import reading_minutes
from generator.assemble.choose import Chosen, choose, clash
from generator.assemble.draws import Draw, Pool, notes_asked, pool_of
from generator.assemble.equal import ITEM, Model
from generator.assemble.parallel import choose_together
from generator.assemble.programme import Programme, Unsolved
from generator.compose import Candidate, Slot, compose
from generator.exercises.stock import Stock, stock_of
from generator.load.content import load_lesson
from generator.load.project import bundled_root, open_project
from generator.load.prompts import Prompts, load_prompts
from generator.model.dossier import Lesson
from generator.model.item import Item
from generator.model.vocabulary import Lane
from tests.assemble.test_choose import fixed, item, of_rows, slot

LESSONS = tuple(open_project(bundled_root()).lessons())
ROOM = 60.0


def worth(made: Item, points: int, difficulty: int = 1) -> Item:
    question = made.question.model_copy(update={"points": points})
    return made.model_copy(update={"question": question, "difficulty": difficulty})


def named(made: Item, name: str) -> Item:
    return made.model_copy(update={"question": made.question.model_copy(update={"id": name})})


def items_of(chosen: Chosen) -> list[Item]:
    return [made for items in chosen.items for made in items]


def pairs_sharing(sheets: Iterable[Sequence[Item]], names: Callable[[Item], Iterable[str]]) -> int:
    """How often two sheets have a name in common."""
    having = Counter(name for items in sheets for name in {name for made in items for name in names(made)})
    return sum(n * (n - 1) // 2 for n in having.values())


def spread(sheets: Sequence[Sequence[Item]], measure: Callable[[Item], float]) -> float:
    sums = [sum(map(measure, items)) for items in sheets]
    return round(max(sums) - min(sums), 6)


def spreads(sheets: Sequence[Sequence[Item]]) -> tuple[float, float, float]:
    return (
        spread(sheets, lambda made: made.question.points),
        spread(sheets, lambda made: made.minutes),
        spread(sheets, lambda made: made.difficulty),
    )


# -- against trying out everything -----------------------------------------------------------------

_facts = st.sets(st.sampled_from([f"f:{n}:x" for n in "abcdef"]), min_size=1, max_size=2)
_made = st.builds(
    lambda asks, tells, minutes, points, difficulty: worth(
        item("", asks, tells, minutes=minutes), points, difficulty
    ),
    _facts,
    st.sets(st.sampled_from([f"f:{n}:x" for n in "abcdef"]), max_size=1),
    st.sampled_from([1, 1.5, 2]),
    st.integers(1, 3),
    st.integers(1, 3),
)


@st.composite
def tiny(draw: st.DrawFn) -> list[list[Slot]]:
    """Two or three variants of two slots, whose candidates stand in another order in each variant."""
    pools = draw(st.lists(st.lists(_made, min_size=1, max_size=3), min_size=2, max_size=2))
    pools = [[named(made, f"s{s}c{c}") for c, made in enumerate(pool)] for s, pool in enumerate(pools)]
    variants = draw(st.integers(2, 3))
    free = [draw(st.booleans()) for _ in pools]

    def turned(made: list[Item], turn: int) -> list[Item]:
        return [*made[turn % len(made) :], *made[: turn % len(made)]]

    return [
        [slot(*map(fixed, turned(made, v)), free=f) for made, f in zip(pools, free, strict=True)]
        for v in range(variants)
    ]


def sound(draws: Sequence[Draw]) -> bool:
    return all(
        not clash(one.item, other.item) and one.item.question.id != other.item.question.id
        for one, other in combinations(draws, 2)
    )


def cost(forms: Sequence[Sequence[Draw]]) -> tuple[float, ...]:
    """What the model makes small, level by level."""
    sheets = [[draw.item for draw in draws] for draws in forms]
    shared = ITEM * pairs_sharing(sheets, lambda i: [i.question.id]) + pairs_sharing(sheets, notes_asked)
    ranks = sum(draw.rank for draws in forms for draw in draws)
    return *spreads(sheets), sum(draw.loss for draws in forms for draw in draws), shared, ranks


def drawn(pool: Pool, chosen: Sequence[Chosen]) -> list[list[Draw]]:
    """The draws of the pool that were chosen."""
    return [
        [next(d for d in draws if d.item is items[0]) for draws, items in zip(row, its.items, strict=True)]
        for row, its in zip(pool, chosen, strict=True)
    ]


@given(tiny())
def test_the_choice_is_as_good_as_the_best_of_all_that_there_are(sheets: list[list[Slot]]) -> None:
    pool = pool_of(sheets, tuple(map(choose, sheets)), "widest")
    forms = [[draws for draws in product(*row) if sound(draws)] for row in pool]
    try:
        found = Model(pool, sheets, ROOM, None).solved()
    except Unsolved:
        assert not all(forms)
        return
    assert cost(drawn(pool, found)) == min(map(cost, product(*forms)))


@given(tiny())
def test_chosen_together_variants_are_no_worse_than_alone(sheets: list[list[Slot]]) -> None:
    alone = tuple(map(choose, sheets))
    together = choose_together(sheets, ROOM)
    if any(chosen.troubles for chosen in alone):
        assert all(not chosen.troubles for chosen in together) or together == alone
        return
    before, after = [items_of(c) for c in alone], [items_of(c) for c in together]
    assert all(x <= y for x, y in zip(spreads(after), spreads(before), strict=True))
    for names in (notes_asked, lambda made: [made.question.id]):
        assert pairs_sharing(after, names) <= pairs_sharing(before, names)
    for items in after:
        assert sound([Draw(made, 0) for made in items])


@given(st.lists(_made, min_size=3, max_size=8), st.integers(2, 3), st.integers(1, 3))
def test_picks_never_clash_and_are_as_many_as_asked_for(made: list[Item], variants: int, wants: int) -> None:
    named_ = [fixed(named(one, f"i{n}")) for n, one in enumerate(made)]
    sheets = [
        [slot(*named_[v % len(made) :], *named_[: v % len(made)], wants=wants, is_pick=True)]
        for v in range(variants)
    ]
    alone = tuple(map(choose, sheets))
    together = choose_together(sheets, ROOM)
    if together != alone:
        for chosen in together:
            assert len(items_of(chosen)) == wants
            assert sound([Draw(one, 0) for one in items_of(chosen)])
            assert [one.difficulty for one in items_of(chosen)] == sorted(
                one.difficulty for one in items_of(chosen)
            )
    if not any(chosen.troubles for chosen in alone):
        assert not any(chosen.troubles for chosen in together)


# -- what it is for --------------------------------------------------------------------------------


def test_variants_get_rows_that_the_others_do_not_have() -> None:
    units = of_rows("grid", list("pqrstu"), least=3).units
    sheets = [[slot(Candidate(_first_three, units))] for _ in range(2)]
    one, other = choose_together(sheets, ROOM)
    assert not items_of(one)[0].asks & items_of(other)[0].asks
    assert items_of(one) == items_of(choose(sheets[0]))


def _first_three(without: frozenset[str]) -> Item | None:
    left = [n for n in "pqrstu" if n not in without][:3]
    return item("grid", [f"claim:{n}:relation" for n in left]) if len(left) == 3 else None


def test_a_slot_gives_up_its_wish_where_another_has_no_other_way() -> None:
    wish, other = fixed(item("wish", ["f:a:x"])), fixed(item("other", ["f:b:x"]))
    sheets = [[slot(wish, other, free=False), slot(fixed(item("only", ["f:a:x"])), free=False)] for _ in range(2)]
    assert choose(sheets[0]).troubles
    for chosen in choose_together(sheets, ROOM):
        assert not chosen.troubles
        assert [made.question.id for made in items_of(chosen)] == ["other", "only"]


def test_a_clash_that_cannot_be_helped_is_told_as_it_is_for_one_variant() -> None:
    sheets = [[slot(fixed(item(name, ["f:a:x"])), free=False) for name in ("one", "two")] for _ in range(2)]
    assert choose_together(sheets, ROOM) == tuple(map(choose, sheets))


def test_rules_that_contradict_each_other_have_no_values() -> None:
    programme = Programme()
    one, other = programme.switch(), programme.switch()
    programme.rule({one: 1, other: 1}, most=1, least=1)
    assert programme.least({one: 2, other: 1}) == [0, 1]
    programme.rule({one: 1}, least=1)
    with pytest.raises(Unsolved):
        programme.least({one: 1})


# -- on the lessons that ship ----------------------------------------------------------------------


@cache
def shipped(name: str) -> tuple[Lesson, Stock, Prompts]:
    project = open_project(bundled_root())
    loaded = load_lesson(project, name)
    assert loaded.lesson is not None
    assert loaded.dossier is not None
    assert loaded.dossier.dossier is not None
    prompts = load_prompts(project, loaded.dossier.dossier.language)
    return loaded.lesson, stock_of(loaded.lesson, loaded.dossier.dossier), prompts


def slots_of(name: str, lane: Lane) -> Iterator[list[Slot]]:
    lesson, stock, prompts = shipped(name)
    for variant in lesson.file.variants:
        composition = compose(lesson, stock, prompts, lane, variant)
        yield [slot for _, slots in composition.sections for slot in slots]


@pytest.mark.parametrize("name", LESSONS)
def test_variants_differ_no_more_in_marks_and_minutes_than_if_chosen_alone(name: str) -> None:
    lesson, stock, _ = shipped(name)
    room = lesson.file.minutes - reading_minutes(lesson, stock.dossier)
    for lane in lesson.file.lanes:
        sheets = list(slots_of(name, lane))
        alone = [choose(slots) for slots in sheets]
        together = choose_together(sheets, room)
        if any(chosen.troubles for chosen in alone):
            continue
        before, after = [items_of(c) for c in alone], [items_of(c) for c in together]
        assert all(x <= y for x, y in zip(spreads(after), spreads(before), strict=True)), lane
        assert pairs_sharing(after, notes_asked) <= pairs_sharing(before, notes_asked), lane
        least = min(sum(made.question.points for made in items) for items in before)
        assert all(sum(made.question.points for made in items) >= least for items in after), lane


def booklet(name: str, variant: str) -> str:
    lesson, stock, prompts = shipped(name)
    # Another stock of the same dossier, so that nothing is remembered.
    made = assemble(lesson, Stock(stock.dossier), prompts, lesson.file.lanes[-1], variant)
    return made.booklet.model_dump_json() if made.booklet else repr(made.troubles)


@pytest.mark.parametrize("name", LESSONS)
def test_a_variant_is_the_same_by_itself_among_all_and_every_time(name: str) -> None:
    lesson, stock, prompts = shipped(name)
    lane, last = lesson.file.lanes[-1], lesson.file.variants[-1]
    among_all = [assemble(lesson, stock, prompts, lane, variant) for variant in lesson.file.variants]
    by_itself = booklet(name, last)
    assert among_all[-1].booklet is not None
    assert by_itself == among_all[-1].booklet.model_dump_json()
    assert booklet(name, last) == by_itself


def test_a_variant_that_the_lesson_does_not_list_is_chosen_alone() -> None:
    lesson, stock, prompts = shipped(LESSONS[0])
    composition, chosen = parallel.chosen_sheet(lesson, stock, prompts, "core", "ZZ", ROOM)
    slots = [slot for _, its in composition.sections for slot in its]
    assert items_of(chosen) == items_of(choose(slots))


@pytest.mark.parametrize("lane", ["core", "extension"])
def test_without_the_solver_each_variant_is_chosen_alone(lane: Lane, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)
    sheets = list(slots_of("band-rumour", lane))
    assert choose_together(sheets, ROOM) == tuple(map(choose, sheets))
