"""A school's own name, logo and colours: `templates/theme.yaml`."""

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.base import Frozen, Text
from generator.model.files.quote import SchemaVersion

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
"""A colour as '#rrggbb'."""


class ThemeColours(Frozen):
    """Colours by meaning. What is left out stays as it is."""

    attribution: Colour | None = Field(default=None, description="Headings of attribution.", examples=["#1f4f8f"])
    corroboration: Colour | None = Field(default=None, description="Headings of corroboration.")
    uncertainty: Colour | None = Field(default=None, description="Headings of uncertainty.")
    differences: Colour | None = Field(default=None, description="Headings of differences.")
    ink: Colour | None = Field(default=None, description="Text.")
    soft: Colour | None = Field(default=None, description="Small text beside.")
    answer: Colour | None = Field(default=None, description="Answers in a key.")


class ThemeParts(Frozen):
    """What a school puts on top of the pages."""

    school: Text | None = Field(
        default=None, description="Name at the head of every paper.", examples=["Hillside School"]
    )
    foot: Text | None = Field(
        default=None, description="Words in the foot of every paper.", examples=["Hillside School, Room 12"]
    )
    logo: Text | None = Field(
        default=None,
        description="A PNG or JPEG file, by its path below the folder of this file.",
        examples=["logo.png"],
    )
    logo_alt: Text | None = Field(default=None, description="What the logo shows, for those who cannot see it.")
    colours: ThemeColours = Field(default_factory=ThemeColours, description="Colours by meaning.")


class ThemeFile(Frozen):
    """The theme of a folder of lessons."""

    schema_: SchemaVersion = Field(alias="schema")
    theme: ThemeParts = Field(description="Name, logo and colours.")
