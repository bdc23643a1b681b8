"""A file as it stands and fresh suggestions -> what is new, gone or different, and the text with the new ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.draft.files.edits import NoPlace, inserted
from generator.draft.files.entries import read_sheet
from generator.draft.files.notes_file import key_of
from generator.draft.files.sheet import Entry, Sheet
from generator.draft.suggestion import Suggestion

_CORE = {
    "attributions": ("content", "cue", "source"),
    "markers": ("text",),
    "wording": ("text",),
    "figures": ("text",),
    "claims": ("A", "B", "C", "D"),
    "entities": ("labels",),
    "nodes": ("label",),
    "edges": ("from", "to"),
}
"""What a note is about: two notes of one list that share it are the same note under two ids."""


@dataclass(frozen=True, slots=True)
class Differs:
    """A note that stands in the file in other words than it is suggested in now."""

    entry: Entry
    fresh: Suggestion
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Diff:
    """What fresh suggestions would change in one file. `kept` counts those that it has as they are."""

    new: tuple[Suggestion, ...] = ()
    gone: tuple[Entry, ...] = ()
    differs: tuple[Differs, ...] = ()
    kept: int = 0

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.differs)


def compared(sheet: Sheet, fresh: Sequence[Suggestion]) -> Diff:
    """How the suggestions of one file compare with what stands there. Dropped ones are neither new nor gone."""
    pairs = _matched(sheet, fresh)
    new, differs, kept = [], [], 0
    for number, one in enumerate(fresh):
        entry = pairs.get(number)
        if entry is None:
            new.append(one)
        elif entry.state != "gone" and (fields := _different(entry, one)):
            differs.append(Differs(entry, one, fields))
        else:
            kept += 1
    known = {id(entry) for entry in pairs.values()}
    gone = [e for e in sheet.entries if e.state in ("live", "asked") and id(e) not in known]
    return Diff(tuple(new), tuple(gone), tuple(differs), kept)


def with_new(text: str, fresh: Sequence[Suggestion]) -> tuple[str, tuple[Suggestion, ...]]:
    """The text with the suggestions that it does not know, in their order, and those that found no place.

    Nothing else of the text changes, save that a list that was empty loses its brackets.
    """
    left: list[Suggestion] = []
    sheet = read_sheet(text)
    new = compared(sheet, fresh).new
    for one in new:
        # Lines move with every suggestion put in, so the file is taken apart anew.
        sheet = read_sheet(text)
        pairs = _matched(sheet, fresh)
        number = next(n for n, other in enumerate(fresh) if other is one)
        same = [n for n, other in enumerate(fresh) if other.where == one.where and n in pairs]
        before = max((n for n in same if n < number), default=None)
        after = min((n for n in same if n > number), default=None)
        try:
            text = inserted(
                sheet,
                one,
                None if before is None else pairs[before],
                None if after is None else pairs[after],
            )
        except NoPlace:
            left.append(one)
    return text, tuple(left)


def plain(value: Any) -> Any:
    """A value as a file gives it back: text, without what says nothing, lists of one as that one."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        kept = {str(key): plain(inner) for key, inner in value.items() if inner is not None}
        if kept.keys() == {"text"}:
            return kept["text"]
        return "absent" if kept == {"standing": "absent"} else kept
    if isinstance(value, list | tuple):
        return plain(value[0]) if len(value) == 1 else [plain(inner) for inner in value]
    return " ".join(str(value).split()) if value is not None else None


def _matched(sheet: Sheet, fresh: Sequence[Suggestion]) -> dict[int, Entry]:
    """Number of a suggestion -> the entry that is it: of the same id, else about the same words."""
    pairs: dict[int, Entry] = {}
    ids = {(e.where, e.id): e for e in sheet.entries}
    taken: set[int] = set()
    for number, one in enumerate(fresh):
        entry = ids.get((one.where, key_of(one.where, one.note, one.id)))
        if entry is not None:
            pairs[number] = entry
            taken.add(id(entry))
    cores = {_core(e.where, e.note): e for e in sheet.entries if e.state != "gone" and id(e) not in taken}
    for number, one in enumerate(fresh):
        if number not in pairs:
            entry = cores.pop(_core(one.where, one.note), None)
            if entry is not None:
                pairs[number] = entry
    return pairs


def _core(where: str, note: Mapping[str, Any]) -> str:
    return f"{where} {[plain(note.get(key)) for key in _CORE[where]]!r}"


def _different(entry: Entry, one: Suggestion) -> tuple[str, ...]:
    """The keys in which a note of the file is not as it is suggested."""
    mine, theirs = _fields(entry.note), _fields(one.note)
    return tuple(key for key in _ordered((*theirs, *mine)) if mine.get(key) != theirs.get(key))


def _fields(note: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: told for key, value in note.items() if key != "id" and (told := plain(value)) not in (None, [], {})
    }


def _ordered(keys: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(keys))
