"""Two reports -> the same words by the same speaker in both."""

from collections.abc import Iterator, Sequence

from generator.draft.compared import SharedOrigin, SharedWording
from generator.draft.comparison.forms import one_person, parts
from generator.draft.comparison.side import Side
from generator.draft.comparison.stems import plain
from generator.draft.marks import Attribution, Span

_SPEAKER = 0.95
_LEAST = 4
"""Words of a whole quotation from which it is no chance that one speaker says them twice."""
_MOST = 300
"""Quotations that are looked at: a text of more is no article."""


def speakers(a: Side, b: Side, runs: Sequence[SharedWording]) -> list[SharedOrigin]:
    """Each speaker once with the first words that both reports quote; `runs`: words quoted in both."""
    out, seen = [], set()
    for mine, theirs in sorted({*((run.a, run.b) for run in runs), *_whole(a, b)}):
        found = next(
            (
                (one, other)
                for one in _names(a, mine)
                for other in _names(b, theirs)
                if one_person(a.words_of(one), b.words_of(other))
            ),
            None,
        )
        if found is None:
            continue
        key = parts(a.words_of(found[0]))[-1:]
        if key not in seen:
            seen.add(key)
            out.append(SharedOrigin("speaker", a.words_of(found[0]), mine, theirs, _SPEAKER))
    return out


def _whole(a: Side, b: Side) -> Iterator[tuple[Span, Span]]:
    """Whole quotations of some words that are the same in both, however few of them say what it is about."""
    places: dict[tuple[str, ...], Span] = {}
    for span, words in _quotations(b):
        places.setdefault(words, span)
    for span, words in _quotations(a):
        if words in places:
            yield span, places[words]


def _quotations(side: Side) -> Iterator[tuple[Span, tuple[str, ...]]]:
    text = side.text
    for quotation in text.quotations[:_MOST]:
        first, behind = text.word_range(*quotation.inner)
        if behind - first >= _LEAST:
            span = text.starts[first], text.ends[behind - 1]
            yield span, tuple(plain(word) for word in text.words[first:behind])


def _names(side: Side, span: Span) -> list[Span]:
    """The names of whom a stretch is attributed to, the fullest first; none where nobody is named."""
    best: Attribution | None = None
    sentence = side.at(span[0])
    for said in sentence.said if sentence else ():
        if any(start < span[1] and span[0] < end for start, end in said.content):
            best = said
    if best is None or not best.source:
        return []
    if best.speaker:
        return [best.speaker]
    if best.kind in ("pronoun", "none"):
        return _before(side, best.source[0])
    return [*(m for part in best.source for m in _behind(side, part)), *best.source]


def _behind(side: Side, source: Span) -> list[Span]:
    """The person named behind a source, parted from it by a comma only: 'the handler, Ann Rill'."""
    near = source[1] + 1, source[1] + 4
    return [span for span in _persons(side, near) if side.words_of((source[1], span[0])).strip() == ","][:1]


def _before(side: Side, pronoun: Span) -> list[Span]:
    """The last person named before a pronoun, in its sentence or the one before it.

    By itself a guess; that both reports lead to one name bears it out.
    """
    home = side.at(pronoun[0])
    first = side.sentences[max(home.number - 1, 0)].span[0] if home else 0
    return _persons(side, (first, pronoun[0]))[-1:]


def _persons(side: Side, within: Span) -> list[Span]:
    """The places of persons' names that begin within a stretch, in order."""
    return sorted(
        mention.span
        for entity in side.found.entities
        if entity.kind == "person"
        for mention in entity.mentions
        if within[0] <= mention.span[0] < within[1]
    )
