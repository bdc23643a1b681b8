"""A document -> its bytes: which face of the booklet is made by whom. Each maker is imported when first used."""

from typing import TYPE_CHECKING, Protocol

from generator.build.documents import Document

if TYPE_CHECKING:
    from generator.render.pages import Pages
    from generator.render.pdf import Press


class Tools(Protocol):
    """What makers are made with, kept by a worker for all its documents."""

    def pages(self, language: str) -> "Pages":
        """Pages in a language."""

    def press(self) -> "Press":
        """The PDF engine."""


def make(document: Document, tools: Tools) -> bytes:
    """The bytes of the document's file. Raises what its maker raises; the message is for the user."""
    if document.format == "json":
        return _json(document)
    pages = tools.pages(document.language)
    if document.format == "pdf":
        return tools.press().pdf(_paper(pages, document))
    if document.format == "pdf-form":
        from generator.render.form import form_pdf

        assert document.sheet is not None
        return form_pdf(pages, tools.press(), document.sheet, document.look)
    if document.format == "html":
        return pages.embed_fonts(_screen(pages, document)).encode()
    if document.format == "docx":
        from generator.render.word import word

        return word(pages, document.look, document.sheet, document.key, document.notes)
    if document.format in ("md", "txt"):
        from generator.render.plain_text import plain_text

        return plain_text(pages, document.format, document.sheet, document.key, document.notes).encode()
    if document.format == "svg":
        from generator.render.pictures.family import family_picture

        assert document.annotated is not None
        return family_picture(pages, document.kind, document.annotated).encode()
    from generator.export import export

    assert document.sheet is not None
    assert document.key is not None
    made = export(document.format, document.sheet, document.key, pages)
    return made.data if document.kind == "package" else made.report(pages.say).encode()


def _paper(pages: "Pages", document: Document) -> str:
    """The page that is printed; the student's is given nothing but the worksheet."""
    if document.kind in ("worksheet", "passages", "questions") and document.sheet is not None:
        part = "whole" if document.kind == "worksheet" else document.kind
        return pages.worksheet(document.sheet, document.look, part)
    if document.kind == "key" and document.sheet is not None and document.key is not None:
        return pages.key(document.sheet, document.key, document.look)
    if document.kind == "notes" and document.notes is not None:
        return pages.notes(document.notes, document.look)
    assert document.annotated is not None
    return pages.annotated(document.annotated, document.look)


def _screen(pages: "Pages", document: Document) -> str:
    """The page for a browser; the one for tests is given nothing but the worksheet."""
    if document.kind == "worksheet" and document.sheet is not None:
        from generator.render.student import student_page

        return student_page(pages, document.sheet)
    if document.kind == "practice" and document.sheet is not None and document.key is not None:
        from generator.render.student import practice_page

        return practice_page(pages, document.sheet, document.key)
    from generator.render import teacher

    if document.kind == "key" and document.sheet is not None and document.key is not None:
        return teacher.key_page(pages, document.sheet, document.key)
    if document.kind == "notes" and document.notes is not None:
        return teacher.notes_page(pages, document.notes)
    assert document.annotated is not None
    return teacher.annotated_page(pages, document.annotated)


def _json(document: Document) -> bytes:
    paper = document.sheet if document.kind == "worksheet" else document.key
    assert paper is not None
    return (paper.model_dump_json(indent=2, exclude_none=False) + "\n").encode()
