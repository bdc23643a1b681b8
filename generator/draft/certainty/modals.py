"""Modal verbs: when they leave it open whether something is so, and when they mean leave, skill or a past."""

from generator.draft.certainty.doubts import is_condition
from generator.draft.certainty.grammar import (
    DETERMINERS,
    NOT,
    PERSONAL,
    PREPOSITIONS,
    WH,
    adverb,
    participle,
    words,
)
from generator.draft.certainty.sentence import Hit, Sentence

_MONTH_BEFORE = words(
    "in on of since until till by from to through during last next early late mid this before after"
    " around for between and january february march april june july august september october november"
    " december"
)
_SAY = words("argue ask say wonder object think believe claim call recall remember note add")
_LEAVE = words("purchased bought washed withdrawn reused used sold refused admitted elected carried")
_MIGHT_BEFORE = (DETERMINERS | PREPOSITIONS | words("military economic full naval political has have")) - (
    words("that this these those all some any another each both")
)


_WISHED = words("the god he she they you we it all your our his her")


def may(s: Sentence, i: int, sure: float) -> Hit | None:
    """Not the month or a name, not leave to do something."""
    word, following = s.words[i], s.word(i + 1)
    if word[0].isupper() and (i > s.first or following[:1].isdigit()):
        # 'MAY' in a line of capitals is the verb as often as not; such lines are left alone.
        headline = s.words[i - 1][0].isupper() and following.islower() and s.words[i + 1][0].isupper()
        named = following[:1].isdigit() or s.word(i - 1) in _MONTH_BEFORE or s.word(i - 1)[:1].isdigit()
        return Hit("modal-in-headline", 0.7) if headline and not named and s.after(i) == "" else None
    if following == "" or s.after(i) in (",", ".", ";", ":", "'", "’") or following in ("day",):
        return Hit("modal-verb", 0.5) if following and not word[0].isupper() else None
    if s.word(i - 1) in ("mid", "day"):
        return None
    if i == s.first:
        # A wish ('May they rest') or a headline without its subject.
        return Hit("modal-wish", 0.3)
    if following in _WISHED and (s.gap(i) or s.word(i - 1) == "and"):
        return Hit("modal-wish", 0.3)
    generic = s.word(i - 1) in ("one", "some", "you", "we")
    if generic and following in _SAY:
        return Hit("modal-manner-of-speaking", 0.45)
    if s.word(i - 1) in ("we", "you") and s.has(words("that"), i - 3, i) and s.has(words("so"), i - 4, i):
        return Hit("modal-purpose", 0.3)
    if s.word(i + 1) in ("be", "also") and s.has(_LEAVE, i + 2, i + 4):
        return Hit("modal-leave", 0.55)
    if following == "not" and s.word(i + 2) == "be" and s.word(i + 3) in _LEAVE:
        return Hit("modal-leave", 0.4)
    return Hit("modal-verb", sure)


def might(s: Sentence, i: int, sure: float) -> Hit | None:
    """Not the noun."""
    before, following = s.word(i - 1), s.word(i + 1)
    if before in _MIGHT_BEFORE or following in ("of", "and", "is", "in", "to", "has", "was", ""):
        return None
    if s.capital(i) and not (s.words[i - 1][0].isupper() and s.words[i + 1][:1].isupper()):
        return None
    if following in ("as",) and s.word(i + 2) == "well":
        return Hit("modal-verb", 0.6)
    if before in ("one", "some", "you") and following in _SAY:
        return Hit("modal-manner-of-speaking", 0.45)
    if before in ("as", "than") and following in ("be",):
        return Hit("modal-as-might-be", 0.35)
    return Hit("modal-verb", sure)


_SENSES = words("see hear smell feel find afford remember understand believe imagine think doubt argue")
_SKILL = words("speak read tell reach recite manage make get pay sleep swim walk stand wait")
_PAST = words("was were had did said told went came took found made became gave began knew")
_NO_PAST = words("need speed indeed united seed feed breed exceed succeed proceed")
_BEHIND_VERB = DETERMINERS | PREPOSITIONS | PERSONAL | words("him them her us me")
_PRESENT = words("is are has have does do says will can may might 's")


def _past(s: Sentence) -> bool:
    words = s.lower[s.first : s.last]
    if not _PAST.isdisjoint(words):
        return True
    for i in range(s.first, s.last):
        # Before a noun such a word is an adjective: 'the pumped supply'.
        if s.lower[i].endswith("ed") and s.lower[i] not in _NO_PAST:
            following = s.word(i + 1)
            if not following or following in _BEHIND_VERB or adverb(following):
                return True
    return False


def _present(s: Sentence) -> bool:
    return not _PRESENT.isdisjoint(s.lower[s.first : s.last])


def conditional(s: Sentence) -> bool:
    """Whether the sentence names a condition."""
    for i in range(s.first, s.last):
        word = s.lower[i]
        if word == "unless" or (word == "if" and is_condition(s, i)):
            return True
        if (
            word in ("were", "had", "should")
            and (i == s.first or s.gap(i))
            and s.word(i + 1) in DETERMINERS | PERSONAL
        ):
            return word != "were" or s.has(words("to"), i + 2, i + 5)
    return False


def could(s: Sentence, i: int, sure: float) -> Hit | None:
    """Not a skill or an opportunity of the past, not what was impossible."""
    following = s.word(i + 1)
    if following in NOT or following in ("only", "no"):
        if following == "not" and s.word(i + 2) in ("say", "tell") and s.word(i + 3) in WH:
            return Hit("could-not-say", 0.65, i, i + 3, "stated-ignorance")
        if following == "not" and s.word(i + 2) in ("possibly", "have"):
            return Hit("modal-could-not", 0.6)
        return Hit("modal-impossible", 0.25)
    before = s.word(i - 1)
    if before in ("nobody", "nothing", "whatever", "as", "how", "why") or not following:
        return Hit("modal-skill", 0.25)
    if s.known("conditional", conditional):
        return Hit("modal-with-condition", 0.8)
    verb = s.skip_adverbs(i + 1)
    name = s.word(verb)
    if name == "have" and participle(s.word(s.skip_adverbs(verb + 1))):
        return Hit("modal-could-have", 0.8)
    if name in _SENSES or (name in _SKILL and (before in PERSONAL or before == "who")):
        return Hit("modal-skill", 0.3)
    if s.has(words("so everything ways"), i - 4, i):
        return Hit("modal-purpose", 0.35)
    if name == "be" and s.word(verb + 1) in ("seen", "heard", "found", "worn", "reached", "located"):
        return Hit("modal-skill", 0.35)
    if before in ("he", "she", "they", "it", "who", "we", "i") and name not in ("be", "have", "become"):
        return Hit("modal-verb", 0.45 if s.known("past", _past) and not s.known("present", _present) else 0.65)
    if s.known("past", _past) and not s.known("present", _present):
        return Hit("modal-verb", 0.6)
    return Hit("modal-verb", sure + 0.1)


_LATER = words("later soon eventually become go again often always never even sometimes begin remain")
_MANNER = words(
    "like love rather say argue state point criticise criticize dispute agree contend comment discuss confirm"
)
_HOLD = words(
    "thinking think thinks believe believes believed suspect suspected fear feared doubt hope"
    " unlikely likely probably predict predicted suggests suggest estimated argue"
)
_SPEECH = words(
    "said told announced promised stated claimed declared vowed pledged warned added agreed decided"
    " meant knew ordered ruled explained insisted so"
)


def _asked_if(s: Sentence, i: int) -> bool:
    return any(s.lower[k] == "if" and not is_condition(s, k) for k in range(s.first, i))


def would(s: Sentence, i: int, _sure: float) -> Hit | None:
    """What holds only under a condition; not the future seen from the past, habit, or a wish ('would like')."""
    verb = s.skip_adverbs(i + 1)
    name = s.word(verb)
    if s.known("conditional", conditional):
        return Hit("would-with-condition", 0.85)
    if name in _MANNER or s.word(i + 1) in _LATER or name in _LATER or s.word(i - 1) in _LATER:
        return Hit("would-manner-of-speaking", 0.25)
    if s.word(i - 1) in WH or s.text[s.ends[s.last - 1] :][:1] == "?" or s.word(s.first) == "eventually":
        return Hit("would-question", 0.4)
    if name == "have" and participle(s.word(s.skip_adverbs(verb + 1))):
        return Hit("would-have", 0.4)
    if s.has(words("whether without otherwise"), s.first, i) or _asked_if(s, i):
        return Hit("would-open", 0.65)
    if s.has(_SPEECH, s.first, i):
        return Hit("would-reported", 0.3)
    if s.has(_HOLD, s.first, i + 2):
        return Hit("would-held", 0.6)
    if s.known("past", _past):
        if s.known("present", _present):
            return Hit("would-mixed", 0.45)
        return Hit("would-past", 0.2)
    if s.word(i - 1) in ("he", "she", "they", "who", "which"):
        # Most often what somebody did again and again, or said before.
        return Hit("would-of-somebody", 0.42)
    return Hit("would-hypothetical", 0.6)


def will(s: Sentence, i: int, sure: float) -> Hit | None:
    """Only where the sentence names the condition, and never the noun or the name."""
    if (
        s.capital(i)
        or s.word(i + 1) in PREPOSITIONS
        or s.word(i - 1) in DETERMINERS - words("this that these those each both")
    ):
        return None
    return Hit("future-with-condition", sure) if s.known("conditional", conditional) else None


def must(s: Sentence, i: int, sure: float) -> Hit | None:
    """A conclusion ('must have been', 'must be due to'), not a duty."""
    verb = s.skip_adverbs(i + 1)
    if s.word(verb) == "have" and participle(s.word(s.skip_adverbs(verb + 1))):
        return Hit("modal-conclusion", sure)
    if s.word(verb) == "be" and s.word(verb + 1) in ("due", "because", "caused", "something"):
        return Hit("modal-conclusion", sure)
    return None


def should(s: Sentence, i: int, sure: float) -> Hit | None:
    """Only in front of its subject, as another word for 'if'."""
    opens = i == s.first or s.gap(i) or s.word(i - 1) in ("and", "but")
    subject = s.word(i + 1)
    if not opens or s.word(i - 1) in ("why", "how", "what", "when", "where", "who"):
        return None
    if subject not in DETERMINERS | PERSONAL or s.text[s.ends[s.last - 1] :][:1] == "?":
        return None
    return Hit("should-as-if", sure)


RULES = {"may": may, "might": might, "could": could, "would": would, "will": will, "must": must, "should": should}
