"""Quotations that no reporting verb of the list has claimed: any verb with a subject beside them will do."""

from generator.draft.attribution.finds import Find
from generator.draft.attribution.page import Page, Quoted
from generator.draft.attribution.verbs import Verbs


def unclaimed(page: Page, verbs: Verbs, found: list[Find]) -> list[Find]:
    """Finds for quotations in no content yet: '"...," she sang', 'He slammed the plan: "..."'."""
    covered = bytearray(page.size + 1)
    for find in found:
        for a, b in find.content:
            covered[a:b] = b"\x01" * (b - a)
        if find.cue:
            covered[find.cue[0][0]] = 1
    out = []
    for q in page.quotes:
        if q.last - q.first < 3 or covered[q.first] or q.first >= page.size:
            continue
        claimed = _behind(page, verbs, q) or _before(page, verbs, q)
        if claimed is not None:
            out.append(claimed)
    return out


def _verb(page: Page, verbs: Verbs, j: int) -> bool:
    word = page.words[j]
    return word[:1].islower() and (page.low[j] in verbs.s.finite or (word.endswith("ed") and len(word) > 4))


def _behind(page: Page, verbs: Verbs, q: Quoted) -> Find | None:
    """'"...," the singer intoned': a quotation that ends with a comma, then a subject and a verb."""
    k = q.last
    if not q.closed or k >= page.size or page.quote[k] >= 0:
        return None
    ends = page.gap[k]
    if "," not in ends and "?" not in ends and "!" not in ends:
        return None
    low, high = page.sentences[page.sentence_of(k)]
    if low > k or (page.words[k][:1].isupper() and "," not in ends and low != k):
        return None
    begin, _ = page.sentences[page.sentence_of(q.first)]
    if begin != q.first:
        return None
    for j in range(k, min(high, k + 9)):
        if j > k and page.gap[j] and page.gap[j] != ",":
            return None
        if not _verb(page, verbs, j):
            continue
        content = ((q.first, q.last), *verbs.speech.after(high))
        if j == k:
            subject = (
                verbs.s.after(j, high) if page.words[j + 1 : j + 2] and page.words[j + 1][:1].isupper() else None
            )
        else:
            subject = verbs.s.before(verbs.s.group(j, k), k)
        if subject is None:
            return None
        return Find((subject.first, subject.last), ((j, j + 1),), content, "neutral", "quote-then-verb")
    return None


def _before(page: Page, verbs: Verbs, q: Quoted) -> Find | None:
    """'He slammed the plan: "..."': a clause that ends with a colon (or comma) before a whole quotation."""
    gap = page.gap[q.first]
    low = max(page.sentences[page.sentence_of(q.first)][0], q.first - 120)
    if q.first == low or (":" not in gap and "," not in gap) or not page.words[q.first][:1].isupper():
        return None
    colon = ":" in gap
    if not colon and (
        page.quote[q.last] >= 0 or (q.last < page.size and page.sentence_of(q.last) == page.sentence_of(q.first))
    ):
        return None
    content = ((q.first, q.last), *verbs.speech.after(q.last))
    for j in range(low + 1, q.first):
        if page.quote[j] < 0 and _verb(page, verbs, j):
            subject = verbs.s.before(verbs.s.group(j, low), low)
            if subject is not None:
                return Find(
                    (subject.first, subject.last),
                    ((j, j + 1),),
                    content,
                    "neutral",
                    "verb-colon-quote" if colon else "verb-comma-quote",
                )
    if colon and q.first - low <= 5 and page.words[low][:1].isupper() and page.low[low] not in verbs.s.preposition:
        return Find((low, q.first), (), content, "neutral", "name-colon-quote")
    return None
