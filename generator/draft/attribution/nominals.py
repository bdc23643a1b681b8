"""Nouns and adjectives that report: Smith's claim that ..., the allegation that ..., she is confident that ..."""

from generator.draft.attribution.contents import Contents
from generator.draft.attribution.finds import Find, Words
from generator.draft.attribution.lexicon import Word, words
from generator.draft.attribution.page import Page
from generator.draft.attribution.subjects import Subjects

_POSSESSIVE = words("possessive")
_BE = words("be-like")
_LIGHT = words("light-verb")
_FOLLOWS = ("that", "to", "about", "of", "for")


class Nominals:
    """The finds of reporting nouns and adjectives on one page."""

    def __init__(self, page: Page, subjects: Subjects, contents: Contents) -> None:
        self.page, self.s, self.c = page, subjects, contents

    def noun(self, i: int, word: Word) -> Find | None:
        """The attribution made by the noun at word i."""
        s, c = self.s, self.c
        low, gap = self.page.low, self.page.gap
        first, high = self._bounds(i)
        if i + 2 >= high or i < first or gap[i + 1]:
            return None
        k = i + 1
        by: Words | None = None
        if low[k] in ("by", "from", "among") and not gap[i + 2]:
            k = i + 3
            while k < high and not gap[k] and low[k] not in _FOLLOWS and low[k] not in s.finite:
                k += 1
            by = (i + 2, k)
            if k >= high or gap[k]:
                return None
        follows = low[k]
        if follows not in word.follows or k + 1 >= high:
            return None
        source = by or self._owner(i, first)
        cue = ((i, i + 1),)
        if follows != "that":
            if source is None:
                return None
            begin, rule = (k, "noun-to") if follows == "to" else (k + 1, "noun-of")
            return Find(source, cue, ((begin, c.phrase_end(k + 1, high)),), word.cue_class, rule, verb=word.lemma)
        if low[k + 1] in s.finite:
            # that = which
            return None
        rule = "noun-that"
        if source is None:
            source = self._holder(i, first)
            rule = "noun-that-held" if source else "noun-that-alone"
        opens = not any(w in s.finite for w in low[first:i])
        end = c.subject_clause_end(k, high) if opens else c.clause_end(k, high)
        return Find(source, cue, ((k, end),), word.cue_class, rule, verb=word.lemma)

    def _bounds(self, i: int) -> Words:
        """The words of the sentence, or of the part of it in the same quotation."""
        page = self.page
        low, high = page.sentences[page.sentence_of(i)]
        low, high = max(low, i - 160), min(high, i + 160)
        n = page.quote[i]
        if n >= 0:
            q = page.quotes[n]
            low, high = max(low, q.first), min(high, q.last)
        return low, high

    def _owner(self, i: int, first: int) -> Words | None:
        """The possessor before a noun: his claim, the company's claim."""
        page, s = self.page, self.s
        low, gap = page.low, page.gap
        for j in range(i, max(first, i - 4), -1):
            w = low[j - 1]
            if gap[j] and (j < i or not w.endswith("s")):
                return None
            if w in _POSSESSIVE:
                return (j - 1, j)
            if w.endswith("'s") or (w.endswith("s") and gap[j] in ("'", "’")):
                return (self._phrase_start(j - 1, first), j)
            if w in s.determiner or w in s.preposition or w in s.finite or w in s.stops:
                return None
        return None

    def _phrase_start(self, k: int, first: int) -> int:
        """The first word of the noun phrase that ends with word k."""
        page, s = self.page, self.s
        low, gap = page.low, page.gap
        named = page.words[k][:1].isupper()
        a = k
        while a > first and not gap[a] and low[a] not in s.determiner:
            w = low[a - 1]
            if w in s.preposition or w in s.finite or w in s.stops or w in s.beginner:
                break
            if named and not page.words[a - 1][:1].isupper() and w not in s.determiner:
                break
            a -= 1
        return a

    def _holder(self, i: int, first: int) -> Words | None:
        """The subject of a light verb before the noun: she expressed concern that, they have evidence that."""
        page, s = self.page, self.s
        low = page.low
        for j in range(i - 1, max(first, i - 5), -1):
            if page.gap[j + 1]:
                return None
            if low[j] in _LIGHT:
                group = s.group(j, first)
                found = s.before(group, first) if group > first else None
                return (found.first, found.last) if found else None
            if low[j] in s.preposition or low[j].endswith("ed"):
                return None
        return None

    def adjective(self, i: int, word: Word) -> Find | None:
        """The attribution made by the adjective at word i, behind a form of be."""
        page, s, c = self.page, self.s, self.c
        low = page.low
        first, high = self._bounds(i)
        if i + 2 >= high or i <= first or page.gap[i + 1]:
            return None
        j = s.group(i, first)
        if j > first and low[j - 1] in _BE:
            j = s.group(j - 1, first)
        if not any(w in _BE or w.endswith(("'s", "'re", "'m")) for w in low[j:i]):
            return None
        subject = s.before(j, first) if j > first else None
        if subject is None or low[subject.first] in ("it", "there", "this", "that", "what"):
            return None
        follows = low[i + 1]
        begin, rule = i + 1, ""
        if follows in word.follows:
            rule = "adjective-" + (follows if follows in ("that", "to") else "of")
            begin += rule == "adjective-of"
        elif "wh" in word.follows and follows in s.wh:
            rule = "adjective-that"
        elif "clause" in word.follows and (follows in s.subject_pronoun or follows in s.determiner):
            rule = "adjective-clause"
        if not rule:
            return None
        clause = rule in ("adjective-that", "adjective-clause")
        end = c.clause_end(begin, high) if clause else c.phrase_end(begin, high)
        source = (subject.first, subject.last)
        return Find(
            source, ((i, i + 1),), ((begin, end),), word.cue_class, rule, apart=subject.apart, verb=word.lemma
        )
