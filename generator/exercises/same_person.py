"""Same person: names from the reports, with their places -> whom each of them means."""

from collections import Counter
from collections.abc import Sequence

from generator.exercises import leaks
from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.names import entities_at, labels_of, may_be_named, share_words, speaks, stands_alone
from generator.exercises.pairs import cite, evidence, opening
from generator.exercises.statements import spread
from generator.model.dossier import Dossier, Entity, Quote
from generator.model.item import Item, KeyEntry, Match, MatchAnswer, Question, Reject

LEAST, LEAST_ROWS = 2, 3
HELD_BACK_FROM = 3
"""With this many to tell apart, one may go without an option of its own."""

Row = tuple[Entity, Quote]


class SamePerson(ExerciseType):
    """A link between two names can be stated, or only likely; the key says which."""

    name = "same_person"
    skill = "attribution"
    kind = "match"
    rows = (LEAST, 8)
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        usable, short = [], []
        for entity in dossier.entities:
            if len({quote.text.casefold() for quote in labels_of(dossier, entity)}) < LEAST:
                short.append(Shortage(entity.id, "one-name"))
            elif entity.why is None:
                short.append(Shortage(entity.id, "no-why"))
            elif not _names(dossier, entity):
                short.append(Shortage(entity.id, "tells-itself"))
            else:
                usable.append(entity)
        speaking = [entity for entity in usable if speaks(dossier, entity)]
        kept = speaking if _enough(dossier, speaking) else usable
        short += [Shortage(entity.id, "silent") for entity in usable if entity not in kept]
        if not _enough(dossier, kept):
            return Usable((), (*short, *(Shortage(entity.id, "too-few") for entity in kept)))
        return Usable(
            tuple(
                Unit(e.id, (e.id,), tuple(label for label in dossier.labels if e.labels.get(label))) for e in kept
            ),
            tuple(short),
        )

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words = scene.words
        wanted = {unit.id for unit in units}
        rows = _draw(dossier, [e for e in dossier.entities if e.id in wanted], scene)
        asked = list({entity.id: entity for entity, _ in rows}.values())
        extra = _left_over(dossier, rows, scene)
        back = _held_back(asked, extra, scene)
        nobody = scene.option(words.say("nobody"))
        options = {e.id: nobody if e == back else scene.option(e.name) for e in asked}
        misread = {scene.option(e.name).id: words.say("misreading.other", name=opening(e.name)) for e in extra}
        if back is None:
            misread[nobody.id] = words.say("misreading.nobody")
        shown = [*options.values(), *(scene.option(e.name) for e in extra), nobody]
        texts = {quote: scene.option(cite(scene, quote)) for _, quote in rows}
        points, marking = scene.share(len(rows))
        proof = [(q, words.say("shows", name=e.name)) for e in asked for q in labels_of(dossier, e)]
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem"),
                points=points,
                hints=scene.where_to_look(dossier, (quote for quote, _ in proof)),
                response=Match(
                    rows=tuple(texts[quote] for _, quote in rows),
                    options=tuple(scene.shuffled(dict.fromkeys(shown))),
                    reuse=True,
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(options[e.id].text for e, _ in rows),
                answer=MatchAnswer(pairs={texts[quote].id: options[e.id].id for e, quote in rows}),
                evidence=evidence(scene, proof),
                rationale="\n".join([words.say("rationale"), *(_cluster(scene, e, rows, back) for e in asked)]),
                marking=marking,
                accept=(words.say("accept.likely"),) if any(e.sure == "likely" for e in asked) else (),
                reject=_swaps(dossier, rows, [e for e in (*asked, *extra) if e != back], scene),
                misreadings=misread,
            ),
            asks=frozenset(f"entity:{entity.id}:labels" for entity in asked),
            tells=leaks.names(dossier, *(option.text for option in (*shown, *texts.values()))),
            minutes=scene.minutes or 0.5 * len(rows) + 0.5,
            difficulty=self.difficulty,
        )


def _names(dossier: Dossier, entity: Entity) -> list[Quote]:
    """The names of an entity that do not give its own away, where their line shows which words are meant.

    Words that are noted as a name of somebody else too are left out.
    """
    found = [
        q
        for q in labels_of(dossier, entity)
        if not share_words(q.text, entity.name, dossier.grammar) and stands_alone(dossier, q)
    ]
    return [quote for quote in found if entities_at(dossier, quote) == [entity]]


def _enough(dossier: Dossier, entities: Sequence[Entity]) -> bool:
    return len(entities) >= LEAST and sum(len(_names(dossier, e)) for e in entities) >= LEAST_ROWS


def _draw(dossier: Dossier, entities: Sequence[Entity], scene: Scene) -> list[Row]:
    """Rows drawn from each in turn, and no more than half of them (rounded up) from any one.

    Else the same answer in every row would pay.
    """
    groups = {e.id: [(e, quote) for quote in _names(dossier, e)] for e in scene.shuffled(entities)}
    rows = spread(scene, groups, max(LEAST, scene.how_many(3, 4, 6)))
    while (most := Counter(e.id for e, _ in rows).most_common(1)[0])[1] > (len(rows) + 1) // 2:
        rows.remove(next(row for row in reversed(rows) if row[0].id == most[0]))
    return scene.shuffled(rows)


def _left_over(dossier: Dossier, rows: Sequence[Row], scene: Scene) -> list[Entity]:
    """Others whom the reports name and whom no row can mean; beside people who speak, only such people."""
    asked = {entity.id for entity, _ in rows}
    found = [
        e
        for e in dossier.entities
        if e.id not in asked
        and labels_of(dossier, e)
        and not any(
            may_be_named(dossier, e, quote.text) or may_be_named(dossier, other, e.name) for other, quote in rows
        )
    ]
    if any(speaks(dossier, entity) for entity, _ in rows):
        found = [entity for entity in found if speaks(dossier, entity)]
    return scene.sample(found, 1 if scene.lane == "support" else 2)


def _held_back(asked: Sequence[Entity], extra: Sequence[Entity], scene: Scene) -> Entity | None:
    """Now and then somebody whose name is not offered, so that 'somebody else' can be right."""
    sure = [entity for entity in asked if entity.sure == "stated"]
    if scene.lane == "support" or len(asked) < HELD_BACK_FROM or not extra or not sure:
        return None
    return scene.rng.choice(sure) if scene.rng.random() < 0.5 else None


def _cluster(scene: Scene, entity: Entity, rows: Sequence[Row], back: Entity | None) -> str:
    """Which rows mean somebody, how sure that is, and why."""
    words = scene.words
    own = sorted((q for e, q in rows if e == entity), key=lambda q: (q.label, q.start))
    cited = [cite(scene, quote) for quote in own]
    named = words.say("list.and").join([*[words.say("list.comma").join(cited[:-1])][: len(cited) - 1], cited[-1]])
    key = f"cluster.{entity.sure}.{'one' if len(own) == 1 else 'many'}"
    told = words.say(key, names=named, name=entity.name, why=entity.why or "")
    return f"{told} {words.say('cluster.held-back', name=entity.name)}" if entity == back else told


def _swaps(dossier: Dossier, rows: Sequence[Row], offered: Sequence[Entity], scene: Scene) -> tuple[Reject, ...]:
    """Rows that share a word with the name of somebody else."""
    words = scene.words
    return tuple(
        Reject(
            text=words.say("brief.row", row=cite(scene, quote), answer=other.name),
            why=words.say("reject.word.why"),
        )
        for entity, quote in rows
        for other in offered
        if other != entity and share_words(quote.text, other.name, dossier.grammar)
    )
