"""The text of a notes or dossier file -> its notes and suggestions, each with the lines it stands on."""

import re
from collections.abc import Mapping
from typing import Any

from generator.draft.files.notes_file import (
    ASKED,
    DOSSIER_LISTS,
    GONE,
    LIVE,
    MAPPINGS,
    NOTE_LISTS,
    ORIGINS,
    key_of,
)
from generator.draft.files.sheet import Entry, Section, Sheet
from generator.load.places import Path
from generator.load.source import clean
from generator.load.yaml_tree import Data, YamlDoc, read_yaml

_LIVE = re.compile(rf"\s*{LIVE} (?P<sure>[01]\.\d\d) (?P<rule>\S+)\s*")
_ASKED = re.compile(rf"\s*{re.escape(ASKED)} (?P<sure>[01]\.\d\d) (?P<rule>[^\s:]+): ?(?P<why>.*)")
_ASKED_LINE = re.compile(rf"\s*{re.escape(ASKED)}(?: (?P<line>.*))?")
_GONE = re.compile(rf"(?P<indent>\s*){GONE} (?P<id>[a-z0-9-]+)\s*")


def read_sheet(text: str) -> Sheet:
    """The file taken apart. `sound` is false, and entries may be missing, where it is broken as YAML."""
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = tuple(text.split(newline))
    doc = read_yaml(clean("\n".join(lines).encode(), "").text or "", "")
    sections = _sections(doc, lines)
    entries = [*_notes(doc, lines, sections), *_comments(lines, sections)]
    entries.sort(key=lambda e: e.first)
    data = doc.data if isinstance(doc.data, dict) else {}
    return Sheet(lines, newline, tuple(entries), sections, doc.sound and bool(data), frozenset(data))


def path_of(where: str) -> Path:
    """Where a list stands in its file."""
    return ("origins", where) if where in ORIGINS else (where,)


def _sections(doc: YamlDoc, lines: tuple[str, ...]) -> dict[str, Section]:
    found: dict[str, Section] = {}
    ends = sorted(_key_lines(doc))
    for where in (*NOTE_LISTS, *DOSSIER_LISTS):
        path = path_of(where)
        if not _has(doc.data, path):
            continue
        key = doc.places.at(path, key=True).line - 1
        behind = [line for line in ends if line > key]
        end = behind[0] if behind else len(lines)
        value = _get(doc.data, path)
        inline = doc.places.at(path).line - 1 == key
        indent = None if inline and value else _indent(doc, path, value, lines, key, end)
        found[where] = Section(where, key, _trimmed(lines, key, end), end, indent, inline or value is None)
    return found


def _key_lines(doc: YamlDoc) -> set[int]:
    """Lines of the keys that end the list before them."""
    paths: list[Path] = [(key,) for key in doc.data] if isinstance(doc.data, dict) else []
    origins = doc.data.get("origins") if isinstance(doc.data, dict) else None
    paths += [("origins", key) for key in origins] if isinstance(origins, dict) else []
    return {doc.places.at(path, key=True).line - 1 for path in paths}


def _indent(doc: YamlDoc, path: Path, value: Data, lines: tuple[str, ...], key: int, end: int) -> str:
    """The white space before the notes of a list: as they have it, else as its comments have it."""
    if value and isinstance(value, list):
        return _space(lines[dash_line(doc, (*path, 0), lines)])
    if value and isinstance(value, dict):
        return _space(lines[doc.places.at((*path, next(iter(value))), key=True).line - 1])
    for line in lines[key + 1 : end]:
        if _ASKED_LINE.fullmatch(line) or _GONE.fullmatch(line):
            return _space(line)
    return _space(lines[key]) + "  "


def _trimmed(lines: tuple[str, ...], key: int, end: int) -> int:
    """The end of a section without the blank lines and the comments that belong to what follows."""
    at = end
    while at > key + 1:
        line = lines[at - 1]
        ours = _ASKED_LINE.fullmatch(line) or _GONE.fullmatch(line) or _LIVE.fullmatch(line)
        if line.strip() and (ours or not line.lstrip().startswith("#")):
            break
        at -= 1
    return at


def _notes(doc: YamlDoc, lines: tuple[str, ...], sections: Mapping[str, Section]) -> list[Entry]:
    """The notes that are in use."""
    found = []
    for where, section in sections.items():
        path, value = path_of(where), _get(doc.data, path_of(where))
        items: list[tuple[Path, str, Any]] = []
        if isinstance(value, dict):
            items = [((*path, id_), id_, note) for id_, note in value.items()]
        elif isinstance(value, list):
            items = [
                ((*path, n), key_of(where, note, ""), note)
                for n, note in enumerate(value)
                if isinstance(note, dict)
            ]
        starts = [
            doc.places.at(p, key=True).line - 1 if where in MAPPINGS else dash_line(doc, p, lines)
            for p, _, _ in items
        ]
        for n, (_, id_, note) in enumerate(items):
            first = starts[n]
            limit = starts[n + 1] if n + 1 < len(starts) else section.end
            end = last_line(lines, first, limit)
            head = _LIVE.fullmatch(lines[first - 1]) if first > section.key + 1 else None
            inner = note if isinstance(note, dict) else {}
            alone = section.indent is not None and starts.count(first) == 1
            if head and alone:
                found.append(Entry(where, id_, inner, "live", first - 1, end, head["rule"], float(head["sure"])))
            else:
                found.append(Entry(where, id_, inner, "own", first, end, editable=alone))
    return found


def dash_line(doc: YamlDoc, path: Path, lines: tuple[str, ...]) -> int:
    """The line of the hyphen of an item, which may stand alone above it."""
    place = doc.places.at(path)
    line = place.line - 1
    if lines[line][: place.col - 1].strip():
        return line
    while line > 0 and not lines[line].lstrip().startswith("-"):
        line -= 1
    return line


def last_line(lines: tuple[str, ...], first: int, limit: int) -> int:
    """The line behind the last one of a note that begins on `first`."""
    depth = len(_space(lines[first]))
    end = first + 1
    for number in range(first + 1, limit):
        line = lines[number]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if len(_space(line)) <= depth:
            break
        end = number + 1
    return end


def _comments(lines: tuple[str, ...], sections: Mapping[str, Section]) -> list[Entry]:
    """Suggestions that are not in use, and what is left of dropped ones."""
    found = []
    number = 0
    while number < len(lines):
        head, gone = _ASKED.fullmatch(lines[number]), _GONE.fullmatch(lines[number])
        section = next((s for s in sections.values() if s.key < number < s.limit), None)
        if section and gone:
            found.append(Entry(section.where, gone["id"], {}, "gone", number, number + 1))
        if not (section and head):
            number += 1
            continue
        end, body = number + 1, []
        while (
            end < len(lines) and (line := _ASKED_LINE.fullmatch(lines[end])) and not _ASKED.fullmatch(lines[end])
        ):
            body.append(line["line"] or "")
            end += 1
        id_, note = _asked_note(section.where, body)
        if note is not None:
            sure = float(head["sure"])
            why = head["why"].strip()
            found.append(Entry(section.where, id_, note, "asked", number, end, head["rule"], sure, why))
        number = end
    return found


def _asked_note(where: str, body: list[str]) -> tuple[str, Mapping[str, Any] | None]:
    """Id and note of a suggestion written as a comment; None where its lines are no note any more."""
    data = read_yaml("\n".join(body), "").data
    if isinstance(data, list) and len(data) == 1 and isinstance(data[0], dict):
        return key_of(where, data[0], ""), data[0]
    if isinstance(data, dict) and len(data) == 1 and where in MAPPINGS:
        id_, note = next(iter(data.items()))
        return id_, note if isinstance(note, dict) else {}
    return "", None


def _space(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _has(data: Data, path: Path) -> bool:
    for step in path[:-1]:
        data = data.get(str(step)) if isinstance(data, dict) else None
    return isinstance(data, dict) and path[-1] in data


def _get(data: Data, path: Path) -> Data:
    for step in path:
        data = data.get(str(step)) if isinstance(data, dict) else None
    return data


def note_of(where: str, text: str) -> Mapping[str, Any] | None:
    """A note from the lines that it has in a file; None where they are none."""
    return _asked_note(where, text.split("\n"))[1]


def value_of(text: str) -> Any:
    """A value as somebody types it: a list or a mapping where it has their brackets, else the very words.

    None where the brackets cannot be read.
    """
    if text[:1] not in "[{" and not (text[:1] == '"' == text[-1:]):
        return text
    doc = read_yaml(text, "")
    return doc.data if doc.sound else None
