"""A sheet and its key -> a package for a learning platform, and the report of what that cannot carry."""

from importlib import import_module
from typing import TYPE_CHECKING

from generator.export.exported import Export
from generator.model.booklet import AnswerKey, Worksheet

if TYPE_CHECKING:
    from generator.render.pages import Pages

__all__ = ["Export", "export"]


def export(format_: str, sheet: Worksheet, key: AnswerKey, pages: "Pages") -> Export:
    """The package in 'moodle', 'gift', 'canvas', 'qti21' or 'qti3'. `pages` gives the interface's words.

    The same sheet and key give the same bytes, and ids come from item ids, so that they stay the same when an
    item is reworded.
    """
    made: Export = import_module(f"generator.export.{format_}").make(sheet, key, pages.say)
    return made
