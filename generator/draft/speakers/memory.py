"""Who has spoken so far: what pronouns and descriptions point back to."""

from typing import NamedTuple

from generator.draft.marks import Span
from generator.draft.speakers.index import Index


class Said(NamedTuple):
    """An attribution that has been read: who spoke, where."""

    entity: int
    """The number of the entity, or -1 for somebody without a name."""
    span: Span
    """The words that name them."""
    gender: str
    kind: str
    plural: bool
    at: int
    """Where the source stands."""
    begin: int
    end: int
    """From where to where the whole attribution runs."""
    paragraph: int


class Link(NamedTuple):
    """Whom a source means, and how sure that is."""

    span: Span
    entity: int
    sure: float
    said: Said | None = None


LOOK_BACK = 12
WINDOW = 4000
"""How many speakers and characters are looked back at: a text of one endless paragraph must not take for ever."""


class Memory:
    """The speakers of a text up to a place."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._said: list[Said] = []

    def note(self, said: Said) -> None:
        """An attribution whose speaker is known now."""
        self._said.append(said)

    def recent(self) -> list[Said]:
        """The last speakers, latest first."""
        return self._said[: -LOOK_BACK - 1 : -1]

    def last(self, at: int, paragraphs: int, fits: tuple[str, ...]) -> Said | None:
        """The last speaker before a place, some paragraphs back at most, of some kinds."""
        here = self.index.text.paragraph_at(at)
        for said in self.recent():
            if said.at >= at:
                continue
            if here - said.paragraph > paragraphs or at - said.at > WINDOW:
                return None
            if said.kind in fits:
                return said
        return None
