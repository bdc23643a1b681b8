"""A notes or dossier file taken apart: its lists, and the notes and suggestions in them with their lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

State = Literal["own", "live", "asked", "gone"]
"""own: a note without a mark, by hand or accepted. live: suggested and in use. asked: suggested, not in use.
gone: dropped."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A note or a suggestion; it stands on the lines from `first` up to but not with `end`, counted from 0.

    `editable` is false where it shares its lines with others.
    """

    where: str
    id: str
    note: Mapping[str, Any]
    state: State
    first: int
    end: int
    rule: str = ""
    confidence: float = 1.0
    reason: str = ""
    editable: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """A list of notes in the file. `key` is the line of its key, `end` the line behind its last one, `limit` the
    line of the next key.

    `indent` is the white space before its notes; None where they do not stand one below the other, or where
    the list is missing. `inline` tells that its (empty) value stands behind the key.
    """

    where: str
    key: int
    end: int
    limit: int
    indent: str | None
    inline: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file taken apart; `lines` are without their ends, `newline` is what ends them."""

    lines: tuple[str, ...]
    newline: str
    entries: tuple[Entry, ...]
    sections: Mapping[str, Section]
    sound: bool
    keys: frozenset[str] = frozenset()
    """Keys of the file itself."""

    def find(self, where: str, id_: str) -> Entry | None:
        """The entry of this id in a list."""
        return next((e for e in self.entries if e.where == where and e.id == id_), None)

    def of(self, where: str) -> list[Entry]:
        """All entries of a list, in the order of the file."""
        return sorted((e for e in self.entries if e.where == where), key=lambda e: e.first)

    def joined(self, lines: list[str]) -> str:
        """Lines as the text of the file."""
        return self.newline.join(lines)
