"""Conditions, open questions, and words that put a thing down as a likelihood, an appearance or a hint."""

from generator.draft.certainty.grammar import (
    AUXILIARY,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    WH,
    adverb,
    words,
)
from generator.draft.certainty.sentence import Hit, Sentence

_THAT = words("that")
_AS = words("as")
_ASK = words(
    "ask asked asks asking wonder wonders wondered wondering see know knows knew sure unclear clear"
    " verify decide determine check say question doubt unsure tell learn uncertain"
)
_ASKED = words("ask asked asks asking")
_FORMULA = words("any so not possible necessary only needed anything applicable ever nothing else")


def is_condition(s: Sentence, i: int) -> bool:
    """Whether the 'if' at `i` opens a condition: not 'as if', 'if any', 'if not X', a title, a question."""
    following = s.word(i + 1)
    if s.word(i - 1) == "as" or (s.word(i - 1) == "only" and s.word(i - 2) == "and"):
        return False
    if following in _FORMULA and not (following == "not" and s.gap(i + 2) == "" and s.after(i + 1) == ","):
        return following == "only" and s.word(i + 2) in PERSONAL | DETERMINERS
    if not following or following == "and" or s.gap(i + 1) not in ("", ",", "“", '"', "[", "("):
        return False
    if s.words[i][0].isupper() and s.capital(i + 1) and s.capital(i + 2) and following in PERSONAL | DETERMINERS:
        # A title in capitals: "If You Don't Love Me".
        return False
    return s.word(i - 1) not in _ASK


def if_(s: Sentence, i: int, sure: float) -> Hit | None:
    """A condition, or an open question behind a verb of asking and knowing."""
    if s.word(i - 1) in _ASK or s.has(_ASKED, i - 4, i):
        return Hit("open-question", 0.88, kind="open-question")
    if s.words[i].isupper() and len(s.words[i]) == 2 and not s.words[s.first].isupper():
        return None
    if not is_condition(s, i):
        return Hit("if-formula", 0.2)
    following = s.word(i + 1)
    aside = s.gap(i) in (",", "(", "—", "–", "-") and following not in PERSONAL | DETERMINERS
    if aside and not s.has(AUXILIARY, i + 1, i + 6):
        return Hit("if-aside", 0.4)
    if adverb(following) or following in PREPOSITIONS:
        return Hit("condition", 0.45 if s.word(i - 1) == "even" else 0.7)
    return Hit("condition", sure)


def whether(s: Sentence, i: int, sure: float) -> Hit | None:
    """An open question; less surely so where it only means 'no matter whether'."""
    aside = (i == s.first or s.gap(i) in (",", "—", "–", "-")) and s.word(i - 1) not in _ASK
    if aside and not s.has(AUXILIARY, i + 1, i + 5):
        return Hit("no-matter-whether", 0.5)
    if s.word(i - 1) == "of" and s.word(i - 2) in ("regardless", "irrespective"):
        return Hit("no-matter-whether", 0.55)
    return Hit("open-question", sure)


def provided(s: Sentence, i: int, sure: float) -> Hit | None:
    """The conjunction: behind a comma or before 'that', with a subject."""
    subject = s.word(i + 1)
    if subject == "that" or (s.gap(i) == "," and subject in PERSONAL):
        return Hit("condition", sure)
    return None


def until(s: Sentence, i: int, sure: float) -> Hit | None:
    """'Until' with a clause that has not come true yet; doubtful in any case."""
    if s.has(words("is are has have"), i + 2, i + 8) and s.has(
        words("will not won't be can cannot until must"), s.first, i
    ):
        return Hit("condition-in-time", sure)
    return None


_TO_WHOM = words("me us him them everyone everybody many some most")


def seem(s: Sentence, i: int, sure: float) -> Hit | None:
    """With 'to' taken in."""
    verb = s.word(i + 1) == "to" and s.word(i + 2) not in DETERMINERS | PERSONAL | _TO_WHOM
    as_it_seems = s.has(_AS, i - 4, i) and s.gap(i + 1) == ","
    return Hit("seems", 0.5 if as_it_seems else sure, i, i + 2 if verb else i + 1)


_TURNED_UP = words("dressed titled entitled printed masked uninvited several")
_STATE = words(
    "unlikely likely certain certainly ready set willing unable able poised determined calm confident"
    " intent unaware headed concerned unwilling reluctant bound close unmoved divided unhurt"
)


def appear(s: Sentence, i: int, sure: float) -> Hit | None:
    """Seem, not turn up: before 'to' with a verb, before 'that', as 'it appears'."""
    following, before = s.word(i + 1), s.word(i - 1)
    if following == "to":
        verb = s.word(i + 2)
        if verb in DETERMINERS | PERSONAL | _TO_WHOM:
            return Hit("appears-to-somebody", 0.4)
        if before == "to" or s.word(i - 2) == "to":
            return Hit("appears-to", 0.6, i, i + 2)
        return Hit("appears-to", sure, i, i + 2)
    if before in ("it", "there") and (
        following in ("that", "as", "likely") or s.after(i) == "," or following in PERSONAL
    ):
        return Hit("it-appears", 0.9)
    if following == "that":
        return Hit("it-appears", 0.7)
    if following in _STATE or s.word(s.skip_adverbs(i + 1)) in _STATE:
        return Hit("appears-so", 0.65)
    if following.endswith(("ed", "ful", "ous", "able", "ible", "ic", "al")) and following not in _TURNED_UP:
        return Hit("appears-so", 0.45)
    if s.gap(i) == "," and s.after(i) == "," and before != "and":
        return Hit("it-appears", 0.6)
    return None


def suggest(s: Sentence, i: int, sure: float) -> Hit | None:
    """A hint at what is so; advice ('suggested going') less surely."""
    following = s.word(i + 1)
    word = s.word(i)
    k = s.passive(i)
    if word == "suggested" and following in ("by", "to") and k < 0:
        return Hit("suggests-advice", 0.3)
    if s.has(_AS, i - 4, i) and (not following or s.gap(i + 1) == ","):
        return Hit("as-suggested", 0.3)
    if s.gap(i + 1) in (".", ",") or not following:
        return Hit("suggests", 0.5)
    if following.endswith("ing") or following in WH - _THAT:
        return Hit("suggests-advice", 0.4)
    if word == "suggested" and s.word(i - 1) in DETERMINERS | words("other and"):
        return Hit("suggested-attribute", 0.35)
    if following == "by" or (word == "suggest" and s.word(i - 1) in ("to", "i", "would")):
        return Hit("suggests", 0.55)
    return Hit("suggests", sure + (0.06 if following == "that" else 0))


def imply(s: Sentence, i: int, sure: float) -> Hit | None:
    """With what is implied behind it."""
    following = s.word(i + 1)
    if not following or s.gap(i + 1) == ",":
        return None
    return Hit("implies", sure if following in _THAT or following in DETERMINERS else sure - 0.1)


RULES = {
    "if": if_,
    "whether": whether,
    "provided": provided,
    "until": until,
    "seem": seem,
    "appear": appear,
    "suggest": suggest,
    "imply": imply,
}
