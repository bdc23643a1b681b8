"""A text -> all that the rules (and the parser, where there is one) find in it."""

from typing import TYPE_CHECKING

from generator.draft.attribution import attributions
from generator.draft.dates import dates
from generator.draft.entities import entities
from generator.draft.loaded import wording
from generator.draft.markers import markers
from generator.draft.marks import Annotations
from generator.draft.numbers import numbers
from generator.draft.sources import completed
from generator.draft.text import Text

if TYPE_CHECKING:
    from generator.draft.parser import Parser


def annotate(source: str | Text, parser: "Parser | None" = None) -> Annotations:
    """Everything found in one text. With a parser, attributions are weighed again by it."""
    text = source if isinstance(source, Text) else Text(source)
    names = entities(text)
    found = attributions(text)
    if parser is not None:
        from generator.draft.parser import weighed

        found = weighed(text, parser.parse(text), found)
    said = completed(text, found, names)
    return Annotations(
        attributions=tuple(said),
        markers=tuple(markers(text)),
        wording=tuple(wording(text, said)),
        entities=tuple(names),
        numbers=tuple(numbers(text)),
        dates=tuple(dates(text)),
    )
