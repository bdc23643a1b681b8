"""Key, notes and annotated copy -> pages for a teacher's screen and the wall."""

from base64 import b64encode
from hashlib import sha256
from typing import Any

from markupsafe import Markup

from generator.model.booklet import AnnotatedCopy, AnswerKey, TeacherNotes, Worksheet
from generator.model.item import TextSelection, TextSelectionAnswer
from generator.render import overview, view
from generator.render.lit import evidence_stretches, lit_lines
from generator.render.marks import marked_extract
from generator.render.pages import Pages
from generator.render.pictures.family import graph_svg, map_svg
from generator.render.remarks import annotated_lines, remarks_of

_GRAPH_PT = 640.0
"""How wide the pictures are drawn; the page scales them to its window."""


def key_page(pages: Pages, sheet: Worksheet, key: AnswerKey) -> str:
    """The key beside the passages. Raises PageError, and NoSuchWords where evidence is not in its passage."""
    passages = {p.label: p for p in sheet.passages}
    stretches = evidence_stretches(sheet.passages, key.items)
    entries = {entry.id: entry for entry in key.items}
    marked = {
        q.id: marked_extract(passages[q.response.passage], q.response, answer)
        for q in sheet.items
        if isinstance(q.response, TextSelection)
        and isinstance(answer := entries[q.id].answer, TextSelectionAnswer)
    }
    return _screen(
        pages,
        "key",
        ("common", "key"),
        language=key.language,
        heading=key.title,
        draft=pages.say("draft.key") if key.draft else "",
        sheet=sheet,
        key=key,
        entries=entries,
        questions={q.id: q for q in sheet.items},
        numbers={entry.id: number for number, entry in enumerate(key.items, 1)},
        marked=marked,
        views={p.label: view.passage_view(p) for p in sheet.passages},
        lit={p.label: lit_lines(p, stretches) for p in sheet.passages},
    )


def notes_page(pages: Pages, notes: TeacherNotes) -> str:
    """The notes as a page that fits any window. Raises PageError."""
    return _screen(
        pages,
        "notes",
        ("common",),
        language=notes.language,
        heading=notes.title,
        draft=pages.say("draft.notes") if notes.draft else "",
        notes=notes,
        labels=[p.label for p in notes.passages],
        table=overview.comparison(notes),
        parts=overview.by_skill(notes.items),
        steps=overview.timed(notes.steps),
        picture=graph_svg(pages, notes.graph, _GRAPH_PT) if notes.graph.nodes else None,
    )


def annotated_page(pages: Pages, copy: AnnotatedCopy) -> str:
    """The annotated passages side by side, with the pictures, one view at a time. Raises PageError."""
    marks = {a.label: a.marks for a in copy.annotations}
    return _screen(
        pages,
        "annotated",
        ("common", "annotated"),
        language=copy.language,
        heading=copy.title,
        draft=pages.say("draft.notes") if copy.draft else "",
        copy=copy,
        views={p.label: view.passage_view(p) for p in copy.passages},
        lines={p.label: annotated_lines(p, marks.get(p.label, ())) for p in copy.passages},
        remarks={p.label: remarks_of(p.label, marks.get(p.label, ())) for p in copy.passages},
        graph=graph_svg(pages, copy.graph, _GRAPH_PT) if copy.graph.nodes else None,
        map=map_svg(pages, copy, _GRAPH_PT),
    )


def _screen(pages: Pages, name: str, scripts: tuple[str, ...], **values: Any) -> str:
    """The page of that name with its scripts in it; nothing else may run there."""
    script = "".join(pages.plain(f"teacher/{part}.js") for part in scripts)
    digest = b64encode(sha256(script.encode()).digest()).decode("ascii")
    return pages.page(
        f"teacher/{name}.html", script=Markup(script), script_hash=Markup(f"sha256-{digest}"), **values
    )
