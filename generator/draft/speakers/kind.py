"""What a source is, as far as its own words tell it."""

from typing import NamedTuple

from generator.draft.marks import SourceKind, Span
from generator.draft.speakers.index import At


class Phrase(NamedTuple):
    """A source read: kind, how sure, the mention that is its head (if any), its head noun, gender and number."""

    kind: SourceKind
    sure: float
    mention: At | None = None
    noun: str = ""
    gender: str = "-"
    plural: bool = False
    definite: bool = False
    """Whether it points at somebody told before: 'the lawmaker', 'the company'."""
    role: Span | None = None
    words: tuple[str, ...] = ()
    """The words of a description before its noun."""
    joint: bool = False
    """Several in one: 'Alder and Vell'."""
