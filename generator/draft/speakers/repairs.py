"""Sources of which a piece is missing: the name that stands beside a role belongs to them."""

from dataclasses import replace

from generator.draft.marks import Attribution, Span
from generator.draft.speakers.index import At, Index
from generator.draft.speakers.kind import Phrase
from generator.draft.speakers.nouns import noun_of
from generator.draft.speakers.phrase import read

_AUXILIARIES = frozenset(["", "has", "had", "have", "also", "later", "then"])
_ENDS = frozenset(",.;:—–)\n")
_NAMED = frozenset(["title", "given-name", "role-before", "initials"])
_PLAIN = 0.93
_BEFORE = 0.88


def mended(index: Index, one: Attribution, span: Span, phrase: Phrase) -> tuple[Attribution, Span, Phrase]:
    """The attribution with the name beside the role in its source.

    'Head of the roads committee, Ada Holt, has said', 'said the head of the committee, Ada Holt.': the name
    follows. 'Ada Holt, head of the committee, said', where only the head was taken for the source: it stands
    before.
    """
    if len(one.source) != 1 or not one.cue or one.inherited or phrase.mention is not None or phrase.plural:
        return one, span, phrase
    found = noun_of((phrase.noun,)) if phrase.noun else None
    if found is None or found[1] not in ("person", "office"):
        return one, span, phrase
    name = _behind(index, one, span)
    if name is not None:
        longer = (span[0], name.end)
        return _with(index, one, longer, name, phrase, span, _PLAIN)
    name = _ahead(index, span)
    if name is not None:
        begin = name.title[0] if name.title is not None else name.start
        return _with(index, one, (begin, span[1]), name, phrase, span, _BEFORE)
    return one, span, phrase


def _with(
    index: Index, one: Attribution, longer: Span, name: At, phrase: Phrase, role: Span, sure: float
) -> tuple[Attribution, Span, Phrase]:
    again = read(index, longer)
    if again.mention is None:
        again = Phrase("person", sure, name, phrase.noun, index.gender(name.entity), role=role)
    return replace(one, source=(longer,)), longer, again


def _behind(index: Index, one: Attribution, span: Span) -> At | None:
    """The only name right behind the role, before the cue or, where the cue stands first, before a stop."""
    raw, end = index.raw, span[1]
    if not raw.startswith(",", end):
        return None
    near = index.persons_within(end, end + 40)
    if not near:
        return None
    name = near[0]
    if raw[end : name.title[0] if name.title is not None else name.start].strip(", \n"):
        return None
    cue = one.cue[0][0]
    if end <= cue:
        return name if name.end <= cue and raw[name.end : cue].strip(" ,\n") in _AUXILIARIES else None
    return name if raw[name.end : name.end + 1] in _ENDS or name.end == len(raw) else None


def _ahead(index: Index, span: Span) -> At | None:
    """The name right before the role, which is then an apposition."""
    near = index.persons_within(max(0, span[0] - 50), span[0])
    possessive = index.raw[span[0] : span[0] + 4].lower() in ("his ", "her ", "thei", "our ", "my h")
    sure = near and index.entities[near[-1].entity].rule in _NAMED
    if sure and not possessive and index.raw[near[-1].end : span[0]] in (", ", ",\n"):
        return near[-1]
    return None
