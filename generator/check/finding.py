"""Rule -> findings -> diagnostics: what every rule yields, and how its place in a file is found."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Generic, TypeVar

from generator.load.places import Places
from generator.model.diagnostic import Diagnostic, Severity

V = TypeVar("V")
Step = str | int


@dataclass(frozen=True, slots=True)
class At:
    """A value in a file by the keys that lead to it; with `key` the key itself and not its value."""

    file: str
    path: tuple[Step, ...] = ()
    key: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: where, what is wrong in one clause, and what to do."""

    at: At
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Check(Generic[V]):
    """A rule in a table: its code in RULES, how bad a finding is, and the function that looks."""

    code: str
    severity: Severity
    look: Callable[[V], Iterator[Finding]]


def run(checks: Iterable[Check[V]], view: V, places: Mapping[str, Places]) -> tuple[Diagnostic, ...]:
    """Every finding of every check as a diagnostic; `places` by the display name of the file."""
    return tuple(
        places[finding.at.file].problem(
            finding.at.path, check.code, finding.message, finding.hint, key=finding.at.key, severity=check.severity
        )
        for check in checks
        for finding in check.look(view)
    )


def meant(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint for an unknown name: the nearest known one, else all of them where they are few, else `otherwise`."""
    names = list(dict.fromkeys(known))
    near = get_close_matches(word, names, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'?"
    if names and len(names) <= 8:
        return f"known here: {', '.join(names)}"
    return otherwise
