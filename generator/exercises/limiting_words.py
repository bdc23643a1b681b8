"""Limiting words: one sentence -> the words in it that limit how sure or how exact it is."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.exercises import leaks
from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.places import find_words, quote_between, sentence_around
from generator.exercises.statements import EXACTNESS_KINDS, LIMITING_KINDS, marker_of, markers_in
from generator.model.dossier import Dossier, Marker, Passage, Quote
from generator.model.grammar import Grammar
from generator.model.item import Choice, ChoiceAnswer, Item, KeyEntry, Question

LEAST = MOST = 3
EDGE = 3
"""How many words of a sentence are shown, so that it can be found."""
SIZE = 2
"""How many words an option may be longer or shorter than the right one."""
NEAR = 5
"""How many words on each side of a limiting word are looked at."""
MANY = {"limited": 3, "small": 1}
"""How many of the weaker sorts of wrong options there may be."""

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_CLAUSE = re.compile(r"[,;:.?!]")
_LEAST_LETTERS = 4


@lru_cache(maxsize=8)
def _numbers(grammar: Grammar) -> re.Pattern[str]:
    """Finds figures and amounts in words, with what is counted, and times of day."""
    amounts, months = grammar.one_of("amounts"), grammar.one_of("months")
    clock = rf"\b(?:{amounts}) (?:{grammar.one_of('clock')}) (?:{grammar.one_of('amounts', 'clock.parts')})\b"
    figure = r"[£$€]?\d[\d,.]*\d|[£$€]?\d"
    # Not a part of a longer figure, such as 9/11 or 24/7.
    return re.compile(
        rf"{clock}|(?<![\w/-])(?:{figure}(?![\w/])|(?:{amounts})\b)(?: (?:[a-zß-ÿ]{{4,}}|{months})\b)?"
    )


@lru_cache(maxsize=8)
def _times(grammar: Grammar) -> re.Pattern[str]:
    """Finds days and months, with the small word before them."""
    date = rf"(?:\d{{1,2}} (?:{grammar.one_of('date.between')}) )?"
    before = rf"(?:(?i:{grammar.one_of('time.before')}) )?"
    return re.compile(rf"\b{before}{date}(?:{grammar.one_of('days', 'months')})\b")


@lru_cache(maxsize=8)
def _dates(grammar: Grammar) -> re.Pattern[str]:
    """Finds the end of a date that is told to the day."""
    between = rf"(?:(?:{grammar.one_of('date.between')}) )?"
    return re.compile(rf"\d {between}(?:{grammar.one_of('months')})\b")


class LimitingWords(ExerciseType):
    """The other options are words of the same sentence that hasty readers take for limits; never mere names."""

    name = "limiting_words"
    skill = "uncertainty"
    kind = "choice"
    difficulty = 1

    def units(self, dossier: Dossier) -> Usable:
        units, short = [], []
        for note in dossier.markers:
            if note.kind not in LIMITING_KINDS:
                short.append(Shortage(note.id, "kind"))
            elif not note.effect:
                short.append(Shortage(note.id, "no-effect"))
            elif len(_wrong(dossier, note)) < LEAST:
                short.append(Shortage(note.id, "no-distractor"))
            else:
                units.append(Unit(note.id, (note.id,), (note.label,)))
        return Usable(tuple(units), tuple(short))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words, note = scene.words, marker_of(dossier, units[0])
        sentence = sentence_around(dossier.passages[note.label], note.quote)
        right = scene.option(note.quote.text)
        pool = list(_wrong(dossier, note).items())[: MOST + 1]
        wrong = [(scene.option(text), why) for text, why in [*pool[:1], *scene.sample(pool[1:], MOST - 1)]]
        sort = "exact" if note.kind in EXACTNESS_KINDS else "sure"
        several = any(" " in text for text in (right.text, *(option.text for option, _ in wrong)))
        points, marking = scene.share(1)
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say(f"prompt.{sort}.{'words' if several else 'word'}"),
                stem=f"{_where(scene, sentence, note)} {words.say(f'stem.{sort}')}",
                points=points,
                hints=(words.say(f"hint.{sort}"),) if scene.lane == "support" else (),
                response=Choice(options=tuple(scene.shuffled([right, *(option for option, _ in wrong)]))),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=note.quote.text,
                answer=ChoiceAnswer(option=right.id),
                evidence=(scene.evidence(note.quote),),
                rationale=words.say("rationale", marker=note.quote.text, effect=note.effect or ""),
                marking=marking,
                misreadings={o.id: words.say(f"misreading.{sort}.{why}", words=o.text) for o, why in wrong},
            ),
            asks=frozenset({f"marker:{note.id}:text", f"marker:{note.id}:effect"}),
            tells=leaks.marked_sentence(dossier, sentence, note),
            minutes=scene.minutes or 1.0,
            difficulty=self.difficulty,
        )


def _where(scene: Scene, sentence: Quote, note: Marker) -> str:
    """Which sentence to look up, told by its first or last words, such as do not give the answer away."""
    tokens = [(m.start() + sentence.start, m.end() + sentence.start) for m in re.finditer(r"\S+", sentence.text)]
    text, place = sentence.text, scene.place(sentence)
    if tokens[EDGE:] and tokens[EDGE - 1][1] <= note.quote.start:
        return scene.words.say("where.begins", words=text[: tokens[EDGE - 1][1] - sentence.start], place=place)
    if tokens[EDGE:] and note.quote.end <= tokens[-EDGE][0]:
        shown = text[tokens[-EDGE][0] - sentence.start :].rstrip(".!?…")
        return scene.words.say("where.ends", words=shown, place=place)
    return scene.words.say("where", place=place)


def _wrong(dossier: Dossier, note: Marker) -> dict[str, str]:
    """Words of the same sentence and about the same size that do not limit it -> the misreading behind each.

    Best first. Left out is whatever might limit after all: words in or around a marker of either sort, and
    distancing cues. Where the question is what makes it less sure, so are all reporting words, for a writer who
    passes words on need not vouch for them; where it is what makes it less exact, times that leave a day open
    and words that only colour an amount.
    """
    passage = dossier.passages[note.label]
    sentence = sentence_around(passage, note.quote)
    markers = markers_in(dossier, sentence)
    size = len(note.quote.text.split())
    out: dict[str, str] = {}
    used = [m.quote for m in markers if m.kind != "booster"]
    for quote, why in (*_noted(dossier, note, sentence), *_plain(passage, note, sentence)):
        inside = sentence.start <= quote.start and quote.end <= sentence.end
        fits = abs(len(quote.text.split()) - size) <= SIZE and len(find_words(sentence.text, quote.text)) == 1
        fits = fits and not _open(dossier, note, quote, why)
        room = list(out.values()).count(why) < MANY.get(why, MOST)
        if inside and fits and room and not any(_touches(passage, quote, q) for q in used):
            out[quote.text] = why
            used.append(quote)
    return dict(sorted(out.items(), key=lambda pair: abs(len(pair[0].split()) - size) > 1))


def _open(dossier: Dossier, note: Marker, quote: Quote, why: str) -> bool:
    """Whether words could be defended as a second answer to the question about this marker."""
    grammar = dossier.passages[note.label].grammar
    if note.kind not in EXACTNESS_KINDS:
        cues = [said.cue for said in dossier.attributions if said.cue is not None]
        return grammar.pattern("attitudes").search(quote.text) is not None or any(
            quote.overlaps(cue) for cue in cues
        )
    undated = grammar.pattern("periods", "months", capitals=True).search(quote.text) is not None
    undated = undated and _dates(grammar).search(quote.text) is None
    coloured = why == "loaded" or any(quote.overlaps(word.quote) for word in dossier.wording)
    return coloured or undated or grammar.pattern("degrees").search(quote.text) is not None


def _touches(passage: Passage, one: Quote, other: Quote) -> bool:
    """Whether two stretches overlap, or stand inside one pair of quotation marks."""
    return one.overlaps(other) or not passage.text[min(one.end, other.end) : max(one.start, other.start)].strip(
        "“”«»"
    )


def _noted(dossier: Dossier, note: Marker, sentence: Quote) -> Iterator[tuple[Quote, str]]:
    """What the notes know: reporting words, words that raise certainty, loaded words."""
    for said in dossier.attributions:
        if said.label == note.label and said.cue is not None and said.strength in ("neutral", "asserting"):
            yield said.cue, "cue"
    for marker in markers_in(dossier, sentence):
        if marker.kind == "booster":
            yield marker.quote, "booster"
    for word in dossier.wording:
        if word.label == note.label and not word.arguable:
            yield word.quote, "loaded"


def _plain(passage: Passage, note: Marker, sentence: Quote) -> Iterator[tuple[Quote, str]]:
    """What stands in many a sentence: numbers, times, the words that are limited, small words."""
    grammar = passage.grammar
    for pattern, why in ((_numbers(grammar), "value"), (_times(grammar), "value")):
        for match in pattern.finditer(sentence.text):
            yield quote_between(passage, sentence.start + match.start(), sentence.start + match.end()), why
    for quote in _limited(passage, note, sentence):
        yield quote, "limited"
    for match in grammar.pattern("small").finditer(sentence.text):
        yield quote_between(passage, sentence.start + match.start(), sentence.start + match.end()), "small"


def _limited(passage: Passage, note: Marker, sentence: Quote) -> Iterator[Quote]:
    """What the marker limits: words of its clause that carry meaning, as many at once as the marker has.

    Those behind it, nearest first, then those before it.
    """
    size = len(note.quote.text.split())
    after = _CLAUSE.split(passage.text[note.quote.end : sentence.end], maxsplit=1)[0]
    before = _CLAUSE.split(passage.text[sentence.start : note.quote.start])[-1]
    behind = list(_runs(passage, note.quote.end, after, size))
    yield from behind[:NEAR]
    yield from list(_runs(passage, note.quote.start - len(before), before, size))[-NEAR:]


def _runs(passage: Passage, start: int, text: str, size: int) -> Iterator[Quote]:
    """Runs of words of a text, which begins at an offset, whose first and last word carry meaning."""
    words, grammar = list(_WORD.finditer(text)), passage.grammar
    for i, match in enumerate(words):
        last = words[min(i + size, len(words)) - 1]
        meant = all(_has_meaning(grammar, word[0]) for word in (match, last))
        if meant and not grammar.has("adverbs", match[0]):
            yield quote_between(passage, start + match.start(), start + last.end())


def _has_meaning(grammar: Grammar, word: str) -> bool:
    small = grammar.has("empty", word) or grammar.has("small", word)
    return len(word) >= _LEAST_LETTERS and word[0].islower() and not small
