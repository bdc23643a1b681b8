"""Dossier -> what the exercise types find in it, for the reports that a lesson uses."""

from collections.abc import Sequence

from generator.exercises.base import ExerciseType, Usable
from generator.model.dossier import Dossier, Lesson


def restrict(dossier: Dossier, labels: Sequence[str]) -> Dossier:
    """The dossier with only these reports; claims, gaps and entities keep only their sides."""
    if not labels or set(labels) == set(dossier.passages):
        return dossier
    keep = [label for label in dossier.passages if label in set(labels)]

    def pairs(relations: dict[str, str]) -> dict[str, str]:
        return {pair: value for pair, value in relations.items() if set(pair) <= set(keep)}

    return dossier.model_copy(
        update={
            "passages": {label: dossier.passages[label] for label in keep},
            "attributions": tuple(a for a in dossier.attributions if a.label in keep),
            "markers": tuple(m for m in dossier.markers if m.label in keep),
            "wording": tuple(w for w in dossier.wording if w.label in keep),
            "claims": tuple(
                c.model_copy(
                    update={
                        "sides": {k: v for k, v in c.sides.items() if k in keep},
                        "relations": pairs(dict(c.relations)),
                        "links": tuple(link for link in c.links if link.label in keep),
                    }
                )
                for c in dossier.claims
                if any(side.present for k, side in c.sides.items() if k in keep)
            ),
            "gaps": tuple(
                g.model_copy(update={"sides": {k: v for k, v in g.sides.items() if k in keep}})
                for g in dossier.gaps
            ),
            "entities": tuple(
                e.model_copy(update={"labels": {k: v for k, v in e.labels.items() if k in keep}})
                for e in dossier.entities
            ),
            **_particulars(dossier, keep),
        }
    )


def _particulars(dossier: Dossier, keep: Sequence[str]) -> dict[str, object]:
    """The further notes on these reports alone.

    A time keeps its place only where every report that dates it is kept: another may be what makes it clash,
    or what tells its order. One that no report dates goes too, for it may be told in a report left out.
    """
    return {
        "figures": tuple(f for f in dossier.figures if f.label in keep),
        "steps": tuple(s for s in dossier.steps if s.label in keep),
        "headlines": {k: v for k, v in dossier.headlines.items() if k in keep},
        "leads": {k: v for k, v in dossier.leads.items() if k in keep},
        "summaries": {k: v for k, v in dossier.summaries.items() if k in keep},
        "times": tuple(t for t in dossier.times if t.sides and set(t.sides) <= set(keep)),
        "made_headlines": tuple(
            h.model_copy(update={"fits": tuple(label for label in h.fits if label in keep)})
            for h in dossier.made_headlines
        ),
    }


class Stock:
    """What exercise types find in a dossier, looked up once for all lanes and variants."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._found: dict[str, Usable] = {}

    def usable(self, kind: ExerciseType) -> Usable:
        """The units the type can use, and why it cannot use other notes."""
        if kind.name not in self._found:
            self._found[kind.name] = kind.units(self.dossier)
        return self._found[kind.name]


def stock_of(lesson: Lesson, dossier: Dossier) -> Stock:
    """The stock for a lesson: the dossier with only the reports that the lesson uses."""
    return Stock(restrict(dossier, lesson.file.reports))
