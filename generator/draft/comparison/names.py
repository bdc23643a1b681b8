"""Aligned sentences -> names in which they differ: one person in two forms, or another name in the same place."""

from collections.abc import Iterable, Iterator

from generator.draft.compared import Difference
from generator.draft.comparison.context import Spread, nearness, place
from generator.draft.comparison.forms import alike, one_person, parts
from generator.draft.comparison.persons import Found, forms, printed
from generator.draft.comparison.side import Sentence
from generator.draft.comparison.signs import signs
from generator.draft.comparison.slots import Likeness, Slot, difference, graded, matched
from generator.draft.comparison.titles import offices
from generator.draft.marks import Entity

_LOW, _HIGH = 0.6, 0.95
_BOTH = 0.15
"""Two names that both reports know are more likely two people than one person under the wrong name."""
_DOUBTFUL = 0.5
"""Up to it, two forms of a name are more likely two people, and each may stand in the place of another."""
_SAME, _SURE = 0.62, 0.7
"""Likeness of two sentences with one name each, from which both stand for the same; least confidence to say so."""
_PLACE, _PLACE_BESIDE = 0.65, 0.8
"""A town and its country in one place of a sentence may both be right, less often behind the same word."""
_REPEATED = 0.9
"""Likeness of two sentences of which one repeats the other."""
_THING = 0.75
"""Teams, firms and towns have nicknames, so that two names may be of one."""
_GIVEN = 0.35
"""Least likeness of the places of two names with one given name to be one person under two surnames."""


def names(
    a: Sentence, b: Sentence, spread: Spread, shared: bool, known: tuple[frozenset[str], frozenset[str]]
) -> Found:
    """Differences of name and place, each with whether the names exclude one another.

    `shared`: whether the sentences have a figure or date in common; `known`: all words of the names of the first
    and of the second report.
    """
    left, right = _slots(a), _slots(b)
    used: set[int] = set()
    for found, x, y in forms(left, right, spread, shared, known):
        used |= {id(x), id(y)} if found.confidence > _DOUBTFUL else set()
        yield found, False
    left, right = [x for x in left if not _has(x, right, b)], [y for y in right if not _has(y, left, a)]
    left, right = [x for x in left if id(x) not in used], [y for y in right if id(y) not in used]
    for found, x, y in _surnames(left, right, spread, known):
        used |= {id(x), id(y)}
        yield found, True
    left, right = [x for x in left if id(x) not in used], [y for y in right if id(y) not in used]
    for x, y, likeness in matched(left, right, spread, _comparable):
        mine, theirs = _own(x, y) in known[1], _own(y, x) in known[0]
        both = mine and theirs
        if likeness.framed:
            rule, confidence = "same-frame", graded(likeness.evidence - _BOTH * both, _LOW, _HIGH)
            confidence = confidence if x.value.kind == "person" else min(confidence, _THING)
        elif both or a.shouted or b.shouted or _abbreviated(x) or _abbreviated(y):
            continue
        elif _one_title(x, y) and not mine and not theirs:
            rule, confidence = "same-title", graded(likeness.near + 0.2, _GIVEN, 0.8)
        elif _persons(x, y) or _one_type(x, y) or not (mine or theirs):
            rule, confidence = "same-statement", likeness.by_statement(_SAME, shared)
            confidence = confidence if confidence >= _SURE else 0.0
            town = x.value.kind == "place" and _at_a_point(x, likeness)
            confidence = confidence if _persons(x, y) or town else min(confidence, _THING)
        else:
            continue
        if confidence and x.value.kind == "place" and not _one_type(x, y):
            share = _PLACE_BESIDE if _at_a_point(x, likeness) else _PLACE
            yield difference("place", x, y, f"place-{rule}", round(confidence * share, 2)), False
        elif confidence:
            yield difference("name", x, y, f"name-{rule}", confidence), True


def _surnames(
    left: list[Slot], right: list[Slot], spread: Spread, known: tuple[frozenset[str], frozenset[str]]
) -> Iterator[tuple[Difference, Slot, Slot]]:
    """Full names of persons with one given name and two surnames, that both reports do not know."""
    used: set[int] = set()
    for x in left:
        for y in right:
            if {id(x), id(y)} & used or not _given_only(x, y) or (_last(x) in known[1] and _last(y) in known[0]):
                continue
            confidence = graded(nearness(x.near(spread), y.near(spread)) + 0.2, _GIVEN, 0.8)
            if confidence:
                used |= {id(x), id(y)}
                yield difference("name", x, y, "name-same-given", confidence), x, y


def _given_only(x: Slot, y: Slot) -> bool:
    """Whether both are, or may be, full names of persons that share the given name, not the surname."""
    if not {x.value.kind, y.value.kind} <= {"person", "other"}:
        return False
    a, b = parts(x.value.name), parts(y.value.name)
    if not len(a) == len(b) == 2 and not _persons(x, y):
        return False
    return len(a) > 1 and len(b) > 1 and a[0] == b[0] and not one_person(x.value.name, y.value.name)


def _comparable(x: Slot, y: Slot) -> bool:
    """Whether both may be names of one kind of thing; 'other' is what nothing is known of."""
    return bool(x.value.kind == y.value.kind) or "other" in (x.value.kind, y.value.kind)


def _persons(x: Slot, y: Slot) -> bool:
    return bool(x.value.kind == y.value.kind == "person")


def _at_a_point(x: Slot, likeness: Likeness) -> bool:
    """Whether both places cannot well lie in one another: behind 'near' or 'at', or in the same sentence."""
    if not likeness.left:
        return False
    before = x.at.sentence.words[x.at.first - 1].lower if x.at.first else ""
    return before in signs("point") or min(likeness.near, likeness.statement) >= _REPEATED


def _abbreviated(slot: Slot) -> bool:
    """Whether it is written in capitals, as an abbreviation is, which stands for another name."""
    return bool(slot.value.name.replace(".", "").replace(" ", "").isupper())


def _one_title(x: Slot, y: Slot) -> bool:
    """Whether both stand behind titles of the same words."""
    before = [slot.at.sentence.words[slot.at.first - 1].lower if slot.at.first else "" for slot in (x, y)]
    return before[0] == before[1] and bool(offices(before[0]))


def _one_type(x: Slot, y: Slot) -> bool:
    """Whether both are names of several words with the same last one: 'Mill Lane', 'Ford Lane'."""
    a, b = parts(x.value.name), parts(y.value.name)
    return len(a) > 1 and len(b) > 1 and a[-1] == b[-1] and a[0] != b[0]


def _slots(sentence: Sentence) -> list[Slot]:
    return [Slot(mention.span, entity, place(sentence, mention.span)) for entity, mention in sentence.names]


def _last(slot: Slot) -> str:
    words = parts(slot.value.name)
    return words[-1] if words else ""


def _own(slot: Slot, other: Slot) -> str:
    """The word that tells a name from another one: of 'Mill Lane' and 'Ford Lane', the first."""
    mine, theirs = parts(slot.value.name), parts(other.value.name)
    one_type = _one_type(slot, other) and len(mine) == len(theirs) and not _persons(slot, other)
    return mine[0] if one_type else _last(slot)


def name_words(entities: Iterable[Entity]) -> frozenset[str]:
    """All words of the names of a report, folded."""
    return frozenset(word for entity in entities for word in parts(entity.name))


def _has(slot: Slot, others: list[Slot], sentence: Sentence) -> bool:
    """Whether the other sentence may have it: a word of a person's name, all or like words of another name."""
    words_here = printed(slot)
    words = {word.lower for word in sentence.words}
    if all(word in words for word in words_here):
        return True
    mine = set(parts(slot.value.name))
    for other in others:
        theirs = set(parts(other.value.name))
        if mine <= theirs or theirs <= mine or (slot.value.kind == "person" and _same_person(mine, theirs)):
            return True
        one, two = parts(slot.value.name), parts(other.value.name)
        if len(one) == len(two) and all(x == y or alike(x, y) for x, y in zip(one, two, strict=True)):
            return bool(slot.value.kind != "person")
        if _initials(one) in two or _initials(two) in one:
            return True
        if slot.value.kind != "person" and len(mine & theirs) > 1 and one[0] == two[0]:
            return True
    return False


def _initials(words: tuple[str, ...]) -> str:
    """What a name of several words is short as: 'afc'."""
    return "".join(word[0] for word in words) if len(words) > 1 else " "


def _same_person(mine: set[str], theirs: set[str]) -> bool:
    """Whether two names share more than a given name."""
    return len(mine & theirs) > 1 or (bool(mine & theirs) and min(len(mine), len(theirs)) == 1)
