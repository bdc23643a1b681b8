"""Words that leave open how much, how many or when exactly: only where an amount or a time stands by them."""

from generator.draft.certainty.grammar import AUXILIARY, DETERMINERS, NUMBER_WORDS, PREPOSITIONS, words
from generator.draft.certainty.sentence import Hit, Sentence

_MONEY = frozenset(("", "$", "£", "€", "US$", "¥", "A$", "C$", "#"))
_MEASURE = words(
    "dozen hundred thousand million billion half third quarter fifth tenth mile kilometre kilometer"
    " metre meter foot inch hour minute second day week fortnight month year decade century generation"
    " pound ton tonne kilogram gram litre liter gallon couple score fraction percentage"
)
_TIMES = words("noon midnight midday lunchtime dawn dusk daybreak christmas easter")
_ALL = words(
    "all every everyone everybody everything everywhere no nobody nothing none any anyone anything"
    " always never half double twice daily entirely impossible"
)


def numeric(word: str) -> bool:
    """Whether a word is a number, in digits or letters ('40', '3.5', 'twenty-one', 'two-thirds')."""
    return word[:1].isdigit() or word in NUMBER_WORDS or ("-" in word and word.split("-", 1)[0] in NUMBER_WORDS)


def amount(s: Sentence, i: int) -> bool:
    """Whether an amount begins at word `i`: a number (money signs before it allowed), 'half', 'a mile'."""
    word = s.word(i)
    gap = s.gap(i)
    if not word or gap not in _MONEY:
        return False
    if numeric(word):
        return True
    if word in ("a", "an", "the", "one"):
        return s.word(i + 1) in _MEASURE or (word == "a" and s.word(i + 1) == "full")
    return False


def behind_digits(s: Sentence, i: int) -> int:
    """The number of the word behind a number in digits at `i`, whose thousands a comma may part ('30,000')."""
    i += 1
    while (
        i < s.last and len(s.lower[i]) == 3 and s.lower[i].isdigit() and s.text[s.ends[i - 1] : s.starts[i]] == ","
    ):
        i += 1
    return i


def year(s: Sentence, i: int) -> bool:
    """Whether word `i` is most likely a year."""
    word = s.words[i]
    return len(word) == 4 and word.isdigit() and 1500 <= int(word) <= 2100 and s.gap(i) == ""


_TALK = words(
    "talk talks talked talking speak speaks spoke speaking spoken tell told telling tells know knows"
    " knew think thinks thought care cares cared ask asked asking worry worried concerned concern"
    " concerns story stories book books report reports question questions information complain"
    " complained complaints learn learned hear heard joke jokes write writes wrote writing written"
    " read debate debated film films something nothing all much sure excited forget details data facts"
    " article what how out go went anything everything argue argued lie lied"
)


def about(s: Sentence, i: int, sure: float) -> Hit | None:
    """Before an amount or a time; not what one talks about."""
    following = s.word(i + 1)
    if not (amount(s, i + 1) or following in _TIMES):
        if following == "the" and s.word(i + 2) in ("same", "size"):
            return Hit("about-the-same", 0.75)
        if following == "as" and s.has(words("as"), i + 3, i + 5):
            return Hit("about-the-same", 0.65)
        return None
    if s.word(i - 1) in _TALK:
        return Hit("about-topic", 0.4)
    return Hit("about-amount", sure)


def around(s: Sentence, i: int, sure: float) -> Hit | None:
    """Before an amount or a time; not around a place or a corner."""
    following = s.word(i + 1)
    if not (amount(s, i + 1) or following in _TIMES):
        return None
    if following == "the" or (following in ("a", "one") and s.word(i + 2) in ("corner", "table", "quarter")):
        return None
    if s.word(i - 1) in (
        "turn",
        "turned",
        "walk",
        "walked",
        "all",
        "looked",
        "gathered",
        "sat",
        "wrapped",
        "revolves",
    ):
        return Hit("around-place", 0.4)
    return Hit("around-amount", sure)


_PEOPLE = words(
    "people critics observers experts analysts residents officials scholars historians scientists"
    " researchers economists lawmakers politicians reports sources others"
)


_SAY = words(
    "say says said argue argues argued claim claimed claims suggest believe think feel fear warn warned hold"
)


def _vague_authority(s: Sentence, i: int) -> Hit | None:
    """'Some critics say': nobody can ask them. Only half of readers count it as a limit on certainty."""
    if s.word(i + 1) in _PEOPLE and s.word(s.skip_adverbs(i + 2)) in _SAY:
        return Hit("vague-authority", 0.45, i, i + 2, "weasel")
    return None


def some(s: Sentence, i: int, sure: float) -> Hit | None:
    """Before a number it makes it inexact; else it is a vague amount, and often no limit at all."""
    following = s.word(i + 1)
    if numeric(following) and s.gap(i + 1) in _MONEY:
        # 'some one' and a year are slips or dates.
        return None if following == "one" or year(s, i + 1) else Hit("some-number", sure + 0.03)
    if following in _PEOPLE:
        return _vague_authority(s, i) or Hit("some-people", 0.6, kind="vague-quantity")
    if following == "of" or following.endswith("s"):
        return Hit("some-of", 0.45, kind="vague-quantity")
    return Hit("some", 0.3, kind="vague-quantity")


_LEADING = words("than to least most as estimated many much more fewer less")


def before_amount(s: Sentence, i: int, sure: float) -> Hit | None:
    """'Nearly 40', 'almost all', 'more than a dozen': the amount stands behind the last word of the marker."""
    last = i + 1
    while s.word(last) in _LEADING and last < i + 3:
        last += 1
    if amount(s, last):
        return Hit("before-amount", sure)
    if s.word(i) in ("nearly", "almost", "virtually", "practically"):
        if s.word(last) in _ALL:
            return Hit("before-all", 0.8)
        return Hit("nearly-so", 0.45)
    if s.word(i) in ("approximately", "circa"):
        return Hit("before-amount", 0.8)
    return Hit("roughly-so", 0.4) if s.word(i) == "roughly" else None


_PERIODS = words("days weeks months years decades hours minutes generations")
_EXCEEDED = words("for just well in of after lasted lasting takes took take spent served worked is was")


def bare_amount(s: Sentence, i: int, sure: float) -> Hit | None:
    """'Over 40', 'up to 300': prepositions else, so the number must be a large or a measured one."""
    at = i + 2 if s.word(i) == "up" else i + 1
    if not amount(s, at) or (s.gap(at) == "" and year(s, at)):
        return None
    word = s.word(at)
    behind = behind_digits(s, at)
    small = not word[:1].isdigit() or (len(word) < 2 and behind == at + 1)
    size = len(word) if behind == at + 1 else 4
    if s.word(i) == "up" or s.gap(at):
        return Hit("before-amount", sure)
    if size <= 2 and (s.word(i) == "under" or s.after(at) in (".", ",", ")") or behind >= s.last):
        return Hit("under-age", 0.4)
    if s.word(i) == "under" and small:
        return Hit("under-some", 0.4)
    if s.word(behind) in _PERIODS and s.word(i - 1) not in _EXCEEDED:
        # 'Rose over 20 years' is the time that it took.
        return Hit("over-period", 0.45)
    if s.word(behind) in ("to", "in") and size <= 2:
        return Hit("over-score", 0.4)
    return Hit("before-amount", 0.5 if small else sure)


def after_amount(s: Sentence, i: int, sure: float) -> Hit | None:
    """'20 or so', 'an hour or more'."""
    first = i - 1 if s.word(i) in ("so", "more") else i
    near = any(numeric(s.word(k)) or s.word(k) in _MEASURE for k in (first - 1, first - 2))
    return Hit("after-amount", sure) if near and s.gap(first) == "" else None


def plural(s: Sentence, i: int, sure: float) -> Hit | None:
    """'Dozens of people'; 'scores' only with 'of' behind it, for it is a verb and a count of points else."""
    if s.word(i + 1) == "of":
        return Hit("large-number-of", sure)
    if s.word(i) == "scores" or numeric(s.word(i - 1)):
        return None
    return Hit("large-number", sure - 0.2)


def many(s: Sentence, i: int, sure: float) -> Hit | None:
    """Not 'how many', 'as many as', 'so many that'."""
    if s.word(i - 1) in ("how", "as", "so", "too", "many", "not") or s.word(i + 1) in ("as", ""):
        return None
    return _vague_authority(s, i) or Hit("many", sure)


def most(s: Sentence, i: int, sure: float) -> Hit | None:
    """'Most of', 'most people'; not the superlative."""
    following = s.word(i + 1)
    if (
        s.word(i - 1) in DETERMINERS
        or s.word(i - 1) in ("at", "'s")
        or following in AUXILIARY | PREPOSITIONS - {"of"}
    ):
        return None
    if (
        following == "of"
        or (following.endswith("s") and not following.endswith(("ous", "ss")))
        or following == "people"
    ):
        return Hit("most", sure)
    return None


RULES = {
    "about": about,
    "around": around,
    "some": some,
    "amount": before_amount,
    "bare_amount": bare_amount,
    "after_amount": after_amount,
    "plural": plural,
    "many": many,
    "most": most,
}
