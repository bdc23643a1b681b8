"""The editions of the student's paper in numbers: what must be known before a page is laid out.

Everything else about an edition stands in templates/styles/editions/.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from generator.load.project import bundled_root
from generator.model.item import Grid, Option, Question, ShortText
from generator.render.fonts import advance
from generator.render.look import Edition


@dataclass(frozen=True, slots=True)
class Setting:
    """How an edition sets its type; lengths in pt, spaces between letters and words in em.

    `passage` is the size of passages where they fit, `least` the size below which a numbered line takes two
    rows instead of smaller type. `face` and `heads` are files of templates/fonts: of passages and of the heads
    of tables. `roominess` says how much taller than the standard edition everything grows.
    """

    passage: float
    least: float
    leading: float
    face: str
    letters: float = 0.0
    words: float = 0.0
    notes: bool = True
    heads: str = "AtkinsonHyperlegible-Bold.ttf"
    head: float = 9.0
    text: float = 11.0
    cell: float = 0.0
    """The narrowest cell to write in; 0 where tables stay tables in any case."""
    choice: float = 6.0
    """What padding and rules take of a column to tick."""
    roominess: float = 1.0


SERIF = "PassageSerif-Regular.ttf"
SETTINGS: dict[Edition, Setting] = {
    "standard": Setting(passage=12, least=0, leading=1.5, face=SERIF),
    "large-print": Setting(
        passage=18,
        least=17,
        leading=1.5,
        face=SERIF,
        notes=False,
        head=16,
        text=18,
        cell=110,
        roominess=1.6,
    ),
    "dyslexia-friendly": Setting(
        passage=14,
        least=12,
        leading=1.8,
        face="Lexend-Regular.ttf",
        letters=0.03,
        words=0.12,
        heads="Lexend-Bold.ttf",
        head=11,
        text=12,
        cell=60,
        roominess=1.25,
    ),
    "high-contrast": Setting(
        passage=13, least=0, leading=1.5, face=SERIF, head=11, text=12, cell=60, choice=3.2, roominess=1.1
    ),
}

_CELL_PADDING = 10.0
_MARGIN = 1.02
"""A head of a table may be set a little wider than its advance widths say."""


def measure_of(setting: Setting) -> Callable[[str], float]:
    """A function: text -> its width in em as passages of this edition set it."""
    width = _width(setting.face)
    return lambda text: width(text, 1.0) + setting.letters * len(text) + setting.words * text.count(" ")


def widest(texts: Iterable[str], setting: Setting) -> float:
    """Width in em of the widest of these lines; 0 for none."""
    measure = measure_of(setting)
    return max((measure(text) for text in texts), default=0.0)


def is_stacked(question: Question, edition: Edition, width: float) -> bool:
    """Whether a table is too narrow for this edition on a paper of `width`, so that its rows come one by one.

    Never in the standard edition, whose tables are the pattern for all others.
    """
    setting = SETTINGS[edition]
    response = question.response
    if isinstance(response, Grid):
        first = (100 - first_column(response.columns)) / 100
        column = width * first / max(1, len(response.columns))
        return bool(setting.cell) and _longest_word(response.columns, setting) > column - setting.choice
    if isinstance(response, ShortText) and response.table:
        column = width / (1 + len(response.table.columns))
        heads = (*response.table.columns, *response.table.rows)
        return bool(setting.cell) and (
            column < setting.cell or _longest_word(heads, setting) > column - _CELL_PADDING
        )
    return False


def first_column(columns: Sequence[Option]) -> int:
    """Width of a grid's first column in percent: the more columns to tick, the less is left for it."""
    return {0: 60, 1: 60, 2: 58, 3: 52, 4: 44, 5: 38}.get(len(columns), 32)


def _longest_word(options: Iterable[Option], setting: Setting) -> float:
    width = _width(setting.heads)
    words = (word for option in options for word in option.text.replace("**", "").split())
    return max((width(word, setting.head) + setting.letters * len(word) for word in words), default=0.0) * _MARGIN


@cache
def _width(file: str) -> Callable[[str, float], float]:
    return advance(bundled_root() / "templates" / "fonts" / file)
