"""Slots -> items: one for each slot, so that no item answers or repeats another."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.compose import Candidate, Slot, Trouble
from generator.model.item import Item


@dataclass(frozen=True)
class Chosen:
    """Items by the number of their slot, in the order of the sheet, and what could not be filled."""

    items: tuple[tuple[Item, ...], ...]
    troubles: tuple[Trouble, ...]


def clash(one: Item, other: Item) -> frozenset[str]:
    """The facts that make two items unfit for one sheet: asked twice, or told by one and asked by the other."""
    return (one.asks & other.asks) | (one.tells & other.asks) | (one.asks & other.tells)


def choose(slots: Sequence[Slot]) -> Chosen:
    """Fills the slots: what the author fixed first, then the freer ones, then the picks.

    A free slot gives way: it makes its item without the notes that clash, or takes another candidate.
    A fixed one cannot, and becomes trouble.
    """
    taken: dict[int, list[Item]] = {i: [] for i in range(len(slots))}
    troubles: list[Trouble] = []
    for i in sorted(range(len(slots)), key=lambda i: (_freedom(slots[i]), i)):
        slot = slots[i]
        others = [item for items in taken.values() for item in items]
        if slot.is_pick:
            taken[i], trouble = _pick(slot, others)
        else:
            item, trouble = _fill(slot, others)
            taken[i] = [item] if item else []
        if trouble:
            troubles.append(trouble)
    return Chosen(tuple(tuple(taken[i]) for i in range(len(slots))), tuple(troubles))


def _freedom(slot: Slot) -> int:
    if slot.is_pick:
        return 3
    if not slot.free:
        return 0
    return 2 if slot.candidates and len(slot.candidates[0].units) > 1 else 1


def _fill(slot: Slot, others: Sequence[Item]) -> tuple[Item | None, Trouble | None]:
    first_clash: tuple[Item, Item, frozenset[str]] | None = None
    for candidate in slot.candidates:
        item = fitting(candidate, others) if slot.free else candidate.item
        if item is None:
            continue
        bad = next(((other, facts) for other in others if (facts := clash(item, other))), None)
        if bad is None:
            return item, None
        first_clash = first_clash or (item, *bad)
    if first_clash is None:
        return None, Trouble(
            "SS558",
            slot.path,
            "the other items of the sheet leave no notes for this one",
            "Name notes with `use:` that no other item asks about, or take the item out.",
        )
    item, other, facts = first_clash
    return None, Trouble(
        "SS557",
        slot.path,
        f"this item and '{other.question.id}' ask for the same fact, or one tells what the other asks: "
        + ", ".join(sorted(facts)),
        "Let one of them use other notes, or take one out.",
    )


def fitting(candidate: Candidate, others: Sequence[Item], without: frozenset[str] = frozenset()) -> Item | None:
    """The candidate's item made without the notes that clash with other items; None where too few are left.

    `without` names notes to leave out from the beginning.
    """
    while (item := candidate.make(without)) is not None:
        facts = frozenset[str]().union(*(clash(item, other) for other in others))
        if not facts:
            return item
        notes = {fact.split(":")[1] for fact in facts if fact.count(":")}
        if notes <= without or not any(notes & set(unit.notes) for unit in candidate.units):
            return None
        without |= notes
    return None


def _pick(slot: Slot, others: Sequence[Item]) -> tuple[list[Item], Trouble | None]:
    picked: list[Item] = []
    left = slot.minutes if slot.minutes is not None else float("inf")
    for new_types_only in (True, False):
        for candidate in slot.candidates:
            if len(picked) == slot.wants:
                break
            present = [*others, *picked]
            item = fitting(candidate, present)
            if item is None or item.minutes > left:
                continue
            if new_types_only and item.question.type in {o.question.type for o in present}:
                continue
            if any(item.question.id == o.question.id for o in present):
                continue
            picked.append(item)
            left -= item.minutes
    picked.sort(key=lambda item: item.difficulty)
    if len(picked) == slot.wants:
        return picked, None
    return picked, Trouble(
        "SS559",
        slot.path,
        f"only {len(picked)} of {slot.wants} items could be picked without repeating or answering another item",
        "Ask for fewer items, give more minutes, allow more types, or add notes.",
    )
