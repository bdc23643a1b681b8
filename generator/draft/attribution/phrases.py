"""Noun phrases: from the last word of one to its first."""

from dataclasses import dataclass

from generator.draft.attribution.lexicon import finite, grammar, words
from generator.draft.attribution.page import Page

_AFTER_PARTICIPLE = words("behind-participle")
_BEFORE_TIME = frozenset(("on", "in", "at", "over", "during", "the"))
_CLOSED = (")", ".)", ").", "),", ".),")
_INSIDE = frozenset(("'", "’", "$", "#", "@", "£", "/", "‘"))


@dataclass(frozen=True, slots=True)
class Subject:
    """Word range of the noun phrase, and where the clause that it opens begins (an apposition may stand between).

    `apart` is true where words stand between the phrase and its verb, `relative` for who, which and that.
    """

    first: int
    last: int
    clause: int
    apart: bool = False
    relative: bool = False


class Phrases:
    """Finds noun phrases on one page. The word classes are looked up once."""

    def __init__(self, page: Page) -> None:
        self.page = page
        g = grammar()
        self.aux, self.parenthesis, self.beginner = g["aux"], g["parenthesis"], g["beginner"]
        self.determiner, self.pronoun, self.subject_pronoun = g["determiner"], g["pronoun"], g["subject-pronoun"]
        self.relative, self.subordinator, self.wh = g["relative"], g["subordinator"], g["wh"]
        self.preposition, self.np_preposition = g["preposition"], g["np-preposition"]
        self.time, self.time_lead, self.setting = g["time"], g["time-lead"], g["setting"]
        self.noun_like, self.conjunction, self.occasion = g["noun-like"], g["conjunction"], g["occasion"]
        self.headless, self.office = g["headless"], g["office"]
        self.stops = (self.subordinator | self.conjunction) - {"as"}
        self.verb_adverb = g["adverb"] | g["negation"]
        self.finite = finite()

    def is_adverb(self, word: int) -> bool:
        """Whether a word ends like an adverb and is no name."""
        w = self.page.words[word]
        return w.endswith("ly") and len(w) > 4 and w[:1].islower()

    def is_name(self, word: int, low: int) -> bool:
        """Whether a word such as May or Will stands for a person within a sentence."""
        return self.page.low[word] in ("may", "will") and word > low and self.page.words[word][0].isupper()

    def is_verb(self, word: int, low: int) -> bool:
        """Whether a word is likely the verb of a clause."""
        return self.page.low[word] in self.finite and not self.is_name(word, low)

    def back_to(self, end: int, low: int, mark: str) -> int | None:
        """The word before `end` that a mark stands before, within 25 words."""
        gap = self.page.gap
        for i in range(end - 1, max(low, end - 25), -1):
            if mark in gap[i]:
                return i
        return None

    def phrase(self, end: int, low: int, apart: bool = False) -> Subject | None:
        """The noun phrase that ends before word `end` and begins at `low` or behind it."""
        page = self.page
        words, gap = page.low, page.gap
        before_time = self._before_time(end, low)
        if before_time < end:
            end, apart = before_time, True
        last = words[end - 1]
        if self.is_verb(end - 1, low) and last not in self.noun_like and end - 1 > low:
            return self._before_relative(end, low)
        i = end
        jumped = -1
        while i > low:
            w = words[i - 1]
            if i < end and gap[i] and i != jumped:
                if gap[i] in _CLOSED:
                    opened = self.back_to(i, low, "(")
                    if opened is None or not gap[opened].startswith("("):
                        i = i if opened is None else opened
                        break
                    i = jumped = opened
                    continue
                if gap[i] not in _INSIDE and not (gap[i] == "," and self._listed(i, end)):
                    break
            if w in self.relative and i < end:
                verbal = self._verbal(words[i])
                if verbal and i > low and gap[i - 1] == "" and i - 1 > low:
                    i -= 1
                    continue
                opens = w != "that" or i - 1 == low or gap[i - 1] != ""
                if w in ("that", "this", "those", "these") and opens and not verbal and not self._clausal(i):
                    i -= 1
                    continue
                break
            if w in self.stops:
                if w in ("and", "or") and i < end and self._joins(i - 1, low, end):
                    i -= 1
                    continue
                break
            verb = i < end and self.is_verb(i - 1, low)
            if verb and not self._in_relative(i - 1, low) and not self._reduced(i - 1, end, low):
                break
            if w == "as" and i < end:
                break
            i -= 1
        return self._trim(i, end, low, apart)

    def _before_time(self, end: int, low: int) -> int:
        """The end of a phrase without a time behind it: 'the president on Sunday', 'Roe last week'."""
        words, gap = self.page.low, self.page.gap
        k = end
        if words[k - 1] not in self.time or gap[k - 1]:
            return end
        k -= 1
        while k > low and not gap[k] and (words[k - 1] in _BEFORE_TIME or words[k - 1] in self.time_lead):
            k -= 1
        found = k < end - 1 or words[end - 1] in ("yesterday", "today", "later", "earlier", "recently")
        if not found or k <= low:
            return end
        if gap[k] in _CLOSED:
            opened = self.back_to(k, low, "(")
            return opened if opened is not None and opened > low else end
        return end if gap[k] else k

    def _before_relative(self, end: int, low: int) -> Subject | None:
        """The noun before a relative clause that ends with a verb: 'the man who asked not to be named'."""
        page = self.page
        for j in range(end - 1, max(low, end - 14), -1):
            if j < end - 1 and page.gap[j + 1]:
                return None
            if page.low[j] in ("who", "which", "that"):
                return None if page.gap[j] else self.phrase(j, low, True)
        return None

    def _clausal(self, i: int) -> bool:
        """Whether the words from i on are a clause of their own behind 'that': 'that Smith said'."""
        w = self.page.low[i]
        return self.page.words[i][:1].isupper() or w in self.subject_pronoun or w in self.determiner

    def _verbal(self, word: str) -> bool:
        if word in self.finite or word in self.verb_adverb:
            return True
        return len(word) > 4 and (
            word.endswith("ed") or (word.endswith("s") and not word.endswith(("'s", "ss", "us")))
        )

    def _in_relative(self, i: int, low: int) -> bool:
        """Whether the verb at i stands in a relative clause that began a few words before it."""
        page = self.page
        for j in range(i - 1, max(low, i - 4) - 1, -1):
            if page.gap[j + 1]:
                return False
            w = page.low[j]
            if w in ("who", "which", "that"):
                return j > low and not page.gap[j]
            if w not in self.aux and w not in self.verb_adverb and not w.endswith("ly"):
                return False
        return False

    def _reduced(self, i: int, end: int, low: int) -> bool:
        """Whether the participle at i belongs to the noun before it: 'a person briefed on the talks'."""
        words = self.page.low
        follows = i > low and i + 1 < end and words[i + 1] in _AFTER_PARTICIPLE
        return follows and words[i].endswith("ed") and not self.page.gap[i]

    def _listed(self, i: int, end: int) -> bool:
        """Whether the comma before word i parts members of a list that ends with 'and' before `end`."""
        words = self.page.low
        return any(words[j] in ("and", "or", "&") for j in range(i, min(i + 7, end)))

    def _joins(self, i: int, low: int, end: int) -> bool:
        """Whether the 'and' at i joins two noun phrases rather than two clauses."""
        page = self.page
        if page.gap[i] and page.gap[i] != ",":
            return False
        for j in range(i - 1, low - 1, -1):
            if self.is_verb(j, low) or page.low[j] in self.subordinator:
                return False
            if page.low[j] in self.subject_pronoun and j + 1 < i:
                return False
            if page.gap[i] and page.words[j].islower() and page.low[j].endswith("ed"):
                return False
            if j > low and page.gap[j] and page.gap[j] not in (",", "'", "’"):
                break
        first = page.low[i + 1] if i + 1 < end else ""
        return first not in self.subject_pronoun and not (page.gap[i] == "," and i - low > 6)

    def _trim(self, first: int, last: int, low: int, apart: bool) -> Subject | None:
        """Leading adverbs, conjunctions and settings ('On Tuesday', 'In an email') taken off."""
        words = self.page.low
        clause = first
        while first < last and (
            (words[first] in self.beginner and words[first] not in self.pronoun)
            or (first + 1 < last and (self.is_adverb(first) or (first == low and words[first].endswith("ly"))))
        ):
            first += 1
        if first >= last:
            return None
        w = words[first]
        later = w in ("last", "next", "earlier") and first + 1 < last and words[first + 1] in self.time
        least = w == "at" and first + 1 < last and words[first + 1] in ("least", "most")
        if not least and (w in self.preposition or w in self.time or later):
            behind = self._behind_setting(first, last)
            if behind is None:
                return None
            first = behind
        head = words[last - 1]
        if head == "as" or head in self.headless or (head.endswith("'s") and head[:-2] not in self.pronoun):
            return None
        return Subject(first, last, clause, apart)

    def _behind_setting(self, first: int, last: int) -> int | None:
        """Where the subject begins behind a prepositional phrase without a comma; None where there is none."""
        page = self.page
        words = page.low
        k = last - 1
        if words[k] in self.subject_pronoun:
            return k
        if page.words[k][:1].isupper():
            while (
                k > first and page.words[k - 1][:1].isupper() and words[k - 1] not in self.time | self.preposition
            ):
                k -= 1
            if k > first and words[k - 1] in self.determiner:
                k -= 1
        else:
            edges = self.determiner | self.preposition | self.time
            while k > first and words[k] not in edges:
                k -= 1
            if words[k] in self.preposition or words[k] in self.time:
                k += 1
        if k - 1 <= first < k and words[first] in self.preposition:
            return None
        return k if first < k < last else None
