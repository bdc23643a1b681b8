"""What stands at the head of a report: `source_texts/<event>/<report>.md`."""

from pydantic import Field

from generator.model.base import Day, Frozen, Text
from generator.model.files.quote import SchemaVersion
from generator.model.vocabulary import (
    ReportKind,
)


class ReportMeta(Frozen):
    """The front matter of a report: where the text comes from and what may be done with it."""

    schema_: SchemaVersion = Field(alias="schema")
    title: Text | None = Field(
        description="The headline; null where the source has none.", examples=["Footbridge shut after inspection"]
    )
    outlet: Text | None = Field(
        description="Who published it; null where not given.", examples=["Ellerby Courier"]
    )
    outlet_note: Text | None = Field(
        default=None, description="What kind of outlet it is.", examples=["a fictional local newspaper"]
    )
    byline: Text | None = Field(
        default=None, description="Who wrote it; null where not given.", examples=["Kim Alder"]
    )
    published: Day | None = Field(
        description="Date of publication as YYYY-MM-DD; null where not given, never guessed.",
        examples=["2025-03-04"],
    )
    place: Text | None = Field(
        default=None, description="The dateline's place; null where not given.", examples=["Ellerby"]
    )
    licence: Text | None = Field(
        default=None, description="Licence of the text, as an SPDX name or in words.", examples=["CC-BY-4.0"]
    )
    kind: ReportKind = Field(description="What sort of text this is.")
    credit: Text | None = Field(
        default=None,
        description="The credit line to print under the passage.",
        examples=["Written for secondsource"],
    )
    source_url: Text | None = Field(
        default=None,
        description="Where it was published; null where not given.",
        examples=["https://example.org/footbridge"],
    )
    language: str | None = Field(
        default=None,
        pattern=r"^[a-z]{2}$",
        description="Two-letter language code, where it is another than the dossier's.",
        examples=["en"],
    )
