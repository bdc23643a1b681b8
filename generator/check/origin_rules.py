"""Origins -> findings: the graph of who told whom (SS440-SS447)."""

from collections.abc import Iterator

from generator.check.finding import At, Finding
from generator.check.view import DossierView


def circular(view: DossierView) -> Iterator[Finding]:
    """Information runs in a circle that the texts do not show."""
    for i, edge in enumerate(view.file.origins.edges):
        if edge.basis != "stated" and edge.from_ != edge.to and _reaches(view, edge.to, edge.from_):
            yield Finding(
                view.in_dossier("origins", "edges", i, "from"),
                f"'{edge.from_}' and '{edge.to}' get their information from each other, but no text says so",
                "take the step out; circular reporting is only what the texts show",
            )


def to_itself(view: DossierView) -> Iterator[Finding]:
    """A step leads from a node to itself, or stands there twice."""
    seen: set[tuple[str, str]] = set()
    for i, edge in enumerate(view.file.origins.edges):
        if edge.from_ == edge.to:
            yield Finding(
                view.in_dossier("origins", "edges", i, "to"),
                f"this step leads from '{edge.from_}' to itself",
                "name who told whom, or take the step out",
            )
        elif (edge.from_, edge.to) in seen:
            yield Finding(
                view.in_dossier("origins", "edges", i, "to"),
                f"the step from '{edge.from_}' to '{edge.to}' is listed twice",
                "keep one of the two; its evidence may name several reports",
            )
        seen.add((edge.from_, edge.to))


def stated_without_evidence(view: DossierView) -> Iterator[Finding]:
    """A step that a text states must be quoted from it."""
    for i, edge in enumerate(view.file.origins.edges):
        if edge.basis == "stated" and not edge.evidence:
            yield Finding(
                view.in_dossier("origins", "edges", i, "basis"),
                f"the step from '{edge.from_}' to '{edge.to}' is stated, but no words are quoted",
                "add `evidence: {A: the words}`, or write `basis: inferred`",
            )


def loose_node(view: DossierView) -> Iterator[Finding]:
    """A node has no step to or from it."""
    joined = {name for edge in view.file.origins.edges for name in (edge.from_, edge.to)}
    for id_ in view.file.origins.nodes:
        if id_ not in joined:
            yield Finding(
                view.in_dossier("origins", "nodes", id_, key=True),
                f"origin '{id_}' is connected to nothing",
                "add an edge to the outlet that has its information from there, or take the origin out",
            )


def report_without_outlet(view: DossierView) -> Iterator[Finding]:
    """No node is the outlet that published a report, though the report names one."""
    published = {node.report for node in view.file.origins.nodes.values()}
    for label in view.labels:
        passage = view.passage(label)
        if label not in published and (passage is None or passage.meta.outlet is not None):
            yield Finding(
                view.in_dossier("reports", label, key=True),
                f"no origin is the outlet of report {view.called(label)}",
                f"add a node with `kind: outlet` and `report: {label}`",
            )


def two_outlets(view: DossierView) -> Iterator[Finding]:
    """Two nodes claim to have published the same report."""
    first: dict[str, str] = {}
    for id_, node in view.file.origins.nodes.items():
        if node.report is None:
            continue
        if node.report in first:
            yield Finding(
                view.in_dossier("origins", "nodes", id_, "report"),
                f"'{first[node.report]}' is already the outlet of report {node.report}",
                "one report has one outlet; say with an edge who passed it on",
            )
        first.setdefault(node.report, id_)


def report_of_no_outlet(view: DossierView) -> Iterator[Finding]:
    """A node with a report is something else than an outlet."""
    for id_, node in view.file.origins.nodes.items():
        if node.report is not None and node.kind != "outlet":
            yield Finding(
                view.in_dossier("origins", "nodes", id_, "kind"),
                f"'{id_}' published report {node.report}, but its kind is '{node.kind}'",
                "write `kind: outlet`, or take `report` out",
            )


def no_way_to_report(view: DossierView) -> Iterator[Finding]:
    """A report speaks of an origin from which no step leads to its outlet."""
    nodes = view.file.origins.nodes
    outlets = {node.report: id_ for id_, node in nodes.items() if node.report is not None}

    def look(name: str | None, label: str, at: At) -> Iterator[Finding]:
        outlet = outlets.get(label)
        if name in nodes and outlet is not None and name != outlet and not _reaches(view, str(name), outlet):
            yield Finding(
                at,
                f"no chain of edges leads from '{name}' to '{outlet}', the outlet of report {label}",
                "add the missing edge under `origins: edges:` (`basis: inferred` where no text states it)",
            )

    for label, i, note in view.attribution_notes():
        yield from look(note.speaker, label, view.in_notes(label, "attributions", i, "speaker"))
        for k, via in enumerate(note.via):
            yield from look(via, label, view.in_notes(label, "attributions", i, "via", k))
    for i, claim in enumerate(view.file.claims):
        for label, side in view.sides(claim).items():
            yield from look(side.origin, label, view.in_dossier("claims", i, label, "origin"))


def _reaches(view: DossierView, start: str, end: str) -> bool:
    todo, seen = [start], {start}
    while todo:
        at = todo.pop()
        if at == end:
            return True
        for edge in view.file.origins.edges:
            if edge.from_ == at and edge.to not in seen:
                seen.add(edge.to)
                todo.append(edge.to)
    return False
