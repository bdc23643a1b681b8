"""What is said before a reporting clause, and the quotations that follow it."""

from generator.draft.attribution.finds import Words
from generator.draft.attribution.lexicon import cues, words
from generator.draft.attribution.page import Page
from generator.draft.attribution.subjects import Subjects

_LEADING = words("leading")
_OPENERS = words("opener")
_SAID = frozenset(("say", "quote", "told"))


class Speech:
    """Finds stretches of speech around reporting clauses on one page."""

    def __init__(self, page: Page, subjects: Subjects) -> None:
        self.page, self.s = page, subjects
        self.cues = cues()

    def opens(self, word: int) -> bool:
        """Whether a quotation begins with this word."""
        n = self.page.quote[word]
        return n >= 0 and self.page.quotes[n].first == word

    def before(self, start: int, low: int) -> tuple[Words, ...] | None:
        """The content before a reporting clause that begins at `start`, in a sentence that begins at `low`."""
        page = self.page
        gap, quote = page.gap, page.quote
        if start == low:
            return self._sentence_before(start)
        mark = gap[start]
        if not mark:
            return None
        n = quote[start - 1]
        if n >= 0 and quote[start] != n:
            q = page.quotes[n]
            if q.first > low and gap[q.first][:1] in ("-", "—", "–", ":") and "," in mark:
                return ((q.first, start),)
            if any(sign in mark for sign in ",?!.—–-"):
                return ((self.begin(q.first), start),)
            return None
        if "," in mark or mark in ("—", "–", "--", "-"):
            begin = low + 1 if page.low[low] in _LEADING and low + 1 < start else low
            return ((self._behind_dash(begin, start), start),)
        return None

    def _behind_dash(self, low: int, start: int) -> int:
        """Behind the only dash among the words, where a clause follows it: '... - it is over, they insist'."""
        gap, finite = self.page.gap, self.s.finite
        dashes = [j for j in range(low + 1, start) if gap[j][:1] in ("-", "—", "–")]
        if len(dashes) == 1 and any(w in finite for w in self.page.low[dashes[0] : start]):
            return dashes[0]
        return low

    def _sentence_before(self, start: int) -> tuple[Words, ...] | None:
        """A quotation that is the sentence before, as '"Why now?" Smith asked'."""
        page = self.page
        number = page.sentence_of(start)
        if number == 0:
            return None
        end = page.sentences[number - 1][1]
        n = page.quote[end - 1]
        if end != start or n < 0 or not any(sign in page.gap[start] for sign in "?!.,…"):
            return None
        q = page.quotes[n]
        if q.last != end or page.paragraph_of(start)[0] >= end or self.begin(q.first) != q.first:
            return None
        return ((q.first, end),)

    def stopped(self, end: int, clause: int) -> bool:
        """Whether a full stop or colon stands between a quotation and the clause behind it."""
        between = self.page.text[self.page.ends[end - 1] : self.page.starts[clause]]
        return "." in between or ":" in between

    def is_setting(self, low: int, end: int) -> bool:
        """Whether the words before a reporting clause only say when, where or on what occasion."""
        page, s = self.page, self.s
        first = page.low[low]
        if first in _OPENERS:
            return not any("," in mark for mark in page.gap[low + 1 : end])
        bare = not any(w in s.finite for w in page.low[low:end])
        if first in s.preposition or first in s.time or first.endswith(("ing", "ed")):
            return bare and not page.low[low + 1].isdigit()
        return False

    def begin(self, first: int) -> int:
        """The first word of a content whose last quotation begins at `first`: its sentence's, if sooner."""
        page = self.page
        low = page.sentences[page.sentence_of(first)][0]
        while low < first:
            n = page.quote[low]
            if n < 0 or page.quotes[n].first >= low:
                break
            low = page.quotes[n].first
            sentence = page.sentences[page.sentence_of(low)][0]
            if sentence >= low:
                break
            low = sentence
        return low + 1 if low < first and page.low[low] in _LEADING else low

    def after(self, end: int) -> tuple[Words, ...]:
        """Quotations in sentences of their own that follow in the paragraph and have no speaker of their own."""
        page = self.page
        out: list[Words] = []
        if end >= page.size:
            return ()
        at, limit = end, page.paragraph_of(end - 1)[1]
        while at < limit and len(out) < 12 and self.opens(at):
            stop = min(page.quotes[page.quote[at]].last, limit)
            if stop < limit:
                tail = page.gap[stop] or "."
                if not any(sign in tail for sign in ".?!…"):
                    break
                if not page.words[stop][:1].isupper() and page.quote[stop] < 0:
                    break
                if self._own_speaker(stop):
                    break
            out.append((at, stop))
            at = stop
        return tuple(out)

    def _own_speaker(self, word: int) -> bool:
        """Whether a clause such as 'Smith asked.' follows a quotation that ends with ? or ! before this word."""
        page = self.page
        if not any(sign in page.gap[word] for sign in "?!"):
            return False
        low, high = page.sentences[page.sentence_of(word)]
        for j in range(low, min(low + 6, high)):
            if page.quote[j] >= 0:
                return False
            if any(c.frames & _SAID for c in self.cues.get(page.low[j], ())):
                return True
        return False

    def below(self, end: int) -> tuple[Words, ...]:
        """The quotations of the next paragraphs, where a clause ends with a colon: 'She said:'."""
        page = self.page
        if end >= page.size or ":" not in page.text[page.ends[end - 1] : page.starts[end]]:
            return ()
        out: list[Words] = []
        k = page.source.paragraph_at(page.starts[end])
        for start, stop in page.source.paragraphs[k : k + 4]:
            if end >= page.size or not self.opens(end) or page.quotes[page.quote[end]].start != start:
                break
            q = page.quotes[page.quote[end]]
            out.append((q.first, q.last))
            if q.closed and (q.end < stop or page.text[q.end : stop].strip()):
                break
            end = q.last
        return tuple(out)
