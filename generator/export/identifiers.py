"""Names of items in a platform: made from the project's own ids alone, so that a rewording changes none."""

import re

from generator.model.booklet import Worksheet

RULE = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
"""What QTI 1.2, 2.1 and 3.0 and their packages all take for an identifier."""


def identifier(*parts: str) -> str:
    """The parts with '-' between them; a letter stands before a digit, and other characters become '_'."""
    name = re.sub(r"[^A-Za-z0-9._-]", "_", "-".join(parts))
    return name if RULE.fullmatch(name) else f"_{name}"


def form_of(sheet: Worksheet) -> str:
    """The name of a form, without the hash of its content."""
    return identifier(sheet.lesson, sheet.lane, sheet.variant)


def item_name(sheet: Worksheet, item: str) -> str:
    """The name of an item. It holds the form, as parallel forms may give an item other options."""
    return identifier(sheet.lesson, sheet.lane, sheet.variant, item)
