"""Marked sheets as text for the terminal, as JSON and as a table for a spreadsheet."""

import csv
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from shutil import get_terminal_size
from textwrap import fill
from typing import TYPE_CHECKING, Any

from generator.cli._columns import cut, laid_out

if TYPE_CHECKING:
    from generator.cli.mark import HandIn
    from generator.responses import Marked, MarkedItem

WIDTH = 100
"""Of what is said where nobody tells how wide the window is."""
Names = Mapping[int, str]
"""What each hand-in is called, by its id()."""


def as_text(handed: Sequence["HandIn"]) -> str:
    """A table for each form, what is left to judge, and how answers were read; '' where nothing was marked."""
    forms: dict[str, list[HandIn]] = {}
    for each in handed:
        if each.marked is not None:
            forms.setdefault(each.marked.responses.form_id, []).append(each)
    width = min(120, max(80, get_terminal_size((WIDTH, 24)).columns))
    names = _names([each for sheets in forms.values() for each in sheets])
    return "\n\n".join(_form(form_id, sheets, names, width) for form_id, sheets in forms.items())


def _names(handed: Sequence["HandIn"]) -> dict[int, str]:
    """The name of each, numbered where it handed in a lesson more than once; its file where there is none."""
    count, so_far = Counter(_who(each) for each in handed), Counter[tuple[str, str, str]]()
    names = {}
    for each in handed:
        who = _who(each)
        so_far[who] += 1
        name = (each.marked.responses.name if each.marked else "") or each.file.name
        names[id(each)] = f"{name} ({so_far[who]})" if count[who] > 1 else name
    return names


def _who(each: "HandIn") -> tuple[str, str, str]:
    assert each.marked is not None
    said = each.marked.responses
    return said.lesson, said.name.casefold() or each.file.as_posix(), said.class_.casefold()


def _form(form_id: str, sheets: Sequence["HandIn"], names: Names, width: int) -> str:
    done = [(each, each.marked) for each in sheets if each.marked is not None]
    items = done[0][1].items
    title = done[0][1].responses.title or done[0][1].responses.lesson
    parts = [f"{title} ({form_id})", _table(done, names, width)]
    signs = [
        ("?", "for you to judge", any(item.open for item in items)),
        ("–", "no answer", any(not i.answered for _, m in done for i in m.items)),
        ("*", "not in the key: see below", any(i.asked for _, m in done for i in m.items)),
    ]
    parts.append("   ".join(["", *(f"{sign} {what}" for sign, what, is_there in signs if is_there)])[1:])
    twice = [
        f"{names[id(each)]} is {each.file.name}"
        for each, m in done
        if names[id(each)] not in (m.responses.name, each.file.name)
    ]
    if twice:
        parts.append(_wrapped("Handed in more than once: " + ", ".join(twice), "  ", width, 2))
    for position, item in enumerate(items):
        answers = [(names[id(each)], m.items[position]) for each, m in done if m.items[position].words]
        if answers:
            parts.append(_to_judge(item, answers, width))
    remarks = [
        _wrapped(f"{names[id(each)]}, {_number(m, id_)}: {text}", "  ", width, 2)
        for each, m in done
        for id_, text in each.remarks
    ]
    if remarks:
        parts.append("How answers were read:\n" + "\n".join(remarks))
    return "\n\n".join(part for part in parts if part) + "\n"


def _table(done: Sequence[tuple["HandIn", "Marked"]], names: Names, width: int) -> str:
    """One student a row; long names are cut so that the rows fit."""
    items = done[0][1].items
    rows = [
        [cut(m.responses.class_, 8), *(_cell(i) for i in m.items), str(m.marks), _open(m.open_points, m)]
        for _, m in done
    ]
    first = done[0][1]
    most = _open(sum(item.points for item in items if item.open), first)
    points = ["", *(str(item.points) for item in items), str(first.points), most]
    head = ["class", *(str(item.number) for item in items), "marks", "judge"]
    table = [["student", *head], *([names[id(e)], *row] for (e, _), row in zip(done, rows, strict=True))]
    return laid_out([*table, ["out of", *points]], width, left=2, close=len(items))


def _open(points: int, marked: "Marked") -> str:
    return str(points) if any(item.open for item in marked.items) else ""


def _to_judge(item: "MarkedItem", answers: Sequence[tuple[str, "MarkedItem"]], width: int) -> str:
    """The words of all students on one item: open answers, or short ones that the key does not list."""
    from generator.render.filters import plain

    what = "for you to judge" if item.open else "not in the key, so no marks were given for these words"
    lines = [_wrapped(f"{item.number}  {plain(item.prompt)} [{item.points}] – {what}", "", width, 3)]
    lines += [
        _wrapped(plain(f"{level.points}  {level.level}: {level.names}"), "     ", width, 3)
        for level in item.rubric
    ]
    if item.open:
        for name, given in answers:
            lines += ["", f"  {name}:"]
            lines += [_wrapped(line, "    ", width) for text in given.words for line in text.split("\n")]
        return "\n".join(lines)
    keys = {(a, k): None for _, given in answers for a, k in zip(given.asked, given.keyed, strict=True)}
    for asked, keyed in keys:
        lines += ["", _wrapped(plain(f"{asked} – the key: {keyed}"), "  ", width, 2)]
        for name, given in answers:
            for n, words in enumerate(given.words):
                if given.asked[n] == asked and given.keyed[n] == keyed:
                    near = " – close to the key" if given.near(n) else ""
                    lines.append(_wrapped(f"{name}: {words}{near}", "    ", width, 2))
    return "\n".join(lines)


def _wrapped(text: str, indent: str, width: int, hang: int = 0) -> str:
    return fill(text, width, initial_indent=indent, subsequent_indent=indent + " " * hang)


def _number(marked: "Marked", id_: str) -> str:
    return next((f"item {item.number}" for item in marked.items if item.id == id_), f"'{id_}'")


def _cell(item: "MarkedItem") -> str:
    if not item.answered:
        return "–"
    return "?" if item.marks is None else f"{item.marks}{'*' if item.asked else ''}"


# -- for programs ----------------------------------------------------------------------------------


_FORMULA = tuple("=+-@\t\r＝＋－＠")


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
    write.writerow(["file", "name", "class", "date", "form", "marks", "of", "to judge", "problem", *columns])
    for each in handed:
        write.writerow([_safe(cell) for cell in _row(each, list(columns))])
    # With a byte-order mark, or spreadsheets take the text for one in an old encoding.
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _row(each: "HandIn", columns: Sequence[str]) -> Iterator[object]:
    marked = each.marked
    if marked is None:
        yield from (each.file.as_posix(), *[""] * 7, " ".join(each.problem.split()), *[""] * len(columns))
        return
    who = marked.responses
    yield from (each.file.as_posix(), who.name, who.class_, who.date, who.form_id)
    yield from (marked.marks, marked.points, marked.open_points, "")
    marks = {f"{who.lesson}/{item.id}": item.marks for item in marked.items}
    yield from ("" if marks.get(column) is None else marks[column] for column in columns)


def _safe(cell: object) -> object:
    """What a student wrote must not run as a formula, nor with the signs of a wide script."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in _FORMULA else cell
