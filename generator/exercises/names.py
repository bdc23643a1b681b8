"""Names of people and groups: which words of the reports name whom, and which of them give the answer away."""

from generator.exercises.places import find_words
from generator.exercises.sources import articles_of, same_name
from generator.model.dossier import Dossier, Entity, Quote
from generator.model.grammar import Grammar

SHORT = 4
"""Shorter words are mostly articles, titles and prepositions."""


def telling(name: str, grammar: Grammar) -> frozenset[str]:
    """The words of a name that can give it away, in lower case: no articles, titles or other small words.

    A short word counts where it has a capital letter and is not the first ('Kim Lee', but not 'Ms Lee').
    """
    words = [word.strip("“”‘’«»\"'.,;:()¿?¡!") for word in name.split()]
    for ending in grammar.words("name.endings"):
        words = [word.removesuffix(ending) for word in words]
    return frozenset(
        word.casefold()
        for place, word in enumerate(words)
        if not grammar.has("empty", word)
        and (len(word) >= SHORT or (len(word) > 1 and word[0].isupper() and (place > 0 or len(words) == 1)))
    )


def share_words(one: str, other: str, grammar: Grammar) -> bool:
    """Whether a telling word of one name stands in the other, whole or inside a longer word ('footbridge')."""
    return any(
        a == b or (min(len(a), len(b)) >= SHORT and (a in b or b in a))
        for a in telling(one, grammar)
        for b in telling(other, grammar)
    )


def labels_of(dossier: Dossier, entity: Entity, *reports: str) -> list[Quote]:
    """The names that reports (all, where none are given) use for an entity, in the order of the text.

    Each wording of a report once, and no pronouns.
    """
    found: dict[tuple[str, str], Quote] = {}
    for label in sorted(reports or entity.labels):
        grammar = dossier.passages[label].grammar
        for quote in sorted(entity.labels.get(label, ()), key=lambda q: q.start):
            if not grammar.has("pronouns", quote.text):
                found.setdefault((label, quote.text.casefold()), quote)
    return list(found.values())


def stands_alone(dossier: Dossier, quote: Quote) -> bool:
    """Whether the words stand only once on their lines, so that a line number tells which are meant."""
    lines = [line for line in dossier.passages[quote.label].lines if quote.first <= line.n <= quote.last]
    return len(find_words(" ".join(line.text for line in lines), quote.text)) == 1


def speaks(dossier: Dossier, entity: Entity) -> bool:
    """Whether the reports quote this person or group, tell it something, or might be thought to quote it."""
    places = [quote for quotes in entity.labels.values() for quote in quotes]
    return any(
        quote.overlaps(part)
        for note in dossier.attributions
        for part in (note.source, note.recipient, *(n.quote for n in note.not_source))
        if part is not None
        for quote in places
    )


def entities_at(dossier: Dossier, quote: Quote) -> list[Entity]:
    """Those whom a report names with these words, at this place."""
    return [e for e in dossier.entities if any(quote.overlaps(q) for q in e.labels.get(quote.label, ()))]


def may_be_named(dossier: Dossier, entity: Entity, words: str) -> bool:
    """Whether words are, or are part of, a name that the notes or the reports have for an entity."""
    names = [entity.name, *(quote.text for quotes in entity.labels.values() for quote in quotes)]
    return any(same_name(words, name, articles_of(dossier)) for name in names)
