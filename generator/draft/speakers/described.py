"""Whom 'the lawmaker', 'the spokeswoman', 'the company' mean: one told of before, and none where two fit."""

from functools import lru_cache

from generator.draft.marks import Span
from generator.draft.names.lists import key, names, roles, word_set
from generator.draft.speakers.kind import Phrase
from generator.draft.speakers.memory import WINDOW, Link, Memory, Said
from generator.draft.speakers.nouns import lowered
from generator.draft.tables import table

_PARTIES = word_set("parties")
_ARTICLES = word_set("articles")


@lru_cache(maxsize=1)
def stands_for() -> dict[str, frozenset[str]]:
    """Later words for people -> the titles and roles that they stand for."""
    return {row[0]: frozenset(row[1].split()) for row in table("stands_for")}


class Descriptions:
    """Finds whom descriptions mean; to be asked in the order of the text."""

    def __init__(self, memory: Memory) -> None:
        self.index = memory.index
        self.memory = memory
        self._bearers: dict[str, list[tuple[int, int]]] | None = None
        self._introduced: dict[int, set[str]] = {}
        self._called: dict[str, list[tuple[int, int]]] | None = None

    def link(self, span: Span, phrase: Phrase) -> Link | None:
        """Whom 'the lawmaker', 'the spokeswoman', 'the company' mean."""
        if phrase.kind in ("organisation", "outlet", "document", "poll"):
            return self._thing(span, phrase)
        return self._somebody(span, phrase)

    def _somebody(self, span: Span, phrase: Phrase) -> Link | None:
        index, noun = self.index, phrase.noun
        if phrase.plural:
            return None
        wanted = stands_for().get(noun, frozenset()) | {noun}
        titled = {e for word in wanted for place, e in self._by_role().get(word, ()) if place < span[0]}
        # "the Texas senator": only one whose title or apposition has that place.
        where = {w for w in phrase.words[:-1] if w in names().places or w in names().demonyms}
        titled = {e for e in titled if where <= self._introduced.get(e, set()) | _PARTIES}
        gender = phrase.gender
        titled = {e for e in titled if gender == "-" or index.gender(e) in (gender, "-")}
        said = self.memory.last(span[0], 2, ("person", "unnamed", "office"))
        if len(titled) == 1:
            entity = titled.pop()
            full = index.full(entity)
            near = said is not None and said.entity == entity
            return Link((full.start, full.end), entity, 0.95 if near else 0.88)
        if len(titled) > 1:
            if said is not None and said.entity in titled and self._alone(said, span[0], gender):
                full = index.full(said.entity)
                return Link((full.start, full.end), said.entity, 0.9)
            return None
        if said is None or said.plural or (gender != "-" and said.gender not in ("-", gender)):
            return None
        if said.entity < 0:
            # "a police officer ... the officer"
            words = lowered(index.raw[slice(*said.span)])
            more = len(words) > len(phrase.words) or words[:1] in (("a",), ("an",))
            return Link(said.span, -1, 0.93, said) if noun in words and more else None
        if not self._alone(said, span[0], gender):
            return None
        return Link(said.span, said.entity, 0.85, said)

    def _alone(self, said: Said, at: int, gender: str) -> bool:
        """Whether nobody else who fits is named from the paragraph of the last speaker on."""
        index = self.index
        low = max(index.text.paragraphs[said.paragraph][0], at - WINDOW)
        fits = {
            m.entity
            for m in index.persons_within(low, at)
            if gender == "-" or index.gender(m.entity) in (gender, "-")
        }
        return fits <= {said.entity}

    def _by_role(self) -> dict[str, list[tuple[int, int]]]:
        """Role words -> where a person is introduced with them, and which."""
        if self._bearers is None:
            self._bearers = {}
            index, nouns, titles = self.index, roles().nouns, names().titles
            seen: set[tuple[str, int]] = set()
            for at in index.persons:
                words = [key(w) for w in index.raw[slice(*at.title)].split()] if at.title is not None else []
                if index.raw.startswith(", ", at.end):
                    low = lowered(index.raw[at.end + 2 : at.end + 60].split(",")[0])
                    if low and (low[0] in _ARTICLES or low[0] in nouns):
                        words += low
                        # the town behind: "a senator from Ohio"
                self._introduced.setdefault(at.entity, set()).update(words)
                for word in words:
                    if (word in nouns or word in titles) and (word, at.entity) not in seen:
                        seen.add((word, at.entity))
                        self._bearers.setdefault(word, []).append((at.start, at.entity))
        return self._bearers

    def _by_name(self) -> dict[str, list[tuple[int, int]]]:
        """Words of the names of organisations and outlets -> where each is first named, and which."""
        if self._called is None:
            self._called = {}
            for number, entity in enumerate(self.index.entities):
                if entity.kind in ("organisation", "outlet"):
                    for word in set(lowered(entity.name)):
                        self._called.setdefault(word, []).append((entity.mentions[0].span[0], number))
        return self._called

    def _thing(self, span: Span, phrase: Phrase) -> Link | None:
        """The organisation, outlet or document that was told before."""
        index = self.index
        kind, noun = phrase.kind, phrase.noun
        here = index.text.paragraph_at(span[0])
        low = max(index.text.paragraphs[max(here - 2, 0)][0], span[0] - WINDOW)
        if kind in ("document", "poll"):
            for said in self.memory.recent():
                if said.at < span[0] and said.kind == kind and here - said.paragraph <= 3:
                    words = lowered(index.raw[slice(*said.span)])
                    if noun in words and len(words) > 2:
                        return Link(said.span, -1, 0.9, said)
                    return None
            return None
        near = [m for m in index.within(low, span[0]) if index.entities[m.entity].kind == kind]
        same = {
            e for place, e in self._by_name().get(noun, ()) if place < span[0] and index.entities[e].kind == kind
        }
        if len(same) == 1:
            full = index.full(same.pop())
            return Link((full.start, full.end), full.entity, 0.93)
        said_last = self.memory.last(span[0], 2, (kind,))
        kinds = {m.entity for m in near}
        if len(kinds) == 1 and not same:
            full = index.full(next(iter(kinds)))
            spoke = said_last is not None and said_last.entity in kinds
            return Link((full.start, full.end), full.entity, 0.9 if spoke else 0.75)
        return None
