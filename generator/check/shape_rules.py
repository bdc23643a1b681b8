"""Dossier -> findings: reports, labels and ids that must fit each other (SS401-SS409)."""

from collections.abc import Iterable, Iterator

from generator.check.finding import At, Finding, meant
from generator.check.view import DossierView


def unknown_label(view: DossierView) -> Iterator[Finding]:
    """A label is used for which the dossier has no report."""

    def found(label: str, at: At) -> Finding:
        known = ", ".join(view.called(known) for known in view.labels)
        return Finding(at, f"the dossier has no report {label}", f"its reports are {known}")

    file = view.file
    unknown = [label for label in "ABCD" if label not in file.reports]
    for label in unknown:
        for i, claim in enumerate(file.claims):
            if getattr(claim, label) is not None:
                yield found(label, view.in_dossier("claims", i, label, key=True))
            if isinstance(claim.relation, dict):
                for pair in claim.relation:
                    if label in pair:
                        yield found(label, view.in_dossier("claims", i, "relation", pair, key=True))
        for i, gap in enumerate(file.gaps):
            if getattr(gap, label) is not None:
                yield found(label, view.in_dossier("gaps", i, label, key=True))
        for i, time in enumerate(file.times):
            if getattr(time, label) is not None:
                yield found(label, view.in_dossier("times", i, label, key=True))
        for i, headline in enumerate(file.headlines):
            for k, fitting in enumerate(headline.fits):
                if fitting == label:
                    yield found(label, view.in_dossier("headlines", i, "fits", k))
        for i, claim in enumerate(file.claims):
            for k, link in enumerate(claim.links):
                if link.report == label:
                    yield found(label, view.in_dossier("claims", i, "links", k, "report"))
        for i, entity in enumerate(file.entities):
            if label in entity.labels:
                yield found(label, view.in_dossier("entities", i, "labels", label, key=True))
        for i, edge in enumerate(file.origins.edges):
            if label in edge.evidence:
                yield found(label, view.in_dossier("origins", "edges", i, "evidence", label, key=True))
        for id_, node in file.origins.nodes.items():
            if node.report == label:
                yield found(label, view.in_dossier("origins", "nodes", id_, "report"))


def too_few_reports(view: DossierView) -> Iterator[Finding]:
    """Comparing takes two."""
    if len(view.file.reports) < 2:
        yield Finding(
            view.in_dossier("reports", key=True),
            "a dossier needs at least two reports",
            "add another report on the same event: secondsource new report",
        )


def same_report_twice(view: DossierView) -> Iterator[Finding]:
    """One report stands under two labels."""
    labels: dict[str, str] = {}
    for label, name in sorted(view.file.reports.items()):
        if name in labels:
            yield Finding(
                view.in_dossier("reports", label),
                f"report '{name}' already stands under label {labels[name]}",
                "give each label a report of its own",
            )
        labels.setdefault(name, label)


def left_out_label(view: DossierView) -> Iterator[Finding]:
    """A claim or an open question says nothing about one of the reports."""
    for i, claim in enumerate(view.file.claims):
        for label in view.labels:
            if getattr(claim, label) is None:
                yield Finding(
                    view.in_dossier("claims", i, "id"),
                    f"claim '{claim.id}' does not say how report {view.called(label)} stands on it",
                    f"quote what {label} says, or write `{label}: absent`",
                )
    for i, gap in enumerate(view.file.gaps):
        for label in view.labels:
            if getattr(gap, label) is None:
                yield Finding(
                    view.in_dossier("gaps", i, "id"),
                    f"open question '{gap.id}' does not say what report {view.called(label)} tells about it",
                    f"add a line for {label}, or write `{label}: not-mentioned`",
                )


def id_twice(view: DossierView) -> Iterator[Finding]:
    """Two notes of one list share an id."""

    def repeated(ids: Iterable[str]) -> Iterator[tuple[int, str]]:
        seen: set[str] = set()
        for i, id_ in enumerate(ids):
            if id_ in seen:
                yield i, id_
            seen.add(id_)

    file = view.file
    lists: list[tuple[At, list[str]]] = [
        (view.in_dossier("claims"), [n.id for n in file.claims]),
        (view.in_dossier("gaps"), [n.id for n in file.gaps]),
        (view.in_dossier("probes"), [n.id for n in file.probes]),
        (view.in_dossier("entities"), [n.id for n in file.entities]),
        (view.in_dossier("times"), [n.id for n in file.times]),
        (view.in_dossier("headlines"), [n.id for n in file.headlines]),
        *((view.in_dossier("claims", i, "links"), [n.id for n in c.links]) for i, c in enumerate(file.claims)),
    ]
    for label in sorted(view.notes):
        notes = view.notes[label]
        lists += [
            (view.in_notes(label, "attributions"), [n.id for n in notes.attributions]),
            (view.in_notes(label, "markers"), [n.id for n in notes.markers]),
            (view.in_notes(label, "wording"), [n.id for n in notes.wording]),
            (view.in_notes(label, "figures"), [n.id for n in notes.figures]),
            (view.in_notes(label, "steps"), [n.id for n in notes.steps]),
        ]
    for at, ids in lists:
        for i, id_ in repeated(ids):
            yield Finding(
                At(at.file, (*at.path, i, "id")),
                f"the id '{id_}' is already taken in this list",
                "give every note a name of its own",
            )


def unknown_attribution(view: DossierView) -> Iterator[Finding]:
    """`said_by` names no attribution at all."""
    for i, claim in enumerate(view.file.claims):
        for label, side in view.sides(claim).items():
            if label not in view.notes:
                continue
            everywhere = {id_ for other in view.labels for id_ in view.attribution_ids(other)}
            if side.said_by is not None and side.said_by not in everywhere:
                yield Finding(
                    view.in_dossier("claims", i, label, "said_by"),
                    f"no attribution '{side.said_by}' in the notes of {view.called(label)}",
                    meant(side.said_by, view.attribution_ids(label), "add it to the notes of the report first"),
                )


def attribution_of_other_report(view: DossierView) -> Iterator[Finding]:
    """`said_by` names an attribution, but one of another report."""
    for i, claim in enumerate(view.file.claims):
        for label, side in view.sides(claim).items():
            if label not in view.notes or side.said_by is None or side.said_by in view.attribution_ids(label):
                continue
            for other in view.labels:
                if side.said_by in view.attribution_ids(other):
                    yield Finding(
                        view.in_dossier("claims", i, label, "said_by"),
                        f"'{side.said_by}' is an attribution of report {view.called(other)}, not of {label}",
                        meant(side.said_by, view.attribution_ids(label), f"name one from the notes of {label}"),
                    )
                    break


def unknown_origin(view: DossierView) -> Iterator[Finding]:
    """`origin`, `speaker`, `via` or an edge names no node of the origins."""
    nodes = view.file.origins.nodes

    def look(name: str | None, at: At) -> Iterator[Finding]:
        if name is not None and name not in nodes:
            hint = meant(name, nodes, "add it under `origins: nodes:` in dossier.yaml")
            yield Finding(at, f"no origin '{name}' in dossier.yaml", hint or "add it under `origins: nodes:`")

    for i, claim in enumerate(view.file.claims):
        for label, side in view.sides(claim).items():
            yield from look(side.origin, view.in_dossier("claims", i, label, "origin"))
    for i, edge in enumerate(view.file.origins.edges):
        yield from look(edge.from_, view.in_dossier("origins", "edges", i, "from"))
        yield from look(edge.to, view.in_dossier("origins", "edges", i, "to"))
    for label, i, note in view.attribution_notes():
        yield from look(note.speaker, view.in_notes(label, "attributions", i, "speaker"))
        for k, via in enumerate(note.via):
            yield from look(via, view.in_notes(label, "attributions", i, "via", k))


def unknown_claim(view: DossierView) -> Iterator[Finding]:
    """`limits`, a probe or an open question names no claim of the dossier."""
    known = [claim.id for claim in view.file.claims]

    def look(name: str | None, at: At) -> Iterator[Finding]:
        if name is not None and name not in known:
            hint = meant(name, known, "add the claim to dossier.yaml first")
            yield Finding(at, f"no claim '{name}' in dossier.yaml", hint)

    for i, probe in enumerate(view.file.probes):
        yield from look(probe.claim, view.in_dossier("probes", i, "claim"))
    for i, gap in enumerate(view.file.gaps):
        yield from look(gap.claim, view.in_dossier("gaps", i, "claim"))
    for label in sorted(view.notes):
        for i, marker in enumerate(view.notes[label].markers):
            yield from look(marker.limits, view.in_notes(label, "markers", i, "limits"))
