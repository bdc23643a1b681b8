"""The person named beside a role inside one source: 'the mayor, Ada Holt,'."""

from generator.draft.marks import Span
from generator.draft.names.lists import word_set
from generator.draft.speakers.index import At, Index

_BEFORE_NAMES = word_set("phrase-cut")


def apposed(index: Index, span: Span, mentions: list[At], cut: int) -> At | None:
    """The person named behind a role: 'the mayor, Ada Holt,', 'spokesman for the club, Ada Holt'."""
    raw = index.raw
    for mention in mentions:
        if mention.start < cut or index.entities[mention.entity].kind != "person":
            continue
        begin = mention.title[0] if mention.title is not None and mention.title[0] >= cut else mention.start
        before = raw[span[0] : begin].rstrip()
        if (
            before.endswith((",", "—", "–", "named", "called"))
            and raw[mention.end : mention.end + 1] in ",.;—–) \n"
        ):
            return mention
        if before.endswith((",", "—")) and mention.end >= span[1]:
            return mention
        ends = mention.end >= span[1] or raw[mention.end : mention.end + 2] in (" (", ", ")
        last = before.rsplit(None, 1)[-1] if before else ""
        if mention.title is not None and "," not in before and ends and last not in _BEFORE_NAMES:
            return mention  # "Speaker of the House Rep. Ada Holt (R)"
    return None
