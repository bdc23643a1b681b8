"""Paragraphs that are nothing but a quotation: they go to the speaker of the paragraph before."""

from dataclasses import replace

from generator.draft.attribution.finds import Find
from generator.draft.attribution.page import Page, Quoted


def with_orphans(page: Page, found: list[Find]) -> list[Find]:
    """Each such paragraph goes to the last quotation of the paragraph before it, or else to its last speaker.

    The attribution is marked as inherited: its source does not stand beside all of its content. A paragraph
    whose quotation is left open goes to the speaker of the next, if that begins with a quotation.
    """
    quotes = {q.start: q for q in page.quotes}
    lone: list[Quoted | None] = []
    for start, end in page.source.paragraphs:
        q = quotes.get(start)
        whole = q is not None and q.last > q.first and not page.text[q.end : end].strip(" .,")
        lone.append(q if whole else None)
    if not any(lone):
        return found
    last: dict[int, int] = {}
    opening: dict[int, int] = {}
    taken: set[int] = set()
    for n, find in enumerate(found):
        if find.nested:
            continue
        place = find.cue[-1][0] if find.cue else find.content[-1][0]
        for a, b in find.content:
            for word in (a, b - 1):
                taken.add(page.source.paragraph_at(page.starts[word]))
            opening[a] = n
        for word in (find.content[-1][1] - 1, place):
            k = page.source.paragraph_at(page.starts[word])
            if k not in last or _end(found[last[k]]) < _end(find):
                last[k] = n
    out = list(found)
    _backward(lone, opening, taken, out)
    for k, q in enumerate(lone):
        if q is None or k in taken or k - 1 not in last:
            continue
        n = last[k - 1]
        find = out[n]
        if find.source is None:
            continue
        content = (q.first, q.last)
        if page.quote[find.content[-1][1] - 1] >= 0:
            out[n] = replace(find, content=(*find.content, content), inherited=True)
        else:
            out.append(Find(find.source, (), (content,), "neutral", "inherited", inherited=True))
            n = len(out) - 1
        last[k] = n
    return out


def _end(find: Find) -> int:
    return max(find.content[-1][1], find.cue[-1][1] if find.cue else 0)


def _backward(lone: list[Quoted | None], opening: dict[int, int], taken: set[int], out: list[Find]) -> None:
    """Paragraphs whose quotation is not closed belong to the quotation that opens the next one."""
    for k in range(len(lone) - 2, -1, -1):
        q, after = lone[k], lone[k + 1]
        if q is None or q.closed or k in taken:
            continue
        n = opening.get(q.last if after is None else after.first)
        if n is not None:
            out[n] = replace(out[n], content=((q.first, q.last), *out[n].content))
            opening[q.first] = n
            taken.add(k)
