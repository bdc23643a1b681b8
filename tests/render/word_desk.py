"""Word files of real lessons and of the fixture, and what stands inside them."""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

from generator.build.documents import documents
from generator.build.request import Request
from generator.load.content import load_lesson
from generator.load.project import bundled_root, open_project
from generator.load.prompts import load_prompts
from generator.model.booklet import AnswerKey, TeacherNotes, Worksheet
from generator.model.theme import Theme
from generator.render.look import Look, PaperName
from generator.render.pages import Pages
from generator.render.word import word
from tests.render import desk, fixture

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KINDS = ("worksheet", "key", "notes")
LESSONS = (
    ("footbridge", "support"),
    ("band-rumour", "core"),
    ("huerto-escolar", "core"),
    ("helmet-recall", "extension"),
)
Papers = tuple[Pages, Worksheet, AnswerKey, TeacherNotes]


@cache
def papers(lesson: str = "", lane: str = "core") -> Papers:
    """Pages in the lesson's language, worksheet, key and notes; without a lesson those of the fixture."""
    if not lesson:
        return desk.pages(), fixture.sheet(), fixture.key(), fixture.notes()
    project = open_project(bundled_root())
    loaded = load_lesson(project, lesson)
    assert loaded.dossier is not None
    assert loaded.dossier.dossier is not None
    language = loaded.dossier.dossier.language
    prompts = load_prompts(project, language)
    request = Request((lesson,), formats=("docx",), lanes=(lane,), variants=("A",))  # type: ignore[arg-type]
    made = {d.kind: d for d in documents(loaded, prompts, request, [])}
    sheet, key, notes = made["key"].sheet, made["key"].key, made["notes"].notes
    assert sheet is not None
    assert key is not None
    assert notes is not None
    return Pages(project.template_dirs(), prompts.ui, language), sheet, key, notes


def themed(theme: Theme) -> Pages:
    """The fixture's pages with a school's theme."""
    project = open_project(bundled_root())
    return Pages(project.template_dirs(), load_prompts(project, "en").ui, "en", theme)


def made(kind: str, from_: Papers, paper: PaperName = "a4") -> bytes:
    """One of the three files."""
    pages, sheet, key, notes = from_
    given = {"worksheet": (sheet, None, None), "key": (sheet, key, None), "notes": (None, None, notes)}[kind]
    return word(pages, Look(paper), *given)


@cache
def docx(kind: str, lesson: str = "", lane: str = "core") -> bytes:
    return made(kind, papers(lesson, lane))


def parts(data: bytes) -> dict[str, bytes]:
    """The files inside."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(data: bytes) -> Any:
    """The body as an element tree."""
    return ElementTree.fromstring(parts(data)["word/document.xml"]).find(f"{W}body")


def text_of(element: Any) -> str:
    """Its words, with tabs as spaces."""
    return "".join(
        t.text or "" if t.tag == f"{W}t" else " " for t in element.iter() if t.tag in (f"{W}t", f"{W}tab")
    )


def paragraphs(data: bytes) -> Iterator[tuple[str, str]]:
    """(style, words) of every paragraph, those of tables too."""
    for p in body(data).iter(f"{W}p"):
        yield p.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), text_of(p)


def words_of(data: bytes) -> str:
    """All words of the body, spaces made alike."""
    return plain(" ".join(text for _, text in paragraphs(data)))


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("**", "").replace("\u2060", "")).strip()


def asked(sheet: Worksheet) -> Iterator[str]:
    """Everything that the items of a sheet say to students."""
    for q in sheet.items:
        yield from (q.prompt, q.stem, *q.hints, *(e.text for e in q.extracts))
        response: Any = q.response
        for name in ("options", "rows", "columns"):
            yield from (option.text for option in getattr(response, name, ()))
        yield from (blank.label for blank in getattr(response, "blanks", ()) if blank.row is None)
        yield from getattr(response, "bank", ())
        yield from getattr(response, "frame", ())
        yield from (mark.label for mark in getattr(response, "marks", ()))
        table = getattr(response, "table", None)
        if table is not None:
            yield from (o.text for o in (*table.rows, *table.columns))
            yield from table.given.values()


def explained(key: AnswerKey) -> Iterator[str]:
    """Everything that a key says of the items, line by line."""
    for entry in key.items:
        yield from (entry.brief, *entry.rationale.split("\n"), entry.marking, *entry.accept)
        yield from entry.misreadings.values()
        yield from (text for r in entry.reject for text in (r.text, r.why))
        yield from (text for level in entry.rubric for text in (level.level, level.names))
        yield from (e.quote for e in entry.evidence)


def secrets(key: AnswerKey, sheet: Worksheet) -> list[str]:
    """What only the key says."""
    told = plain(" ".join([*asked(sheet), *(line.text for p in sheet.passages for line in p.lines)]))
    found = []
    for entry in key.items:
        found += [*entry.rationale.split("\n"), entry.marking, *entry.misreadings.values(), *entry.accept]
        found += [r.why for r in entry.reject]
        found += [text for level in entry.rubric for text in (level.names, level.sample)]
    return [p for text in found if len(p := plain(text)) > 16 and p not in told]
