"""The text of a lesson without a note, or without an item: everything else stays byte for byte."""

from collections.abc import Iterator
from typing import Any

from generator.draft.files.entries import dash_line, last_line
from generator.draft.files.scalars import flow
from generator.load.places import Path
from generator.load.source import clean
from generator.load.yaml_tree import YamlDoc, read_yaml


def uses(text: str, id_: str) -> bool:
    """Whether an item of the lesson asks for a note by its id."""
    return any(id_ in used for _, used in _used(_read(text)))


def without_note(text: str, id_: str) -> str:
    """The lesson in which no item asks for this note; an item that asked for nothing else is gone."""
    while True:
        doc = _read(text)
        path, used = next(((p, u) for p, u in _used(doc) if id_ in u), ((), []))
        if not path:
            return text
        left = [one for one in used if one != id_]
        text = _with_use(text, doc, path, id_, left) if left else without_item(text, int(path[1]), int(path[3]))


def without_item(text: str, section: int, item: int) -> str:
    """The lesson without one item; its part goes too where it has no other and picks none."""
    doc = _read(text)
    lines, newline = _split(text)
    part = _sections(doc)[section]
    alone = len(part.get("items") or []) == 1 and not part.get("pick")
    path: Path = ("sections", section) if alone else ("sections", section, "items", item)
    first = dash_line(doc, path, tuple(lines))
    del lines[first : last_line(tuple(lines), first, len(lines))]
    return newline.join(lines)


def item_at(text: str, line: int) -> tuple[int, int] | None:
    """Numbers of part and item that stand on a line, counted from 1; None where none does."""
    doc = _read(text)
    lines = tuple(_split(text)[0])
    for s, part in enumerate(_sections(doc)):
        for i, _ in enumerate(part.get("items") or []):
            first = dash_line(doc, ("sections", s, "items", i), lines)
            if first < line <= last_line(lines, first, len(lines)):
                return s, i
    return None


def _with_use(text: str, doc: YamlDoc, path: Path, id_: str, left: list[str]) -> str:
    """The text with fewer notes behind `use`, in the form that the list has."""
    lines, newline = _split(text)
    number = next(i for i, one in enumerate(_at(doc, path)) if one == id_)
    whole, one = doc.places.at(path), doc.places.at((*path, number))
    head = lines[whole.line - 1]
    if head[whole.col - 1 : whole.col] == "[":
        end = _closing(lines, whole.line - 1, whole.col - 1)
        lines[whole.line - 1 : end[0] + 1] = [f"{head[: whole.col - 1]}{flow(left)}{lines[end[0]][end[1] + 1 :]}"]
    else:
        del lines[one.line - 1]
    return newline.join(lines)


def _closing(lines: list[str], row: int, col: int) -> tuple[int, int]:
    """Line and column of the bracket that closes a list of ids; ids hold no brackets."""
    for number in range(row, len(lines)):
        at = lines[number].find("]", col if number == row else 0)
        if at >= 0:
            return number, at
    return row, len(lines[row]) - 1


def _used(doc: YamlDoc) -> Iterator[tuple[Path, list[str]]]:
    for s, part in enumerate(_sections(doc)):
        for i, item in enumerate(part.get("items") or []):
            used = item.get("use") if isinstance(item, dict) else None
            if isinstance(used, list):
                yield ("sections", s, "items", i, "use"), [str(one) for one in used]


def _at(doc: YamlDoc, path: Path) -> list[Any]:
    data: Any = doc.data
    for step in path:
        data = data[step]
    return list(data)


def _sections(doc: YamlDoc) -> list[dict[str, Any]]:
    data: Any = doc.data
    parts = data.get("sections") if isinstance(data, dict) else None
    return [part if isinstance(part, dict) else {} for part in parts] if isinstance(parts, list) else []


def _read(text: str) -> YamlDoc:
    return read_yaml(clean(text.encode(), "").text or "", "")


def _split(text: str) -> tuple[list[str], str]:
    newline = "\r\n" if "\r\n" in text else "\n"
    return text.split(newline), newline
