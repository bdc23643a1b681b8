"""A text with what was found in it -> sentences with their words, stems and slots, ready to be compared."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from generator.draft.comparison.stems import plain, stem
from generator.draft.comparison.vectors import LIGHT, Weights, is_content, is_shouted, light_stems, vectors
from generator.draft.marks import Annotations, Attribution, Date, Entity, Marker, Mention, Number, Span, Wording
from generator.draft.text import Text

_MOST = 40
"""Finds of one kind that are looked at in a sentence: a table without full stops is no sentence."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence. `key` is its stem, empty where the word says nothing of the matter."""

    span: Span
    lower: str
    key: str
    weight: float
    quoted: bool


@dataclass(slots=True)
class Sentence:
    """A sentence of a report and what stands in it."""

    number: int
    span: Span
    words: list[Word]
    weights: Weights
    shouted: bool
    """Whether most words have a capital, as in a headline: then a capital is no sign of a name."""
    numbers: list[Number] = field(default_factory=list)
    dates: list[Date] = field(default_factory=list)
    names: list[tuple[Entity, Mention]] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)
    loaded: list[Wording] = field(default_factory=list)
    said: list[Attribution] = field(default_factory=list)
    """Attributions of whose content a part stands here."""
    starts: list[int] = field(default_factory=list)

    def word_at(self, offset: int) -> int:
        """The number of the word that holds an offset, or of the last one before it."""
        return max(bisect_right(self.starts, offset) - 1, 0)


class Side:
    """One of the two reports."""

    def __init__(self, text: Text, found: Annotations) -> None:
        self.text, self.found = text, found

    @cached_property
    def sentences(self) -> list[Sentence]:
        """All sentences, in order, with the finds that begin in each."""
        spans = self.text.sentences
        weighed = vectors(tuple(self.text.text[start:end] for start, end in spans)).sentences
        out = []
        light = light_stems()
        quoted = [q.inner for q in self.text.quotations]
        starts = [start for start, _ in quoted]
        for number, (start, end) in enumerate(spans):
            first, behind = self.text.word_range(start, end)
            words = []
            for i in range(first, behind):
                at = self.text.starts[i]
                bare = plain(self.text.words[i])
                key = stem(bare) if is_content(bare) else ""
                q = bisect_right(starts, at) - 1
                weight = weighed[number].get(key, LIGHT if key in light else 1.0) if key else 0.0
                inside = q >= 0 and at < quoted[q][1]
                words.append(Word((at, self.text.ends[i]), bare, key, weight, inside))
            shouted = is_shouted(self.text.words[first:behind])
            sentence = Sentence(number, (start, end), words, weighed[number], shouted)
            sentence.starts = self.text.starts[first:behind]
            out.append(sentence)
        self._share_out(out)
        return out

    def _share_out(self, sentences: list[Sentence]) -> None:
        if not sentences:
            return
        starts = [sentence.span[0] for sentence in sentences]

        def number(offset: int) -> int:
            return max(bisect_right(starts, offset) - 1, 0)

        def home(offset: int) -> Sentence:
            return sentences[number(offset)]

        found = self.found
        timed: set[int] = set()
        for date in found.dates:
            home(date.span[0]).dates.append(date)
            timed.update(range(*date.span))
        for figure in found.numbers:
            if figure.span[0] not in timed:
                home(figure.span[0]).numbers.append(figure)
        for marker in found.markers:
            home(marker.span[0]).markers.append(marker)
        for wording in found.wording:
            home(wording.span[0]).loaded.append(wording)
        for entity in found.entities:
            for mention in entity.mentions:
                home(mention.span[0]).names.append((entity, mention))
        for said in found.attributions:
            for start, end in said.content:
                for sentence in sentences[number(start) : number(end - 1) + 1]:
                    sentence.said.append(said)
        for sentence in sentences:
            sentence.names.sort(key=lambda pair: pair[1].span)
            for finds in (sentence.numbers, sentence.dates, sentence.names):
                del finds[_MOST:]

    def at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset, or the one before it."""
        return self.sentences[max(bisect_right(self._starts, offset) - 1, 0)] if self.sentences else None

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span[0] for sentence in self.sentences]

    def words_of(self, span: Span) -> str:
        """The words of a span as they stand."""
        return self.text.text[span[0] : span[1]]
