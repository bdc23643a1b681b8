"""The parts of a drawn provenance graph, with their places. All sizes in pt."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.model.vocabulary import EdgeBasis, NodeKind

Measure = Callable[[str], float]
"""Width in pt of a text in the type of the picture."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle; `middle` and `baseline` are where centred text stands in it."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 2)

    @property
    def baseline(self) -> float:
        return round(self.y + self.height / 2 + 3.1, 2)

    def meets(self, other: "Frame", apart: float = 0.0) -> bool:
        """Whether the two come closer than `apart`."""
        return (
            self.x < other.x + other.width + apart
            and other.x < self.x + self.width + apart
            and self.y < other.y + other.height + apart
            and other.y < self.y + self.height + apart
        )


@dataclass(frozen=True, slots=True)
class TextLine:
    """A centred line of text: `x` is its middle, `y` its baseline."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Box:
    """A node. `outline` and `fold` are SVG paths; `heavy` marks an independent root."""

    id: str
    kind: NodeKind
    frame: Frame
    lines: tuple[TextLine, ...]
    outline: str
    fold: str
    heavy: bool
    report: str | None


@dataclass(frozen=True, slots=True)
class Arrow:
    """An edge as SVG paths for line and head, with its word in the frame `label`."""

    basis: EdgeBasis
    dashes: str
    path: str
    head: str
    points: tuple[Point, ...]
    word: str
    label: Frame


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole drawing."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
