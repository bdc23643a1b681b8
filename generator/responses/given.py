"""What students give: the one shape of answers, with limits that keep hostile files harmless."""

import re
import unicodedata
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field, StrictInt, StrictStr, StringConstraints

from generator.model.base import Frozen

MOST_CHARACTERS = 20_000
"""Of one text; more is cut off."""
MOST_PARTS = 500
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


class Unreadable(Exception):
    """A file holds no answers that can be read; the message says why, and what to do."""


def tidy(text: str) -> str:
    """Text without control characters, in the composed form that passages have, not longer than the limit."""
    text = text[: 2 * MOST_CHARACTERS].replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return unicodedata.normalize("NFC", _CONTROLS.sub("", text))[:MOST_CHARACTERS].strip()


def _one_line(text: str) -> str:
    return " ".join(tidy(text).split())[:200]


Words = Annotated[StrictStr, AfterValidator(tidy)]
Short = Annotated[StrictStr, AfterValidator(_one_line)]
Id = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=120)]
FormId = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Za-z0-9][A-Za-z0-9-]*$", max_length=160)]
Offset = Annotated[StrictInt, Field(ge=0, le=10_000_000)]
Span = tuple[Id, Offset, Offset]

Given = (
    Words
    | Annotated[tuple[Id | None, ...], Field(max_length=MOST_PARTS)]
    | Annotated[tuple[Span, ...], Field(max_length=MOST_PARTS)]
    | Annotated[dict[Id, Words], Field(max_length=MOST_PARTS)]
)
"""As `generator.mark` takes it: an option's id or text, ids, marked spans, or {row or blank: id or text}."""


class Head(Frozen):
    """Whose answers, and to which form."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    form_id: FormId
    lesson: Short = ""
    title: Short = ""
    language: Short = ""
    name: Short = ""
    class_: Short = Field(default="", alias="class")
    date: Short = ""


class Responses(Head):
    """A student's answers by item id. Items without an answer are absent."""

    format: Literal["secondsource-answers"] = "secondsource-answers"
    version: Literal[1] = 1
    answers: Annotated[dict[Id, Given], Field(max_length=MOST_PARTS)] = Field(default_factory=dict)


class Handed(Frozen):
    """A file as it was read, not yet held against its sheet.

    From a browser it has `answers`; from a form `fields`, the filled ones by name.
    """

    source: Literal["form", "browser"]
    head: Head
    answers: dict[str, Given] = Field(default_factory=dict)
    fields: dict[str, str] = Field(default_factory=dict)
