"""A loaded dossier as the rules look at it: files, notes, resolved quotes, and where each stands."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from pathlib import PurePosixPath

from generator.check.finding import At, Step
from generator.load.places import Places
from generator.load.review import Review
from generator.model.dossier import Attribution, Claim, Dossier, Passage
from generator.model.files import AttributionNote, ClaimNote, ClaimSide, DossierFile, GapNote, GapSide, NotesFile
from generator.model.grammar import Grammar
from generator.model.vocabulary import Relation


@dataclass(frozen=True)
class DossierView:
    """What the rules for dossiers see.

    `dossier` is None where errors keep it from being built; rules about places in passages then find
    nothing. `places` are those of the files that were read, by display name.
    """

    file: DossierFile
    notes: Mapping[str, NotesFile]
    dossier: Dossier | None
    places: Mapping[str, Places] = field(default_factory=dict)
    reviews: Mapping[str, Review] = field(default_factory=dict)
    """Label of a report (or "" for dossier.yaml) -> the review of its notes."""
    name: str = ""
    grammar: Grammar = field(default_factory=Grammar)

    def in_dossier(self, *path: Step, key: bool = False) -> At:
        """A place in dossier.yaml."""
        return At(self._named("dossier.yaml"), path, key)

    def in_notes(self, label: str, *path: Step, key: bool = False) -> At:
        """A place in the notes of a report."""
        return At(self._named(f"{self.file.reports[label]}.notes.yaml"), path, key)

    def in_report(self, label: str, *keys: str) -> At:
        """The value of the first of these keys that stands in the front matter of a report."""
        file = self._named(f"{self.file.reports[label]}.md")
        return At(file, next(((key,) for key in keys if self.places[file].knows((key,))), ()))

    def _named(self, name: str) -> str:
        return next(f for f in self.places if PurePosixPath(f).name == name)

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(sorted(self.file.reports))

    def called(self, label: str) -> str:
        """A report in a message: 'A (courier)'."""
        return f"{label} ({self.file.reports[label]})" if label in self.file.reports else label

    def passage(self, label: str) -> Passage | None:
        return self.dossier.passages.get(label) if self.dossier else None

    # -- claims and gaps ---------------------------------------------------------------------------

    def sides(self, claim: ClaimNote) -> dict[str, ClaimSide]:
        """The sides that stand in the file, those for unknown reports left out."""
        given = {label: getattr(claim, label) for label in self.labels}
        return {label: side for label, side in given.items() if side is not None}

    def gap_sides(self, gap: GapNote) -> dict[str, GapSide]:
        """As `sides`, for an open question."""
        given = {label: getattr(gap, label) for label in self.labels}
        return {label: side for label, side in given.items() if side is not None}

    def relations(self, claim: ClaimNote) -> Iterator[tuple[str, str, Relation, tuple[Step, ...]]]:
        """(first label, second label, relation, path of the relation in the claim) for pairs that have one.

        One word for the whole claim holds for every pair in which at least one report makes it.
        """
        sides = self.sides(claim)
        for first, second in combinations(sorted(sides), 2):
            if isinstance(claim.relation, dict):
                for pair in (first + second, second + first):
                    if pair in claim.relation:
                        yield first, second, claim.relation[pair], ("relation", pair)
            elif len(sides) == 2 or sides[first].standing != "absent" or sides[second].standing != "absent":
                yield first, second, claim.relation, ("relation",)

    # -- notes -------------------------------------------------------------------------------------

    def attribution_notes(self) -> Iterator[tuple[str, int, AttributionNote]]:
        """(label, number in the list, note) for every attribution of every report."""
        for label in self.labels:
            if label in self.notes:
                for i, note in enumerate(self.notes[label].attributions):
                    yield label, i, note

    def attribution_ids(self, label: str) -> tuple[str, ...]:
        return tuple(n.id for n in self.notes[label].attributions) if label in self.notes else ()

    @cached_property
    def _attributions(self) -> dict[tuple[str, str], Attribution]:
        resolved = self.dossier.attributions if self.dossier else ()
        given = Counter((label, note.id) for label, _, note in self.attribution_notes())
        return {(a.label, a.id): a for a in resolved if given[a.label, a.id] == 1}

    def attribution(self, label: str, id_: str) -> Attribution | None:
        """The attribution with its quotes resolved; None where they could not be, or where ids are not unique."""
        return self._attributions.get((label, id_))

    def claim(self, number: int) -> Claim | None:
        """The claim of this number in the file with its quotes resolved."""
        return self.dossier.claims[number] if self.dossier else None

    # -- words -------------------------------------------------------------------------------------

    @cached_property
    def _bodies(self) -> str:
        passages = self.dossier.passages.values() if self.dossier else ()
        return "\n".join(block.text for p in passages for block in p.blocks if block.kind == "body")

    def is_name(self, word: str) -> bool:
        """Whether a capitalised word keeps its capital inside a sentence, as far as the passages show."""
        bare = word.strip("“”‘’«»\"'()[],;:¿?¡!")
        for ending in self.grammar.words("name.endings"):
            bare = bare.removesuffix(ending)
        if len(bare) > 1 and bare.isupper():
            return True
        return re.search(rf"[\w,;:“‘«\"'(] ?{re.escape(bare)}\b", self._inside_sentences) is not None

    @cached_property
    def _inside_sentences(self) -> str:
        return re.sub(r"(^|[.!?:]['\"”’»)]*\s+|\n)[“‘«\"'(¿¡]*\S+", " ", self._bodies)
