"""A school's name, logo and colours, resolved: what every face of a booklet puts on top of its own design."""

from typing import Literal

from pydantic import Field

from generator.model.base import Frozen

LogoType = Literal["image/png", "image/jpeg"]


class Colours(Frozen):
    """Colours by meaning, as '#rrggbb', each of contrast 4.5:1 or more on white."""

    attribution: str = "#1f4f8f"
    corroboration: str = "#0b5c4d"
    uncertainty: str = "#8a4300"
    differences: str = "#74286f"
    ink: str = "#16181d"
    soft: str = "#484d56"
    answer: str = "#173a86"


class Logo(Frozen):
    """A picture as bytes, with the words for those who cannot see it."""

    data: bytes
    type: LogoType
    alt: str


class Theme(Frozen):
    """What a school puts on top. Without a file of its own nothing but the colours is there."""

    school: str | None = None
    foot: str | None = None
    logo: Logo | None = None
    colours: Colours = Field(default_factory=Colours)
