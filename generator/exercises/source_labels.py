"""Source labels: people whom the reports quote -> the words with which each report introduces them."""

from collections.abc import Iterable, Sequence

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.introductions import Introduction, by_person, introductions
from generator.exercises.names import entities_at
from generator.exercises.pairs import cite, evidence
from generator.exercises.sources import articles_of, name_words, same_name, same_source
from generator.model.dossier import Attribution, Dossier, Quote
from generator.model.item import Item, KeyEntry, Match, MatchAnswer, Option, Question, Reject

LEAST, LEAST_ROWS = 2, 3


class SourceLabels(ExerciseType):
    """The same person may be 'a passenger' in one report and 'a retired driver' in the other."""

    name = "source_labels"
    skill = "differences"
    kind = "match"
    rows = (LEAST, 8)
    difficulty = 1

    def units(self, dossier: Dossier) -> Usable:
        units, short, rows = [], [], 0
        for person in by_person(dossier):
            found = introductions(dossier, person)
            if not found:
                short += [Shortage(note.id, _why_not(note)) for note in person]
                continue
            rows += len(found)
            known = [e.id for note in person if note.source for e in entities_at(dossier, note.source)]
            notes = dict.fromkeys([found[0].note.id, *(note.id for note in person), *known])
            units.append(Unit(found[0].note.id, tuple(notes), tuple(row.label for row in found)))
        if len(units) < LEAST or rows < LEAST_ROWS:
            return Usable((), (*short, *(Shortage(unit.id, "too-few") for unit in units)))
        return Usable(tuple(units), tuple(short))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words = scene.words
        wanted = {unit.id for unit in units}
        people = [introductions(dossier, person) for person in by_person(dossier)]
        rows = _draw([own for own in people if own and own[0].note.id in wanted], scene)
        silent = scene.option(words.say("silent"))
        texts = [scene.option(words.say("row", name=row.name, passage=row.label)) for row in rows]
        told = _options(dossier, rows, scene)
        answers = [told[row.words] if row.words else silent for row in rows]
        extra = _left_over(dossier, rows, scene)
        misread = {
            scene.option(quote.text).id: words.say("misreading.other", name=row.name, passage=row.label)
            for row, quote in extra
        }
        if silent not in answers:
            misread[silent.id] = words.say("misreading.silent")
        options = dict.fromkeys([*answers, *(scene.option(quote.text) for _, quote in extra), silent])
        points, marking = scene.share(len(rows))
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem"),
                points=points,
                hints=scene.where_to_look(dossier, (quote for row in rows for quote in row.proof)),
                response=Match(rows=tuple(texts), options=tuple(scene.shuffled(options)), reuse=True),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(option.text for option in answers),
                answer=MatchAnswer(
                    pairs={text.id: answer.id for text, answer in zip(texts, answers, strict=True)}
                ),
                evidence=evidence(scene, ((q, _shows(row, scene)) for row in rows for q in row.proof)),
                rationale="\n".join([words.say("rationale"), *_side_by_side(dossier, rows, scene)]),
                marking=marking,
                accept=(words.say("accept.silent"),) if silent in answers else (),
                reject=_swaps(dossier, rows, scene),
                misreadings=misread,
            ),
            asks=frozenset(f"attribution:{row.note.id}:introduced" for row in rows)
            | frozenset(
                f"entity:{entity.id}:labels"
                for row in rows
                if row.words is not None
                for entity in entities_at(dossier, row.words)
            ),
            minutes=scene.minutes or 0.5 * len(rows) + 0.5,
            difficulty=self.difficulty,
        )


def _why_not(note: Attribution) -> str:
    if note.introduced is None:
        return "no-words" if note.role or note.source_kind != "person" else "silent"
    return "tells-itself"


def _draw(people: Sequence[Sequence[Introduction]], scene: Scene) -> list[Introduction]:
    """People of whom two reports give different words first, then others, as many rows as the lane takes."""
    most = max(LEAST, scene.how_many(3, 4, 6))
    drawn: list[Introduction] = []
    for rows in sorted(scene.shuffled(people), key=lambda rows: -_contrasts(rows)):
        fitting: list[Introduction] = []
        for row in rows[: most - len(drawn)]:
            if not any(row.might_take(one.words) or one.might_take(row.words) for one in (*drawn, *fitting)):
                fitting.append(row)
        # Somebody in two reports comes with both rows or not at all, unless too few are left to ask about.
        if len(fitting) == len(rows) or len(drawn) < LEAST:
            drawn += fitting
    return scene.shuffled(drawn)


def _contrasts(rows: Sequence[Introduction]) -> int:
    return len({row.words.text.casefold() if row.words else "" for row in rows}) if len(rows) > 1 else 0


def _options(dossier: Dossier, rows: Sequence[Introduction], scene: Scene) -> dict[Quote, Option]:
    """An option for each introduction; those of the same words in another order or case share one."""
    first: dict[frozenset[str], Option] = {}
    return {
        row.words: first.setdefault(_bare(dossier, row.words), scene.option(row.words.text))
        for row in rows
        if row.words is not None
    }


def _bare(dossier: Dossier, quote: Quote) -> frozenset[str]:
    return name_words(quote.text, articles_of(dossier))


def _left_over(dossier: Dossier, rows: Sequence[Introduction], scene: Scene) -> list[tuple[Introduction, Quote]]:
    """Introductions of others, which no report of a row could be thought to use for its person."""
    articles = articles_of(dossier)
    right = [row.words.text for row in rows if row.words is not None]
    found: list[tuple[Introduction, Quote]] = []
    for person in by_person(dossier):
        for row in introductions(dossier, person):
            words = row.words
            if words is None or any(other.note in person for other in rows):
                continue
            taken = [*right, *(quote.text for _, quote in found)]
            if any(one.might_take(words) for one in rows):
                continue
            if not any(same_name(words.text, text, articles) for text in taken):
                found.append((row, words))
    return scene.sample(found, 1 if scene.lane == "support" else 2)


def _shows(row: Introduction, scene: Scene) -> str:
    key = "shows.words" if row.words else "shows.silent"
    return scene.words.say(key, name=row.name, passage=row.label)


def _pairs(dossier: Dossier, rows: Sequence[Introduction]) -> Iterable[tuple[Introduction, Introduction]]:
    """Rows on one person in two reports."""
    in_order = sorted(rows, key=lambda row: row.label)
    for i, row in enumerate(in_order):
        for other in in_order[i + 1 :]:
            if row.label != other.label and same_source(dossier, row.note, other.note):
                yield row, other


def _side_by_side(dossier: Dossier, rows: Sequence[Introduction], scene: Scene) -> list[str]:
    """What each of two reports tells of one person, with its place."""
    words = scene.words

    def side(row: Introduction) -> str:
        if row.words is None:
            return words.say("side.silent", passage=row.label)
        return words.say("side.words", passage=row.label, words=cite(scene, row.words))

    return [
        words.say("both", name=one.name, first=side(one), second=side(other))
        for one, other in _pairs(dossier, rows)
    ]


def _swaps(dossier: Dossier, rows: Sequence[Introduction], scene: Scene) -> tuple[Reject, ...]:
    """The words of one report taken for those of the other."""
    words, found = scene.words, []
    for one, other in _pairs(dossier, rows):
        for row, wrong in ((one, other), (other, one)):
            if wrong.words is None or (row.words and _bare(dossier, row.words) == _bare(dossier, wrong.words)):
                continue
            text = words.say("row", name=row.name, passage=row.label)
            found.append(
                Reject(
                    text=words.say("brief.row", row=text, answer=wrong.words.text),
                    why=words.say("reject.swap.why", passage=wrong.label),
                )
            )
    return tuple(found)
