"""Missing source hunt: a part of a passage -> the words in it that hide who says so."""

from collections.abc import Sequence
from itertools import combinations

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.places import lines_of_paragraph, quote_between, sentence_around
from generator.exercises.statements import marked
from generator.model.dossier import Attribution, Dossier, Marker, Quote
from generator.model.item import Item, KeyEntry, MarkKind, Question, Reject, TextSelection, TextSelectionAnswer

Hider = Attribution | Marker
"""A note on words that say that somebody says so, but not who."""


OF_A_SORT = 2
"""How many wrong answers of one sort the key gives."""


class MissingSourceHunt(ExerciseType):
    """Only where the notes hold every attribution and every marker of a passage, so that the key misses none.

    Words of rumour ('allegedly') hide a speaker too. They count where they are found, but nobody has to find them.
    """

    name = "missing_source_hunt"
    skill = "attribution"
    kind = "text-selection"
    rows = (1, 12)
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        units, short = [], []
        for note in _hiders(dossier):
            passage = dossier.passages[note.label]
            if not {"attributions", "markers"} <= passage.complete:
                short.append(Shortage(note.id, "not-complete"))
            elif passage.paragraph_of(_words(note).start).kind != "body":
                short.append(Shortage(note.id, "not-body"))
            else:
                notes = [note.id, *(other.id for other in _same_words(dossier, note))]
                units.append(Unit(note.id, tuple(dict.fromkeys(notes)), (note.label,), group=note.label))
        cueless = [n for n in dossier.attributions if n.form == "agentless" and n.cue is None]
        return Usable(tuple(units), (*short, *(Shortage(note.id, "no-cue") for note in cueless)))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words, label = scene.words, units[0].labels[0]
        free = {unit.id for unit in units if unit.labels[0] == label}
        part = _stretch(dossier, label, free, scene)
        found = [note for note in _hiders(dossier) if note.label == label and _words(note).overlaps(part)]
        more = [m for m in _rumours(dossier, part) if not any(m.quote.overlaps(_words(note)) for note in found)]
        spans = sorted([*(_words(note) for note in found), *(m.quote for m in more)], key=lambda q: q.start)
        enough = len(found)
        sign = scene.option(words.say("mark"))
        points, marking = scene.share(enough)
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem"),
                points=points,
                hints=scene.where_to_look(dossier, spans) if scene.lane == "support" else (),
                response=TextSelection(
                    passage=label,
                    lines=(part.first, part.last),
                    marks=(MarkKind(id=sign.id, label=sign.text, sign="underline"),),
                    find=None if scene.lane == "extension" else enough,
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.comma").join(quote.text for quote in spans),
                answer=TextSelectionAnswer(
                    spans=tuple(marked(sign.id, quote) for quote in spans),
                    enough=enough if more else None,
                ),
                evidence=tuple(scene.evidence(quote, _shows(quote, found, scene)) for quote in spans),
                rationale=words.say("rationale"),
                marking=marking,
                accept=(words.say("accept.edges"), *_leave_open(dossier, part, spans, scene)),
                reject=_rejects(dossier, part, scene),
            ),
            asks=_asks(dossier, [*found, *more]),
            minutes=scene.minutes or max(1.5, round(0.6 * enough, 1)),
            difficulty=self.difficulty,
        )


def _asks(dossier: Dossier, notes: Sequence[Hider]) -> frozenset[str]:
    """What the key gives away: the words, and that these statements have no source."""
    facts: set[str] = set()
    for note in notes:
        for other in (note, *_same_words(dossier, note)):
            if isinstance(other, Marker):
                facts.add(f"marker:{other.id}:text")
            else:
                facts |= {f"attribution:{other.id}:{fact}" for fact in ("source", "span", "cue")}
    return frozenset(facts)


# -- what hides a source ---------------------------------------------------------------------------


def _hiders(dossier: Dossier) -> list[Hider]:
    """Every note on words that plainly hide who says so, in the order of reports and text, each place once."""
    cues = [note for note in dossier.attributions if note.form == "agentless" and note.cue is not None]
    more = [
        note
        for note in dossier.markers
        if note.kind == "agentless-confirmation"
        and not _sourced(dossier, note.quote)
        and not any(_words(cue).overlaps(note.quote) for cue in cues)
    ]
    return sorted([*cues, *more], key=lambda note: (note.label, _words(note).start))


def _words(note: Hider) -> Quote:
    if isinstance(note, Marker):
        return note.quote
    assert note.cue is not None
    return note.cue


def _same_words(dossier: Dossier, note: Hider) -> list[Hider]:
    """Other notes on the same words."""
    every: list[Hider] = [*(a for a in dossier.attributions if a.cue is not None), *dossier.markers]
    return [other for other in every if other != note and _words(other).overlaps(_words(note))]


def _sourced(dossier: Dossier, quote: Quote) -> bool:
    """Whether anybody is given as a source in the sentence around these words."""
    sentence = sentence_around(dossier.passages[quote.label], quote)
    return any(
        a.source is not None and any(q.overlaps(sentence) for q in a.quotes)
        for a in dossier.attributions
        if a.label == quote.label
    )


def _rumours(dossier: Dossier, part: Quote) -> list[Marker]:
    """Words of rumour with nobody beside them."""
    return [
        m
        for m in dossier.markers
        if m.kind == "allegation" and m.quote.overlaps(part) and not _sourced(dossier, m.quote)
    ]


# -- the part to look at ---------------------------------------------------------------------------


def _stretch(dossier: Dossier, label: str, free: set[str], scene: Scene) -> Quote:
    """Whole neighbouring paragraphs with about as many finds as the lane wants.

    Everything in the same lines becomes part of the key, so no part holds a note that is not free (another item
    asks for it). Support reads as little as can be, extension as much, core something between.
    """
    passage = dossier.passages[label]
    paragraphs = [block for block in passage.blocks if block.kind == "body"]
    notes = [note for note in _hiders(dossier) if note.label == label]

    def inside(first: int, last: int) -> list[Hider]:
        start, end = paragraphs[first].start, paragraphs[last - 1].end
        return [note for note in notes if start <= _words(note).start < end]

    runs = [run for run in combinations(range(len(paragraphs) + 1), 2) if inside(*run)]
    allowed = [run for run in runs if all(note.id in free for note in inside(*run))] or runs
    most = max(1, scene.how_many(2, 3, 12))
    sizes = {len(inside(*run)) for run in allowed}
    best = max((size for size in sizes if size <= most), default=min(sizes))
    fitting = sorted((run for run in allowed if len(inside(*run)) == best), key=lambda run: (run[1] - run[0], run))
    length = {"support": 0, "core": len(fitting) // 4, "extension": len(fitting) - 1}[scene.lane]
    first, last = fitting[length]
    begin, _ = lines_of_paragraph(passage, _whole(dossier, label, paragraphs[first].start))
    _, end = lines_of_paragraph(passage, _whole(dossier, label, paragraphs[last - 1].start))
    on = [line for line in passage.lines if begin <= line.n <= end]
    return quote_between(passage, on[0].start, on[-1].end)


def _whole(dossier: Dossier, label: str, offset: int) -> Quote:
    """The first letter of a paragraph, as a place in it."""
    return quote_between(dossier.passages[label], offset, offset + 1)


# -- the rest of the key ---------------------------------------------------------------------------


def _shows(quote: Quote, found: Sequence[Hider], scene: Scene) -> str:
    note = next((note for note in found if _words(note) == quote), None)
    if note is None:
        return scene.words.say("shows.rumour")
    if isinstance(note, Attribution):
        return scene.words.say("shows.statement", says=note.says)
    return scene.words.say("shows.confirmed")


def _leave_open(dossier: Dossier, part: Quote, spans: Sequence[Quote], scene: Scene) -> list[str]:
    """Marks that earn nothing and cost nothing: somebody expects or does not know, perhaps without being named."""
    return [
        scene.words.say("accept.open", words=m.quote.text)
        for m in dossier.markers
        if m.kind in ("prediction", "speculation", "stated-ignorance")
        and m.quote.overlaps(part)
        and not any(m.quote.overlaps(quote) for quote in spans)
        and not _sourced(dossier, m.quote)
    ]


def _rejects(dossier: Dossier, part: Quote, scene: Scene) -> tuple[Reject, ...]:
    """Words of the same part that students take for a missing source: sources without a name, cues, hedges."""
    found: dict[str, dict[str, Reject]] = {"unnamed": {}, "cue": {}, "hedge": {}}
    for a in dossier.attributions:
        if a.source is None or not a.source.overlaps(part):
            continue
        if a.source_kind == "unnamed" and a.called is None:
            found["unnamed"][a.source.text] = Reject(text=a.source.text, why=scene.words.say("reject.unnamed"))
        elif a.cue is not None and a.cue.overlaps(part):
            why = scene.words.say("reject.cue", source=a.who or "")
            found["cue"].setdefault(a.cue.text, Reject(text=a.cue.text, why=why))
    for m in dossier.markers:
        if m.kind in ("modal", "probability") and m.quote.overlaps(part):
            found["hedge"].setdefault(m.quote.text, Reject(text=m.quote.text, why=scene.words.say("reject.hedge")))
    return tuple(reject for sort in found.values() for reject in list(sort.values())[:OF_A_SORT])
