"""Attributions -> the same with kind of source, speaker behind a pronoun, role, recipient and chain."""

from collections.abc import Sequence
from dataclasses import replace

from generator.draft.marks import Attribution, Entity, Span
from generator.draft.speakers.chains import cited, first_outlet, outers, passed_on, quoted_by
from generator.draft.speakers.described import Descriptions
from generator.draft.speakers.index import Index
from generator.draft.speakers.kind import Phrase
from generator.draft.speakers.links import Links
from generator.draft.speakers.memory import Link, Said
from generator.draft.speakers.nouns import noun_of
from generator.draft.speakers.phrase import read
from generator.draft.speakers.repairs import mended
from generator.draft.speakers.told import role_of
from generator.draft.text import Text

_HARDLY = 0.52
_LINKED = 0.85
"""Links of less certainty are not told."""


def completed(text: Text, found: Sequence[Attribution], names: Sequence[Entity]) -> list[Attribution]:
    """In the order given, one for one.

    The confidence of each becomes the chance that the triple, the kind of its source and the speaker linked to it
    all hold: where the words of a source are plainly no source, it falls.
    """
    index = Index(text, names)
    links = Links(index)
    described = Descriptions(links.memory)
    out = list(found)
    for number in sorted(range(len(out)), key=lambda n: _place(out[n])):
        out[number] = _completed(index, links, described, out[number])
    for number, outer in enumerate(outers(out)):
        if outer is None:
            continue
        via = out[number].via
        around = out[outer]
        if not via and around.kind == "outlet" and around.source:
            outlet = first_outlet(index, around.source[0][0], around.source[-1][1])
            if outlet is not None:
                via = ((outlet.start, outlet.end),)
        out[number] = replace(out[number], outer=outer, via=via)
    return out


def _place(one: Attribution) -> int:
    if one.inherited or not one.source:
        return one.cue[0][0] if one.cue else one.content[0][0] if one.content else 0
    return one.source[0][0]


def _completed(index: Index, links: Links, described: Descriptions, one: Attribution) -> Attribution:
    if not one.source:
        return replace(one, kind="none")
    via: tuple[Span, ...] = ()
    span = (one.source[0][0], one.source[-1][1])
    phrase = read(index, span)
    if phrase.kind == "outlet":
        first = quoted_by(index, one) or cited(index, one)
        if first is not None and first[1] > first[0]:
            behind = read(index, first)
            if behind.sure >= 0.7 and behind.kind not in ("none", "outlet"):
                via = (_outlet(index, span),)
                one, span, phrase = replace(one, source=(first,)), first, behind
    one, span, phrase = mended(index, one, span, phrase)
    via = via or passed_on(index, one, span)
    link = _link(links, described, span, phrase)
    kind, sure = phrase.kind, phrase.sure
    speaker: Span | None = None
    role = phrase.role
    mention = phrase.mention
    if link is not None and link.sure >= _LINKED:
        speaker = link.span
        sure = min(sure, link.sure) if phrase.mention is not None else sure * link.sure
        if phrase.definite and kind == "unnamed" and link.entity >= 0:
            kind, sure = "person", link.sure
        if mention is None and link.entity >= 0:
            mention = index.full(link.entity)
        if one.inherited and kind == "pronoun" and mention is not None:
            # The source stands in another paragraph anyway: its name is better than its pronoun.
            one, span, kind, speaker = replace(one, source=(link.span,)), link.span, "person", None
    if role is None and mention is not None and (kind in ("person", "pronoun")):
        role = role_of(index, mention)
        if role is None:
            role = role_of(index, index.full(mention.entity))
    _note(index, links, one, span, phrase, link)
    return replace(
        one,
        kind=kind,
        speaker=speaker,
        via=via,
        role=role,
        confidence=round(one.confidence * min(1.0, sure + 0.01), 3),
    )


def _outlet(index: Index, span: Span) -> Span:
    outlet = first_outlet(index, *span)
    return (outlet.start, outlet.end) if outlet is not None else span


def _link(links: Links, described: Descriptions, span: Span, phrase: Phrase) -> Link | None:
    if phrase.kind == "pronoun":
        return links.pronoun(span, phrase)
    if phrase.mention is not None:
        return links.surname(phrase.mention)
    if phrase.definite:
        return described.link(span, phrase)
    return None


def _note(index: Index, links: Links, one: Attribution, span: Span, phrase: Phrase, link: Link | None) -> None:
    """Writes down who spoke, for the pronouns to come; what is hardly a source spoke not."""
    if phrase.sure < _HARDLY or (phrase.kind == "unnamed" and phrase.noun and noun_of((phrase.noun,)) is None):
        return
    spans = [*one.source, *one.cue, *one.content] if not one.inherited else [*one.cue, *one.content]
    begin, end = min(a for a, _ in spans), max(b for _, b in spans)
    at = _place(one)
    kind: str = phrase.kind
    plural = phrase.plural
    entity, named, gender = -1, span, phrase.gender
    if link is not None:
        named, entity = link.span, link.entity
        if link.said is not None:
            kind, plural = link.said.kind, link.said.plural
            gender = phrase.gender if phrase.gender in ("m", "f") else link.said.gender
        elif entity >= 0:
            kind = index.entities[entity].kind if kind == "pronoun" else kind
            gender = index.gender(entity) if phrase.gender not in ("m", "f") else phrase.gender
    if phrase.mention is not None:
        entity = phrase.mention.entity
        if link is None:
            named = (phrase.mention.start, phrase.mention.end)
    if kind == "pronoun":
        # Somebody whom nothing names: a later "he" is no surer.
        return
    if kind == "unnamed" and link is not None and link.entity >= 0:
        kind = "person"
    links.memory.note(Said(entity, named, gender, kind, plural, at, begin, end, index.text.paragraph_at(at)))
