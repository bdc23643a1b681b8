"""What files of every kind share: the version of the format, and words quoted from a passage."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints, model_validator

from generator.model.base import Frozen, Slug, Text

SchemaVersion = Annotated[int, Field(description="Version of this file format; 1 today.", examples=[1])]

NoteId = Annotated[
    Slug,
    Field(description="A name of your own: small letters, digits, hyphens. It stays when the text is reworded."),
]

ReviewHash = Annotated[str, StringConstraints(pattern=r"^(p[0-9a-f]{10}-)?n[0-9a-f]{10}$")]
"""The fingerprint of what a reviewer read."""


class QuoteRef(Frozen):
    """Words quoted exactly from a passage. A plain string is enough where they stand there once."""

    text: Text = Field(
        description="The words, exactly as they stand in the passage.", examples=["a council spokesman"]
    )
    occurrence: int | None = Field(
        default=None,
        ge=1,
        description="Which one is meant where the words stand more than once: 1, 2, ...",
        examples=[2],
    )
    near: Text | None = Field(
        default=None,
        description="Other words of the same paragraph, to tell which one is meant.",
        examples=["said on Tuesday"],
    )

    @model_validator(mode="before")
    @classmethod
    def _from_plain_string(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value
