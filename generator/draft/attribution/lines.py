"""Attributions by layout: transcripts, headlines with a colon, quotations signed with a name."""

import re

from generator.draft.attribution.finds import Find
from generator.draft.attribution.lexicon import finite
from generator.draft.attribution.page import Page
from generator.draft.tables import column

_TURN = re.compile(r"[\"“]?(?P<name>[A-Z][\w.’' \-]{1,38})(?: \([^)\n]{1,40}\))?: *(?=\S)")
_CREDIT = re.compile(r"[-–—―~]{1,2}\s?(?P<name>[A-Z][^\n]{2,80})$")
_SIGNED = re.compile(r"[”\"“]\s*[-–—―~]{1,2}\s*(?P<name>[A-Z][^\n\"“”]{2,60})$")


def turns(page: Page) -> list[Find]:
    """Turns of a transcript: paragraphs that begin with a name and a colon, where there are at least three."""
    text = page.text
    if text.count(":") < 3:
        return []
    paragraphs = page.source.paragraphs
    found = []
    names: dict[str, int] = {}
    for n, (start, end) in enumerate(paragraphs):
        match = _TURN.match(text, start, min(end, start + 90))
        if match and (match["name"].isupper() or match["name"].istitle() or match["name"] in names):
            name = match["name"].split()[-1].lower()
            names[name] = names.get(name, 0) + 1
            found.append((n, match, name))
    # a name that speaks once only is a label, unless it is in capitals like the others
    if len(found) < 3 or max(names.values()) < 2:
        return []
    out = []
    for at, (n, match, name) in enumerate(found):
        if names[name] < 2 and not match["name"].isupper():
            continue
        last = found[at + 1][0] if at + 1 < len(found) else n + 1
        content = []
        for m in range(n, min(last, n + 6)):
            start, end = paragraphs[m]
            if m > n and text[start : start + 2].lstrip('"“')[:1] in ("(", "["):
                break
            a, b = page.source.word_range(match.end() if m == n else start, end)
            if b > a:
                content.append((a, b))
        a, b = page.source.word_range(match.start("name"), match.end("name"))
        if content and b > a:
            out.append(Find((a, b), (), tuple(content), "neutral", "turn"))
    return out


def headline(page: Page) -> Find | None:
    """A first line such as "Smith: taxes will fall"."""
    if len(page.source.paragraphs) < 2:
        return None
    start, end = page.source.paragraphs[0]
    text = page.text
    at = text.find(": ", start, min(end, start + 70))
    if at < 0 or end - start > 180:
        return None
    name = text[start:at].strip("‘’'\" ")
    low = name.lower().replace("’", "'")
    labels = column("headline_labels")
    if low in labels or not name[:1].isupper() or any(c in name for c in '“”"?!;') or len(name.split()) > 6:
        return None
    a, b = page.source.word_range(start, at)
    c, d = page.source.word_range(at, end)
    if d - c < 3 or b <= a or any(w in finite() for w in page.low[a:b]):
        return None
    return Find((a, b), (), ((c, d),), "neutral", "headline-colon")


def signed(page: Page) -> list[Find]:
    """Quotations that end with a dash and a name, or have them on the line behind."""
    text = page.text
    paragraphs = page.source.paragraphs
    out = []
    quotes = {q.start: q for q in page.quotes}
    for n, (start, end) in enumerate(paragraphs):
        q = quotes.get(start)
        if q is None or q.last <= q.first:
            continue
        match = None
        if q.closed and q.end < end:
            match = _SIGNED.search(text, q.end - 1, end)
            if match is not None and match.start() != q.end - 1:
                match = None
        elif n + 1 < len(paragraphs):
            a, b = paragraphs[n + 1]
            if b - a < 90:
                match = _CREDIT.match(text, a, b)
        if match is None:
            continue
        a, b = page.source.word_range(match.start("name"), match.end("name"))
        k = a + 1
        while k < b and not page.gap[k]:
            k += 1
        out.append(Find((a, k), (), ((q.first, q.last),), "neutral", "signed"))
    return out
