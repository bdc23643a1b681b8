"""The named of a text by place: which mention stands in a span, what the fullest name is, he or she."""

from bisect import bisect_left
from collections.abc import Sequence

from generator.draft.marks import Entity, Span
from generator.draft.names.lists import key, names, roles
from generator.draft.text import Text

_HEAD = 200
"""Characters at the top of a text, where the headline stands."""


class At:
    """A mention: its span, its title and the number of its entity."""

    __slots__ = ("end", "entity", "start", "title")

    def __init__(self, start: int, end: int, entity: int, title: Span | None) -> None:
        self.start, self.end, self.entity, self.title = start, end, entity, title


class Index:
    """The mentions of a text in their order."""

    def __init__(self, text: Text, entities: Sequence[Entity]) -> None:
        self.text, self.raw, self.entities = text, text.text, entities
        self.all = sorted(
            [At(*m.span, number, m.title) for number, e in enumerate(entities) for m in e.mentions],
            key=lambda at: at.start,
        )
        self.starts = [at.start for at in self.all]
        self.persons = [at for at in self.all if entities[at.entity].kind == "person"]
        self.person_starts = [at.start for at in self.persons]
        self._full: dict[int, At] = {}
        self._gender: dict[int, str] = {}

    def within(self, start: int, end: int) -> list[At]:
        """Mentions that begin in a span."""
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def persons_within(self, start: int, end: int) -> list[At]:
        """Mentions of persons that begin in a span."""
        low = bisect_left(self.person_starts, start)
        return self.persons[low : bisect_left(self.person_starts, end)]

    def full(self, entity: int) -> At:
        """The first mention of the fullest name, outside headlines where there is a choice."""
        found = self._full.get(entity)
        if found is None:
            words = self.entities[entity].name.count(" ")
            mentions = list(self.entities[entity].mentions)
            fits = [m for m in mentions if self.raw[slice(*m.span)].count(" ") >= words] or mentions
            best = next(m for m in fits if m.span[0] > _HEAD or m is fits[-1])
            found = self._full[entity] = At(*best.span, entity, best.title)
        return found

    def gender(self, entity: int) -> str:
        """'m', 'f' or '-' where neither titles nor the given name tell it, or they disagree."""
        found = self._gender.get(entity)
        if found is None:
            told = set()
            lists, nouns = names(), roles().nouns
            for mention in self.entities[entity].mentions:
                if mention.title is not None:
                    word = key(self.raw[mention.title[0] : mention.title[1]].rsplit(None, 1)[-1])
                    gender = lists.titles[word][1] if word in lists.titles else nouns.get(word, ("", "-"))[1]
                    told.add(gender)
            told.discard("-")
            if not told:
                words = [key(w) for w in self.entities[entity].name.split()]
                given = next((w for w in words if len(w) > 1), "")
                if len(words) > 1 and given in lists.given:
                    told.add(lists.given[given][0])
            found = self._gender[entity] = told.pop() if len(told) == 1 else "-"
        return found
