"""Worksheet -> fillable PDF: the same pages, with a field in every place to answer."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.model.booklet import Worksheet
from generator.render.fields import Field, fields_of
from generator.render.look import Edition, Look
from generator.render.pdf import PressError

if TYPE_CHECKING:
    from generator.render.pages import Pages
    from generator.render.pdf import Press

_TYPE: dict[Edition, tuple[str, int]] = {
    "standard": ("AtkinsonHyperlegible-Regular.ttf", 11),
    "large-print": ("AtkinsonHyperlegible-Regular.ttf", 18),
    "dyslexia-friendly": ("Lexend-Regular.ttf", 12),
    "high-contrast": ("AtkinsonHyperlegible-Regular.ttf", 12),
}
"""Font and size of what is typed, as in the text around it."""


def form_pdf(pages: "Pages", press: "Press", sheet: Worksheet, look: Look) -> bytes:
    """The worksheet as a fillable PDF. Raises PressError, also where a template leaves a field out."""
    fields = fields_of(sheet, pages.say)
    html = pages.worksheet(sheet, look, "whole", "form/page.html")
    about = {"form_id": sheet.form_id, "lesson": sheet.lesson, "title": sheet.title, "language": sheet.language}
    font, size = _TYPE[look.edition]
    ink = "#000000" if look.edition == "high-contrast" else pages.theme.colours.ink
    finish = partial(_finish, fields=fields, about=about, ink=ink, font=pages.fonts / font, size=size)
    return press.pdf(html, finish)


def _finish(
    _document: Any,
    pdf: Any,
    *,
    fields: Sequence[Field],
    about: Mapping[str, str],
    ink: str,
    font: Path,
    size: int,
) -> None:
    """Makes real fields of the engine's inputs, which are all boxes to tick.

    No NeedAppearances: every field comes with an appearance, so that all programs show the same and none asks
    to save a paper that nobody has touched; a field that is filled gets a new one from the program that fills it.
    """
    from generator.render.form_font import embed_font
    from generator.render.form_tree import FormTree

    widgets = _widgets(pdf)
    wanted = [name for field in fields for name in field.widgets]
    if sorted(wanted) != sorted(widgets):
        odd = sorted({*wanted} ^ {*widgets}) or sorted(n for n in wanted if wanted.count(n) > 1)
        raise PressError(f"the form's page and its fields do not fit together: {', '.join(odd[:5])}")
    form = FormTree(pdf, embed_font(pdf, font), ink, size)
    for field in fields:
        form.add(field, [widgets[name] for name in field.widgets])
    form.close(about)


def _widgets(pdf: Any) -> dict[str, Any]:
    """The engine's widgets by the names they have on the page."""
    found: dict[str, Any] = {}
    for thing in pdf.objects:
        if isinstance(thing, dict) and thing.get("Subtype") == "/Widget":
            name = thing["T"].string
            found[name if name not in found else f"{name} (twice)"] = thing
    return found
