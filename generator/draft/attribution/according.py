"""Attributions without a verb: according to, in the words of, in the view of."""

from generator.draft.attribution.contents import Contents
from generator.draft.attribution.finds import Find
from generator.draft.attribution.page import Page

_REACH = 300
"""A bound, in words, for texts without sentences."""


def according(page: Page, contents: Contents, i: int) -> Find | None:
    """The attribution made by "according to" at word i."""
    words, gap = page.low, page.gap
    s = contents.s
    number = page.sentence_of(i)
    low, high = page.sentences[number]
    low, high = max(low, i - _REACH), min(high, i + _REACH)
    n = page.quote[i]
    if n >= 0:
        q = page.quotes[n]
        low, high = max(low, q.first), min(high, q.last)
    first = i + 2
    if first >= high or (gap[first] and not gap[first].startswith(("'", "’", "‘", '"', "“"))):
        return None
    last = first + 1
    while last < high:
        mark = gap[last]
        if mark and mark not in ("'", "’", "$", "&", "/", "‘"):
            if mark.startswith("(") and ")" not in mark:
                break
            break
        w = words[last]
        if w in s.relative or w in s.finite or w in ("but", "while", "as", "when") or w in s.subject_pronoun:
            break
        last += 1
    opening = i == low or (i - low <= 2 and words[low] in ("and", "but", "also", "still"))
    if opening:
        k = last
        while k < high and "," not in gap[k]:
            k += 1
        # a relative clause or apposition about the source: the content is behind the next comma
        hops = 0
        while (
            k < high
            and hops < 3
            and (
                words[k] in s.relative
                or words[k] in ("a", "an")
                or (words[k] == "the" and not contents.clause_follows(k, high))
            )
        ):
            k += 1
            while k < high and "," not in gap[k]:
                k += 1
            hops += 1
        if k >= high:
            return None
        return Find(
            (first, last), ((i, i + 2),), ((k, contents.clause_end(k, high)),), "neutral", "according-first"
        )
    if "," in gap[i] or gap[i] in ("—", "–", "--", "-", ")") or not gap[i] or gap[i][-1:] in '”"':
        end = i
        if words[i - 1] in ("and", "but"):
            return None
        begin = low
        m = page.quote[i - 1]
        if m >= 0 and n < 0:
            begin = min(begin, page.quotes[m].first)
        if words[begin] in ("but", "and", "still", "however") and begin + 1 < end:
            begin += 1
        content: tuple[tuple[int, int], ...] = ((begin, end),)
        k = last
        if k < high and "," in gap[k] and contents.unfinished(begin, end):
            content += ((k, contents.clause_end(k, high)),)
        return Find((first, last), ((i, i + 2),), content, "neutral", "according-last")
    return None


def in_words_of(page: Page, contents: Contents, i: int) -> Find | None:
    """'In the words of X, ...': the attribution made by "words" (or view, opinion, account) at word i."""
    words, gap = page.low, page.gap
    low, high = page.sentences[page.sentence_of(i)]
    low, high = max(low, i - _REACH), min(high, i + _REACH)
    if i < low + 2 or i + 3 >= high or words[i - 2] != "in" or words[i - 1] != "the" or words[i + 1] != "of":
        return None
    if page.quote[i] >= 0:
        return None
    last = i + 3
    while last < high and not gap[last] and words[last] not in contents.s.finite:
        last += 1
    source = (i + 2, last)
    if i - 2 == low and last < high and "," in gap[last]:
        return Find(
            source, ((i - 2, i + 2),), ((last, contents.clause_end(last, high)),), "neutral", "in-words-of"
        )
    if last >= high and "," in gap[i - 2]:
        return Find(source, ((i - 2, i + 2),), ((low, i - 2),), "neutral", "in-words-of")
    return None
