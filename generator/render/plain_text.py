"""Papers -> Markdown or plain text, for mail, wikis and every editor there is."""

import re
from typing import Literal

from generator.model.booklet import AnswerKey, TeacherNotes, Worksheet
from generator.render import overview
from generator.render.pages import Pages
from generator.render.view import PassageView, passage_view

TextFormat = Literal["md", "txt"]


def plain_text(
    pages: Pages,
    format_: TextFormat,
    sheet: Worksheet | None,
    key: AnswerKey | None,
    notes: TeacherNotes | None,
) -> str:
    """The file as text: a worksheet of `sheet` alone, a key of sheet and key, else the notes. Raises PageError."""
    if sheet is not None and key is not None:
        entries = {entry.id: entry for entry in key.items}
        return _filled(pages, f"text/key.{format_}", sheet=sheet, key=key, entries=entries, **_items(sheet))
    if sheet is not None:
        views: dict[str, PassageView] = {p.label: passage_view(p) for p in sheet.passages}
        return _filled(pages, f"text/worksheet.{format_}", sheet=sheet, views=views, **_items(sheet))
    assert notes is not None
    return _filled(
        pages,
        f"text/notes.{format_}",
        notes=notes,
        labels=[p.label for p in notes.passages],
        table=overview.comparison(notes),
        stands_of=overview.stands,
        parts=overview.by_skill(notes.items),
        steps=overview.timed(notes.steps),
        nodes={node.id: node.label for node in notes.graph.nodes},
    )


def _items(sheet: Worksheet) -> dict[str, object]:
    order = [id_ for section in sheet.sections for id_ in section.items]
    return {
        "questions": {q.id: q for q in sheet.items},
        "numbers": {id_: number for number, id_ in enumerate(order, 1)},
    }


def _filled(pages: Pages, template: str, **values: object) -> str:
    """The template's text without needless empty lines."""
    text = pages.plain(template, **values)
    text = re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
