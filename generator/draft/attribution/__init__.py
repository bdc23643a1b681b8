"""Text -> attributions: who says what, by rules over reporting words."""

from generator.draft.attribution.according import according, in_words_of
from generator.draft.attribution.finds import Find
from generator.draft.attribution.judge import judged
from generator.draft.attribution.lexicon import Cue, adjectives, nouns, words
from generator.draft.attribution.lines import headline, signed, turns
from generator.draft.attribution.nominals import Nominals
from generator.draft.attribution.orphans import with_orphans
from generator.draft.attribution.page import Page
from generator.draft.attribution.resolve import resolved
from generator.draft.attribution.unclaimed import unclaimed
from generator.draft.attribution.verbs import Verbs
from generator.draft.marks import Attribution
from generator.draft.text import Text

_WORDS = frozenset(("words", "opinion"))


def attributions(text: Text) -> list[Attribution]:
    """In the order of the text."""
    page = Page(text)
    if not _english(page):
        return []
    verbs = Verbs(page)
    found: list[Find] = []
    table = verbs.cues
    low = page.low
    nominals = Nominals(page, verbs.s, verbs.c)
    noun_table, adjective_table = nouns(), adjectives()
    for i, word in enumerate(low):
        find = None
        if word in table:
            find = _verb(verbs, i, table[word])
        elif word == "according" and low[i + 1 : i + 2] == ["to"]:
            find = according(page, verbs.c, i)
        elif word in _WORDS:
            find = in_words_of(page, verbs.c, i)
        if find is None and word in noun_table:
            find = nominals.noun(i, noun_table[word])
        if find is None and word in adjective_table:
            find = nominals.adjective(i, adjective_table[word])
        if find is not None:
            found.append(find)
    found += turns(page) + signed(page)
    first = headline(page)
    if first is not None:
        found.append(first)
    kept = resolved(page, found)
    kept += unclaimed(page, verbs, kept)
    out = [a for a in (judged(page, find) for find in with_orphans(page, kept)) if a is not None]
    return sorted(out, key=lambda a: (a.content[0][0], -a.content[-1][1]))


def _english(page: Page) -> bool:
    """Whether a text is English as far as its small words tell; what is too short to tell is taken for it."""
    common = words("english")
    return page.size < 25 or sum(1 for w in page.low if w in common) * 20 > page.size


def _verb(verbs: Verbs, i: int, may_be: tuple[Cue, ...]) -> Find | None:
    """The find of the verb at word i, in its longest form: 'point out' before 'point'."""
    low = verbs.page.low
    for cue in may_be:
        n = len(cue.tail)
        if not n or tuple(low[i + 1 : i + 1 + n]) == cue.tail:
            return verbs.find(i, cue)
    return None
