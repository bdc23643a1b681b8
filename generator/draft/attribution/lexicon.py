"""The word lists of the attribution rules, read once and turned into look-ups by word form."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.draft.attribution.inflect import british, forms
from generator.draft.marks import CueClass
from generator.draft.tables import table


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a reporting verb. `tail` are the words of a verb of several words that follow the first.

    `shape` is base, third, past or ing; a past form that is also the participle has `participle` set.
    """

    verb: str
    cue_class: CueClass
    frames: frozenset[str]
    prepositions: frozenset[str]
    shape: str
    participle: bool
    tail: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A noun or adjective that reports, with what may follow it."""

    lemma: str
    cue_class: CueClass
    follows: frozenset[str]


@lru_cache(maxsize=1)
def grammar() -> Mapping[str, frozenset[str]]:
    """Small words by class."""
    return {name: frozenset(words.split()) for name, words in table("grammar")}


def words(name: str) -> frozenset[str]:
    """Small words of one class."""
    return grammar()[name]


@lru_cache(maxsize=1)
def cues() -> Mapping[str, tuple[Cue, ...]]:
    """Word form -> the cues that it may be, those of several words first."""
    out: dict[str, list[Cue]] = {}
    for row in table("cues"):
        first, *tail = row[0].split()
        given = row[3].split() if len(row) > 3 else []
        by_word: dict[str, set[str]] = {}
        for shape, form in forms(first, *given).items():
            for spelt in (form, british(first, form)):
                by_word.setdefault(spelt, set()).add(shape)
        frames = row[2].split()
        plain = frozenset(f for f in frames if not f.endswith(":"))
        prepositions = frozenset(f[:-1] for f in frames if f.endswith(":"))
        for form, shapes in by_word.items():
            shape = next(s for s in ("past", "third", "base", "ing", "participle") if s in shapes)
            if first == "would":
                shape = "past"
            out.setdefault(form, []).append(
                Cue(row[0], row[1], plain, prepositions, shape, "participle" in shapes, tuple(tail))  # type: ignore[arg-type]
            )
    return {form: tuple(sorted(found, key=lambda c: -len(c.tail))) for form, found in out.items()}


@lru_cache(maxsize=1)
def nouns() -> Mapping[str, Word]:
    """Nouns that report, in the singular and plural."""
    out: dict[str, Word] = {}
    for noun, cue_class, follows in table("report_nouns"):
        word = Word(noun, cue_class, frozenset(follows.split()))  # type: ignore[arg-type]
        out[noun] = word
        out[noun[:-1] + "ies" if noun.endswith("y") else noun + "s"] = word
    return out


@lru_cache(maxsize=1)
def adjectives() -> Mapping[str, Word]:
    """Adjectives that report."""
    return {a: Word(a, c, frozenset(f.split())) for a, c, f in table("report_adjectives")}  # type: ignore[arg-type]


@lru_cache(maxsize=1)
def finite() -> frozenset[str]:
    """Words that are most likely the verb of a clause: auxiliaries, past forms of cues, common verbs."""
    found = set(grammar()["aux"])
    for row in table("common_verbs"):
        found.update(row[0].split())
    for form, list_of in cues().items():
        if any(c.shape == "past" for c in list_of):
            found.add(form)
    found.update(("says", "tells", "thinks", "believes", "knows", "wants", "argues", "insists", "adds", "writes"))
    return frozenset(found)
