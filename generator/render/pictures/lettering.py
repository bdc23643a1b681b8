"""Words and small signs placed in a picture: text in lines, signs in a row, legends. All sizes in pt."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.vocabulary import Standing
from generator.render.pictures.graph import wrap
from generator.render.pictures.picture import Frame, Measure

LEADING = 11.5
ASCENT = 8.4
"""From the top of a line to its baseline."""
SIGN = 11.0


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text in the box that it needs: `x` is its left edge, `y` its baseline."""

    frame: Frame
    text: str

    @property
    def x(self) -> float:
        return self.frame.x

    @property
    def y(self) -> float:
        return round(self.frame.y + ASCENT, 2)


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign drawn into a frame; rings hold a number, and tell how their claim stands."""

    name: str
    frame: Frame
    text: str = ""
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A sign and what it means."""

    sign: Sign
    words: tuple[Words, ...]


def text_at(text: str, x: float, y: float, width: float, measure: Measure) -> tuple[Words, ...]:
    """The text in lines of at most `width`, the first with its top at `y`."""
    lines = wrap(text, measure, width)
    return tuple(
        Words(Frame(round(x, 2), round(y + i * LEADING, 2), round(measure(line), 2), LEADING), line)
        for i, line in enumerate(lines)
    )


def ring(number: int, x: float, y: float, measure: Measure, standing: Standing = "asserted") -> Sign:
    """The number of a claim in its ring."""
    return Sign("ring", Frame(round(x, 2), round(y, 2), ring_width(number, measure), 12.0), str(number), standing)


def ring_width(number: int, measure: Measure) -> float:
    return round(max(12.0, measure(str(number)) + 6.0), 2)


def legend(
    entries: Sequence[tuple[str, str]], y: float, width: float, measure: Measure, sign_width: float = SIGN
) -> tuple[tuple[Entry, ...], float]:
    """Signs with their meanings one after the other, in as many lines as they need, and where they end."""
    out = []
    x = 0.0
    for name, text in entries:
        needs = sign_width + 4 + measure(text)
        if x and x + needs > width:
            x, y = 0.0, y + 15.0
        words = text_at(text, x + sign_width + 4, y, max(60.0, width - x - sign_width - 4), measure)
        out.append(Entry(Sign(name, Frame(round(x, 2), round(y, 2), sign_width, LEADING)), words))
        y += (len(words) - 1) * LEADING
        x += needs + 14
    return tuple(out), round(y + 15.0, 2) if out else y


def in_columns(
    items: Sequence[tuple[int, str]], y: float, width: float, measure: Measure
) -> tuple[tuple[Entry, ...], float]:
    """Numbered texts in columns of about equal height, read downward, and where they end."""
    count = max(1, int(width // 160))
    column = (width - (count - 1) * 12.0) / count
    indent = max((ring_width(n, measure) for n, _ in items), default=12.0) + 4
    heights = [max(14.5, len(wrap(t, measure, column - indent)) * LEADING + 2) for _, t in items]
    out, at, lowest = [], 0, y
    left, done = sum(heights), 0.0
    x, top = 0.0, y
    for (number, text), height in zip(items, heights, strict=True):
        if at < count - 1 and done + height / 2 > left / count * (at + 1):
            at, x, top = at + 1, x + column + 12.0, y
        words = text_at(text, x + indent, top, column - indent, measure)
        out.append(Entry(ring(number, x, top - 0.4, measure), words))
        top, done = top + height, done + height
        lowest = max(lowest, top)
    return tuple(out), round(lowest, 2)
