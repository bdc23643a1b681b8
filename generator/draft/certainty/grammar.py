"""Closed classes of English words, and guesses at the class of an open one by its form."""

from functools import lru_cache


@lru_cache(maxsize=256)
def words(line: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(line.split())


BE = words("be am is are was were been being 's isn't aren't wasn't weren't")
HAVE = words("have has had having haven't hasn't hadn't")
DO = words("do does did don't doesn't didn't")
MODALS = words("may might can could will would shall should must cannot can't won't couldn't wouldn't")
AUXILIARY = BE | HAVE | DO | MODALS
DETERMINERS = words(
    "the a an this that these those his her its their our my your some any no every each another both"
)
PERSONAL = words("i you he she it we they")
PREPOSITIONS = words(
    "of in on at by for with from to into about over under after before between against during"
    " through without within among across behind beyond near off onto outside since toward towards"
    " upon via per"
)
WH = words("who whom which that what where when why how whose whether if")
NOT = words("not n't never no hardly barely scarcely")
NUMBER_WORDS = words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"
    " thousand million billion trillion dozen half halfway quarter third thirds quarters once twice"
)
_ADVERBS = words(
    "also still now then already again always often sometimes never ever even just only once soon"
    " later yet not well very quite too rather almost nearly perhaps maybe long more most less much"
    " far about instead"
)
_NO_ADVERBS = words("only early daily family july italy reply supply ally rally apply fly rely friendly")


def adverb(word: str) -> bool:
    """Whether a word is, or looks like, an adverb that may stand inside a verb group."""
    return word in _ADVERBS or (word.endswith("ly") and word not in _NO_ADVERBS)


def participle(word: str) -> bool:
    """Whether a word may be a past participle."""
    return word.endswith(("ed", "en", "wn", "ught")) or word in _PARTICIPLES


_PARTICIPLES = words(
    "made done gone had held kept left lost paid put read said sent set shot sold told met led found"
    " built cut hit hurt let shut spent won become begun come run won born torn sung begun struck"
    " stuck hung dug fed fled"
)
