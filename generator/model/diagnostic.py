"""A problem in a file, told so that a teacher can mend it."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file; `file` as the user may type it, `line` and `col` from 1, `end_col` exclusive."""

    file: str
    line: int = 1
    col: int = 1
    end_col: int = 0


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem. `code` is the rule's (SS...), `hint` says what to do, `source` is the line of the file."""

    place: Place
    severity: Severity
    code: str
    message: str
    hint: str = ""
    source: str = ""
