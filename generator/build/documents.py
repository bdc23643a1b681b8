"""Lesson -> documents: every file that the request wants, with what it is made from."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator.assemble import annotated_copy, inspected, make_papers
from generator.assemble.papers import Papers
from generator.build.ledger import digest
from generator.build.request import ENDINGS, PLATFORMS, Format, Request
from generator.compose import Trouble
from generator.exercises.stock import stock_of
from generator.load.content import LoadedLesson
from generator.load.prompts import Prompts
from generator.model.booklet import AnnotatedCopy, AnswerKey, TeacherNotes, Worksheet
from generator.model.vocabulary import Lane, Variant
from generator.render.look import STANDARD, Edition, Look

Kind = Literal[
    "worksheet",
    "passages",
    "questions",
    "practice",
    "key",
    "notes",
    "annotated",
    "package",
    "losses",
    "graph",
    "map",
    "comparison",
]
PICTURES: tuple[Kind, ...] = ("graph", "map", "comparison")


@dataclass(frozen=True)
class Document:
    """A file to make. `name` is its path below the output folder; the papers it needs are given, others None.

    What a student gets holds the worksheet only, and for practice at home the key. A package for a learning
    platform holds both, and its losses are a document of their own.
    """

    name: str
    lesson: str
    kind: Kind
    format: Format
    language: str
    look: Look = STANDARD
    sheet: Worksheet | None = None
    key: AnswerKey | None = None
    notes: TeacherNotes | None = None
    annotated: AnnotatedCopy | None = None

    def inputs(self, surroundings: str) -> str:
        """A hash over all that decides the bytes; `surroundings` stands for program, templates and fonts."""
        papers = (self.sheet, self.key, self.notes, self.annotated)
        return digest(
            surroundings,
            self.kind,
            self.format,
            repr(self.look),
            self.language,
            *(paper.model_dump_json() if paper is not None else "" for paper in papers),
        )


def documents(loaded: LoadedLesson, prompts: Prompts, request: Request, troubles: list[Trouble]) -> list[Document]:
    """The documents of a lesson in the order of their names; appends to `troubles` what stands in the way."""
    assert loaded.lesson is not None
    assert loaded.dossier is not None
    assert loaded.dossier.dossier is not None
    lesson = loaded.lesson
    stock = stock_of(lesson, loaded.dossier.dossier)
    dossier = stock.dossier
    words = prompts.of("own")
    out: list[Document] = []
    first: Papers | None = None
    for lane, variant in _forms(loaded, request):
        booklet, found = inspected(lesson, stock, prompts, lane, variant)
        troubles += [t for t in found if t not in troubles]
        if booklet is None:
            continue
        papers = make_papers(lesson, booklet, prompts)
        first = first or papers
        stem = f"{lesson.name}/{lesson.name}-{lane}-{variant}"
        for format_ in request.formats:
            base = Document(stem, lesson.name, "worksheet", format_, dossier.language, _look(request))
            out += _of_form(base, papers, request)
    if first is not None:
        copy = annotated_copy(lesson, dossier, words)
        for format_ in request.formats:
            stem = f"{lesson.name}/{lesson.name}"
            base = Document(stem, lesson.name, "annotated", format_, dossier.language, _look(request))
            out += _of_lesson(base, first, copy, request)
    return out


def _look(request: Request, edition: Edition = "standard") -> Look:
    return Look(request.paper, edition, request.sides)


def _of_form(base: Document, papers: Papers, request: Request) -> Iterator[Document]:
    """The documents of one variant in one lane; `base.name` is what their names begin with."""
    sheet, key, notes = papers.worksheet, papers.key, papers.notes

    def made(kind: Kind, name: str, **more: object) -> Document:
        path = f"{base.name}-{name}.{ENDINGS[base.format]}"
        return replace(base, name=path, kind=kind, **more)  # type: ignore[arg-type]

    if base.format == "json":
        # The JSON key refers to items by id; a printed key repeats the questions around the answers.
        yield made("worksheet", "worksheet", sheet=sheet)
        yield made("key", "key", key=key)
        return
    if base.format in PLATFORMS:
        yield made("package", base.format, sheet=sheet, key=key)
        losses = made("losses", f"{base.format}-losses", sheet=sheet, key=key)
        yield replace(losses, name=f"{base.name}-{base.format}-losses.txt")
        return
    if base.format == "svg":
        return
    if base.format in ("pdf", "pdf-form"):
        for edition in request.editions:
            look, suffix = _look(request, edition), "" if edition == "standard" else f"-{edition}"
            if base.format == "pdf-form":
                yield made("worksheet", f"form{suffix}", sheet=sheet, look=look)
                continue
            if "whole" in request.parts:
                yield made("worksheet", f"worksheet{suffix}", sheet=sheet, look=look)
            if "questions" in request.parts:
                yield made("questions", f"questions{suffix}", sheet=sheet, look=look)
        if base.format == "pdf-form":
            return
    else:
        yield made("worksheet", "worksheet", sheet=sheet)
    if base.format == "html":
        yield made("practice", "practice", sheet=sheet, key=key)
    yield made("key", "key", sheet=sheet, key=key)
    yield made("notes", "notes", notes=notes)


def _of_lesson(base: Document, first: Papers, copy: AnnotatedCopy, request: Request) -> Iterator[Document]:
    """The documents that are the same for all forms of a lesson."""
    ending = ENDINGS[base.format]
    if base.format == "svg":
        for kind in PICTURES:
            yield replace(base, name=f"{base.name}-{kind}.{ending}", kind=kind, annotated=copy)
        return
    if base.format in ("pdf", "html"):
        yield replace(base, name=f"{base.name}-annotated.{ending}", annotated=copy)
    if base.format == "pdf" and "passages" in request.parts:
        # Passages and line numbers are those of every form, so the insert bears the lesson's name only.
        sheet = first.worksheet.model_copy(update={"form_id": copy.lesson, "sections": (), "items": ()})
        for edition in request.editions:
            suffix = "" if edition == "standard" else f"-{edition}"
            yield replace(
                base,
                name=f"{base.name}-passages{suffix}.{ending}",
                kind="passages",
                sheet=sheet,
                look=_look(request, edition),
            )


def _forms(loaded: LoadedLesson, request: Request) -> Iterator[tuple[Lane, Variant]]:
    assert loaded.lesson is not None
    for lane in loaded.lesson.file.lanes:
        for variant in loaded.lesson.file.variants:
            if (not request.lanes or lane in request.lanes) and (
                not request.variants or variant in request.variants
            ):
                yield lane, variant
