"""Known or not: open questions -> answered in the report, said to be unknown, or not mentioned."""

from collections.abc import Mapping, Sequence

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.leaks import claims_in
from generator.exercises.statements import in_turn, spread
from generator.model.dossier import Dossier, Gap
from generator.model.item import Grid, GridAnswer, Item, KeyEntry, Question
from generator.model.vocabulary import GapState

STATES: tuple[GapState, ...] = ("known", "source-does-not-know", "not-mentioned")
LEAST = 3


class KnownOrNot(ExerciseType):
    """Silence is a state of its own: 'not mentioned' is neither 'unknown' nor 'no'."""

    name = "known_or_not"
    skill = "uncertainty"
    kind = "grid"
    rows = (LEAST, 12)
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        units: list[Unit] = []
        short: list[Shortage] = []
        for label in dossier.labels:
            usable = []
            for gap in dossier.gaps:
                if label not in gap.sides:
                    continue
                if _usable(gap, label):
                    usable.append(gap)
                else:
                    short.append(Shortage(gap.id, "no-quote"))
            groups = _by_state(usable, label)
            if len(usable) < LEAST or not _mixed(groups):
                short.extend(Shortage(gap.id, "too-few") for gap in usable)
            else:
                every = in_turn(group for group in groups.values() if group)
                units.extend(
                    Unit(gap.id, (gap.id, *_answers(dossier, gap, label)), (label,), group=label) for gap in every
                )
        return Usable(tuple(units), tuple(dict.fromkeys(short)))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words, label = scene.words, units[0].labels[0]
        wanted = {unit.id for unit in units if unit.labels[0] == label}
        groups = _by_state([gap for gap in dossier.gaps if gap.id in wanted], label)
        if not _mixed(groups):
            # Rows went for the sake of other items; with one answer left, the key would have nothing to quote.
            groups = _by_state([gap for gap in dossier.gaps if _usable(gap, label)], label)
        gaps = scene.shuffled(spread(scene, groups, max(LEAST, scene.how_many(3, 4, 6))))
        columns = {state: scene.option(words.say(f"column.{state}")) for state in STATES}
        rows = [(scene.option(gap.asks), gap) for gap in gaps]
        points, marking = scene.share(len(rows))
        place = words.say("place.report", passage=label)
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt", place=place),
                stem=words.say("stem", place=place),
                points=points,
                hints=(words.say("hint.support"),) if scene.lane == "support" else (),
                response=Grid(
                    corner=words.say("corner"), rows=tuple(row for row, _ in rows), columns=tuple(columns.values())
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(words.say(f"brief.{g.sides[label][0]}") for g in gaps),
                answer=GridAnswer(cells={row.id: columns[gap.sides[label][0]].id for row, gap in rows}),
                evidence=tuple(
                    scene.evidence(quote, words.say(f"shows.{state}", asks=gap.asks))
                    for gap in gaps
                    for state, quote in [gap.sides[label]]
                    if quote is not None
                ),
                rationale=_rationale(gaps, label, scene),
                marking=marking,
                misreadings={columns[s].id: words.say(f"misreading.{s}") for s in STATES},
            ),
            asks=frozenset(f"gap:{gap.id}:{label}" for gap in gaps)
            | frozenset(f"claim:{id_}:{label}:present" for gap in gaps for id_ in _answers(dossier, gap, label)),
            minutes=scene.minutes or 0.5 * len(rows) + 0.5,
            difficulty=self.difficulty,
        )


def _usable(gap: Gap, label: str) -> bool:
    """Whether the key can show what the report says on the question."""
    state, quote = gap.sides.get(label, (None, None))
    return state is not None and (state == "not-mentioned" or quote is not None)


def _mixed(groups: Mapping[str, Sequence[Gap]]) -> bool:
    """Whether there are at least two different answers."""
    return sum(1 for group in groups.values() if group) > 1


def _by_state(gaps: Sequence[Gap], label: str) -> dict[str, list[Gap]]:
    return {state: [gap for gap in gaps if gap.sides[label][0] == state] for state in STATES}


def _answers(dossier: Dossier, gap: Gap, label: str) -> list[str]:
    """The claims of this report that answer the question: a row on one of them would give it away."""
    state, quote = gap.sides[label]
    if state != "known" or quote is None:
        return []
    found = [id_ for id_, where in claims_in(dossier, [quote]) if where == label]
    around = [
        claim.id
        for claim in dossier.claims
        if (side := claim.sides.get(label)) and side.quote is not None and quote.overlaps(side.quote)
    ]
    return list(dict.fromkeys([*([gap.claim] if gap.claim else []), *found, *around]))


def _rationale(gaps: Sequence[Gap], label: str, scene: Scene) -> str:
    """The rule, then the questions on which the report is silent, for which no words can be quoted."""
    words = scene.words
    silent = [gap.asks for gap in gaps if gap.sides[label][0] == "not-mentioned"]
    told = [words.say("rationale")]
    if silent:
        told.append(
            words.say("rationale.silent", questions=" ".join(words.say("question", asks=asks) for asks in silent))
        )
    return " ".join(told)
