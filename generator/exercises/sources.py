"""Attributions -> who their sources are, and who else is easily taken for them."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.exercises.memo import once_for_each_dossier
from generator.model.dossier import Attribution, Dossier, NamedQuote, Quote


def same_name(one: str, other: str, articles: tuple[str, ...]) -> bool:
    """Whether two names may mean the same one: the words of one stand in the other ('Okafor', 'Dana Okafor')."""
    first, second = name_words(one, articles), name_words(other, articles)
    return first <= second or second <= first


@lru_cache(maxsize=4096)
def name_words(name: str, articles: tuple[str, ...]) -> frozenset[str]:
    """The words of a name in lower case, without articles where anything else is left."""
    words = frozenset(word.strip(".,").casefold() for word in name.split())
    return words - set(articles) or words


def articles_of(dossier: Dossier) -> tuple[str, ...]:
    """The words before a noun that do not count in a name, in the language of the dossier."""
    return dossier.grammar.words("articles")


def is_named(dossier: Dossier, note: Attribution, name: str, quote: Quote | None = None) -> bool:
    """Whether a name (with its place, if it has one) means the source of an attribution."""
    if note.source is None or note.who is None:
        return False
    articles, nodes = articles_of(dossier), dossier.origins.nodes
    if same_name(note.who, name, articles) or same_name(note.source.text, name, articles):
        return True
    if note.speaker in nodes and same_name(nodes[note.speaker].label, name, articles):
        return True
    return quote is not None and bool(_entities(dossier, quote) & _entities(dossier, note.source))


def same_source(dossier: Dossier, one: Attribution, other: Attribution) -> bool:
    """Whether two attributions have, or may have, the same source."""
    if one.source is None or other.source is None:
        return one.source is other.source
    if one.speaker is not None and one.speaker == other.speaker:
        return True
    return is_named(dossier, one, other.who or "", other.source) or is_named(dossier, other, one.who or "")


def _entities(dossier: Dossier, quote: Quote) -> set[str]:
    return {e.id for e in dossier.entities if any(q.overlaps(quote) for q in e.labels.get(quote.label, ()))}


def channels(dossier: Dossier, note: Attribution) -> list[str]:
    """Everybody who passed the words on, the report's own outlet included, nearest the source first."""
    nodes = dossier.origins.nodes
    found = [nodes[id_].label for id_ in note.via if id_ in nodes]
    outlet = dossier.passages[note.label].outlet
    if found and outlet not in found:
        found.append(outlet)
    return [name for name in found if not is_named(dossier, note, name)]


def bystanders(dossier: Dossier, note: Attribution) -> list[NamedQuote]:
    """Those noted as not the source, without labels of the source itself."""
    return [n for n in note.not_source if not is_named(dossier, note, n.quote.text, n.quote)]


class Mistaken(NamedTuple):
    """A name that readers may take for the source, with the misreading, and its place where it has one."""

    name: str
    why: str
    quote: Quote | None = None


def one_name_each(
    dossier: Dossier, found: Iterable[Mistaken], right: Sequence[Attribution], kept: Sequence[Mistaken] = ()
) -> list[Mistaken]:
    """Those of the names, in their order, that mean no right source, none of the kept and none before them."""
    taken, out = list(kept), []
    for one in found:
        if any(_means_source(dossier, one, note) for note in right):
            continue
        if not any(_means_same(dossier, one, other) for other in taken):
            taken.append(one)
            out.append(one)
    return out


def _means_source(dossier: Dossier, one: Mistaken, note: Attribution) -> bool:
    if note.source is None:
        return False
    who = Mistaken(note.who or note.source.text, "", note.source)
    return is_named(dossier, note, one.name, one.quote) or _means_same(dossier, one, who)


def _means_same(dossier: Dossier, one: Mistaken, other: Mistaken) -> bool:
    articles = articles_of(dossier)
    return same_name(one.name, other.name, articles) or bool(_known_as(dossier, one) & _known_as(dossier, other))


def _known_as(dossier: Dossier, one: Mistaken) -> frozenset[tuple[str, str]]:
    """Entities and speakers that a name stands for: by its place, or by all of its words."""
    found = _names_known(dossier)
    at = (one.name, (one.quote.label, one.quote.start, one.quote.end) if one.quote else None)
    if at not in found:
        found[at] = _looked_up(dossier, one)
    return found[at]


@once_for_each_dossier
def _names_known(_dossier: Dossier) -> dict[tuple[object, ...], frozenset[tuple[str, str]]]:
    """A place to keep what names stand for, since the same few are asked about again and again."""
    return {}


def _looked_up(dossier: Dossier, one: Mistaken) -> frozenset[tuple[str, str]]:
    articles = articles_of(dossier)

    def meant(quote: Quote | None, *names: str | None) -> bool:
        if one.quote is not None and quote is not None and one.quote.overlaps(quote):
            return True
        words = name_words(one.name, articles)
        return any(name is not None and name_words(name, articles) == words for name in names)

    entities = {
        ("entity", entity.id)
        for entity in dossier.entities
        if meant(None, entity.name) or any(meant(q, q.text) for qs in entity.labels.values() for q in qs)
    }
    # With a channel in between, the speaker is the one behind the source, whom the name does not mean.
    speakers = {
        ("speaker", note.speaker)
        for note in dossier.attributions
        if note.speaker is not None and not note.via and meant(note.source, note.who)
    }
    return frozenset(entities | speakers)
