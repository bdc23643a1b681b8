"""Marked sheets as text for the terminal, as JSON and as a table for a spreadsheet."""

import csv
import json
from collections.abc import Iterator, Sequence
from io import StringIO
from textwrap import fill
from typing import TYPE_CHECKING, Any

from generator.cli._frame import table

if TYPE_CHECKING:
    from generator.cli.mark import HandIn
    from generator.responses import Marked, MarkedItem

WIDTH = 100


def as_text(handed: Sequence["HandIn"]) -> str:
    """A table for each form, what is left to judge, and how answers were read; '' where nothing was marked."""
    forms: dict[str, list[HandIn]] = {}
    for each in handed:
        if each.marked is not None:
            forms.setdefault(each.marked.responses.form_id, []).append(each)
    return "\n".join(_form(form_id, sheets) for form_id, sheets in forms.items())


def _form(form_id: str, sheets: Sequence["HandIn"]) -> str:
    done = [(each, each.marked) for each in sheets if each.marked is not None]
    items = done[0][1].items
    head = ["student", "class", *(str(item.number) for item in items), "marks", "of", "to judge"]
    rows: list[list[object]] = [
        [_name(each), m.responses.class_, *(_cell(i) for i in m.items), m.marks, m.points, m.open_points]
        for each, m in done
    ]
    rows.append(["out of", "", *(item.points for item in items), "", "", ""])
    title = done[0][1].responses.title or done[0][1].responses.lesson
    parts = [f"{title} ({form_id})", table(head, rows)]
    if any(item.open for item in items):
        parts.append("  ? to be judged by you   – no answer")
    for position, item in enumerate(items):
        answers = [(_name(each), m.items[position].words) for each, m in done if m.items[position].words]
        if answers:
            parts.append(_to_judge(item, answers))
    remarks = [f"  {_name(each)}, {_number(m, id_)}: {text}" for each, m in done for id_, text in each.remarks]
    if remarks:
        parts.append("How answers were read:\n" + "\n".join(remarks))
    return "\n\n".join(parts) + "\n"


def _to_judge(item: "MarkedItem", answers: Sequence[tuple[str, Sequence[str]]]) -> str:
    """The words of all students on one item: open answers, or short ones that the key does not list."""
    from generator.render.filters import plain

    what = "open" if item.open else "not in the key, marked as wrong"
    lines = [f"{item.number}  {plain(item.prompt)} [{item.points}] – {what}"]
    lines += [
        _wrapped(plain(f"{level.points}  {level.level}: {level.names}"), "     ", 3) for level in item.rubric
    ]
    for name, words in answers:
        lines.append(f"  {name}:")
        lines += [_wrapped(line, "    ") for text in words for line in text.split("\n")]
    return "\n".join(lines)


def _wrapped(text: str, indent: str, hang: int = 0) -> str:
    return fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent + " " * hang)


def _name(each: "HandIn") -> str:
    assert each.marked is not None
    return each.marked.responses.name or each.file.name


def _number(marked: "Marked", id_: str) -> str:
    return next((f"item {item.number}" for item in marked.items if item.id == id_), f"'{id_}'")


def _cell(item: "MarkedItem") -> str:
    if not item.answered:
        return "–"
    return "?" if item.marks is None else str(item.marks)


# -- for programs ----------------------------------------------------------------------------------


def as_json(handed: Sequence["HandIn"]) -> str:
    """All that was found, file by file."""
    return json.dumps({"sheets": [_sheet(each) for each in handed]}, ensure_ascii=False, indent=2)


def _sheet(each: "HandIn") -> dict[str, Any]:
    if each.marked is None:
        return {"file": each.file.as_posix(), "problem": each.problem}
    marked = each.marked
    return {
        "file": each.file.as_posix(),
        "source": each.source,
        **marked.responses.model_dump(mode="json", by_alias=True, exclude={"format", "version"}),
        "marks": marked.marks,
        "points": marked.points,
        "open_points": marked.open_points,
        "items": [
            {"id": i.id, "number": i.number, "points": i.points, "marks": i.marks, "answered": i.answered}
            for i in marked.items
        ],
        "remarks": [{"item": id_, "text": text} for id_, text in each.remarks],
    }


def as_csv(handed: Sequence["HandIn"]) -> bytes:
    """One student a row; a column for each item of each form, empty where a person must judge."""
    columns = dict.fromkeys(
        f"{each.marked.responses.lesson}/{item.id}" for each in handed if each.marked for item in each.marked.items
    )
    out = StringIO(newline="")
    write = csv.writer(out)
    write.writerow(["file", "name", "class", "date", "form", "marks", "of", "to judge", *columns, "problem"])
    for each in handed:
        write.writerow([_safe(cell) for cell in _row(each, list(columns))])
    # With a byte-order mark, or spreadsheets take the text for one in an old encoding.
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _row(each: "HandIn", columns: Sequence[str]) -> Iterator[object]:
    marked = each.marked
    if marked is None:
        yield from (each.file.as_posix(), *[""] * (7 + len(columns)), each.problem.replace("\n", " "))
        return
    who = marked.responses
    yield from (each.file.as_posix(), who.name, who.class_, who.date, who.form_id)
    yield from (marked.marks, marked.points, marked.open_points)
    marks = {f"{who.lesson}/{item.id}": item.marks for item in marked.items}
    yield from ("" if marks.get(column) is None else marks[column] for column in columns)
    yield ""


def _safe(cell: object) -> object:
    """What a student wrote must not run as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
