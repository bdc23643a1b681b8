"""Columns of a table for a window of a given width, in any script."""

import unicodedata
from collections.abc import Sequence


def wide(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(
        0
        if unicodedata.combining(char) or unicodedata.category(char) == "Cf"
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )


def cut(text: str, width: int) -> str:
    """The text, its end replaced by … where it is wider than that."""
    if wide(text) <= width:
        return text
    while text and wide(text) > width - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def laid_out(rows: Sequence[Sequence[str]], width: int, *, left: int, close: int) -> str:
    """Rows of equally many cells as lines that are no wider than that, if the first column can give way.

    The first `left` columns stand to the left, the others to the right; the `close` columns behind them have one
    space between them instead of two.
    """
    widths = [max(wide(row[i]) for row in rows) for i in range(len(rows[0]))]
    gaps = [1 if left < i < left + close else 2 for i in range(len(widths))]
    over = sum(widths) + sum(gaps) - width
    widths[0] = max(widths[0] - max(over, 0), min(widths[0], 10))
    lines = []
    for row in rows:
        line = ""
        for i, cell in enumerate([cut(row[0], widths[0]), *row[1:]]):
            space = " " * (widths[i] - wide(cell))
            line += " " * gaps[i] + (cell + space if i < left else space + cell)
        lines.append(line.rstrip())
    return "\n".join(lines)
