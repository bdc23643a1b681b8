"""What was found in reports and between them -> notes, live where they pass the gate, and items to ask for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from generator.draft.compared import Comparison
from generator.draft.comparison import compare
from generator.draft.suggest.couples import Couple, counted, differences, entities
from generator.draft.suggest.doubt import figures, markers, wording
from generator.draft.suggest.judged import coarse_words
from generator.draft.suggest.lesson import Reading, candidates
from generator.draft.suggest.open_questions import Candidate
from generator.draft.suggest.origins import origins
from generator.draft.suggest.said import said
from generator.draft.suggest.shared import quoted
from generator.draft.suggest.views import Names, ReportView, view
from generator.draft.suggestion import Suggestion
from generator.model.words import Words

__all__ = ["Candidate", "Drafted", "ReportView", "suggest", "view"]

UNRELATED = 0.35
"""Reports less surely on one event than this are not compared."""


@dataclass(frozen=True)
class Drafted:
    """Suggestions for all files of a dossier in the order of the texts, items to try, and the comparisons."""

    suggestions: tuple[Suggestion, ...]
    candidates: tuple[Candidate, ...]
    compared: dict[tuple[str, str], Comparison]
    coarse: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Label of a report -> words in it with which no question is asked, each once."""

    @property
    def related(self) -> float:
        """How sure it is that all reports tell of one event: that of the least sure pair."""
        return min((c.related for c in self.compared.values()), default=0.0)


def suggest(reports: Sequence[ReportView], words: Words) -> Drafted:
    """Suggestions for these reports. `words` is the wording of `draft`. Pure: same reports, same suggestions."""
    names = Names()
    readings = [
        Reading(
            r,
            said(r, names, words),
            markers(r, names, words),
            wording(r, names, words),
            figures(r, names, words),
        )
        for r in reports
    ]
    out = [note for r in readings for group in (r.said, r.markers, r.wording, r.figures) for _, note in group]
    compared: dict[tuple[str, str], Comparison] = {}
    for one, two in combinations([r.report for r in readings], 2):
        compared[one.label, two.label] = compare(one.text, two.text, one.found, two.found)
    related = {pair: c for pair, c in compared.items() if c.related >= UNRELATED and not c.same_text}
    spoken = [(r.report, r.said) for r in readings]
    graph = origins(spoken, names, words)
    claims: list[Suggestion] = []
    if related and len(related) == len(compared):
        claims += quoted(spoken, names, words)
        for (first, second), between in related.items():
            pair = [r for r in reports if r.label in (first, second)]
            others = tuple(r for r in reports if r not in pair)
            couple = Couple(pair[0], pair[1], between, others)
            claims += [*counted(couple, names, words), *differences(couple, names, words)]
        claims += entities(reports, names, words)
    items = candidates(readings, claims, related, words)
    rough = {r.label: found for r in reports if (found := coarse_words(r.text.text))}
    return Drafted((*out, *claims, *graph), tuple(items), compared, rough)
