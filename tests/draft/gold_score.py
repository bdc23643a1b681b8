"""How what was found in a passage stands to its gold: hits, misses and false finds by phenomenon.

Attributions are compared statement by statement: content that runs over several sentences counts once for each,
so that it does not matter whether a long quotation is one find or three. A statement is found when its words
agree (F1 of at least .8, as in the scorer of the design), its source when one weighty word is shared.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.draft.marks import Attribution, Span
from generator.draft.text import Text
from tests.draft.gold_reader import Passage, Said

LIGHT = frozenset(
    re.findall(
        r"\w+",
        "a an the of to in on at for by with from and or but as that this these those who whom which he she they "
        "it we i you his her their its our my him them",
    )
)
GATE = 0.85
"""The confidence from which finds are let into exercises."""
PRONOUNS = frozenset(("he", "she", "they", "it", "we", "i", "you", "his", "her", "their", "its", "who"))
ALSO = {
    "organisation": ("organisation", "office"),
    "office": ("office", "unnamed"),
    "poll": ("poll", "document"),
    "none": ("none",),
}


@dataclass
class Tally:
    """Wanted things and hits, finds and right ones of one phenomenon, with the misses to print."""

    hits: int = 0
    right: int = 0
    found: int = 0
    wanted: int = 0
    misses: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.hits / self.wanted if self.wanted else 1.0

    def want(self, hit: bool, words: str) -> None:
        self.wanted += 1
        self.hits += hit
        if not hit:
            self.misses.append(words)

    def find(self, hit: bool, words: str) -> None:
        self.found += 1
        self.right += hit
        if not hit:
            self.false.append(words)


Tallies = defaultdict[str, Tally]


@dataclass
class Statement:
    """The part of an attribution that stands in one sentence, as numbers of words."""

    words: frozenset[int]
    of: Said | Attribution
    part: int
    sentence: Span


def _ids(text: Text, spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(i for a, b in spans for i in range(*text.word_range(a, b)))


def _statements(text: Text, of: Said | Attribution) -> list[Statement]:
    words = _ids(text, of.content)
    by_sentence: dict[Span, set[int]] = defaultdict(set)
    for i in words:
        by_sentence[text.sentence_at(text.starts[i])].add(i)
    return [Statement(frozenset(by_sentence[s]), of, n, s) for n, s in enumerate(sorted(by_sentence))]


def _f1(a: frozenset[int], b: frozenset[int]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def _sure(found: Statement) -> float:
    return found.of.confidence if isinstance(found.of, Attribution) else 0.0


def _matched(gold: Sequence[Statement], found: Sequence[Statement], least: float) -> dict[int, int]:
    """Numbers of gold statements -> numbers of finds, one to one, best first."""
    order = sorted(
        ((_f1(g.words, f.words), _sure(f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)),
        reverse=True,
    )
    out: dict[int, int] = {}
    used: set[int] = set()
    for score, _, i, j in order:
        if score >= least and -i not in out and -j not in used:
            out[-i] = -j
            used.add(-j)
    return out


def _weighty(text: Text, ids: Iterable[int]) -> set[int]:
    ids = set(ids)
    return {i for i in ids if text.lower[i] not in LIGHT} or ids


def _last(name: str) -> str:
    return name.replace("’s", "").split()[-1].lower()


def _same_source(text: Text, gold: Said, found: Attribution) -> bool:
    if gold.kind == "none":
        return not found.source
    named = " ".join(text.text[a:b] for a, b in (*found.source, *([found.speaker] if found.speaker else [])))
    if not gold.source:
        return gold.speaker is not None and _last(gold.speaker) in named.lower()
    wanted = _weighty(text, _ids(text, [*gold.source, *gold.via]))
    return bool(wanted & _ids(text, [*found.source, *found.via]))


def _is_pronoun(text: Text, spans: Iterable[Span]) -> bool:
    words = [text.lower[i] for i in _ids(text, spans)]
    return len(words) == 1 and words[0] in PRONOUNS


def _form(text: Text, statement: Statement) -> str:
    inside = sum(1 for i in statement.words if text.quotation_at(text.starts[i]))
    share = inside / len(statement.words)
    return "direct" if share >= 0.9 else "indirect" if share <= 0.05 else "mixed"


def meets(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def score_attributions(passage: Passage, found: Sequence[Attribution], tallies: Tallies) -> None:
    """Adds one passage to the tallies."""
    text = Text(passage.text)
    gold = [s for one in passage.said for s in _statements(text, one)]
    finds = [s for one in found for s in _statements(text, one)]
    matched = _matched(gold, finds, 0.8)
    excused = {
        j
        for j, f in enumerate(finds)
        for g in gold
        if isinstance(g.of, Said) and g.of.optional and _f1(g.words, f.words) >= 0.5
    }
    for i, g in enumerate(gold):
        assert isinstance(g.of, Said)
        if not g.of.optional:
            f = finds[matched[i]].of if i in matched else None
            _wanted(passage, text, g, f if isinstance(f, Attribution) else None, found, tallies)
    back = {j: i for i, j in matched.items()}
    for j, f in enumerate(finds):
        assert isinstance(f.of, Attribution)
        one = gold[back[j]].of if j in back else None
        if j in excused or (isinstance(one, Said) and one.optional):
            continue
        if not f.of.source and any(meets(m.span, c) for m in passage.limits for c in f.of.cue):
            continue  # “is expected to” is marked as a marker; to take it for an attribution is right too
        _found(passage, text, f.of, one if isinstance(one, Said) else None, tallies)
    _traps(passage, text, found, tallies)


def _kinds(one: Said) -> set[str]:
    return {kind for own in one.kinds for kind in ALSO.get(own, (own,))}


def _wanted(
    passage: Passage, text: Text, g: Statement, f: Attribution | None, found: Sequence[Attribution], to: Tallies
) -> None:
    """Counts one wanted statement under all its phenomena."""
    one = g.of
    assert isinstance(one, Said)
    label = f"{passage.name} {one.number}: {passage.words(*one.source)} | {passage.words(*one.content)}"
    source = f is not None and _same_source(text, one, f)
    shown = f"{label}  <- {_shown(passage, f)}" if f else label
    to["content"].want(f is not None, label)
    to["content and source"].want(source, shown)
    here = [s for s in one.cue if meets(s, g.sentence)]
    if f is not None and here:
        to["cue, where the content is found"].want(bool(_ids(text, here) & _ids(text, f.cue)), shown)
    to[f"{_form(text, g)} speech"].want(source, shown)
    kind = "agentless" if one.kind == "none" else f"source: {one.kind}"
    to[kind].want(source, shown)
    if f is not None and source:
        pronoun = _is_pronoun(text, one.source) and f.kind == "pronoun"
        to["kind of source"].want(f.kind in _kinds(one) or pronoun, f"{shown} ({one.kind}, not {f.kind})")
    if one.inherited:
        to["inherited speaker"].want(source and f is not None and f.inherited, shown)
    elif one.speaker and f is not None and source:
        speaker = passage.text[slice(*f.speaker)] if f.speaker else ""
        label = f"{shown} (speaker {one.speaker}, not {speaker or 'none'})"
        to["speaker behind a pronoun or surname"].want(_last(one.speaker) in speaker.lower(), label)
    if g.part > 0 and not one.inherited:
        to["quotation that runs on"].want(source, shown)
    if one.recipient and f is not None and g.part == 0:
        right = f.recipient is not None and meets(f.recipient, one.recipient[0])
        to["recipient, where the content is found"].want(right, shown)
    if one.via:
        right = f is not None and any(meets(v, w) for v in f.via for w in one.via)
        to["chain: channel and source told apart"].want(
            right and f is not None and any(meets(s, w) for s in f.source for w in one.source), shown
        )
    if one.inside is not None and f is not None:
        outer = found[f.outer] if f.outer is not None and f.outer < len(found) else None
        around = next(x for x in passage.said if x.number == one.inside)
        right = outer is not None and any(meets(s, w) for s in outer.source for w in around.source)
        to["chain: one attribution inside another"].want(right, shown)
    if one.role and f is not None:
        right = f.role is not None and any(meets(f.role, r) for r in one.role)
        to["role"].want(right, shown)


def _found(passage: Passage, text: Text, f: Attribution, one: Said | None, to: Tallies) -> None:
    """Counts one find under the phenomena of which it claims to be."""
    label = f"{passage.name}: {_shown(passage, f)}"
    source = one is not None and _same_source(text, one, f)
    to["content"].find(one is not None, label)
    to["content and source"].find(source, label)
    kind = "agentless" if f.kind == "none" or f.form == "agentless" else f"source: {f.kind}"
    right = source and one is not None
    if right and one is not None:
        agentless = one.kind == "none" and f.form == "agentless"
        right = f.kind in _kinds(one) or _is_pronoun(text, one.source) or agentless
    to[kind].find(right, label)
    if f.inherited:
        to["inherited speaker"].find(source, label)
    if f.via:
        to["chain: channel and source told apart"].find(
            one is not None and any(meets(v, w) for v in f.via for w in [*one.via, *one.recipient]), label
        )
    if f.recipient is not None and one is not None:
        right = any(meets(f.recipient, r) for r in one.recipient)
        to["recipient, where the content is found"].find(right, label)
    if f.confidence >= GATE:
        to["past the gate"].find(source, label)


def _shown(passage: Passage, f: Attribution | None) -> str:
    if f is None:
        return ""
    where = passage.words
    return f"[{where(*f.source)}] [{where(*f.cue)}] [{where(*f.content)}] {f.rule} {f.confidence:.2f}"


def _traps(passage: Passage, text: Text, found: Sequence[Attribution], to: Tallies) -> None:
    for tag, span in passage.traps:
        words = f"{passage.name}: {passage.words(span)}"
        trap = _ids(text, [span])
        if tag == "xs":
            # The whole of a source, not a part of its description, is what must not be the trap.
            to["traps"].want(
                not any(_weighty(text, trap) & _weighty(text, _ids(text, f.source)) for f in found), words
            )
        elif tag == "xc":
            to["traps"].want(not any(trap & _ids(text, f.cue) for f in found if f.confidence >= 0.7), words)
        elif tag == "xt":
            to["traps"].want(not any(_f1(trap, _ids(text, f.content)) >= 0.8 for f in found), words)


def tallies() -> Tallies:
    return defaultdict(Tally)


def table(of: Tallies) -> str:
    """All figures, one phenomenon a line."""
    lines = []
    for name, tally in of.items():
        precision = f"{tally.precision:.3f}" if tally.found else "    -"
        recall = f"{tally.recall:.3f}" if tally.wanted else "    -"
        lines.append(
            f"{name:<44} P {precision}  R {recall}  ({tally.right}/{tally.found}, {tally.hits}/{tally.wanted})"
        )
    return "\n".join(lines)
