"""The main clause of a sentence, on which participles, infinitives and further verbs hang."""

from generator.draft.attribution.lexicon import cues
from generator.draft.attribution.page import Page
from generator.draft.attribution.phrases import Subject
from generator.draft.attribution.subjects import Subjects


class MainClauses:
    """Finds the subjects of main clauses on one page."""

    def __init__(self, page: Page, subjects: Subjects) -> None:
        self.page, self.s = page, subjects
        self.cues = cues()

    def subject(self, i: int, low: int) -> Subject | None:
        """The subject of the main clause before word i, on which a further verb hangs; else the nearest."""
        page, s = self.page, self.s
        words = page.low
        nearest = None
        tried = 0
        for j in range(i - 1, low, -1):
            if page.quote[j] != page.quote[i] or not (words[j] in s.finite or self._regular_past(j)):
                continue
            group = s.group(j, low)
            found = s.before(group, low) if group > low else None
            if found is None:
                continue
            nearest = nearest or found
            before = min(found.clause, found.first) - 1
            if before < low:
                return found
            w = words[before]
            if w not in s.subordinator and w not in s.relative and w not in s.finite and w not in self.cues:
                return found
            tried += 1
            if tried > 5:
                break
        return nearest or self._opening_name(low, i)

    def _opening_name(self, low: int, high: int) -> Subject | None:
        """The name or pronoun that opens a sentence whose verb is not known: 'Sunco accepts it but says'."""
        page = self.page
        k = low
        if page.low[low] in ("i", "he", "she", "they", "we"):
            return Subject(low, low + 1, low, True)
        while k < high and page.words[k][:1].isupper() and not (k > low and page.gap[k]):
            k += 1
        first = page.low[low]
        s = self.s
        if k == low or k >= high or page.gap[k]:
            return None
        if any(first in group for group in (s.determiner, s.preposition, s.subordinator, s.time, s.beginner)):
            return None
        return Subject(low, k, low, True)

    def _regular_past(self, j: int) -> bool:
        """Whether word j is a past form by its ending, with a noun or pronoun before it."""
        w = self.page.low[j]
        if not w.endswith("ed") or len(w) < 5 or self.page.words[j] != w:
            return False
        before = self.page.low[j - 1]
        if before in self.s.determiner or before in self.s.preposition:
            return False
        return before not in ("and", "or", "more", "most")
