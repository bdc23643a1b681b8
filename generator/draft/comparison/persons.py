"""Aligned sentences -> one person under two forms of the name, or two given names before one surname."""

from collections.abc import Iterator

from generator.draft.compared import Difference
from generator.draft.comparison.context import Spread
from generator.draft.comparison.forms import form, one_person, parts
from generator.draft.comparison.slots import Slot, difference, like

Found = Iterator[tuple[Difference, bool]]

_FORMS = {"spelling": 0.9, "part": 0.85, "given": 0.45, "short": 0.6}
"""Another given name is most often a relative's, one with the same first letter a short form."""
_SAME, _MOST = 0.66, 0.8
"""Likeness of two sentences from which two given names before one surname are meant for one person; never sure."""


def forms(
    left: list[Slot],
    right: list[Slot],
    spread: Spread,
    shared: bool,
    known: tuple[frozenset[str], frozenset[str]],
) -> Iterator[tuple[Difference, Slot, Slot]]:
    """Each pair of forms of one person's name once, with both places.

    A given name that both reports know tells two relatives apart; where neither does and the sentences say the
    same, one report has the name wrong.
    """
    seen = set()
    mine, theirs = ({parts(slot.value.name) for slot in slots} for slots in (left, right))
    for x in left:
        for y in right:
            one, other = parts(x.value.name), parts(y.value.name)
            if not _may_be_persons(x, y) or printed(x) == printed(y):
                continue
            if (one, other) in seen or one in theirs or other in mine:
                continue
            how = form(x.value.name, y.value.name) if one_person(x.value.name, y.value.name) else None
            if how == "given" and (one[0] not in printed(x) or other[0] not in printed(y)):
                continue
            if how is None:
                continue
            short = how == "given" and one[0][0] == other[0][0]
            confidence = _FORMS["short" if short else how]
            if how == "given" and not short and one[0] not in known[1] and other[0] not in known[0]:
                sole = _alone(x, right) and _alone(y, left)
                likeness = like(x, y, spread).by_statement(_SAME, shared, sole)
                confidence = max(confidence, min(likeness, _MOST))
            seen.add((one, other))
            yield difference("name", x, y, f"name-{'short' if short else how}", confidence), x, y


def printed(slot: Slot) -> tuple[str, ...]:
    """The words of the name where it stands here, folded."""
    return parts(" ".join(word.lower for word in slot.at.sentence.words[slot.at.first : slot.at.behind]))


def _may_be_persons(x: Slot, y: Slot) -> bool:
    """Whether both are persons, or one is, and the other a full name of which nothing is known."""
    kinds = {x.value.kind, y.value.kind}
    if kinds == {"person"}:
        return True
    return kinds == {"person", "other"} and min(len(parts(x.value.name)), len(parts(y.value.name))) > 1


def _alone(slot: Slot, others: list[Slot]) -> bool:
    """Whether no more than one person among the others has the surname."""
    last = parts(slot.value.name)[-1]
    return len({parts(o.value.name) for o in others if parts(o.value.name)[-1:] == (last,)}) <= 1
