"""Names where they stand -> one entity for each bearer, with all its mentions."""

from collections import defaultdict
from collections.abc import Iterable

from generator.draft.marks import Entity, Mention
from generator.draft.names.judge import Found
from generator.draft.names.lists import names, word_set

_MANY = 40
"""Bearers of one name that are looked at: a list of thousands must not take for ever."""
_SUFFIXES = word_set("suffixes")
_PARTICLES = ("al-", "el-", "ash-", "as-", "an-", "ad-", "ar-", "at-", "az-", "ul-")


class Bearer:
    """Somebody or something that one or more names stand for, while it is being put together."""

    __slots__ = ("confidence", "finds", "forms", "gender", "kind", "rule", "suffix")

    def __init__(self, kind: str, keys: tuple[str, ...], find: Found) -> None:
        self.kind, self.rule, self.confidence = kind, find.rule, find.confidence
        self.forms: list[tuple[str, ...]] = [keys]
        self.finds: list[Found] = [find]
        self.gender = find.gender
        self.suffix = ""

    def take(self, find: Found, keys: tuple[str, ...] | None = None) -> None:
        """Another mention; a name of more words or with a surer rule says more about the bearer."""
        self.finds.append(find)
        if keys is not None and keys not in self.forms:
            self.forms.append(keys)
        if find.kind == self.kind and find.confidence > self.confidence and self.rule != "surname-of-two":
            self.confidence, self.rule = find.confidence, find.rule
        if self.gender == "-":
            self.gender = find.gender

    def entity(self, raw: str) -> Entity:
        """The finished entity."""
        finds = sorted(self.finds, key=lambda f: f.start)
        best = max(finds, key=lambda f: (len(f.keys), f.end - f.start, -f.start))
        name = " ".join(raw[best.start : best.end].split())
        kind = self.kind if self.kind in ("person", "organisation", "place", "office", "outlet") else "other"
        mentions = tuple(Mention((f.start, f.end), f.title) for f in finds)
        return Entity(name, kind, mentions, self.rule, round(self.confidence, 3))  # type: ignore[arg-type]


def bare(word: str) -> str:
    """A surname without the article before it: 'al-karim' and 'karim' are one."""
    for particle in _PARTICLES:
        if word.startswith(particle):
            return word[len(particle) :].lstrip("'ʿ")
    return word


def core(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a person's name without Jr. and the like."""
    while len(keys) > 1 and keys[-1] in _SUFFIXES:
        keys = keys[:-1]
    return keys


def suffix(keys: tuple[str, ...]) -> str:
    """'jr' of 'sander vell jr': father and son are two persons."""
    return keys[-1] if len(keys) > 2 and keys[-1] in _SUFFIXES else ""


def same_given(a: str, b: str) -> bool:
    """Whether two given names may be of one person: alike, an initial, a short form."""
    if a == b or (a[0].lower() == b[0].lower() and (len(a) == 1 or len(b) == 1)):
        return True
    given = names().given
    full_a, full_b = given.get(a), given.get(b)
    return full_a is not None and full_b is not None and full_a[1] == full_b[1]


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names may be of one person."""
    if bare(a[-1]) == bare(b[-1]):
        return same_given(a[0], b[0]) or a[-len(b) :] == b or b[-len(a) :] == a
    short, long = (a, b) if len(a) < len(b) else (b, a)
    if len(long) == len(short) or len(short) < 2:
        return False
    return long[: len(short)] == short or long[-len(short) :] == short


class Grouping:
    """Puts finds together: full names first, then surnames and short forms."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.lists = names()
        self.by_first: dict[str, list[Bearer]] = defaultdict(list)
        self.bearers: list[Bearer] = []
        self.by_surname: dict[str, list[Bearer]] = defaultdict(list)
        self.by_given: dict[str, list[Bearer]] = defaultdict(list)
        self.by_name: dict[tuple[str, ...], Bearer] = {}

    def full_person(self, find: Found) -> None:
        """A name of two words or more."""
        keys, late = core(find.keys), suffix(find.keys)
        known = self.by_name.get((*keys, late))
        if known is not None:
            known.take(find)
            return
        last = bare(keys[-1])
        fits = [
            b
            for b in self.by_surname.get(last, ())[:_MANY]
            if b.suffix == late and any(same_person(f, keys) for f in b.forms)
        ]
        if not fits:
            fits = [
                b
                for b in self.by_given.get(keys[0], ())[:_MANY]
                if b.suffix == late and any(same_person(f, keys) for f in b.forms if len(f) > 1)
            ]
        if len(fits) == 1:
            bearer = fits[0]
            bearer.take(find, keys)
        else:
            bearer = Bearer("person", keys, find)
            bearer.suffix = late
            self.bearers.append(bearer)
        self.by_name[(*keys, late)] = bearer
        for index, word in ((self.by_surname, last), (self.by_given, keys[0])):
            if bearer not in index[word][:_MANY]:
                index[word].append(bearer)

    def single_person(self, find: Found) -> bool:
        """A surname or given name alone; answers whether somebody of the text bears it."""
        word = find.keys[-1]
        fits = self.by_surname.get(bare(word), [])
        if len(fits) > 1 and find.gender in "mf":
            fits = [b for b in fits if b.gender == find.gender] or [b for b in fits if b.gender == "-"]
        if len(fits) == 1 and (find.gender == "-" or fits[0].gender in ("-", find.gender)):
            fits[0].take(find)
            return True
        if len(fits) > 1 and find.gender == "-":
            # Before the second of them is named, the first is meant.
            first = sorted(b.finds[0].start for b in fits[:_MANY])[1]
            early = [b for b in fits[:_MANY] if b.finds[0].start < find.start]
            if find.start < first and len(early) == 1:
                early[0].take(find)
                return True
        if fits:
            self._ambiguous(find)
            return True
        if find.title is None:
            fits = self.by_given.get(word, [])
            if len(fits) == 1:
                fits[0].take(find)
                return True
            if fits:
                self._ambiguous(find)
                return True
        return False

    def _ambiguous(self, find: Found) -> None:
        key = ("?", find.keys[-1], find.gender)
        if key in self.by_name:
            self.by_name[key].take(find)
            return
        bearer = Bearer("person", find.keys, find._replace(rule="surname-of-two", confidence=0.4))
        self.by_name[key] = bearer
        self.bearers.append(bearer)

    def titled_single(self, find: Found) -> None:
        """A surname behind a title, of nobody whose full name stands in the text."""
        bearer = Bearer("person", find.keys, find)
        self.bearers.append(bearer)
        self.by_surname[bare(find.keys[-1])].append(bearer)

    def shortened(self, find: Found) -> bool:
        """Gives 'Ellerby' to 'Ellerby Holdings', where there is only one such organisation."""
        fits = [b for b in self.by_first.get(find.keys[0], ()) if find.kind in ("unknown", b.kind)]
        if len(fits) != 1:
            return False
        fits[0].take(find)
        return True

    def other(self, find: Found) -> Bearer:
        """A name of any other kind: the same words are the same thing."""
        bearer = self.by_name.get((find.kind, *find.keys))
        if bearer is None:
            bearer = Bearer(find.kind, find.keys, find)
            self.by_name[(find.kind, *find.keys)] = bearer
            self.bearers.append(bearer)
            if len(find.keys) > 1 and (find.rule == "organisation-end" or find.kind == "outlet"):
                first = find.keys[0]
                if first not in self.lists.places and first not in self.lists.demonyms:
                    self.by_first[first].append(bearer)
        else:
            bearer.take(find)
        return bearer

    def entities(self) -> list[Entity]:
        """All of them, by first mention."""
        made: Iterable[Entity] = (b.entity(self.raw) for b in self.bearers)
        return sorted(made, key=lambda e: e.mentions[0].span)
