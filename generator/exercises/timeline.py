"""Timeline: dated facts of all reports -> their places on one line, and where the reports clash on a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.exercises import leaks
from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.pairs import evidence, opening, unstopped
from generator.exercises.places import find_words
from generator.exercises.statements import in_turn, spread
from generator.model.dossier import Dossier
from generator.model.item import (
    Blank,
    BlankKey,
    Item,
    KeyEntry,
    Option,
    Question,
    Reject,
    ShortText,
    ShortTextAnswer,
    Table,
)
from generator.model.particulars import Dated

LEAST, LEAST_PLACED = 4, 3
COLUMNS = ("place", "dated")


@dataclass(frozen=True, slots=True)
class _Row:
    """An event with its right answers, cell by cell."""

    time: Dated
    option: Option
    keys: tuple[BlankKey, ...]
    given: bool


class Timeline(ExerciseType):
    """Of events whose order the reports leave open, one is taken, so that every number has one right event.

    An event that nobody dates, or whose times would give it different places, has no number.
    """

    name = "timeline"
    skill = "corroboration"
    kind = "short-text"
    rows = (LEAST, 12)
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        troubles = {time.id: _trouble(dossier, time) for time in dossier.times}
        short = [Shortage(id_, reason) for id_, reason in troubles.items() if reason]
        usable = [time for time in dossier.times if not troubles[time.id]]
        orders = {time.order for time in usable if time.order is not None}
        sorts = {_sort(time) for time in usable}
        dating = {label for time in usable for label in time.sides}
        if len(orders) < LEAST_PLACED or len(sorts) < 2 or len(dating) < 2 or len(_apart(usable)) < LEAST:
            return Usable((), (*short, *(Shortage(time.id, "too-few") for time in usable)))
        first = _apart(usable)
        every = [*_mixed(first), *(time for time in usable if time not in first)]
        units = (
            Unit(time.id, (time.id, *_claims(dossier, time)), tuple(time.sides) or dossier.labels)
            for time in every
        )
        return Usable(tuple(units), tuple(short))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words = scene.words
        labels = tuple(sorted({label for unit in units for label in unit.labels}))
        times = _draw(scene, _pool(dossier, units, self.units(dossier).units))
        rows = _rows(scene, times, labels if len(labels) > 1 else dossier.labels)
        columns = [scene.option(words.say(f"column.{name}")) for name in COLUMNS]
        cells = [
            (f"{row.option.id}:{column.id}", row, column, key)
            for row in rows
            for column, key in zip(columns, row.keys, strict=True)
        ]
        blanks = tuple(
            Blank(
                id=f"b{number}",
                label=words.say("blank", event=row.option.text, column=column.text),
                row=row.option.id,
                column=column.id,
            )
            for number, (_, row, column, _) in enumerate((c for c in cells if not c[1].given), start=1)
        )
        keys = [key for _, row, _, key in cells if not row.given]
        points, marking = scene.share(len(blanks))
        quotes = [(quote, when, time) for time in times for quote, when in time.sides.values()]
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem"),
                points=points,
                hints=scene.where_to_look(dossier, (quote for quote, _, _ in quotes)),
                response=ShortText(
                    blanks=blanks,
                    table=Table(
                        corner=words.say("corner"),
                        rows=tuple(row.option for row in rows),
                        columns=tuple(columns),
                        given={at: key.model for at, row, _, key in cells if row.given},
                    ),
                    bank=_bank(scene, labels),
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(
                    words.say("brief.row", row=row.option.text, answer=row.keys[0].model) for row in rows
                ),
                answer=ShortTextAnswer(
                    blanks={blank.id: key for blank, key in zip(blanks, keys, strict=True)},
                ),
                evidence=evidence(
                    scene,
                    (
                        (quote, words.say("shows", event=opening(time.event), when=when))
                        for quote, when, time in quotes
                    ),
                ),
                rationale="\n".join(_because(scene, row) for row in _by_place(rows)),
                marking=marking,
                accept=(words.say("accept.words"),),
                reject=_rejects(scene, times),
            ),
            asks=frozenset(f"time:{row.time.id}" for row in rows if not row.given)
            | frozenset(fact for row in rows if not row.given for fact in _facts(dossier, row.time)),
            tells=frozenset(f"time:{row.time.id}" for row in rows if row.given).union(
                *(
                    leaks.told_values(dossier, time.event, [quote for quote, _ in time.sides.values()])
                    for time in times
                ),
                *(_facts(dossier, row.time) for row in rows if row.given),
            ),
            minutes=scene.minutes or round(0.5 * len(blanks) + 0.5, 1),
            difficulty=self.difficulty,
        )


# -- which events ----------------------------------------------------------------------------------


def _sort(time: Dated) -> str:
    """How the reports date an event: 'only', 'agree', 'clash', or 'none'."""
    if time.clash:
        return "clash"
    return ("none", "only")[len(time.sides)] if len(time.sides) < 2 else "agree"


def _trouble(dossier: Dossier, time: Dated) -> str | None:
    """Why no true row can be made of an event, if none can."""
    whens = {when for other in dossier.times for _, when in other.sides.values()}
    if any(find_words(time.event, when) for when in whens):
        return "told"
    if (time.clash and len(time.sides) < 2) or (not time.clash and (time.order is None) == bool(time.sides)):
        return "odd"
    return None


def _apart(times: Sequence[Dated]) -> list[Dated]:
    """The events without those whose place an earlier one of the list has."""
    first: dict[object, Dated] = {}
    for time in times:
        first.setdefault(time.id if time.order is None else time.order, time)
    return list(first.values())


def _mixed(times: Sequence[Dated]) -> list[Dated]:
    """The events so that the first four hold three that have a place."""
    sorts: dict[str, list[Dated]] = {}
    for time in times:
        if time.order is not None:
            sorts.setdefault(_sort(time), []).append(time)
    placed = in_turn(sorts.values())
    return [*placed[:LEAST_PLACED], *(t for t in times if t.order is None), *placed[LEAST_PLACED:]]


def _pool(dossier: Dossier, units: Sequence[Unit], every: Sequence[Unit]) -> list[Dated]:
    """The events of the units, and as many others as a line of events needs."""
    by_id = {time.id: time for time in dossier.times}
    wanted = [by_id[unit.id] for unit in units]
    allowed = {label for unit in units for label in unit.labels}
    for unit in every:
        orders = {time.order for time in wanted} - {None}
        enough = len(orders) >= LEAST_PLACED and len(_apart(wanted)) >= LEAST
        time = by_id[unit.id]
        new = time not in wanted and (
            len(orders) >= LEAST_PLACED if time.order is None else time.order not in orders
        )
        if not enough and new and set(unit.labels) <= allowed:
            wanted.append(time)
    return wanted


def _draw(scene: Scene, pool: Sequence[Dated]) -> list[Dated]:
    """The events of this variant, shuffled: of every sort, one for each place, some without a place."""
    most = max(LEAST, scene.how_many(4, 5, 7))
    times = _apart(scene.shuffled(pool))
    placed = [time for time in times if time.order is not None]
    loose = [time for time in times if time.order is None]
    some = scene.sample(loose, max(1, most // 3, most - len(placed)))
    sorts: dict[str, list[Dated]] = {}
    for time in placed:
        sorts.setdefault(_sort(time), []).append(time)
    return scene.shuffled([*some, *spread(scene, sorts, most - len(some))])


# -- rows and words --------------------------------------------------------------------------------


def _rows(scene: Scene, times: Sequence[Dated], labels: Sequence[str]) -> list[_Row]:
    """The rows with their answers. Support fills in the first that has a place."""
    line = sorted(time.order for time in times if time.order is not None)
    example = next(time for time in times if time.order is not None) if scene.lane == "support" else None
    return [
        _Row(
            time,
            scene.option(opening(unstopped(time.event))),
            (_place(scene, time, line), _dated(scene, time, labels)),
            time == example,
        )
        for time in times
    ]


def _place(scene: Scene, time: Dated, line: Sequence[int]) -> BlankKey:
    if time.order is None:
        return BlankKey(model=scene.words.say("open"), accept=_others(scene, "accept.open"))
    return BlankKey(model=str(line.index(time.order) + 1))


def _dated(scene: Scene, time: Dated, labels: Sequence[str]) -> BlankKey:
    sort = _sort(time)
    if sort == "only":
        (label,) = time.sides
        return BlankKey(
            model=scene.words.say("dated.only", passage=label), accept=_others(scene, "accept.only", passage=label)
        )
    many = "both" if len(labels) == 2 else "several"
    key = "none" if sort == "none" else f"{many}.{sort}"
    return BlankKey(model=scene.words.say(f"dated.{key}"), accept=_others(scene, f"accept.{sort}"))


def _others(scene: Scene, key: str, **values: str) -> tuple[str, ...]:
    return tuple(scene.words.say(key, **values).split("|"))


def _bank(scene: Scene, labels: Sequence[str]) -> tuple[str, ...]:
    words, many = scene.words, "both" if len(labels) == 2 else "several"
    return (
        *(words.say("dated.only", passage=label) for label in labels),
        words.say(f"dated.{many}.agree"),
        words.say(f"dated.{many}.clash"),
        words.say("dated.none"),
    )


def _by_place(rows: Sequence[_Row]) -> list[_Row]:
    return sorted(rows, key=lambda row: (row.time.order is None, row.time.order or 0))


def _because(scene: Scene, row: _Row) -> str:
    """A line of the key: the event with its place, the time in each report, and why."""
    words = scene.words
    sides = words.say("list.semicolon").join(
        words.say("because.side", passage=label, when=when) for label, (_, when) in sorted(row.time.sides.items())
    )
    return words.say(
        "because" if sides else "because.undated",
        event=row.option.text,
        place=row.keys[0].model,
        sides=sides,
        why=row.time.why,
    )


def _rejects(scene: Scene, times: Sequence[Dated]) -> tuple[Reject, ...]:
    sorts = {_sort(time) for time in times}
    names = ["telling", *(name for name in ("none", "clash", "only") if name in sorts)]
    return tuple(
        Reject(text=scene.words.say(f"reject.{name}.text"), why=scene.words.say(f"reject.{name}.why"))
        for name in names
    )


# -- facts -----------------------------------------------------------------------------------------


def _claims(dossier: Dossier, time: Dated) -> dict[str, list[str]]:
    """The claims on when something happened whose words date this event, with the reports in which they do."""
    found = {
        claim.id: [
            label
            for label, (quote, _) in time.sides.items()
            if (side := claim.sides.get(label)) and side.quote is not None and side.quote.overlaps(quote)
        ]
        for claim in dossier.claims
        if claim.slot == "when"
    }
    return {id_: labels for id_, labels in found.items() if labels}


def _facts(dossier: Dossier, time: Dated) -> frozenset[str]:
    """What the answers on an event give away besides: the times that claims ask for, and how they compare."""
    claims = _claims(dossier, time)
    return frozenset(
        f"claim:{id_}:{label}:value" for id_, labels in claims.items() for label in labels
    ) | frozenset(f"claim:{id_}:relation" for id_, labels in claims.items() if len(labels) > 1)
