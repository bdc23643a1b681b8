"""What may stand between a reporting verb and its content: time, place, manner, and the person told."""

from generator.draft.attribution.lexicon import cues, words
from generator.draft.attribution.page import Page
from generator.draft.attribution.subjects import Subjects

_BEHIND_RECIPIENT = words("behind-recipient")
_PERSONS = words("object-pronoun")
_PLACES = ("in", "at", "from", "on")
_LY_NOUNS = ("only", "nearly", "family", "early", "roughly", "exactly")
_MANNER = ("again", "also", "simply", "twice", "aloud")


class Settings:
    """Steps over what stands between verb and content on one page."""

    def __init__(self, page: Page, subjects: Subjects) -> None:
        self.page, self.s = page, subjects
        self.cues = cues()

    def opens_quote(self, word: int) -> bool:
        """Whether a quotation begins with this word."""
        n = self.page.quote[word]
        return n >= 0 and self.page.quotes[n].first == word

    def skip_setting(self, k: int, high: int, bare_to: bool) -> tuple[int, bool]:
        """Steps over time, place and manner behind a reporting verb.

        Returns the word at which the content may begin and whether a mark of content (that, a colon, a
        quotation) stands there. `bare_to` is true for verbs with an infinitive as content.
        """
        page, s = self.page, self.s
        low, gap = page.low, page.gap
        begin = k
        while k < high:
            w, mark = low[k], gap[k]
            if k > begin and self.opens_quote(k) and self._is_title(k):
                k = min(page.quotes[page.quote[k]].last, high)
                continue
            if self.opens_quote(k) or ":" in mark:
                return k, True
            if mark == ",":
                behind = self._behind_parenthesis(k, high)
                return (k, False) if behind is None else (behind, True)
            if mark in ("—", "–", "-", "--", ";", "("):
                return k, False
            follows = low[k + 1] if k + 1 < high else ""
            if w == "that" and follows and (follows not in s.finite or self.opens_quote(k + 1)):
                return k, True
            if w in s.time and follows not in s.finite:
                k += 1
                while k < high and not gap[k] and (low[k].isdigit() or low[k] in s.time or low[k] == "ago"):
                    k += 1
            elif w in s.time_lead and follows in s.time:
                k += 2
            elif w in s.setting or (w == "to" and not bare_to):
                end = self._setting_end(k, high)
                if end is None:
                    return k, False
                k = end
            elif (
                (s.is_adverb(k) and w not in _LY_NOUNS)
                or w in _MANNER
                or (w in s.parenthesis and follows == "that")
            ):
                k += 1
            else:
                return k, False
        return k, False

    def _is_title(self, k: int) -> bool:
        """Whether the quotation at k is the name of something: 'said on TV Nine's "Tarn Today"'."""
        before = self.page.low[k - 1]
        if "," in self.page.gap[k] or ":" in self.page.gap[k]:
            return False
        return before in self.s.preposition or before in self.s.determiner or before.endswith("'s")

    def _behind_parenthesis(self, k: int, high: int) -> int | None:
        """The mark of content behind a few words between commas: 'believes, for example, that ...'."""
        page = self.page
        if page.low[k] in ("and", "but") or (page.low[k].endswith("ing") and page.low[k] in self.cues):
            return None
        for j in range(k + 1, min(high, k + 14)):
            if "," in page.gap[j]:
                return j if page.low[j] == "that" or self.opens_quote(j) else None
        return None

    def _setting_end(self, k: int, high: int) -> int | None:
        """Behind the prepositional phrase that begins at k: at that, a quotation, or the subject of a clause."""
        page, s = self.page, self.s
        low, gap, upper = page.low, page.gap, page.words
        limit = min(high, k + 28)
        sure = self._mark_ahead(k, limit, high)
        if sure is not None:
            return sure
        nouns = 0
        for j in range(k + 1, limit):
            w, before = low[j], low[j - 1]
            if (gap[j] and gap[j] not in ("'", "’", "$")) or w in s.subject_pronoun or w == "that":
                return j
            if nouns:
                if w in s.determiner:
                    return j
                if (
                    upper[j][:1].isupper()
                    and upper[j - 1].islower()
                    and before not in s.preposition
                    and w not in s.time
                ):
                    return j
                if w in s.finite:
                    return None
            if w in s.preposition:
                nouns = 0
            elif w not in s.determiner and not w.endswith("ly"):
                nouns += 1
        return limit if limit >= high else None

    def _mark_ahead(self, k: int, limit: int, high: int) -> int | None:
        """A colon, a quotation or a 'that' further on, before any clause."""
        page, s = self.page, self.s
        low, gap = page.low, page.gap
        verbs = 0
        for j in range(k + 1, limit):
            mark = gap[j]
            if ":" in mark or (j > k + 1 and "," in mark and self.opens_quote(j)):
                return j
            plain = low[j] == "that" and not mark and verbs == 0 and j > k + 1
            if plain and j + 1 < high and low[j + 1] not in s.finite:
                return j
            if low[j] in s.aux or (low[j] in s.subject_pronoun and low[j] != "it"):
                verbs += 1
            if mark and mark not in ("'", "’", "$", "(", ")"):
                return None
        return None

    def recipient(self, k: int, high: int) -> int:
        """Behind the person told, whose noun phrase begins at k; k itself where nobody is named."""
        page, s = self.page, self.s
        low, gap = page.low, page.gap
        if k >= high:
            return k
        if low[k] in _PERSONS and low[k] != "her":
            return k + 1
        if low[k] == "that" or (low[k] in s.wh and low[k] != "who") or self.opens_quote(k):
            return k
        j, nouns = k, 0
        while j < high:
            w = low[j]
            if j > k and self.opens_quote(j) and self._is_title(j):
                j = page.quotes[page.quote[j]].last
                continue
            if (j > k and gap[j] and gap[j] not in ("'", "’", "&", '"', "”", "''")) or self.opens_quote(j):
                return j
            if nouns:
                if (
                    w == "that"
                    or w in s.subject_pronoun
                    or w in s.time
                    or w in s.finite
                    or (w in s.wh and w != "who")
                ):
                    return j
                if w in _BEHIND_RECIPIENT:
                    if w not in _PLACES or j + 1 >= high or self._is_setting(j, high):
                        return j
                    j += 2 if low[j + 1] not in s.determiner else 3
                    continue
                if self._begins_clause(j):
                    return j
            if w not in s.determiner:
                nouns += 1
            j += 1
        return min(j, high)

    def _begins_clause(self, j: int) -> bool:
        """Whether a further noun phrase begins at j: 'told reporters Smith was', 'told them the plan was'."""
        page, s = self.page, self.s
        before = page.low[j - 1]
        if before in s.preposition or before in ("and", "or"):
            return False
        if page.low[j] in s.determiner:
            return True
        named = page.words[j][:1].isupper() and page.words[j - 1].islower() and before not in s.determiner
        return named and before.endswith("s") and not before.endswith("'s")

    def _is_setting(self, k: int, high: int) -> bool:
        """Whether the phrase from the preposition at k says when or on what occasion."""
        s = self.s
        return any(w in s.occasion or w in s.time or w.isdigit() for w in self.page.low[k + 1 : min(k + 6, high)])
