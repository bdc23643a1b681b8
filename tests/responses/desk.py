"""Shipped sheets, their forms, and a pen: values for the fields of a form, and pypdf to fill them in."""

from functools import cache
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter

from generator.build.documents import documents
from generator.build.request import Request
from generator.load.content import load_lesson
from generator.load.project import Project, bundled_root, open_project
from generator.load.prompts import load_prompts
from generator.mark import full_response
from generator.model.booklet import AnswerKey, Worksheet
from generator.model.item import (
    Choice,
    ExtendedText,
    Grid,
    Item,
    Match,
    MultiChoice,
    Order,
    Question,
    ShortText,
    TextSelectionAnswer,
)
from generator.render.form import form_pdf
from generator.render.look import Edition, Look, PaperName
from generator.render.pages import Pages
from generator.render.pdf import Press

SHEETS = (
    ("footbridge", "core"),
    ("footbridge", "extension"),
    ("helmet-recall", "support"),
    ("band-rumour", "core"),
    ("huerto-escolar", "support"),
)
"""All kinds of answers, all lanes, three reports, Spanish."""


@cache
def project() -> Project:
    return open_project(bundled_root())


@cache
def papers(lesson: str, lane: str = "core", variant: str = "A") -> tuple[Worksheet, AnswerKey]:
    loaded = load_lesson(project(), lesson)
    assert loaded.dossier is not None
    assert loaded.dossier.dossier is not None
    prompts = load_prompts(project(), loaded.dossier.dossier.language)
    request = Request((lesson,), formats=("json",), variants=(variant,), lanes=(lane,))  # type: ignore[arg-type]
    sheet, key = (d.sheet or d.key for d in documents(loaded, prompts, request, [])[:2])
    assert isinstance(sheet, Worksheet)
    assert isinstance(key, AnswerKey)
    return sheet, key


@cache
def pages(language: str) -> Pages:
    return Pages(project().template_dirs(), load_prompts(project(), language).ui, language)


@cache
def press() -> Press:
    return Press(project().template_dirs())


@cache
def form(lesson: str, lane: str = "core", edition: Edition = "standard", paper: PaperName = "a4") -> bytes:
    sheet, _ = papers(lesson, lane)
    return form_pdf(pages(sheet.language), press(), sheet, Look(paper, edition))


def items(sheet: Worksheet, key: AnswerKey) -> list[Item]:
    entries = {entry.id: entry for entry in key.items}
    return [Item(question=q, key=entries[q.id], asks=frozenset(), minutes=1, difficulty=1) for q in sheet.items]


def full(sheet: Worksheet, key: AnswerKey) -> dict[str, Any]:
    """The key's own answers, in the shape of responses. Behind a sentence starter stands what belongs to it."""
    answers = {item.question.id: full_response(item) for item in items(sheet, key)}
    for item in items(sheet, key):
        response = item.question.response
        if isinstance(response, ExtendedText) and response.frame:
            answers[item.question.id] = f"{response.frame[0]} {answers[item.question.id]}"
        if isinstance(response, MultiChoice):
            right = answers[item.question.id]
            answers[item.question.id] = [option.id for option in response.options if option.id in right]
    return answers


def values(item: Item, given: Any) -> dict[str, str]:
    """Field -> what a student puts there to give that answer. Written from the paper's point of view."""
    question, out = item.question, {}
    id_, response = question.id, question.response
    if isinstance(response, Choice):
        out[id_] = f"/{given}"
    elif isinstance(response, MultiChoice):
        out |= {f"{id_}.{option}": "/on" for option in given}
    elif isinstance(response, Grid):
        out |= {f"{id_}.{row}": f"/{column}" for row, column in given.items()}
    elif isinstance(response, Match):
        letters = {option.id: "abcdefghijklmnop"[i] for i, option in enumerate(response.options)}
        out |= {f"{id_}.{row}": letters[option] for row, option in given.items()}
    elif isinstance(response, Order):
        out |= {f"{id_}.{option}": str(n) for n, option in enumerate(given, 1) if option}
    elif isinstance(response, ShortText):
        out |= {f"{id_}.{blank}": text for blank, text in given.items()}
    elif isinstance(response, ExtendedText):
        start = response.frame[0] if response.frame else ""
        out[f"{id_}.s1" if start else id_] = given.removeprefix(start).strip()
    else:
        assert isinstance(item.key.answer, TextSelectionAnswer)
        words = {(s.mark, s.start, s.end): s.text for s in item.key.answer.spans}
        for mark in response.marks:
            typed = [words[tuple(span)] for span in given if span[0] == mark.id]
            if typed:
                out[f"{id_}.{mark.id}"] = "\n".join(typed)
    return out


def all_values(sheet: Worksheet, key: AnswerKey, answers: dict[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for item in items(sheet, key):
        if item.question.id in answers:
            found |= values(item, answers[item.question.id])
    return found


def fill(pdf: bytes, values: dict[str, str]) -> bytes:
    """The form with these values, as pypdf saves it."""
    writer = PdfWriter(clone_from=BytesIO(pdf))
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, values, auto_regenerate=False)  # type: ignore[arg-type]
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def widgets(pdf: bytes) -> list[tuple[int, str, Any]]:
    """(page, full name, widget) of all widgets in the order of the pages."""
    found = []
    for number, page in enumerate(PdfReader(BytesIO(pdf)).pages):
        for annotation in page.get("/Annots", []):
            widget = annotation.get_object()
            if widget["/Subtype"] == "/Widget":
                found.append((number, full_name(widget), widget))
    return found


def full_name(field: Any) -> str:
    parts = []
    while field is not None:
        field = field.get_object()
        if "/T" in field:
            parts.append(str(field["/T"]))
        field = field.get("/Parent")
    return ".".join(reversed(parts))


def reworded(question: Question) -> Question:
    """The same item in other words; ids stay."""
    new: dict[str, Any] = {"prompt": "Do it.", "stem": "About something else."}
    response = question.response
    changed = {
        name: tuple(
            thing.model_copy(update={"text": f"Other {i}"}) for i, thing in enumerate(getattr(response, name))
        )
        for name in ("options", "rows", "columns")
        if hasattr(response, name)
    }
    return question.model_copy(update={**new, "response": response.model_copy(update=changed)})
