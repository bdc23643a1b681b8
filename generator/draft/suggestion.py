"""A suggestion for a file of a dossier, with what a reviewer needs to judge it."""

from dataclasses import dataclass
from typing import Any, Literal

Where = Literal["attributions", "markers", "wording", "figures", "claims", "entities", "nodes", "edges"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One note. `report` is a label (A, B, ...) for notes of a report, None for the dossier's.

    `note` holds the keys and values of the note in the order in which they are written, without schema errors.
    `live` notes pass the precision gate and become items; the others are written as comments beside them.
    """

    report: str | None
    where: Where
    id: str
    note: dict[str, Any]
    rule: str
    confidence: float
    live: bool
    reason: str = ""
    """Why it is not live: a key of the words of the verb ('low', 'needs-words', ...)."""
