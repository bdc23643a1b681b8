"""A raw article, taken apart: what is text, what stands around it, what is known of its origin."""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["body", "subheading", "caption", "credit", "related-link", "url"]


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A paragraph in its own words, white space folded. `rule` says why it was taken for its kind.

    `first_line` is its line in the file, from 1, or None where the file has no lines.
    """

    kind: BlockKind
    text: str
    rule: str
    confidence: float
    first_line: int | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """Something that may be metadata but is not stated as such: a date in a link, a site's name in an address.

    `field` is a key of the front matter, `value` what it might be, `where` the words it was seen in.
    """

    field: str
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Article:
    """What a file holds. A field is None unless the file itself states it; `hints` are never facts."""

    file: str
    title: str | None
    byline: str | None
    outlet: str | None
    published: str | None
    """YYYY-MM-DD."""
    place: str | None
    source_url: str | None
    language: str | None
    """Two letters, told from the words of the text; None where too few."""
    blocks: tuple[RawBlock, ...]
    hints: tuple[Hint, ...] = ()
    warnings: tuple[str, ...] = ()
    """For the teacher: an odd encoding mended, a text cut at a pay wall, ..."""


class Unreadable(Exception):
    """The file is no article. `message` is one line for people, `hint` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint
