"""templates/word/styles.toml -> checked values. Nothing here knows of Word's own XML."""

import tomllib
from dataclasses import dataclass, field, fields
from typing import Any

from generator.render.pages import PageError, Pages

FILE = "word/styles.toml"
Line = tuple[float, str]
"""A rule: width in pt and colour."""


@dataclass(frozen=True, slots=True)
class Page:
    """A paper size in mm; margins from the top clockwise."""

    width: float
    height: float
    margins: tuple[float, float, float, float]

    @property
    def measure(self) -> float:
        """Width between the margins."""
        return self.width - self.margins[1] - self.margins[3]


@dataclass(frozen=True, slots=True)
class Type:
    """How words look; None leaves it to what stands around them."""

    font: str | None = None
    size: float | None = None
    bold: bool = False
    plain: bool = False
    italic: bool = False
    caps: bool = False
    spacing: float | None = None
    colour: str | None = None
    underline: str | None = None
    shade: str | None = None
    box: Line | None = None


@dataclass(frozen=True, slots=True)
class CharacterStyle(Type):
    """A style for words."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphStyle(Type):
    """A style for paragraphs: spaces in pt, indents in mm; a border is (width, colour, distance) in pt.

    `line` is the least height of a line, `exact` its height whatever stands in it. A tab's place is in mm, or
    'edge' or 'middle' of the measure.
    """

    name: str = ""
    based: str | None = None
    next: str | None = None
    line: float | None = None
    exact: float | None = None
    before: float = 0
    after: float = 0
    left: float | None = None
    right: float = 0
    hanging: float = 0
    align: str | None = None
    level: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    tabs: tuple[tuple[str, float | str], ...] = ()
    border_top: tuple[float, str, float] | None = None
    border_left: tuple[float, str, float] | None = None
    border_bottom: tuple[float, str, float] | None = None
    border_right: tuple[float, str, float] | None = None
    border_between: tuple[float, str, float] | None = None


@dataclass(frozen=True, slots=True)
class TableStyle:
    """A style for tables; `padding` of cells in mm, above and below and at the sides."""

    name: str
    padding: tuple[float, float] = (0, 0)
    borders: Line | None = None
    rules: Line | None = None
    head_rule: Line | None = None
    column_rule: Line | None = None
    box: Line | None = None
    head: str | None = None


@dataclass(frozen=True, slots=True)
class StyleData:
    """All of the file."""

    page: dict[str, Page]
    fonts: dict[str, str]
    instead: dict[str, str]
    languages: dict[str, str]
    ground: ParagraphStyle
    paragraph: dict[str, ParagraphStyle] = field(default_factory=dict)
    character: dict[str, CharacterStyle] = field(default_factory=dict)
    table: dict[str, TableStyle] = field(default_factory=dict)
    compact: dict[str, ParagraphStyle] = field(default_factory=dict)
    """What takes the place of paragraph styles of the same names in the notes."""


def style_data(pages: Pages) -> StyleData:
    """The styles with the theme's colours in them. Raises PageError, naming the file, where it makes no sense."""
    source = pages.plain(FILE)
    try:
        data = tomllib.loads(source)
        return StyleData(
            page={name: _made(Page, page) for name, page in data.pop("page").items()},
            fonts=data.pop("fonts"),
            instead=data.pop("instead"),
            languages=data.pop("languages"),
            ground=_made(ParagraphStyle, {"name": "", **data.pop("ground")}),
            paragraph=_by_name(ParagraphStyle, data.pop("paragraph")),
            character=_by_name(CharacterStyle, data.pop("character")),
            table=_by_name(TableStyle, data.pop("table")),
            compact=_by_name(ParagraphStyle, data.pop("compact", [])),
            **data,
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError, ValueError) as problem:
        raise PageError(f"templates/{FILE}: {problem}") from problem


def _by_name(kind: Any, entries: list[dict[str, Any]]) -> dict[str, Any]:
    made = [_made(kind, entry) for entry in entries]
    return {style.name: style for style in made}


def _made(kind: Any, entry: dict[str, Any]) -> Any:
    """The entry as a value. Raises ValueError where it has a key that means nothing."""
    known = {f.name for f in fields(kind)}
    if unknown := sorted(set(entry) - known):
        raise ValueError(f"'{entry.get('name', kind.__name__)}' has no setting '{unknown[0]}'")
    return kind(**{name: _frozen(value) for name, value in entry.items()})


def _frozen(value: Any) -> Any:
    return tuple(_frozen(v) for v in value) if isinstance(value, list) else value
