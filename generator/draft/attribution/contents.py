"""Where what is reported ends."""

from generator.draft.attribution.settings import Settings

_TURNS = ("and", "but", "while", "although", "though", "whereas")
_DEPENDENT = ("while", "although", "though", "whereas")
_AFTER_OBJECT = ("while", "although", "though", "when", "after", "since", "but", "until", "unless", "whereas")
_HAVE = ("has", "have", "had")
_REPORTING = frozenset(("say", "told", "that"))
_NAMING = frozenset(("say", "told", "quote", "call", "object"))
_ANY = frozenset(("say", "told", "quote", "that", "object"))
_INNER = ("'", "’", "$", "(", ")", "“", '"', "”")


class Contents(Settings):
    """Finds the bounds of contents on one page."""

    def clause_end(self, first: int, high: int, inner: bool = False) -> int:
        """The end of a clause reported from word `first` on, within a sentence that ends before `high`.

        `inner` is true where the reporting clause itself depends on another: 'While he said it was late, ...'.
        """
        page = self.page
        low, gap, quote = page.low, page.gap, page.quote
        for j in range(first + 1, high):
            if quote[j] < 0 and (gap[j] or low[j] in _TURNS):
                if self._parts(j, high):
                    return j
                if inner and gap[j] == "," and low[j] not in ("and", "or", "which", "who", "including"):
                    return j
        return self._quotation_end(first, high)

    def subject_clause_end(self, first: int, high: int) -> int:
        """The end of a clause behind a noun that opens its sentence: before the second finite verb.

        'The claim that the lake was deep | was denied'.
        """
        end = self.clause_end(first, high)
        low, s = self.page.low, self.s
        groups = 0
        for j in range(first + 1, end):
            if low[j] in s.finite and low[j - 1] not in s.finite and low[j - 1] not in s.verb_adverb:
                groups += 1
                if groups == 2:
                    return j
        return end

    def _quotation_end(self, first: int, high: int) -> int:
        """The end of a sentence, or of the quotation that goes on behind it."""
        page = self.page
        n = page.quote[high - 1]
        if n >= 0 and page.quotes[n].last > high and page.quotes[n].first >= first:
            return min(page.quotes[n].last, page.paragraph_of(high - 1)[1])
        return high

    def _parts(self, j: int, high: int) -> bool:
        """Whether a reported clause ends before word j."""
        low, mark = self.page.low, self.page.gap[j]
        w = low[j]
        if w in ("and", "but") and self._joined_report(j + 1, high):
            return True
        if "," not in mark:
            return mark.startswith(";")
        follows = low[j + 1] if j + 1 < high else ""
        if w in ("but", "and"):
            return follows in self.s.subject_pronoun or self._reports(j + 1, high)
        if w in _DEPENDENT or (w == "according" and follows == "to"):
            return True
        if w.endswith("ing"):
            return any(c.shape == "ing" and c.frames & _NAMING for c in self.cues.get(w, ()))
        return w in ("a", "an", "one") and not self._list_ahead(j, high)

    def _joined_report(self, k: int, high: int) -> bool:
        """Whether a further reporting verb of the same subject stands at k, behind 'and' or 'but'."""
        low, gap, s = self.page.low, self.page.gap, self.s
        while k < high and not gap[k] and (low[k] in s.verb_adverb or low[k] in _HAVE or low[k].endswith("ly")):
            k += 1
        if k >= high or gap[k]:
            return False
        return any(c.shape in ("past", "third") and c.frames & _ANY for c in self.cues.get(low[k], ()))

    def _reports(self, j: int, high: int) -> bool:
        """Whether a reporting verb with a subject of its own follows within a few words: 'but Smith said'."""
        for w in self.page.low[j + 1 : min(j + 7, high)]:
            found = () if w in self.s.noun_like else self.cues.get(w, ())
            if any(c.shape in ("past", "third") and c.frames & _REPORTING for c in found):
                return True
        return False

    def _list_ahead(self, j: int, high: int) -> bool:
        return any(self.page.low[k] == "and" and self.page.gap[k] == "," for k in range(j + 1, min(j + 12, high)))

    def phrase_end(self, first: int, high: int) -> int:
        """The end of a noun phrase (with what depends on it) that is the content."""
        page = self.page
        low, gap, quote = page.low, page.gap, page.quote
        for j in range(first + 1, high):
            if quote[j] >= 0:
                continue
            w, mark = low[j], gap[j]
            if mark and mark not in _INNER and self._breaks(j, mark, high):
                return j
            if w in _AFTER_OBJECT or (w == "and" and self._verb_follows(j, high)):
                return j
            if w in ("in", "during", "on") and self._names_setting(j, high):
                return j
        return self._quotation_end(first, high)

    def _breaks(self, j: int, mark: str, high: int) -> bool:
        """Whether the mark before word j ends a noun phrase."""
        return mark[0] in ";—–:" or mark in ("--", "-") or ("," in mark and not self._same_list(j, high))

    def _same_list(self, j: int, high: int) -> bool:
        """Whether the comma before word j stands in a list, so that the noun phrase goes on."""
        low = self.page.low
        w = low[j]
        if w in ("and", "or"):
            return not self._verb_follows(j, high)
        if w in ("including", "especially", "particularly"):
            return True
        if w in self.s.relative or w in self.s.subordinator or w.endswith("ing"):
            return False
        return any(x in ("and", "or") for x in low[j + 1 : min(j + 6, high)])

    def _verb_follows(self, j: int, high: int) -> bool:
        s, low = self.s, self.page.low
        k = j + 1
        while k < high and (low[k] in s.verb_adverb or low[k].endswith("ly")):
            k += 1
        return k < high and (low[k] in s.finite or low[k] in s.subject_pronoun)

    def _names_setting(self, k: int, high: int) -> bool:
        """Whether the phrase from the preposition at k names a time or occasion within three words."""
        s = self.s
        for j in range(k + 1, min(k + 4, high)):
            if self.page.gap[j]:
                return False
            if self.page.low[j] in s.time or self.page.low[j] in s.occasion:
                return True
        return False

    def is_clause(self, k: int, high: int) -> bool:
        """Whether a finite verb stands soon behind word k, other than that of a relative clause."""
        page, s = self.page, self.s
        words = page.low
        if words[k] in s.subject_pronoun or ("'" in words[k] and words[k].split("'")[0] in s.subject_pronoun):
            return True
        wanted = 1
        for j in range(k + 1, min(high, k + 16)):
            w = words[j]
            if w in s.finite and (w in s.aux or words[j - 1] not in s.determiner):
                wanted -= 1
                if wanted == 0:
                    return True
            elif w in ("who", "which", "that"):
                wanted += 1
            if page.gap[j] and page.gap[j][0] in ",;:—–" and wanted == 1 and w not in ("who", "which"):
                return False
        return False

    def clause_follows(self, k: int, high: int) -> bool:
        """Whether a verb stands between word k and the next comma."""
        for j in range(k, high):
            if j > k and "," in self.page.gap[j]:
                return False
            if self.page.low[j] in self.s.finite:
                return True
        return True

    def unfinished(self, first: int, last: int) -> bool:
        """Whether the clause of words first..last has no verb yet, so that it goes on behind a parenthesis."""
        return not any(w in self.s.finite for w in self.page.low[first:last])
