"""Evidence match: one claim and quoted lines -> what each line does for it."""

from collections.abc import Sequence

from generator.exercises import leaks
from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.pairs import cite, evidence, side_quotes
from generator.exercises.statements import balanced, in_turn
from generator.model.dossier import Claim, Dossier
from generator.model.item import Grid, GridAnswer, Item, KeyEntry, Option, Question
from generator.model.particulars import Link
from generator.model.vocabulary import Bearing

BEARINGS: tuple[Bearing, ...] = ("supports", "background", "contradicts", "not-relevant")
LEAST, LEAST_KINDS = 4, 2


class EvidenceMatch(ExerciseType):
    """A line on the same subject is not yet a line that supports the claim."""

    name = "evidence_match"
    skill = "corroboration"
    kind = "grid"
    rows = (LEAST, 12)
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        units: list[Unit] = []
        short: list[Shortage] = []
        for claim in dossier.claims:
            groups = _by_bearing(claim.links)
            filled = [group for group in groups.values() if group]
            if not claim.links:
                reason = "no-links"
            elif claim.statement is None:
                reason = "no-statement"
            elif len(claim.links) < LEAST or len(filled) < LEAST_KINDS:
                reason = "too-few"
            else:
                units += (
                    Unit(link.id, (link.id, claim.id), (link.label,), group=claim.id) for link in in_turn(filled)
                )
                continue
            short += (Shortage(id_, reason) for id_ in (claim.id, *(link.id for link in claim.links)))
        return Usable(tuple(units), tuple(short))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words, claim = scene.words, dossier.claim(units[0].group)
        wanted = {unit.id for unit in units}
        groups = _by_bearing([link for link in claim.links if link.id in wanted])
        drawn = balanced(scene, groups, LEAST, max(LEAST, scene.how_many(4, 5, 7)))
        links = scene.shuffled(drawn)
        example = _example(scene, claim, links)
        columns = {bearing: scene.option(words.say(f"column.{bearing}")) for bearing in BEARINGS}
        rows = {link.id: scene.option(cite(scene, link.quote)) for link in links}
        cells = {rows[link.id].id: columns[link.bears].id for link in links}
        points, marking = scene.share(len(links))
        in_order = sorted(links, key=lambda link: (link.label, link.quote.start))
        shown = [*links, *([example] if example else [])]
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem", statement=claim.statement or ""),
                points=points,
                hints=_hints(scene, example, columns),
                response=Grid(
                    corner=words.say("corner"), rows=tuple(rows.values()), columns=tuple(columns.values())
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(
                    words.say("brief.row", row=scene.place(link.quote), answer=columns[link.bears].text)
                    for link in links
                ),
                answer=GridAnswer(cells=cells),
                evidence=evidence(scene, ((link.quote, columns[link.bears].text) for link in links)),
                rationale="\n".join(
                    words.say(
                        "because", quote=cite(scene, link.quote), answer=columns[link.bears].text, why=link.why
                    )
                    for link in in_order
                ),
                marking=marking,
                misreadings={
                    column.id: words.say(f"misreading.{bearing}")
                    for bearing, column in columns.items()
                    if set(cells.values()) != {column.id}
                },
            ),
            asks=frozenset(f"link:{link.id}" for link in links),
            tells=frozenset({f"link:{example.id}"} if example else ()).union(
                leaks.told_values(dossier, claim.statement or "", side_quotes(claim, *dossier.labels)),
                *(leaks.extract(dossier, link.quote) for link in shown),
            ),
            minutes=scene.minutes or round(0.75 * len(links) + 0.5, 1),
            difficulty=self.difficulty,
        )


def _by_bearing(links: Sequence[Link]) -> dict[str, list[Link]]:
    return {bearing: [link for link in links if link.bears == bearing] for bearing in BEARINGS}


def _example(scene: Scene, claim: Claim, links: Sequence[Link]) -> Link | None:
    """For support, a line that is not asked, to show how it is done."""
    spare = [link for link in claim.links if link not in links]
    return scene.sample(spare, 1)[0] if scene.lane == "support" and spare else None


def _hints(scene: Scene, example: Link | None, columns: dict[Bearing, Option]) -> tuple[str, ...]:
    if scene.lane != "support":
        return ()
    way = scene.words.say("hint.support")
    if example is None:
        return (way,)
    shown = scene.words.say(
        "hint.example",
        quote=cite(scene, example.quote),
        answer=columns[example.bears].text,
        why=example.why,
    )
    return (way, shown)
