"""A find in word numbers -> an attribution with offsets, form and confidence."""

from functools import lru_cache

from generator.draft.attribution.finds import Find
from generator.draft.attribution.lexicon import finite, grammar, words
from generator.draft.attribution.page import Page
from generator.draft.marks import Attribution, Form
from generator.draft.tables import table

FLOOR = 0.3
"""Finds that hold less often than this are not worth a look."""
_WAYS = {"and-": 0.95, "ing-": 0.85, "inf-": 0.5}
# verbs that hardly ever mean anything but reporting
_PLAIN = words("plain-verb")
# verbs that report less often than their frame would let one think: they also mean other things
_LOOSE = words("loose-verb")
_CLAUSES = frozenset(("said-that", "said-clause", "said-whether", "told-clause"))
_WANTS = frozenset(("object", "called", "to-do", "urged-to"))


@lru_cache(maxsize=1)
def _shares() -> dict[str, float]:
    return {rule: float(share) for rule, share in table("attribution_rules")}


def judged(page: Page, find: Find) -> Attribution | None:
    """The attribution of a find, or None where it has no content or too little confidence."""
    content = tuple(page.span(a, b) for a, b in find.content if b > a)
    if not content:
        return None
    kind = form(page, find)
    sure = confidence(page, find, kind)
    if sure < FLOOR:
        return None
    return Attribution(
        source=(page.span(*_named(page, find.source)),) if find.source else (),
        cue=tuple(page.span(*part) for part in find.cue),
        content=content,
        form=kind,
        kind="person",
        cue_class=find.cue_class,  # type: ignore[arg-type]
        rule=find.rule,
        confidence=sure,
        recipient=page.span(*find.recipient) if find.recipient else None,
        inherited=find.inherited,
        via=(page.span(*find.via),) if find.via else (),
    )


def _named(page: Page, source: tuple[int, int]) -> tuple[int, int]:
    """A source without a relative clause at its end."""
    a, b = source
    for i in range(a + 1, b):
        if page.low[i] in ("who", "which", "whose") or (page.low[i] == "that" and page.low[i + 1] in finite()):
            return a, i
    return source


def form(page: Page, find: Find) -> Form:
    """Direct from nine tenths of the content in quotation marks, mixed from any, agentless without a source."""
    if find.source is None:
        return "agentless"
    inside = total = 0
    for a, b in find.content:
        total += b - a
        inside += sum(1 for n in page.quote[a:b] if n >= 0)
    if inside >= 0.9 * total:
        return "direct"
    return "mixed" if inside else "indirect"


def confidence(page: Page, find: Find, kind: Form) -> float:
    """The share of finds of that rule, in such a place, that hold."""
    rule, way = find.rule, 1.0
    for prefix, factor in _WAYS.items():
        if rule.startswith(prefix):
            rule, way = rule[len(prefix) :], factor
    if rule in _WANTS and way < 1:
        # a further verb of this kind is often part of something else
        way -= 0.2
    share = _shares().get(rule, 0.5) * way
    words = sum(b - a for a, b in find.content)
    direct = kind == "direct"
    share *= 0.6 if words < 4 else 0.92 if words < 7 else 1.0
    if words > 45 and not direct:
        share *= 0.8
    if find.nested:
        share *= 0.5
    if rule in _CLAUSES or rule in _WANTS:
        share *= _ending(page, find)
    if rule in _CLAUSES and len(find.content) > 1:
        share *= 0.92
    if rule in _CLAUSES and kind == "mixed":
        share = 1 - (1 - share) * 0.75
    if find.verb and not direct:
        share *= 1.0 if find.verb in _PLAIN else 0.8 if find.verb in _LOOSE else 0.95
    if rule in _CLAUSES and find.content[0][0] < page.titled:
        share *= 0.8
    if find.inherited:
        share *= 0.85
    if find.source is not None:
        share *= _source(page, find.source, direct)
    return round(min(share, 0.99), 3)


def _ending(page: Page, find: Find) -> float:
    """Less where the content was cut off within the sentence."""
    end = find.content[-1][1]
    _, high = page.sentences[page.sentence_of(end - 1)]
    return 1.0 if end >= high else 0.72


def _source(page: Page, source: tuple[int, int], direct: bool) -> float:
    """Less for long sources, for a speaker or reader addressed, and for single common nouns."""
    a, b = source
    first = page.low[a]
    if b - a == 1:
        if first in ("you", "we", "they", "it", "this", "that", "which", "who"):
            return 0.75
        if page.words[a] == first and first not in grammar()["pronoun"] and not first.endswith("s"):
            return 0.85
        return 1.0
    if direct:
        return 1.0 if b - a < 9 else 0.9 if b - a < 12 else 0.8
    return 1.0 if b - a < 6 else 0.9 if b - a < 9 else 0.8 if b - a < 12 else 0.65
