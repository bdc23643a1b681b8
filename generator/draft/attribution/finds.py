"""What a rule finds, in word numbers."""

from dataclasses import dataclass

from generator.draft.attribution.lexicon import Cue

Words = tuple[int, int]
"""Word numbers: the first, and behind the last."""


@dataclass(frozen=True, slots=True)
class Find:
    """An attribution in word numbers, before it is judged. `content` are word ranges in the order of the text.

    `apart` is true where words stand between source and cue, `nested` where it stands in the content of another.
    `verb` is the base form of the cue. `via` is who passes it on: the agency that quotes the source.
    """

    source: Words | None
    cue: tuple[Words, ...]
    content: tuple[Words, ...]
    cue_class: str
    rule: str
    recipient: Words | None = None
    apart: bool = False
    inherited: bool = False
    verb: str = ""
    nested: bool = False
    via: Words | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A reporting clause that is being read: its verb, its source, and the sentence it stands in.

    The cue is shown from word `verb` on, auxiliaries with it; `first` is where the clause begins, `last` the word
    behind the verb and its particles, `low` and `high` the words of the sentence that it may use. `way` is put
    before the names of rules: "", "and-", "ing-", "inf-".
    Only a clause with a subject of its own (`own`) may have its content before it.
    """

    cue: Cue
    verb: int
    last: int
    source: Words
    first: int
    low: int
    high: int
    way: str = ""
    apart: bool = False
    own: bool = True

    def find(self, content: tuple[Words, ...], rule: str, recipient: Words | None = None) -> Find:
        """The attribution of this clause with that content."""
        cue = self.cue
        return Find(
            self.source,
            ((self.verb, self.last),),
            content,
            cue.cue_class,
            self.way + rule,
            recipient,
            self.apart,
            verb=cue.verb,
        )
