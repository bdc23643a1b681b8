"""Lesson -> documents: every file that the request wants, with what it is made from."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypedDict

from generator.assemble import annotated_copy, inspected, make_papers
from generator.build.ledger import digest
from generator.build.request import Format, Request
from generator.compose import Trouble
from generator.exercises.stock import stock_of
from generator.load.content import LoadedLesson
from generator.load.prompts import Prompts
from generator.model.booklet import AnnotatedCopy, AnswerKey, TeacherNotes, Worksheet
from generator.model.vocabulary import Lane, Variant

Kind = Literal["worksheet", "key", "notes", "annotated"]


@dataclass(frozen=True)
class Document:
    """A file to make. `name` is its path below the output folder; the papers it needs are given, others None.

    A student's document holds the worksheet only.
    """

    name: str
    lesson: str
    kind: Kind
    format: Format
    paper: str
    language: str
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
            self.paper,
            self.language,
            *(paper.model_dump_json() if paper is not None else "" for paper in papers),
        )


class _Shared(TypedDict):
    lesson: str
    paper: str
    language: str


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
    shared = _Shared(lesson=lesson.name, paper=request.paper, language=dossier.language)
    for lane, variant in _forms(loaded, request):
        booklet, found = inspected(lesson, stock, prompts, lane, variant)
        troubles += [t for t in found if t not in troubles]
        if booklet is None:
            continue
        papers = make_papers(lesson, booklet, prompts)
        stem = f"{lesson.name}/{lesson.name}-{lane}-{variant}"
        for format_ in request.formats:
            # The JSON key refers to items by id; a printed key repeats the questions around the answers.
            beside = papers.worksheet if format_ != "json" else None
            out += [
                Document(
                    f"{stem}-worksheet.{format_}",
                    kind="worksheet",
                    format=format_,
                    sheet=papers.worksheet,
                    **shared,
                ),
                Document(
                    f"{stem}-key.{format_}", kind="key", format=format_, sheet=beside, key=papers.key, **shared
                ),
            ]
            if format_ != "json":
                out.append(
                    Document(f"{stem}-notes.{format_}", kind="notes", format=format_, notes=papers.notes, **shared)
                )
    if out:
        copy = annotated_copy(lesson, dossier, words)
        for format_ in request.formats:
            if format_ != "json":
                out.append(
                    Document(
                        f"{lesson.name}/{lesson.name}-annotated.{format_}",
                        kind="annotated",
                        format=format_,
                        annotated=copy,
                        **shared,
                    )
                )
    return out


def _forms(loaded: LoadedLesson, request: Request) -> Iterator[tuple[Lane, Variant]]:
    assert loaded.lesson is not None
    for lane in loaded.lesson.file.lanes:
        for variant in loaded.lesson.file.variants:
            if (not request.lanes or lane in request.lanes) and (
                not request.variants or variant in request.variants
            ):
                yield lane, variant
