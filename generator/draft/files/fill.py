"""Templates of files with their {placeholders} filled, in one go."""

import re
from collections.abc import Mapping

_PLACE = re.compile(r"\{([a-z][a-z_.]*)\}")


def filled(template: str, values: Mapping[str, str]) -> str:
    """The template with {name} replaced for each name given; all other braces stay.

    Values are not looked into: an article may well have braces of its own.
    """
    return _PLACE.sub(lambda match: values.get(match[1], match[0]), template)
