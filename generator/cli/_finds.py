"""Finds -> plain values for JSON, quickly; and what is sure enough of them."""

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.draft.article import Article
    from generator.draft.compared import Comparison
    from generator.draft.marks import Annotations

LISTS = ("attributions", "markers", "wording", "entities", "numbers", "dates")
Row = dict[str, Any]


Reader = tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]
_READERS: dict[str, Reader] = {}


def _reader(kind: type) -> Reader:
    """Names of the fields of a kind of find, and what reads them all; looked up once a kind."""
    if kind.__name__ not in _READERS:
        names = tuple(field.name for field in fields(kind))
        _READERS[kind.__name__] = names, attrgetter(*names)
    return _READERS[kind.__name__]


def as_row(find: Any) -> Row:
    """The fields of a find. Only tuples of finds within it are opened; spans stay pairs of numbers."""
    names, read = _reader(type(find))
    row = dict(zip(names, read(find), strict=True))
    for key in _NESTED.get(type(find).__name__, ()):
        row[key] = [as_row(each) for each in row[key]]
    return row


_NESTED = {"Entity": ("mentions",), "Pair": ("differences",)}


def as_lists(found: "Annotations") -> Row:
    """All that was found in a text, list by list."""
    return {name: [as_row(each) for each in getattr(found, name)] for name in LISTS}


def sure(found: "Annotations", least: float) -> "Annotations":
    """What is at least that sure. `outer` of an attribution still names the one that it stands in.

    Doubtful markers are found only to keep exercises off their words; they are no finds to tell of.
    """
    from generator.draft.markers import shown

    found = replace(found, markers=tuple(shown(found.markers)))
    if least <= 0:
        return found
    kept = [i for i, said in enumerate(found.attributions) if said.confidence >= least]
    place = {old: new for new, old in enumerate(kept)}
    said = [found.attributions[i] for i in kept]
    return replace(
        found,
        attributions=tuple(
            each if each.outer is None else replace(each, outer=place.get(each.outer)) for each in said
        ),
        **{name: _sure(getattr(found, name), least) for name in LISTS[1:]},
    )


def _sure(finds: Iterable[Any], least: float) -> tuple[Any, ...]:
    return tuple(each for each in finds if each.confidence >= least)


def sure_between(found: "Comparison", least: float) -> "Comparison":
    """What of a comparison is at least that sure; differences of a pair that is left are judged by themselves."""
    if least <= 0:
        return found
    return replace(
        found,
        pairs=tuple(
            replace(pair, differences=_sure(pair.differences, least)) for pair in _sure(found.pairs, least)
        ),
        only=_sure(found.only, least),
        wording=_sure(found.wording, least),
        origins=_sure(found.origins, least),
        loaded=_sure(found.loaded, least),
    )


def comparison_row(found: "Comparison") -> Row:
    """A comparison list by list."""
    names, read = _reader(type(found))
    return {
        name: [as_row(each) for each in value] if isinstance(value, tuple) else value
        for name, value in zip(names, read(found), strict=True)
    }


def article_row(article: "Article") -> Row:
    """What a file holds besides its running text."""
    names, read = _reader(type(article))
    row = dict(zip(names, read(article), strict=True))
    for key in ("blocks", "hints"):
        row[key] = [as_row(each) for each in row[key] if is_dataclass(each)]
    return row
