"""What a report has from a voice -> a card: signs and rings in a flow, remarks under them. All sizes in pt."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.vocabulary import Standing
from generator.render.pictures.lettering import LEADING, Sign, Words, text_at
from generator.render.pictures.picture import Frame, Measure

LINE, PAD, GAP, CHIPS = 14.0, 3.0, 4.0, 8.0


@dataclass(frozen=True, slots=True)
class Card:
    """What one report has from one voice: signs, rings of claims, lines, and remarks in words.

    `rules` are the heights at which a line parts what came in different ways.
    """

    label: str
    frame: Frame
    signs: tuple[Sign, ...]
    words: tuple[Words, ...]
    rules: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Atom:
    """A sign that is still to be placed; several make a chip, which stays together where it can."""

    name: str
    width: float
    text: str = ""
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Chips in a flow, and a remark under them."""

    chips: tuple[tuple[Atom, ...], ...]
    remark: str


def moved(card: Card, dx: float, dy: float) -> Card:
    """The card and all that is in it, elsewhere."""

    def move(f: Frame) -> Frame:
        return Frame(round(f.x + dx, 2), round(f.y + dy, 2), f.width, f.height)

    return Card(
        card.label,
        move(card.frame),
        tuple(Sign(s.name, move(s.frame), s.text, s.standing) for s in card.signs),
        tuple(Words(move(w.frame), w.text) for w in card.words),
        tuple(round(rule + dy, 2) for rule in card.rules),
    )


def card_of(label: str, groups: Sequence[Group], x: float, width: float, measure: Measure) -> Card:
    """The card with its left edge at `x` and its top at 0, as wide as what it holds, at most `width` inside."""
    left = x + PAD
    y = PAD
    signs: list[Sign] = []
    words: list[Words] = []
    rules: list[float] = []
    for group in groups:
        if group is not groups[0]:
            rules.append(round(y, 2))
            y += 3
        made, y = _flow(group.chips, left, y, width)
        signs += made
        if group.remark:
            said = text_at(group.remark, left, y - 0.5, width, measure)
            words += said
            y += len(said) * LEADING + 0.5
    wide = max(f.x + f.width for f in (*(s.frame for s in signs), *(w.frame for w in words))) - left
    frame = Frame(round(left - PAD, 2), 0.0, round(wide + 2 * PAD, 2), round(y + PAD - 1.5, 2))
    return Card(label, frame, tuple(signs), tuple(words), tuple(rules))


def _flow(chips: Sequence[Sequence[Atom]], left: float, top: float, width: float) -> tuple[list[Sign], float]:
    """Chips one after the other; a chip that is wider than the card goes on in its next line."""
    out, x, y = [], 0.0, top
    for chip in chips:
        whole = sum(a.width for a in chip) + GAP * (len(chip) - 1) * 0.6
        if x and x + whole > width:
            x, y = 0.0, y + LINE
        for atom in chip:
            if x and x + atom.width > width:
                x, y = 0.0, y + LINE
            frame = Frame(round(left + x, 2), round(y, 2), atom.width, 12.0)
            out.append(Sign(atom.name, frame, atom.text, atom.standing))
            x += atom.width + GAP * 0.6
        x += CHIPS - GAP * 0.6 if len(chip) > 1 else 1.5
    return out, y + LINE
