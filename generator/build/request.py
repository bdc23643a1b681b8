"""What the user asks to be built, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from generator.model.diagnostic import Diagnostic
from generator.model.vocabulary import Lane, Variant

Format = Literal["pdf", "html", "json"]
FORMATS: tuple[Format, ...] = ("pdf", "html", "json")
Paper = Literal["a4", "letter"]
PAPERS: tuple[Paper, ...] = ("a4", "letter")

Progress = Callable[[int, int], None]
"""Called with (documents made, documents to make)."""


@dataclass(frozen=True)
class Request:
    """What to build. Empty `variants` or `lanes` mean all that a lesson has; `jobs` is a number of processes."""

    lessons: tuple[str, ...]
    formats: tuple[Format, ...] = ("pdf",)
    variants: tuple[Variant, ...] = ()
    lanes: tuple[Lane, ...] = ()
    paper: Paper = "a4"
    out: Path = Path("build")
    jobs: int = 1
    dry_run: bool = False
    force: bool = False

    def plan_key(self, lesson: str) -> str:
        """Names a lesson's part of the request, whatever else is asked for."""
        return "|".join(
            [lesson, ",".join(self.formats), ",".join(self.variants), ",".join(self.lanes), self.paper]
        )


@dataclass
class Outcome:
    """What came of a request. Paths are as the user would type them."""

    written: list[Path] = field(default_factory=list)
    unchanged: list[Path] = field(default_factory=list)
    removed: list[Path] = field(default_factory=list)
    failed: dict[str, list[str]] = field(default_factory=dict)
    """Lesson -> what stopped it, one message a line."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    missing: str | None = None
    """The one line that mends a missing library, where a format could not be made at all."""
