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

    form_id: Annotated[FormId, Field(description="The form that was answered, as in its foot.")]
    lesson: Short = Field(default="", description="The lesson's name.")
    title: Short = Field(default="", description="The lesson's title.")
    language: Short = Field(default="", description="The language of the worksheet, such as en.")
    name: Short = Field(default="", description="The student's name, as the student wrote it.")
    class_: Short = Field(default="", alias="class", description="The class, as the student wrote it.")
    date: Short = Field(default="", description="The date, as the student wrote it.")


class Responses(Head):
    """A student's answers by item id. Items without an answer are absent."""

    format: Literal["secondsource-answers"] = Field(
        default="secondsource-answers", description="What kind of file this is."
    )
    version: Literal[1] = Field(default=1, description="The version of the format.")
    answers: Annotated[dict[Id, Given], Field(max_length=MOST_PARTS)] = Field(
        default_factory=dict,
        description="By the id of the item. choice: the id of an option. multi-choice: ids of options. match and "
        "grid: the id of an option or column by the id of its row. order: the ids of options by their place, null "
        "where a place is empty. short-text: texts by the id of the blank. text-selection: id of the mark, first "
        "and last offset in the text of the passage. extended-text: a text.",
    )


class Handed(Frozen):
    """A file as it was read, not yet held against its sheet.

    From a browser it has `answers`; from a form `fields`, the filled ones by name.
    """

    source: Literal["form", "browser"]
    head: Head
    answers: dict[str, Given] = Field(default_factory=dict)
    fields: dict[str, str] = Field(default_factory=dict)
