"""Suggestions -> the text of notes and dossier files: notes in use, and others beside them as comments.

A suggestion in use stands under `# suggested 0.93 RULE`. One that is not is written out behind `#? `, under
a line `#? 0.62 RULE: REASON`; without these three signs in front of its lines it is a note like any other.
`#- ID` is all that is left of one that the teacher has dropped.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.draft.files.fill import filled
from generator.draft.files.scalars import INDENT, item_lines, mapping_lines, scalar
from generator.draft.suggestion import Suggestion

NOTE_LISTS = ("attributions", "markers", "wording", "figures")
"""Lists of the notes of a report that may hold suggestions, in the order of the file."""
DOSSIER_LISTS = ("claims", "nodes", "edges", "entities")
ORIGINS = ("nodes", "edges")
"""Those that stand under `origins:`."""
MAPPINGS = frozenset({"nodes"})
"""Those that are mappings from ids to notes and no lists."""

LIVE, ASKED, GONE = "# suggested", "#?", "#-"
_REPLACED = str.maketrans("\n\r", "  ")


def key_of(where: str, note: Mapping[str, Any], given: str) -> str:
    """What a note goes by: its id; for a step between origins, its two ends."""
    if where == "edges":
        return f"{note.get('from')}-to-{note.get('to')}"
    return str(note.get("id") or given)


def note_lines(where: str, id_: str, note: Mapping[str, Any], indent: str = "") -> list[str]:
    """The lines of a note in its list."""
    if where in MAPPINGS:
        inner = {key: value for key, value in note.items() if key != "id"}
        return [f"{indent}{scalar(id_)}:", *mapping_lines(inner, indent + INDENT)]
    return item_lines(note, indent)


def live_lines(one: Suggestion, indent: str) -> list[str]:
    """A note in use, with what a reviewer needs to judge it."""
    head = f"{indent}{LIVE} {one.confidence:.2f} {one.rule}"
    return [head, *note_lines(one.where, one.id, one.note, indent)]


def asked_lines(one: Suggestion, indent: str) -> list[str]:
    """A suggestion that is not in use."""
    reason = (one.reason or "low").translate(_REPLACED)
    head = f"{indent}{ASKED} {one.confidence:.2f} {one.rule}: {reason}"
    return [head, *(f"{indent}{ASKED} {line}" for line in note_lines(one.where, one.id, one.note))]


def lines_of(one: Suggestion, indent: str) -> list[str]:
    """A suggestion as it stands in a file."""
    return live_lines(one, indent) if one.live else asked_lines(one, indent)


def section(where: str, found: Sequence[Suggestion], indent: str = "") -> str:
    """A key of the file with its suggestions, in their order."""
    empty = "{}" if where in MAPPINGS else "[]"
    head = f"{indent}{where}:" + ("" if any(one.live for one in found) else f" {empty}")
    # Long notes are easier to tell apart with some air between them.
    between = "\n\n" if where in ("attributions", "claims") else "\n"
    return "\n".join([head, between.join("\n".join(lines_of(one, indent + INDENT)) for one in found)]).rstrip("\n")


def notes_text(report: str, label: str, found: Sequence[Suggestion], template: str) -> str:
    """The notes file of a report."""
    mine = [one for one in found if one.report == label and one.where in NOTE_LISTS]
    lists = "\n\n".join(section(where, [one for one in mine if one.where == where]) for where in NOTE_LISTS)
    return filled(template, {"name": report, "report": scalar(report), "lists": lists}).rstrip("\n") + "\n"


def dossier_text(
    title: str, reports: Mapping[str, str], found: Sequence[Suggestion], template: str, language: str | None = None
) -> str:
    """The dossier file. `reports` maps labels to report names; `language` is written unless it is English."""
    mine = {where: [one for one in found if one.where == where] for where in DOSSIER_LISTS}
    origins = "\n".join(["origins:", *(section(where, mine[where], INDENT) for where in ORIGINS)])
    names = ", ".join(f"{label}: {scalar(name, flow=True)}" for label, name in reports.items())
    values = {
        "title": scalar(title),
        "language": f"language: {language}\n" if language else "",
        "reports": f"{{{names}}}",
        "claims": section("claims", mine["claims"]),
        "origins": origins,
        "entities": section("entities", mine["entities"]),
    }
    return filled(template, values).rstrip("\n") + "\n"
