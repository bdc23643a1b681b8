"""Reporting verbs: from a cue in the text to the attribution that it makes."""

from generator.draft.attribution.complements import Complements
from generator.draft.attribution.contents import Contents
from generator.draft.attribution.finds import Clause, Find
from generator.draft.attribution.lexicon import Cue, cues, grammar, words
from generator.draft.attribution.mainclauses import MainClauses
from generator.draft.attribution.page import Page
from generator.draft.attribution.passives import asked, emerged, passive, quoted_as_saying
from generator.draft.attribution.phrases import Subject
from generator.draft.attribution.speech import Speech
from generator.draft.attribution.subjects import Subjects

_REACH = 160
_BE = words("be")
_HAVE = words("have")
_HELPED = words("helper")
_PLURAL = words("plural")
_SPEECH = frozenset(("say", "quote", "told"))
_TITLES = frozenset(("call", "name", "dub", "label", "brand"))
_JOINS = frozenset(("and", "but", "or", "then"))


class Verbs:
    """The finds of reporting verbs on one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.s = Subjects(page)
        self.c = Contents(page, self.s)
        self.speech = Speech(page, self.s)
        self.complements = Complements(page, self.s, self.c, self.speech)
        self.cues = cues()
        self.main = MainClauses(page, self.s)
        self.noun_like = grammar()["noun-like"]

    def find(self, i: int, cue: Cue) -> Find | None:
        """The attribution made by the verb at word i, if it makes one."""
        page = self.page
        words, gap = page.low, page.gap
        low, high = page.sentences[page.sentence_of(i)]
        # a bound for texts without sentences
        low, high = max(low, i - _REACH), min(high, i + _REACH)
        last = i + 1 + len(cue.tail)
        if last > high or (i > low and page.words[i][:1].isupper() and not self._titled(low, high)):
            return None
        n = page.quote[i]
        if n >= 0:
            # within a quotation nothing outside of it belongs to the clause
            q = page.quotes[n]
            low, high = max(low, q.first), min(high, q.last)
        group = self.s.group(i, low)
        before = words[group - 1] if group > low else ""
        helpers = words[group:i]
        be = any(w in _BE or w.endswith(("'s", "'re")) for w in helpers) or before.endswith(("'s", "'re", "'m"))
        have = any(w in _HAVE for w in helpers)
        if cue.shape == "base":
            if before == "to" and not gap[group]:
                return self._hanging(i, last, group - 1, low, high, cue, "inf-")
            if not any(w in _HELPED for w in helpers) and not self._plural(group, low):
                return None
        if cue.shape == "third" and (be or have):
            return None
        if cue.shape == "ing" and not be:
            return self._participle(i, last, low, high, cue)
        if cue.participle and be and not (have and "been" not in helpers):
            return passive(self, i, last, group, low, high, cue)
        if cue.shape == "participle" and not have:
            return None
        subject = self.s.before(group, low) if group > low else None
        if subject is not None:
            return self._active(i, last, subject, low, high, cue, self.s.helped(group, i))
        if cue.verb == "ask" and cue.participle and (group == low or before == "when"):
            return asked(self, i, last, high, cue)
        found = self._inverted(i, last, group, low, high, cue)
        if found is None and group > low and (before in _JOINS or gap[group] == ","):
            found = self._hanging(i, last, group, low, high, cue, "and-")
        return found

    def _titled(self, low: int, high: int) -> bool:
        """Whether a sentence is set like a headline, most words in capitals."""
        words = self.page.words[low:high]
        return sum(1 for w in words if w[:1].isupper()) * 2 > len(words)

    def _plural(self, group: int, low: int) -> bool:
        """Whether the subject before a verb group may take a verb without ending."""
        if group <= low:
            return False
        subject = self.s.before(group, low)
        if subject is None:
            return self.page.low[group - 1] in ("and", "but", "or")
        if subject.apart:
            return True
        words = self.page.low[subject.first : subject.last]
        if words[-1] in _PLURAL or (words[0] in _PLURAL and words[0] != "that") or "and" in words:
            return True
        for k, w in enumerate(words):
            if k and (w in self.s.preposition or w in self.s.relative):
                words = words[:k]
                break
        head = words[-1]
        return (
            head in _PLURAL
            or head.isdigit()
            or head.endswith("men")
            or (head.endswith("s") and not head.endswith(("'s", "ss")))
        )

    def _active(
        self, i: int, last: int, subject: Subject, low: int, high: int, cue: Cue, shown: int
    ) -> Find | None:
        """A verb with a subject before it. The cue is shown from word `shown` on."""
        page = self.page
        words = page.low
        source = (subject.first, subject.last)
        if "raise" in cue.frames:
            if last >= high or words[last] in self.s.preposition - {"to"}:
                return None
            content = (source, (last, self.c.phrase_end(last, high)))
            return Find(
                None, ((shown, last),), content, cue.cue_class, "raising", apart=subject.apart, verb=cue.verb
            )
        first = min(subject.clause, subject.first)
        if first > low and words[first - 1] == "as" and (page.gap[first - 1] or first - 1 == low):
            first -= 1
        if "it" in cue.frames:
            return emerged(self, i, last, subject, low, high, cue)
        if cue.verb == "quote":
            found = self._quoting(i, last, subject, low, high)
            if found is not None:
                return found
        head = words[subject.last - 1]
        if (
            cue.participle
            and subject.last == i
            and "say" not in cue.frames
            and (head.isdigit() or head.endswith("'"))
        ):
            return None
        if cue.verb in _TITLES and words[first] in ("a", "an") and first > low and subject.last == i:
            # a film called "Home"
            return None
        if words[i] in self.noun_like and not self._sure(i, last, subject, high):
            return None
        clause = Clause(cue, shown, last, source, first, low, high, apart=subject.apart, own=not subject.relative)
        if first > low and words[first - 1] == "what" and last < high:
            if "call" in cue.frames:
                return clause.find(((last, self.c.phrase_end(last, high)),), "what-called")
            if words[last] in _BE and last + 1 < high:
                return clause.find(((last + 1, self.c.clause_end(last + 1, high)),), "what-said-was")
        return self.complements.find(clause)

    def _quoting(self, i: int, last: int, subject: Subject, low: int, high: int) -> Find | None:
        """'The paper quoted her as saying that ...': the person quoted is the source."""
        end = self.c.recipient(last, high)
        words = self.page.low
        for k in range(last + 1, min(end + 12, high)):
            if words[k] == "as":
                end = k
                break
        else:
            return None
        k = last
        while k < end and not (k > last and self.page.gap[k]):
            k += 1
        return quoted_as_saying(self, i, low, high, (last, k), None, (subject.first, subject.last))

    def _sure(self, i: int, last: int, subject: Subject, high: int) -> bool:
        """Whether a word that may be a noun is a verb here: 'swing states', 'the poll shows that'."""
        page = self.page
        words = page.low
        head = words[subject.last - 1]
        if last < high and not page.gap[last] and (words[last] in self.s.finite or words[last].endswith("ed")):
            return False
        if head in self.s.pronoun or page.words[subject.last - 1][:1].isupper() or subject.apart:
            return True
        if subject.last < i:
            # an auxiliary or adverb stands between
            return True
        if last >= high or head in self.s.determiner or head in self.s.preposition or head.endswith("'s"):
            return False
        if words[last] in ("that", "how", "whether", "what", "why") or self.speech.opens(last):
            return True
        if head.endswith("ing"):
            return False
        plural = head.endswith("s") and not head.endswith("ss")
        return not page.gap[last] and plural != words[i].endswith("s") and words[last] not in self.s.preposition

    def _inverted(self, i: int, last: int, group: int, low: int, high: int, cue: Cue) -> Find | None:
        """A verb with its subject behind it: '"...," said Smith'."""
        page, speech = self.page, self.speech
        if not ({"say", "quote"} & cue.frames) or cue.shape not in ("past", "third") or group != i:
            return None
        subject = self.s.after(last - 1, high)
        if subject is None:
            return None
        clause = Clause(cue, i, last, (subject.first, subject.last), i, low, high)
        k = subject.last
        left = speech.before(i, low)
        if left is None:
            if i == low and k < high and ":" in page.gap[k]:
                return clause.find(((k, self.c.clause_end(k, high)),), "says-colon")
            return None
        quoted = page.quote[left[-1][1] - 1] >= 0
        while k < high and not speech.opens(k):
            k += 1
        right = speech.after(high)
        if k < high and quoted and any(sign in page.gap[k] for sign in ",:—–"):
            end = self.c.clause_end(k, high)
            right = ((k, end), *speech.after(end))
        return clause.find(left + right, "quote-said-name" if quoted else "clause-said-name")

    def _participle(self, i: int, last: int, low: int, high: int, cue: Cue) -> Find | None:
        """A verb in -ing without a form of be: 'he left, saying that ...'."""
        page, s = self.page, self.s
        before = page.low[i - 1] if i > low else ""
        joined = i > low and not page.gap[i]
        if before == "as" and joined:
            return None
        if joined and (before in s.determiner or (before in ("of", "for") and "say" not in cue.frames)):
            return None
        others = (s.finite, s.preposition, s.stops, s.time, s.verb_adverb)
        plain = not before.endswith("ly") and not any(before in group for group in others)
        if joined and plain and not cue.frames & _SPEECH:
            # executives backing the plan
            subject = s.before(i, low)
            if subject is not None:
                clause = Clause(cue, i, last, (subject.first, subject.last), i, low, high, "ing-", own=False)
                return self.complements.find(clause)
        return self._hanging(i, last, i, low, high, cue, "ing-")

    def _hanging(self, i: int, last: int, place: int, low: int, high: int, cue: Cue, way: str) -> Find | None:
        """A further verb of a clause: and said, saying, to say. Its source is the subject of that clause."""
        subject = self.main.subject(place, low)
        if subject is None:
            return None
        clause = Clause(cue, i, last, (subject.first, subject.last), i, low, high, way, True, False)
        return self.complements.find(clause)
