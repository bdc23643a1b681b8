"""A file as teachers have it (text, Markdown, saved page, Word) -> an article, taken apart."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.draft.article import Article


def read_article(path: Path) -> "Article":
    """The article of a file. Raises Unreadable where it holds none or cannot be read."""
    # What tells a language is used without the rest, which takes longer to load.
    from generator.draft.intake.read import read_article as read

    return read(path)
