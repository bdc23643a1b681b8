"""Who says what -> picture: voices on the left, a band for each report, a thread to every place that quotes them.

A thread through several bands is one voice that several reports quote. All sizes in pt.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.model.booklet import AnnotatedCopy, Mention, SaidClaim, Voice
from generator.model.vocabulary import NodeKind
from generator.render.pictures.cards import PAD, Atom, Card, Group, card_of, moved
from generator.render.pictures.graph import outline, wrap
from generator.render.pictures.lettering import (
    ASCENT,
    LEADING,
    SIGN,
    Entry,
    Words,
    in_columns,
    legend,
    ring_width,
    text_at,
)
from generator.render.pictures.picture import Frame, Measure, TextLine

Say = Callable[..., str]

BETWEEN, BAND_GAP, INSET = 5.0, 8.0, 6.0


@dataclass(frozen=True, slots=True)
class Band:
    """The column of a report: its letter, and its name in lines."""

    label: str
    frame: Frame
    name: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A voice with its cards; `thread` runs from one x to the other at `y`, and is None where nobody is named.

    `ids` are the voices drawn: one, but for those of nobody, which share a row. `report` is the label of the
    report that is the voice.
    """

    ids: tuple[str, ...]
    kind: NodeKind
    report: str | None
    unnamed: bool
    frame: Frame
    shape: str
    fold: str
    lines: tuple[TextLine, ...]
    cards: tuple[Card, ...]
    thread: tuple[float, float] | None
    y: float


@dataclass(frozen=True, slots=True)
class VoiceMap:
    """The whole drawing."""

    width: float
    height: float
    bands: tuple[Band, ...]
    rows: tuple[Row, ...]
    legend: tuple[Entry, ...]
    claims: tuple[Entry, ...]


class _Plan:
    """Sizes that all rows share."""

    def __init__(self, copy: AnnotatedCopy, say: Say, measure: Measure, bold: Measure, width: float) -> None:
        self.copy, self.say, self.measure, self.width = copy, say, measure, width
        self.labels = [p.label for p in copy.passages]
        self.first = min(170.0, max(100.0, 0.27 * width))
        room = width - self.first - BAND_GAP * len(self.labels)
        self.band = room / max(1, len(self.labels))
        self.left = {
            label: round(self.first + BAND_GAP + i * (self.band + BAND_GAP), 2)
            for i, label in enumerate(self.labels)
        }
        names = {p.label: wrap(p.outlet, bold, self.band - 26) for p in copy.passages}
        self.names, self.bold = names, bold
        self.head = max((len(n) * LEADING for n in names.values()), default=LEADING) + 10
        self.inner = self.band - 2 * INSET - 2 * PAD
        self.quotes = round(max(SIGN, bold(say("quote.double", text="")) * 12.0 / 9.0), 2)
        """The sign for quoted words is the language's own pair of marks, in 12 pt."""


def draw_map(
    copy: AnnotatedCopy, say: Say, measure: Measure, bold: Measure, width: float, claims: bool = True
) -> VoiceMap:
    """The picture in exactly `width`. `say` gives interface words; `claims` adds what the numbers stand for."""
    plan = _Plan(copy, say, measure, bold, width)
    rows, y = [], plan.head + 4
    for voice in (v for v in copy.voices if v.name is not None):
        row = _row(plan, voice, y)
        rows.append(row)
        y = _below(row)
    for make in (_nobody, _own):
        last = make(plan, y)
        if last is not None:
            rows.append(last)
            y = _below(last)
    bands = tuple(_band(plan, label, y) for label in plan.labels)
    signs, end = legend(_meanings(plan, rows), y + 8, width, measure, max(17.0, plan.quotes))
    listed: tuple[Entry, ...] = ()
    if claims:
        topics = [(row.number, row.topic.replace("**", "")) for row in copy.comparison]
        listed, end = in_columns(topics, end + 4, width, measure)
    return VoiceMap(round(width, 1), round(end + 2, 1), bands, tuple(rows), signs, listed)


def _below(row: Row) -> float:
    frames = [row.frame, *(card.frame for card in row.cards)]
    return round(max(f.y + f.height for f in frames) + BETWEEN, 2)


def _band(plan: _Plan, label: str, bottom: float) -> Band:
    x = plan.left[label]
    frame = Frame(x, 0.0, round(plan.band, 2), round(bottom, 2))
    name = next(p.outlet for p in plan.copy.passages if p.label == label)
    return Band(label, frame, text_at(name, x + 22, 6.0, plan.band - 26, plan.bold))


# -- rows ------------------------------------------------------------------------------------------


def _row(plan: _Plan, voice: Voice, y: float) -> Row:
    named_somewhere = any(m.named for m in voice.mentions)
    groups = {
        label: _groups(plan, [m for m in voice.mentions if m.label == label], named_somewhere)
        for label in plan.labels
        if any(m.label == label for m in voice.mentions)
    }
    return _placed(
        plan, (voice.id,), voice.name or "", voice.kind, not named_somewhere, groups, y, True, voice.report
    )


def _nobody(plan: _Plan, y: float) -> Row | None:
    nobody = [v for v in plan.copy.voices if v.name is None]
    if not nobody:
        return None
    groups = {v.mentions[0].label: _groups(plan, v.mentions, False) for v in nobody}
    ids = tuple(v.id for v in nobody)
    return _placed(plan, ids, plan.say("picture.nobody"), "unknown", True, groups, y, False)


def _own(plan: _Plan, y: float) -> Row | None:
    groups = {
        own.label: [Group(tuple((_ring(plan, c),) for c in own.claims), "")]
        for own in plan.copy.own_words
        if own.claims
    }
    if not groups:
        return None
    return _placed(plan, (), plan.say("picture.own"), "outlet", False, groups, y, False)


def _groups(plan: _Plan, mentions: Sequence[Mention], named_somewhere: bool) -> list[Group]:
    """Mentions that came the same way stand together, with that way in words under them."""
    ways: dict[tuple[tuple[str, ...], bool], list[Mention]] = {}
    for mention in mentions:
        ways.setdefault((mention.via, named_somewhere and not mention.named), []).append(mention)
    out = []
    for (via, hidden), same in ways.items():
        remarks = [plan.say("picture.via", name=plan.say("list.then").join(via))] if via else []
        remarks += [plan.say("picture.no-name")] if hidden else []
        out.append(Group(tuple(_chip(plan, m) for m in same), plan.say("list.comma").join(remarks)))
    return out


def _chip(plan: _Plan, mention: Mention) -> tuple[Atom, ...]:
    first, last = mention.lines
    if last == 0:
        lines = plan.say("picture.headline")
    else:
        lines = str(first) if first == last else plan.say("picture.lines", first=first, last=last)
    atoms = [Atom(f"basis-{mention.basis}", SIGN)]
    if mention.form in ("direct", "mixed"):
        atoms.append(Atom(f"form-{mention.form}", plan.quotes))
    atoms += [_ring(plan, claim) for claim in mention.claims]
    return (*atoms, Atom("lines", round(plan.measure(lines), 2), lines))


def _ring(plan: _Plan, claim: SaidClaim) -> Atom:
    return Atom("ring", ring_width(claim.number, plan.measure), str(claim.number), claim.standing)


def _placed(
    plan: _Plan,
    ids: tuple[str, ...],
    name: str,
    kind: NodeKind,
    unnamed: bool,
    groups: dict[str, list[Group]],
    y: float,
    thread: bool,
    report: str | None = None,
) -> Row:
    cards = {
        label: card_of(label, own, plan.left[label] + INSET, plan.inner, plan.measure)
        for label, own in groups.items()
    }
    shift = 6.5 if report else 0.0
    text = wrap(name, plan.measure, plan.first - 18 - 2 * shift)
    tall = len(text) * LEADING + 2 * PAD + 1
    height = max([tall, *(card.frame.height for card in cards.values())])
    frame = Frame(0.75, round(y + (height - tall) / 2, 2), round(plan.first - 1.5, 2), round(tall, 2))
    shape, fold = outline(kind, frame)
    lines = tuple(
        TextLine(round(frame.middle + shift, 2), round(frame.y + PAD + ASCENT + 0.6 + i * LEADING, 2), line)
        for i, line in enumerate(text)
    )
    placed = tuple(moved(card, 0.0, y + (height - card.frame.height) / 2) for card in cards.values())
    ends = (frame.x + frame.width, max((c.frame.x for c in placed), default=0.0))
    middle = round(y + height / 2, 2)
    return Row(
        ids, kind, report, unnamed, frame, shape, fold, lines, placed, ends if thread and placed else None, middle
    )


# -- legend ----------------------------------------------------------------------------------------


def _meanings(plan: _Plan, rows: Sequence[Row]) -> list[tuple[str, str]]:
    """The signs that occur, each with its meaning."""
    signs = [sign for row in rows for card in row.cards for sign in card.signs]
    names = {sign.name for sign in signs}
    standings = {sign.standing for sign in signs}
    bases = ("witness", "participant", "official", "record", "report", "not-stated")
    own = "picture.basis.not-stated"
    out = [
        (f"basis-{b}", plan.say(own if b == "not-stated" else f"basis.{b}"))
        for b in bases
        if f"basis-{b}" in names
    ]
    out += [(f"form-{f}", plan.say(f"picture.form.{f}")) for f in ("direct", "mixed") if f"form-{f}" in names]
    out.append(("claim", plan.say("picture.ring")))
    out += [("hedged", plan.say("picture.hedged"))] if "hedged" in standings else []
    out += [("denied", plan.say("picture.denied"))] if "denied" in standings else []
    if "lines" in names:
        out.append(("lines", plan.say("picture.places")))
    kinds = {row.kind for row in rows if row.ids and not row.unnamed}
    out += [("outlet", plan.say("graph.outlet"))] if "outlet" in kinds else []
    out += [("document", plan.say("graph.document"))] if "document" in {row.kind for row in rows} else []
    if any(row.thread and len(row.cards) > 1 for row in rows):
        out.append(("thread", plan.say("picture.thread")))
    out += [("unnamed", plan.say("picture.unnamed"))] if any(row.unnamed for row in rows) else []
    return out
