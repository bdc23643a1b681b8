"""The colours of pictures: plain values for paper and files, variables of the page for screens."""

from dataclasses import dataclass, fields

from generator.model.theme import Colours


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by meaning, each as it stands in an attribute. `paper` is the ground, `tint` a faint one."""

    ink: str
    soft: str
    hair: str
    tint: str
    paper: str
    attribution: str
    corroboration: str
    uncertainty: str
    differences: str


def printed(colours: Colours) -> Palette:
    """Plain values: for print, and for files that programs open which know no variables."""
    return Palette(
        ink=colours.ink,
        soft=colours.soft,
        hair="#c4c8ce",
        tint="#f3f4f6",
        paper="#ffffff",
        attribution=colours.attribution,
        corroboration=colours.corroboration,
        uncertainty=colours.uncertainty,
        differences=colours.differences,
    )


def on_screen(colours: Colours) -> Palette:
    """Variables of the page, so that a dark one sets its own; the plain values where it has none."""
    plain = printed(colours)
    return Palette(**{f.name: f"var(--{f.name}, {getattr(plain, f.name)})" for f in fields(Palette)})
