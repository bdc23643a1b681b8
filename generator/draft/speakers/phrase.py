"""The words of a source -> what kind of source it is, and whom it names."""

import itertools
import re

from generator.draft.marks import SourceKind, Span
from generator.draft.names.lists import names, word_set
from generator.draft.speakers.apposed import apposed
from generator.draft.speakers.index import At, Index
from generator.draft.speakers.kind import Phrase
from generator.draft.speakers.nouns import DETERMINERS, before_participle, lowered, noun_of, pronouns

# Where the noun phrase ends whose head is looked for.
_CUT = re.compile(r",|;|:| - |—|–|\(|\[|\b(?:" + "|".join(sorted(word_set("phrase-cut"))) + r")\b")
_GUESSED = frozenset(["person-said", "camel-case", "business-before", "in-place"])
"""Rules of names that are a guess at the kind."""
_ROW = 300
"""Characters of a source in which 'and' is followed up."""
_ADVERBS = frozenset(["out", "up", "off", "down", "away"])
_PRESS = word_set("press-words")
_CLAUSE = word_set("clause")
_PARTITIVE = word_set("partitive")
_BANDS = word_set("bands")
_INDEFINITE = word_set("indefinite")
_PAST = word_set("past")
_DEFINITE = word_set("definite")
_PERSONAL = re.compile(r"(?:[^aeiou]ers?|ors?|ists?|ians?|m[ae]n|wom[ae]n|ees?|ants|ents|ists?|people|folks)$")
_VERBAL = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|should|does|did|to|if|because|when|while)\b"
)


def read(index: Index, span: Span) -> Phrase:
    """What a source is."""
    raw = index.raw
    start, end = span
    words = lowered(raw[start:end])
    if not words:
        return Phrase("none", 0.6)
    bare = [w for w in words if w not in ("also", "himself", "herself", "themselves", "itself", "then", "still")]
    if len(bare) <= 1:
        only = (bare[0] if bare else words[0]).split("'")[0]
        if only in pronouns():
            return Phrase("pronoun", 0.98, noun=only, gender=pronouns()[only], plural=pronouns()[only] == "p")
    mentions = index.within(start, end)
    cut = _cut(raw, start, end, mentions)
    head = next((m for m in mentions if m.start < cut and _ends(raw, m.end, cut)), None)
    if head is not None:
        return _named(index, span, head, cut)
    return _described(index, span, mentions, words, cut)


def _cut(raw: str, start: int, end: int, mentions: list[At]) -> int:
    """Where the first noun phrase ends; a word inside a name cuts nothing."""
    for match in _CUT.finditer(raw, start, end):
        at = match.start()
        if at > start and not any(
            m.start < at < m.end or (m.title and m.title[0] <= at < m.end) for m in mentions
        ):
            # Some "of" belong to the phrase whose first word is only a share of it: "one of the officials".
            return at
    return end


def _ends(raw: str, at: int, cut: int) -> bool:
    rest = raw[at:cut].strip(" ,\xa0\n”\"'’.")
    return not rest or rest in ("s", "himself", "herself", "itself", "Jr")


_KINDS: dict[str, tuple[SourceKind, float]] = {
    "person": ("person", 0.99),
    "organisation": ("organisation", 0.96),
    "outlet": ("outlet", 0.96),
    "office": ("office", 0.9),
    "place": ("organisation", 0.75),
    "other": ("organisation", 0.5),
}


def _named(index: Index, span: Span, head: At, cut: int) -> Phrase:
    """A source whose head is a name."""
    raw, entity = index.raw, index.entities[head.entity]
    kind, sure = _KINDS[entity.kind]
    sure = min(sure, entity.confidence if entity.rule in _GUESSED else 0.5 + entity.confidence / 2)
    if entity.kind == "person" and entity.rule == "surname-of-two":
        sure = 0.95  # a person it is, only which is open
    if entity.kind == "other":
        name = raw[head.start : head.end]
        if entity.rule == "single" and not raw[max(0, head.start - 4) : head.start].lower().endswith("the "):
            kind, sure = "person", 0.7
        elif entity.rule == "several":
            article = raw[span[0] : span[0] + 4].lower() == "the "
            kind, sure = ("organisation", 0.6) if article else ("person", 0.75)
        elif entity.rule == "letters":
            kind, sure = "organisation", 0.85
        elif entity.rule == "other-end":
            kind, sure = "document", 0.6
        ending = noun_of(lowered(name)) if entity.rule in ("several", "other-end") else None
        if ending is not None and ending[1] in ("document", "poll", "organisation", "outlet"):
            return Phrase(ending[1], 0.9, noun=ending[0])  # type: ignore[arg-type]
        if name.isupper() and len(name) > 8:
            sure = 0.3
    begin = head.title[0] if head.title is not None else head.start
    before = lowered(raw[span[0] : begin])
    if _CLAUSE.intersection(before) or (
        len(before) > 1 and before[0].endswith("ing") and before[1] in DETERMINERS
    ):
        sure *= 0.6  # "something Ellerby", "what the council", "naming the Ellerby Council"
    if raw[cut : cut + 4] == "and ":
        # A long row of names would make a deep recursion.
        other = read(index, (cut + 4, span[1])).kind if cut + 4 < span[1] < span[0] + _ROW else kind
        if other == kind:
            return Phrase(kind, min(sure, 0.85), None, plural=True, joint=True)
        mixed = other in ("unnamed", "pronoun", "none")
        return Phrase(
            "unnamed" if mixed else kind, min(sure, 0.75 if mixed else 0.6), None, plural=True, joint=True
        )
    gender = index.gender(head.entity) if kind == "person" and entity.kind == "person" else "-"
    return Phrase(kind, sure, head, gender=gender, definite=False)


def _described(index: Index, span: Span, mentions: list[At], words: tuple[str, ...], cut: int) -> Phrase:
    """A source that is a common noun, perhaps with a name behind it."""
    raw, (start, _end) = index.raw, span
    first = lowered(raw[start:cut])
    if len(first) > 1 and first[-1] in ("itself", "himself", "herself", "themselves", "alone"):
        first = first[:-1]
    found = noun_of(first)
    if found is None or any(w in DETERMINERS or w in pronouns() for w in first[1:]):
        earlier, shorter = before_participle(first)
        if earlier is not None:
            found, first = earlier, shorter
    if found is not None and raw[cut : cut + 4] == "and " and found[1] not in ("person", "unnamed"):
        return Phrase("unnamed", 0.6, noun=found[0], plural=True, joint=True)
    if found is not None and found[1] in ("person", "office"):
        behind = apposed(index, span, mentions, cut)
        if behind is not None:
            role_end = raw.rfind(",", start, behind.start)
            if role_end <= start:
                role_end = max(start, start + len(raw[start : behind.start].rstrip()))
            role = (start, role_end)
            return Phrase("person", 0.96, behind, found[0], index.gender(behind.entity), role=role)
    if not first:
        return Phrase("unnamed", 0.5)
    if first[-1] in _PARTITIVE and (first[0] in _PARTITIVE or raw[cut : cut + 3] == "of "):
        return Phrase("unnamed", 0.93, noun=first[-1], plural=True)
    if found is None:
        behind = apposed(index, span, mentions, start)
        if behind is not None and behind.title is not None:
            return Phrase("person", 0.9, behind, gender=index.gender(behind.entity))
        last = mentions[-1] if mentions and first[0] not in DETERMINERS else None
        if last is not None and last.end >= span[1] and index.entities[last.entity].rule == "several":
            return Phrase("person", 0.75, last)  # "master of ceremonies Sander Vell"
        return _unknown(raw, span, first, words)
    if first[0] in ("a", "an") and first[-1] in _BANDS and raw[cut : cut + 3] == "of ":
        return Phrase("unnamed", 0.8, noun=first[-1], plural=True)
    whole = lowered(raw[start:cut])
    if any(
        (w.endswith(("ed", "ing")) and v in DETERMINERS) or (w.endswith("ed") and v in _ADVERBS)
        for w, v in itertools.pairwise(whole)
    ):
        return Phrase("unnamed", 0.3, noun=found[0])  # a clause: "the club published an"
    noun, kind, gender, plural = found
    lead = first[0]
    whose = lead in _DEFINITE or lead.endswith(("'s", "s'")) or any(w.endswith("'s") for w in first[:-1])
    if kind == "office" and not plural and lead not in _INDEFINITE and not _PAST.intersection(first):
        return Phrase("office", 0.9, noun=noun, gender=gender, definite=lead == "the", words=first)
    if kind in ("person", "office"):
        if plural or lead in _INDEFINITE:
            return Phrase("unnamed", 0.95, noun=noun, gender=gender, plural=plural)
        # Behind "the senator" stands somebody whom the text may well have named; "senator" alone is a fragment.
        told = 0.55 if lead == "the" else 0.85 if whose else 0.5
        return Phrase(
            "unnamed", told, noun=noun, gender=gender, definite=lead in ("the", "that", "this"), words=first
        )
    if kind == "unnamed":
        return Phrase("unnamed", 0.93, noun=noun, plural=True)
    if noun in ("website", "site", "web site"):
        # The club's own pages are a document, a news site is an outlet.
        own = any(w.endswith(("'s", "s'")) for w in first[:-1]) or lead in ("its", "his", "her", "their")
        return Phrase("document" if own else "outlet", 0.9 if own else 0.7, noun=noun, definite=lead == "the")
    if noun == "paper" and len(first) > 2 and first[-2] not in _PRESS:
        return Phrase("document", 0.7, noun=noun)  # "a council paper", not "the local paper"
    if kind in ("organisation", "outlet") and plural and lead not in _DEFINITE:
        return Phrase("outlet" if kind == "outlet" else "unnamed", 0.75, noun=noun, plural=True)
    if kind == "document" and noun in ("right", "left", "base"):
        return Phrase("unnamed", 0.6, noun=noun)
    simple = lead in ("the", "it", "its") and len(first) == 2
    sure = {"organisation": 0.93, "outlet": 0.92, "poll": 0.95}.get(kind, 0.93)
    return Phrase(kind, sure, noun=noun, plural=plural, definite=simple)  # type: ignore[arg-type]


def _unknown(raw: str, span: Span, first: tuple[str, ...], words: tuple[str, ...]) -> Phrase:
    """A source whose head is in no list and no name."""
    head = first[-1]
    text = raw[span[0] : span[1]]
    if len(first) == 1 and text[:1].isupper() and head not in names().ordinary:
        return Phrase("person", 0.6, noun=head)
    if first[0] in _PARTITIVE and head.endswith("s"):
        return Phrase("unnamed", 0.85, noun=head, plural=True)
    if first[0].endswith(("ing", "ed")) or (_VERBAL.search(text) and len(words) > 6):
        return Phrase("unnamed", 0.35, noun=head)
    if head in _PARTITIVE:
        return Phrase("unnamed", 0.85, noun=head, plural=True)
    if _PERSONAL.search(head):
        return Phrase("unnamed", 0.65, noun=head, plural=head.endswith("s"), definite=first[0] == "the")
    return Phrase("unnamed", 0.5, noun=head, plural=head.endswith("s"))
