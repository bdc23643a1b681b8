"""Who does the reporting: the noun phrase before a verb, or behind it in an inverted clause."""

from generator.draft.attribution.lexicon import words
from generator.draft.attribution.phrases import Phrases, Subject

_ADDITIONS = words("addition")
_TITLE_WORDS = frozenset(("of", "the", "and"))
_ARTICLES = words("article")
_OBJECTS = words("object-word")


class Subjects(Phrases):
    """Finds the subjects of verbs on one page."""

    def group(self, word: int, low: int) -> int:
        """The first word of the verb group that ends with a verb: auxiliaries and adverbs before it."""
        page = self.page
        words, gap = page.low, page.gap
        i = word
        while i > low and not gap[i]:
            before = words[i - 1]
            if before not in self.aux and before not in self.verb_adverb and not self.is_adverb(i - 1):
                break
            if self.is_name(i - 1, low):
                break
            i -= 1
        # "each", "both", "all" and the like may be the subject itself
        if i == low and i < word and (words[i] in self.pronoun or words[i] in self.determiner):
            i += 1
        return i

    def helped(self, group: int, verb: int) -> int:
        """The first auxiliary of a verb group, or the verb itself where it has none."""
        for i in range(group, verb):
            if self.page.low[i] in self.aux and not (i > group and self.page.gap[i]):
                return i
        return verb

    def before(self, verb: int, low: int) -> Subject | None:
        """The subject whose verb group begins at a word. `low` is the first word it may begin at."""
        words, gap = self.page.low, self.page.gap
        if verb <= low:
            return None
        end = verb
        if "," in gap[end] and words[end - 1] in self.parenthesis and end - 1 > low and "," in gap[end - 1]:
            end -= 1
            if gap[end] == ",":
                return self.phrase(end, low, True)
        mark = gap[verb].replace(".", "")
        if not mark:
            if words[end - 1] in ("who", "which") or (
                words[end - 1] == "that" and end - 1 > low and not gap[end - 1]
            ):
                return Subject(end - 1, end, end - 1, relative=True)
            return self.phrase(end, low)
        if mark in (")", "),"):
            opened = self.back_to(end, low, "(")
            if opened is None:
                return None
            found = self._appositive(opened, low) if mark == ")," else None
            return found or self.phrase(opened, low, True)
        if mark in (",", "—", "–", "--", "-"):
            return self._appositive(end, low)
        return None

    def _appositive(self, end: int, low: int) -> Subject | None:
        """The phrase before an apposition or relative clause that ends with a comma or dash before word `end`."""
        page = self.page
        gap = page.gap
        dash = gap[end].replace(".", "") not in (",", ")", "),")
        i = end - 1
        commas = 0
        while i > low and end - i < 45:
            mark = gap[i]
            if page.quote[i] >= 0 and page.quote[i] != page.quote[end - 1]:
                return None
            if mark and (mark == gap[end] if dash else mark in (",", "),", ".,", ".),")):
                commas += 1
                if dash or self._adds(i, end) or self._opens(i, low):
                    found = self._before_addition(i, low, mark)
                    if found is not None and not self._embedded(found, low):
                        name = self._name(i, end, found)
                        if name is not None:
                            return name
                        # a place, a party or an age may stand before the apposition: step over it
                        if gap[found.first] == "," and self._added(found) and commas < 4:
                            i = found.first
                            continue
                        return found
                if commas >= 4:
                    return None
            elif mark and page.quote[i] < 0 and any(sign in mark for sign in ';:"“”'):
                return None
            i -= 1
        return None

    def _embedded(self, phrase: Subject, low: int) -> bool:
        """Whether a phrase is the object of a verb before it, and so no subject."""
        before = phrase.clause - 1
        if before < low or self.page.gap[phrase.clause]:
            return False
        word = self.page.low[before]
        return word in self.finite and word not in self.noun_like

    def _before_addition(self, i: int, low: int, mark: str) -> Subject | None:
        """The phrase before the comma before word i, without an addition in brackets."""
        opened = self.back_to(i, low, "(") if ")" in mark else None
        return self.phrase(opened if opened is not None and opened > low else i, low, True)

    def _name(self, first: int, last: int, head: Subject) -> Subject | None:
        """The name that an apposition gives to an office or role: 'The head of the office, Ana Ruiz, said'."""
        words, low = self.page.words, self.page.low
        k = first
        while k < last and words[k][:1].isupper() and not (k > first and self.page.gap[k]):
            k += 1
        if k - first < 2 or low[first] in self.determiner or low[first] in self.preposition:
            return None
        if all(w[:1].isupper() or w in _TITLE_WORDS for w in words[head.first : head.last]):
            lead = low[head.first]
            if lead not in self.office and lead not in _ARTICLES:
                return None
        return Subject(first, k, head.clause, True)

    def _opens(self, comma: int, low: int) -> bool:
        """Whether a short noun phrase that opens the clause stands before a comma: 'Smith, for his part, ...'."""
        words = self.page.low
        first, behind = words[low], words[comma]
        if comma - low > 7 or first in self.preposition or first in self.subordinator or first in self.time:
            return False
        if behind not in self.preposition and behind not in self.subordinator:
            return False
        if behind in self.time or any(w in self.finite or w in self.conjunction for w in words[low:comma]):
            return False
        return self.page.words[comma - 1][:1].isupper() or first in self.determiner

    def _adds(self, first: int, last: int) -> bool:
        """Whether the words between two commas add to the noun before: an apposition, age, place or clause."""
        words = self.page.low
        word = words[first]
        if word in self.relative or word in self.determiner or word.isdigit():
            return True
        if word == "and" and words[first + 1] in self.relative:
            return True
        if word in self.time or word in self.subject_pronoun or word in self.conjunction:
            return False
        if word in _ADDITIONS:
            return True
        if word in self.preposition or word in self.subordinator:
            return False
        return not any(w in self.aux for w in words[first:last])

    def _added(self, phrase: Subject) -> bool:
        """Whether a phrase is itself likely an addition, as a party, place or age between commas."""
        word = self.page.low[phrase.first]
        if word.isdigit() or word in ("a", "an", "of", "from"):
            return True
        return phrase.last - phrase.first == 1 and word not in self.determiner

    def after(self, verb: int, high: int) -> Subject | None:
        """The subject of an inverted clause: behind the verb, up to a comma, clause or setting."""
        page = self.page
        words, gap = page.low, page.gap
        first = verb + 1
        if first >= high or (gap[first] and gap[first] not in ("$", "'", "’")):
            return None
        w = words[first]
        if w in self.subject_pronoun and w not in ("it", "there"):
            return Subject(first, first + 1, verb)
        named = page.words[first][:1].isupper() and w not in self.time and w not in self.subject_pronoun
        if w in ("that", "this") or not (
            named or w in self.determiner or (w.isalpha() and not self._functional(w))
        ):
            return None
        i = first + 1
        while i < high:
            mark = gap[i]
            if mark and mark not in ("'", "’", "/") and not (mark == "," and self._list_goes_on(i, high)):
                break
            if self._ends(i, high):
                break
            i += 1
        return Subject(first, i, verb)

    def _ends(self, i: int, high: int) -> bool:
        """Whether the subject of an inverted clause ends before word i."""
        page = self.page
        words = page.low
        w = words[i]
        if w in self.relative or w in self.subordinator or w in self.time or w in self.finite:
            return True
        if w in ("but", "he", "she", "it", "they") or self.is_adverb(i):
            return True
        if w in self.time_lead and i + 1 < high and words[i + 1] in self.time:
            return True
        if w in self.preposition and w not in ("of", "for"):
            if page.words[i - 1][:1].isupper() or w not in self.np_preposition:
                return True
            return i + 1 < high and (words[i + 1] in self.time or self._names_occasion(i, high))
        before = words[i - 1]
        return page.words[i].islower() and w.endswith("ing") and before not in self.determiner | self.preposition

    def _functional(self, w: str) -> bool:
        """Whether a word cannot begin a noun phrase."""
        groups = (self.preposition, self.subordinator, self.aux, self.verb_adverb, self.conjunction, self.time)
        return any(w in group for group in groups) or w in self.relative or w in _OBJECTS or w.endswith("ly")

    def _list_goes_on(self, i: int, high: int) -> bool:
        words = self.page.words
        return words[i][:1].isupper() and "and" in words[i : min(i + 5, high)]

    def _names_occasion(self, i: int, high: int) -> bool:
        """Whether the phrase from the preposition at i names where or when something was said."""
        return any(w in self.occasion for w in self.page.low[i + 1 : min(i + 5, high)])
