"""Notes of a dossier -> ids that stand in more than one of its lists."""

from collections.abc import Iterator, Mapping

from generator.load.places import Path, Places
from generator.model.diagnostic import Diagnostic
from generator.model.files import DossierFile, NotesFile


def ids_used_twice(
    file: DossierFile, places: Places, notes: Mapping[str, tuple[NotesFile, Places]]
) -> Iterator[Diagnostic]:
    """A problem for every id that an earlier list has already; twice in one list is for `check` to tell.

    Lessons name notes of every kind by their bare id, so it must mean one thing in the whole dossier.
    """
    first: dict[str, tuple[Places, Path, str]] = {}
    for where, path, id_, kind in _ids(file, places, notes):
        if id_ not in first:
            first[id_] = (where, path, kind)
        elif (first[id_][0], first[id_][1][:-1]) != (where, path[:-1]):
            other, other_path, other_kind = first[id_]
            at = other.at((*other_path, "id"))
            message = f"the id '{id_}' is already taken by {other_kind} in {at.file}, line {at.line}"
            hint = "give each note of the dossier an id of its own, in all its files"
            yield where.problem((*path, "id"), "SS219", message, hint)


def _ids(
    file: DossierFile, places: Places, notes: Mapping[str, tuple[NotesFile, Places]]
) -> Iterator[tuple[Places, Path, str, str]]:
    """(places, path of the note, id, what it is) of every note, in the order of files and lists."""
    for claim_number, claim in enumerate(file.claims):
        yield places, ("claims", claim_number), claim.id, "a claim"
        for link_number, link in enumerate(claim.links):
            yield places, ("claims", claim_number, "links", link_number), link.id, "a link"
    for probe_number, probe in enumerate(file.probes):
        yield places, ("probes", probe_number), probe.id, "a probe"
    for gap_number, gap in enumerate(file.gaps):
        yield places, ("gaps", gap_number), gap.id, "a gap"
    for entity_number, entity in enumerate(file.entities):
        yield places, ("entities", entity_number), entity.id, "an entity"
    for time_number, time in enumerate(file.times):
        yield places, ("times", time_number), time.id, "a time"
    for headline_number, headline in enumerate(file.headlines):
        yield places, ("headlines", headline_number), headline.id, "a headline"
    for of_report, where in notes.values():
        for number, attribution in enumerate(of_report.attributions):
            yield where, ("attributions", number), attribution.id, "an attribution"
        for number, marker in enumerate(of_report.markers):
            yield where, ("markers", number), marker.id, "a marker"
        for number, wording in enumerate(of_report.wording):
            yield where, ("wording", number), wording.id, "a wording note"
        for number, figure in enumerate(of_report.figures):
            yield where, ("figures", number), figure.id, "a figure"
        for number, step in enumerate(of_report.steps):
            yield where, ("steps", number), step.id, "a step"
