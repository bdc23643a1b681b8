"""What a reporting verb has for its content: speech before it, a clause, an infinitive, a noun phrase."""

from generator.draft.attribution.contents import Contents
from generator.draft.attribution.finds import Clause, Find, Words
from generator.draft.attribution.lexicon import words
from generator.draft.attribution.page import Page
from generator.draft.attribution.speech import Speech
from generator.draft.attribution.subjects import Subjects

_SPEECH = frozenset(("say", "quote", "told"))
_CLAUSE = frozenset(("say", "clause"))
_THAT = frozenset(("say", "clause", "that", "told", "quote"))
_SOFT = frozenset(("'", "’", "$", "‘", "#", "@", "“", '"', "''", "£", "€", "«"))
_CLAUSE_PREPOSITIONS = words("clause-opening")
_CALL_STOP = words("not-called")
_OBJECT_STOP = words("not-object")
_INNER = words("dependent")
_AS = words("needs-as")
_TAILS = words("tail")
_NOTHING = words("no-content")


class Complements:
    """Reads the complements of reporting clauses on one page."""

    def __init__(self, page: Page, subjects: Subjects, contents: Contents, speech: Speech) -> None:
        self.page, self.s, self.c, self.speech = page, subjects, contents, speech

    def find(self, clause: Clause) -> Find | None:
        """The attribution of a clause, or None where nothing is reported."""
        page, frames = self.page, clause.cue.frames
        gap, high = page.gap, clause.high
        k, recipient = clause.last, None
        if "told" in frames and k < high and not gap[k]:
            k = self.c.recipient(k, high)
            recipient = (clause.last, k) if k > clause.last else None
        at, marked = k, False
        speaking = bool(frames & _SPEECH)
        if frames & _THAT:
            at, marked = self.c.skip_setting(k, high, "to" in frames)
        left = None
        if clause.own and (speaking or "clause" in frames):
            left = self.speech.before(clause.first, clause.low)
            if left is not None and page.quote[left[0][0]] < 0 and self.speech.is_setting(*left[0]):
                broken = at < high and not marked and "," in gap[at] and not self._tail(at)
                if not broken or not self.c.is_clause(at, high):
                    left = None
        below = self.speech.below(high) if speaking and at >= high else ()
        if below:
            return clause.find(below, "said-below", recipient)
        if left is not None:
            found = self._behind(clause, left, at, marked, recipient)
            if found is not None:
                return found
        if at >= high:
            return None
        if not marked and speaking and "," in gap[at] and self.speech.opens(at):
            marked = True
        if marked:
            return self._marked(clause, at, recipient)
        if clause.own and left is None and gap[at] == "," and frames & _CLAUSE and not self._tail(at):
            if self._opened_by_as(clause):
                return clause.find(((at, self.c.clause_end(at, high)),), "as-said", recipient)
            return None
        if gap[at] and gap[at] not in _SOFT:
            return None
        return self._bare(clause, at, recipient)

    # -- the content stands before the clause ------------------------------------------------------------------
    def _behind(
        self, clause: Clause, left: tuple[Words, ...], at: int, marked: bool, recipient: Words | None
    ) -> Find | None:
        page, c, speech = self.page, self.c, self.speech
        gap, high = page.gap, clause.high
        quoted = page.quote[left[-1][1] - 1] >= 0
        speaking = bool(clause.cue.frames & _SPEECH)
        if speaking and not marked:
            # a sentence that ends with an abbreviation, before a further quotation
            for j in range(at, high):
                if gap[j][:1] == "." and speech.opens(j):
                    high = j
                    break
        kind = "quote" if quoted and page.quote[left[0][0]] >= 0 else "clause"
        if at >= high:
            return clause.find(left + speech.after(high), kind + "-then-said", recipient)
        mark = gap[at]
        relative = page.low[at] == "that" and not mark and not marked
        over = not marked and ((mark != "" and mark not in _SOFT) or relative)
        if not speaking and not over:
            return None
        if marked and speech.opens(at) and not any(sign in mark for sign in ",.:—–-"):
            # said on the programme "Tarn Today"
            return clause.find(left + speech.after(high), kind + "-then-said-tail", recipient)
        if marked and speech.opens(at):
            end = c.clause_end(at, high)
            rest = ((at, end), *speech.after(end))
            # "A," she said, "B." But: Asked about the plan, she said, "B."
            return clause.find(left + rest if speech.opens(left[0][0]) else rest, "quote-said-quote", recipient)
        if relative:
            return clause.find(left + speech.after(high), kind + "-then-said-tail", recipient)
        if over and "," in mark:
            if not self._tail(at) and (not quoted or speech.opens(at)):
                end = c.clause_end(at, high)
                return clause.find((*left, (at, end), *speech.after(end)), "clause-said-clause", recipient)
            return clause.find(left + speech.after(high), kind + "-then-said-tail", recipient)
        if quoted and not marked and not speech.stopped(left[-1][1], clause.first):
            return clause.find(left + speech.after(high), "quote-then-said-more", recipient)
        loose = not quoted and not marked and not over and high - at < 16
        if loose and (page.low[at] in self.s.preposition or at > clause.last) and not self.c.is_clause(at, high):
            return clause.find(left, "clause-then-told" if recipient else "clause-then-said-more", recipient)
        return None

    def _tail(self, k: int) -> bool:
        """Whether what follows 'she said,' only adds to the reporting: adding that, in a reference to, who ..."""
        words = self.page.low
        w = words[k]
        return w.endswith("ing") or w in self.s.relative or w in _TAILS or words[k : k + 2] == ["and", "added"]

    # -- the content follows, with a mark ----------------------------------------------------------------------
    def _marked(self, clause: Clause, at: int, recipient: Words | None) -> Find | None:
        page, c, frames = self.page, self.c, clause.cue.frames
        gap, high = page.gap, clause.high
        if self.speech.opens(at):
            if not (frames & _THAT or "call" in frames):
                return clause.find(((at, c.phrase_end(at, high)),), "object") if "object" in frames else None
            end = c.clause_end(at, high)
            q = page.quotes[page.quote[at]]
            apart = "," in gap[at] or ":" in gap[at]
            if q.last < end and apart and gap[q.last].startswith((",", "!", "?")):
                end = q.last
            if q.last < end and q.last - at > 2 and page.low[q.last] in _CIRCUMSTANCE:
                # 'chanted "no bridge, no peace" after the vote': when it was said is no part of it.
                end = q.last
            rule = "said-quote" if q.last >= end else "said-partial"
            return clause.find(((at, end), *self.speech.after(end)), rule, recipient)
        if page.low[at] == "that":
            return clause.find(self._clause(clause, at), "said-that", recipient) if frames & _THAT else None
        if frames & _SPEECH:
            return clause.find(((at, c.clause_end(at, high)),), "said-colon", recipient)
        return None

    # -- the content follows, without a mark -------------------------------------------------------------------
    def _bare(self, clause: Clause, at: int, recipient: Words | None) -> Find | None:
        page, s, c, cue = self.page, self.s, self.c, clause.cue
        words, gap, high, frames = page.low, page.gap, clause.high, cue.frames
        w = words[at]
        if (w in s.finite and w not in c.cues) or (w in _NOTHING and (at + 1 >= high or gap[at + 1])):
            return None
        if cue.verb == "ask" and w in ("to", "not") and "be" in words[at : at + 3]:
            # who asked not to be named
            return None
        if "to" in frames and w == "to" and not gap[at]:
            return clause.find(((at, c.phrase_end(at, high)),), "to-do", recipient)
        if w in s.wh and (frames & {"wh", "told"} or ("say" in frames and w in ("whether", "how", "why", "what"))):
            return clause.find(((at, c.clause_end(at, high)),), "said-whether", recipient)
        if recipient is not None:
            if w in ("of", "about", "to"):
                return clause.find(((at, c.phrase_end(at, high)),), "told-of", recipient)
            if self.c.is_clause(at, high) and w not in s.preposition:
                return clause.find(((at, c.clause_end(at, high)),), "told-clause", recipient)
            return None
        follows = words[clause.last]
        if follows in cue.prepositions and not gap[clause.last] and clause.last + 1 < high:
            start = clause.last + 1
            return clause.find(((start, c.phrase_end(start, high)),), "verb-" + follows)
        if frames & _CLAUSE and ("object" not in frames or self.c.is_clause(at, high)):
            if (w in s.preposition and w not in _CLAUSE_PREPOSITIONS) or (
                cue.verb != "say" and not self.c.is_clause(at, high)
            ):
                return None
            return clause.find(self._clause(clause, at), "said-clause")
        if cue.verb == "ask" and w not in s.preposition:
            asked = self._asked_about(at, high)
            if asked is not None:
                return clause.find(((asked, c.clause_end(asked, high)),), "asked-whether", (at, asked))
        if "urge" in frames and w not in s.preposition:
            to = self._to_after(at, high)
            if to is not None:
                return clause.find(((to, c.phrase_end(to, high)),), "urged-to", (at, to))
        if "call" in frames and w not in _CALL_STOP and (cue.verb not in _AS or self._has_as(at, high)):
            return clause.find(((at, c.phrase_end(at, high)),), "called")
        if "object" in frames and w not in _OBJECT_STOP and w not in s.preposition and not w.endswith("ly"):
            return clause.find(((at, c.phrase_end(at, high)),), "object")
        return None

    def _clause(self, clause: Clause, at: int) -> tuple[Words, ...]:
        """A reported clause, with the quotations in sentences of their own that go on behind it."""
        end = self.c.clause_end(at, clause.high, self._inner(clause))
        if end < clause.high or not clause.cue.frames & _SPEECH:
            return ((at, end),)
        return ((at, end), *self.speech.after(end))

    def _inner(self, clause: Clause) -> bool:
        """Whether the reporting clause is itself opened by while, although, if or the like."""
        low, first = clause.low, clause.first
        return clause.own and first > low and self.page.low[first - 1] in _INNER and first - low <= 2

    def _opened_by_as(self, clause: Clause) -> bool:
        """Whether the clause is 'As she said, ...'."""
        first = clause.first
        return first == clause.low and self.page.low[first] == "as"

    def _asked_about(self, k: int, high: int) -> int | None:
        """Where the question begins behind the person asked."""
        low = self.page.low
        for j in range(k + 1, min(high, k + 12)):
            if low[j] in ("whether", "if", "why", "how", "what", "about"):
                return j
            if low[j] == "to" or (self.page.gap[j] and self.page.gap[j] not in ("'", "’")):
                return None
        return None

    def _has_as(self, k: int, high: int) -> bool:
        return "as" in self.page.low[k : min(high, k + 12)]

    def _to_after(self, k: int, high: int) -> int | None:
        """Where the infinitive begins behind the person urged."""
        page = self.page
        words = page.low
        for j in range(k + 1, min(high, k + 10)):
            if page.gap[j] and page.gap[j] not in ("'", "’"):
                return None
            if words[j] == "to" or (words[j] == "not" and j + 1 < high and words[j + 1] == "to"):
                return j
            if words[j] in self.s.finite:
                return None
        return None


_CIRCUMSTANCE = frozenset({"after", "when", "while", "during", "before", "until", "amid"})
