"""Naming ladder: one person or group -> every name that each report uses."""

from collections.abc import Iterable, Sequence

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.pairs import evidence
from generator.model.dossier import Dossier, Entity, Quote
from generator.model.item import Blank, BlankKey, Item, KeyEntry, Question, Reject, ShortText, ShortTextAnswer

LEAST_NAMES = 2
MOST_NAMES = 5


class NamingLadder(ExerciseType):
    """Names differ in what they tell: a person's name, an office, a group, a judgement."""

    name = "naming_ladder"
    skill = "differences"
    kind = "short-text"
    difficulty = 1

    def units(self, dossier: Dossier) -> Usable:
        units, shortages = [], []
        for entity in dossier.entities:
            names = {label: _names(dossier, entity, label) for label in dossier.labels}
            labels = tuple(label for label, found in names.items() if found)
            if sum(map(len, names.values())) < LEAST_NAMES:
                shortages.append(Shortage(entity.id, "too-few"))
            elif not _differ(names.values()):
                shortages.append(Shortage(entity.id, "same-names"))
            elif entity.why is None:
                shortages.append(Shortage(entity.id, "no-why"))
            else:
                units.append(Unit(entity.id, (entity.id,), labels))
        return Usable(tuple(units), tuple(shortages))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words = scene.words
        entity = next(e for e in dossier.entities if e.id == units[0].id)
        blanks: list[Blank] = []
        keys: dict[str, BlankKey] = {}
        shown: list[Quote] = []
        for label in dossier.labels:
            names = _names(dossier, entity, label)
            texts = [quote.text for quote in names]
            for number, quote in enumerate(names[:MOST_NAMES], start=1):
                blank = Blank(
                    id=f"b{len(blanks) + 1}", label=words.say("blank", passage=label, number=str(number))
                )
                blanks.append(blank)
                keys[blank.id] = BlankKey(
                    model=quote.text, accept=tuple(text for text in texts if text != quote.text)
                )
            shown += names
        blanks_of = {label: len(_names(dossier, entity, label)[:MOST_NAMES]) for label in dossier.labels}
        points, marking = scene.share(len(blanks))
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem", name=entity.name, counts=_counts(scene, blanks_of)),
                points=points,
                hints=_hints(scene, dossier, shown),
                response=ShortText(blanks=tuple(blanks)),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(
                    words.say("brief.row", row=blank.label, answer=keys[blank.id].model) for blank in blanks
                ),
                answer=ShortTextAnswer(blanks=keys),
                evidence=evidence(scene, ((quote, entity.name) for quote in shown)),
                rationale=words.say(f"rationale.{entity.sure}", name=entity.name, why=entity.why or ""),
                marking=words.say("marking", marking=marking),
                accept=(words.say("accept.part"),),
                reject=(
                    Reject(text=words.say("reject.pronoun.text"), why=words.say("reject.pronoun.why")),
                    Reject(text=words.say("reject.report.text"), why=words.say("reject.report.why")),
                ),
            ),
            asks=frozenset({f"entity:{entity.id}:labels"}),
            minutes=scene.minutes or round(0.5 * len(blanks) + 1.0, 1),
            difficulty=self.difficulty,
        )


def _differ(names: Iterable[Sequence[Quote]]) -> bool:
    """Whether some report has a word for it that another has not."""
    found = [{quote.text.casefold() for quote in quotes} for quotes in names]
    return any(one != found[0] for one in found)


def _counts(scene: Scene, blanks: dict[str, int]) -> str:
    """How many words to find in each report."""
    told = [scene.words.say("count", passage=label, number=str(n)) for label, n in blanks.items() if n]
    return scene.words.say("list.comma").join(told)


def _hints(scene: Scene, dossier: Dossier, quotes: Sequence[Quote]) -> tuple[str, ...]:
    """The very lines in support, for the words themselves are the answer; the paragraphs in core."""
    if scene.lane != "support":
        return scene.where_to_look(dossier, quotes)
    return scene.pointer(dossier, quotes, lambda _, quote: (quote.first, quote.last))


def _names(dossier: Dossier, entity: Entity, label: str) -> list[Quote]:
    """The different names in one report, without pronouns and without what the question itself says."""
    found: dict[str, Quote] = {}
    grammar = dossier.passages[label].grammar
    for quote in sorted(entity.labels.get(label, ()), key=lambda q: q.start):
        text = quote.text.casefold()
        if not grammar.has("pronouns", text) and text not in entity.name.casefold():
            found.setdefault(text, quote)
    return list(found.values())
