"""Where words of a passage stand."""

from generator.model.base import Frozen


class Quote(Frozen):
    """Words of a passage with their place. `text` is the passage's own text between `start` and `end`."""

    label: str
    text: str
    start: int
    end: int
    first: int
    last: int

    def overlaps(self, other: "Quote") -> bool:
        return self.label == other.label and self.start < other.end and other.start < self.end

    def leads(self, other: "Quote") -> bool:
        """Whether these words overlap the other ones, or stand right before them."""
        return self.label == other.label and self.start < other.end and other.start <= self.end + 1
