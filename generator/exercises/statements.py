"""Notes -> statements as reports present them: their words, their standing, their place, rows made of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from generator.exercises import leaks
from generator.exercises.base import Scene, Shortage, Unit, Usable
from generator.exercises.memo import once_for_each_dossier
from generator.exercises.places import (
    lines_of_paragraph,
    lines_of_sentence,
    quote_between,
    sentence_around,
    voice_of,
)
from generator.exercises.sources import articles_of, name_words
from generator.model.dossier import Attribution, Claim, Dossier, Marker, Quote, Side
from generator.model.item import Evidence, MarkedSpan
from generator.model.vocabulary import MarkerKind

T = TypeVar("T")

Status = Literal["fact", "said", "alleged", "expected"]
"""How a report presents a statement: the writer's fact, a source's words, an allegation, a possibility."""

SURENESS_KINDS: frozenset[MarkerKind] = frozenset(
    {"modal", "probability", "speculation", "prediction", "allegation"}
)
"""Markers that limit how sure a statement is."""
EXACTNESS_KINDS: frozenset[MarkerKind] = frozenset({"approximator", "vague-quantity"})
"""Markers that limit how exact a statement is; they leave its standing alone."""
LIMITING_KINDS: frozenset[MarkerKind] = SURENESS_KINDS | EXACTNESS_KINDS
_POSSIBLE: frozenset[MarkerKind] = SURENESS_KINDS - {"allegation"}


@dataclass(frozen=True, slots=True)
class Presented:
    """A statement as one report presents it.

    `note` is the claim or attribution it comes from, `marker` what limits it, `claim` is True for a claim.
    """

    note: str
    label: str
    text: str
    quote: Quote
    status: Status
    said_by: Attribution | None = None
    marker: Marker | None = None
    claim: bool = True

    @property
    def fact(self) -> str:
        """The name of the fact that an answer on this statement gives away."""
        return f"claim:{self.note}:{self.label}:standing" if self.claim else f"attribution:{self.note}:source"

    @property
    def unit(self) -> Unit:
        """The statement as a unit, with all notes that it draws on."""
        more = [note.id for note in (self.said_by, self.marker) if note is not None]
        return Unit(self.note, tuple(dict.fromkeys((self.note, *more))), (self.label,))


def as_sentence(clause: str) -> str:
    """A clause of the notes ('the bridge was closed') as a sentence of its own."""
    text = clause[0].upper() + clause[1:]
    return text if text[-1] in ".!?" else f"{text}."


def attribution_of(dossier: Dossier, unit: Unit) -> Attribution:
    """The attribution that a unit leads with. Raises StopIteration where there is none."""
    return next(a for a in dossier.attributions if a.id == unit.id and a.label == unit.labels[0])


def marker_of(dossier: Dossier, unit: Unit) -> Marker:
    """The marker that a unit leads with. Raises StopIteration where there is none."""
    return next(m for m in dossier.markers if m.id == unit.id and m.label in unit.labels)


def marked(mark: str, quote: Quote) -> MarkedSpan:
    """The quote as words to mark; `mark` is the id of the way of marking."""
    return MarkedSpan(
        mark=mark,
        passage=quote.label,
        start=quote.start,
        end=quote.end,
        lines=(quote.first, quote.last),
        text=quote.text,
    )


def markers_in(dossier: Dossier, within: Quote) -> list[Marker]:
    """The noted markers that stand in a stretch of a passage, in the order of the text."""
    return sorted((m for m in dossier.markers if m.quote.overlaps(within)), key=lambda m: m.quote.start)


def has_voice(dossier: Dossier, within: Quote) -> bool:
    """Whether any part of a noted attribution stands in a stretch of a passage."""
    return any(q.overlaps(within) for a in dossier.attributions if a.label == within.label for q in a.quotes)


# -- statements and their standing -----------------------------------------------------------------


def presented(dossier: Dossier) -> tuple[list[Presented], list[Shortage]]:
    """Every statement whose standing is beyond dispute, and why others are left out.

    A statement with a source *and* a marker, with a hidden source, or with words that blur its standing has
    two defensible labels and is left out.
    """
    found, short = _presented(dossier)
    return list(found), list(short)


@once_for_each_dossier
def _presented(dossier: Dossier) -> tuple[tuple[Presented, ...], tuple[Shortage, ...]]:
    found: list[Presented] = []
    short: list[Shortage] = []
    for claim in dossier.claims:
        for side in claim.sides.values():
            if side.quote is None or not side.present:
                continue
            if claim.statement is None:
                short.append(Shortage(claim.id, "no-statement"))
                continue
            made = _of_side(dossier, claim, side, claim.statement, side.quote)
            if made and made.said_by and names_source(made.text, made.said_by, articles_of(dossier)):
                short.append(Shortage(claim.id, "tells-source"))
            elif made:
                found.append(made)
            else:
                short.append(Shortage(claim.id, "unclear-standing"))
    for note in dossier.attributions:
        text = as_sentence(note.says)
        if (
            _is_plain(dossier, note)
            and not _stands_in_a_claim(dossier, note)
            and not names_source(text, note, articles_of(dossier))
        ):
            found.append(Presented(note.id, note.label, text, note.content[0], "said", note, None, claim=False))
    return tuple(found), tuple(dict.fromkeys(short))


def names_source(text: str, note: Attribution, articles: tuple[str, ...]) -> bool:
    """Whether a statement tells who makes it ('The school says that ...'), so that the answer stands in it."""
    told = name_words(text, articles)
    for name in (note.who, note.source.text if note.source else None, note.role):
        words = {word for word in name_words(name or "", articles) if len(word) > 2}
        if 2 * len(words & told) > len(words):
            return True
    return False


def _of_side(dossier: Dossier, claim: Claim, side: Side, text: str, quote: Quote) -> Presented | None:
    """The statement of one side, or None where its standing is open to dispute."""
    sentence = sentence_around(dossier.passages[side.label], quote)
    limits = [
        m
        for m in dict.fromkeys((*side.markers, *markers_in(dossier, sentence)))
        if m.limits in (claim.id, None) or m.quote.overlaps(quote)
    ]
    kinds = frozenset(m.kind for m in limits) - EXACTNESS_KINDS
    by, marker = side.said_by, next((m for m in limits if m.kind in SURENESS_KINDS), None)
    if side.standing == "attributed":
        if by is None or kinds or not _is_plain(dossier, by):
            return None
        return Presented(claim.id, side.label, text, quote, "said", by)
    if side.standing == "hedged" and kinds == {"allegation"} and not _is_sourced(dossier, sentence):
        return Presented(claim.id, side.label, text, quote, "alleged", None, marker)
    if by is not None or has_voice(dossier, sentence):
        return None
    if side.standing == "asserted" and not kinds and not _goes_on(dossier, sentence):
        return Presented(claim.id, side.label, text, quote, "fact")
    if side.standing == "hedged" and kinds and kinds <= _POSSIBLE:
        return Presented(claim.id, side.label, text, quote, "expected", None, marker)
    return None


def _goes_on(dossier: Dossier, sentence: Quote) -> bool:
    """Whether a sentence on 'he' or 'she' follows somebody's words, so that it may be meant as theirs too."""
    passage = dossier.passages[sentence.label]
    if not passage.grammar.has("persons", sentence.text.split(maxsplit=1)[0]):
        return False
    begin = passage.paragraph_of(sentence.start).start
    if sentence.start <= begin:
        return False
    before = quote_between(passage, sentence.start - 2, sentence.start - 1)
    return has_voice(dossier, sentence_around(passage, before))


def _is_sourced(dossier: Dossier, within: Quote) -> bool:
    """Whether anybody is given as a source in a stretch of a passage; “it is said” gives nobody."""
    return any(
        a.source is not None and any(q.overlaps(within) for q in a.quotes)
        for a in dossier.attributions
        if a.label == within.label
    )


def _is_plain(dossier: Dossier, note: Attribution) -> bool:
    """Whether an attribution gives a source whose words nothing limits or keeps at a distance."""
    blurred = any(
        m.kind not in EXACTNESS_KINDS and any(m.quote.overlaps(q) for q in note.quotes)
        for m in dossier.markers
        if m.label == note.label
    )
    return note.source is not None and note.form != "agentless" and note.strength != "distancing" and not blurred


def _stands_in_a_claim(dossier: Dossier, note: Attribution) -> bool:
    """Whether a claim covers the same words, so that the two would be one statement twice."""
    sides = (s for c in dossier.claims for s in c.sides.values() if s.label == note.label)
    return any(
        s.said_by == note or (s.quote is not None and any(s.quote.overlaps(q) for q in note.content))
        for s in sides
    )


# -- rows ------------------------------------------------------------------------------------------


def lane_place(scene: Scene, dossier: Dossier, quote: Quote, *more: Quote) -> str:
    """Where a statement stands, whole sentences for support, else the paragraph; `more` is what it rests on.

    Extension gets the paragraph too: a headline or another speaker may say the same in the same report, and
    without the place the row would have two right answers.
    """
    if quote.first == 0:
        return scene.place(quote)
    passage = dossier.passages[quote.label]
    lines = lines_of_sentence if scene.lane == "support" else lines_of_paragraph
    spans = [lines(passage, q) for q in (quote, *more) if q.first > 0]
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    return scene.place(quote.model_copy(update={"first": first, "last": last}))


def row_text(scene: Scene, dossier: Dossier, statement: str, quote: Quote, *more: Quote) -> str:
    """A statement with the place where it stands; `more` is what its answer rests on besides."""
    place = lane_place(scene, dossier, quote, *more)
    return scene.words.say("row.statement", statement=statement, place=place)


def row_of(scene: Scene, dossier: Dossier, statement: Presented) -> str:
    """A statement with its place, which covers whoever says it and what limits it."""
    more = voice_of(dossier, statement.said_by) if statement.said_by else []
    more += [statement.marker.quote] if statement.marker else []
    return row_text(scene, dossier, statement.text, statement.quote, *more)


def told_by_rows(dossier: Dossier, statements: Iterable[Presented]) -> frozenset[str]:
    """What rows of statements with their places give away."""
    found: frozenset[str] = frozenset()
    shown: list[leaks.Shown] = []
    for statement in statements:
        found |= leaks.told_values(dossier, statement.text, [statement.quote])
        shown += (
            [(statement.note, statement.label)]
            if statement.claim
            else leaks.claims_in(dossier, statement.said_by.content if statement.said_by else ())
        )
    return found | leaks.presence(shown)


def distinct(found: Sequence[Presented], least: int) -> list[Presented]:
    """No two statements with one and the same proof or with the same words and answer, where enough are left."""
    kept: list[Presented] = []
    for one in found:
        if not any(
            (one.said_by is not None and one.said_by == other.said_by)
            or (one.note, one.status) == (other.note, other.status)
            for other in kept
        ):
            kept.append(one)
    return kept if len(kept) >= least else list(found)


def spread(scene: Scene, groups: Mapping[str, Sequence[T]], most: int) -> list[T]:
    """At most `most` things, drawn in turn from each group, so that no group is left out or crowds others.

    Where the turns do not come out even, chance decides which group gives one more.
    """
    stacks = scene.shuffled(scene.shuffled(things) for things in groups.values() if things)
    out: list[T] = []
    while len(out) < most and any(stacks):
        for stack in stacks:
            if stack and len(out) < most:
                out.append(stack.pop())
    return out


def balanced(scene: Scene, groups: Mapping[str, Sequence[T]], least: int, most: int) -> list[T]:
    """As `spread`, but no group is more than half of the things as long as `least` of them are left."""
    kept = {name: scene.shuffled(things) for name, things in groups.items()}

    def size() -> int:
        return sum(map(len, kept.values()))

    while size() > max(least, 2 * (size() - max(map(len, kept.values())))):
        max(kept.values(), key=len).pop()
    return spread(scene, kept, most)


def in_turn(groups: Iterable[Sequence[T]]) -> list[T]:
    """All things of all groups, one of each group in turn, so that any first part is mixed."""
    stacks = [list(reversed(group)) for group in groups]
    out: list[T] = []
    while any(stacks):
        out.extend(stack.pop() for stack in stacks if stack)
    return out


def units_of(
    groups: Mapping[str, Sequence[Presented]], short: Sequence[Shortage], least: int, least_groups: int
) -> Usable:
    """Units for rows drawn from groups of statements; none where there are too few statements or groups."""
    filled = [group for group in groups.values() if group]
    every = in_turn(filled)
    if len(every) < least or len(filled) < least_groups:
        notes = dict.fromkeys(p.note for p in every)
        return Usable((), (*short, *(Shortage(note, "too-few") for note in notes)))
    return Usable(tuple(p.unit for p in every), tuple(short))


def chosen(all_: Iterable[Presented], units: Sequence[Unit]) -> list[Presented]:
    """The statements that the units name; the same sentence of one report only once."""
    wanted = {(unit.id, unit.labels[0]) for unit in units}
    found = {(p.label, p.text.casefold()): p for p in all_ if (p.note, p.label) in wanted}
    return list(found.values())


def proof(scene: Scene, statement: Presented, key: str) -> list[Evidence]:
    """The words that prove how a statement is presented, the first with what they show (wording `key`)."""
    by, marker = statement.said_by, statement.marker
    shows = scene.words.say(
        key,
        statement=statement.text,
        source=(by.who if by else None) or "",
        marker=marker.quote.text if marker else "",
    )
    more = (by.source, by.cue) if by else (marker.quote if marker else None,)
    others = [q for q in more if q is not None and q != statement.quote]
    return [scene.evidence(statement.quote, shows), *(scene.evidence(q) for q in others)]
