"""A drawing -> the sheet it stands on: as it is in a page, with margins, heading and foot in a file of its own."""

from dataclasses import dataclass

from generator.render.pictures.lettering import LEADING, Entry, Words, text_at
from generator.render.pictures.picture import Frame, Measure

MARGIN = 16.0
HEADING = 14.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size of the picture's own room, that of its place on the page, and where the drawing begins."""

    width: float
    height: float
    wide: float
    high: float
    x: float = 0.0
    y: float = 0.0
    heading: tuple[Words, ...] = ()
    under: tuple[Words, ...] = ()
    foot: tuple[Words, ...] = ()
    legend: tuple[Entry, ...] = ()


def bare(width: float, height: float, highest: float | None, legend: tuple[Entry, ...] = ()) -> Sheet:
    """The drawing alone, made smaller where it is higher than `highest`."""
    scale = min(1.0, highest / height) if highest else 1.0
    return Sheet(width, height, round(width * scale, 2), round(height * scale, 2), legend=legend)


def framed(
    width: float,
    height: float,
    heading: str,
    under: str,
    foot: str,
    measure: Measure,
    bold: Measure,
    legend: tuple[Entry, ...] = (),
) -> Sheet:
    """The drawing between heading and foot; `under` is a line below the heading; measures are of small type."""

    def large(text: str) -> float:
        return bold(text) * HEADING / 9.0

    at, lines = MARGIN, []
    for line in text_at(heading, 0.0, 0.0, width, large):
        # The first baseline of the large type lies lower than that of the small.
        lines.append(Words(Frame(MARGIN, round(at + 4.0, 2), round(large(line.text), 2), LEADING), line.text))
        at += 18.0
    below = text_at(under, MARGIN, at + 2, width, measure) if under else ()
    at += len(below) * LEADING + 12
    last = at + height + 6
    note = text_at(foot, MARGIN, last, width, measure) if foot else ()
    total = round(last + len(note) * LEADING + MARGIN - 6, 1)
    wide = round(width + 2 * MARGIN, 1)
    return Sheet(wide, total, wide, total, MARGIN, round(at, 2), tuple(lines), below, note, legend)
