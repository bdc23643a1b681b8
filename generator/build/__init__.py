"""Request -> files: load, check, assemble, render what has changed, and write it whole or not at all."""

from collections.abc import Callable
from pathlib import Path

from generator.build.ledger import Ledger, digest, digest_of_folders, engine_digest, write_whole
from generator.build.request import Outcome, Request
from generator.load.project import Project

__all__ = ["Outcome", "Request", "build"]

Progress = Callable[[int, int], None]


def build(project: Project, request: Request, progress: Progress) -> Outcome:
    """Carries out the request. `progress` is called with (documents made, documents to make).

    A lesson's files are written together when all of them are made, so a sheet never stands beside the key
    of another form. Raises OSError where the output folder cannot be written.
    """
    outcome = Outcome()
    ledger = Ledger(request.out)
    world = _world(project)
    todo: list[str] = []
    for lesson in request.lessons:
        names = None if request.force else ledger.plan_fresh(request.plan_key(lesson), world)
        if names is None:
            todo.append(lesson)
        else:
            outcome.unchanged += [request.out / name for name in names]
    if todo:
        from generator.build.carry_out import carry_out

        carry_out(project, request, todo, ledger, world, outcome, progress)
    return outcome


def _world(project: Project) -> str:
    """A hash over everything that any build in this project reads."""
    folders = [layer / name for layer in project.layers for name in ("lessons", "source_texts", "templates")]
    return digest(engine_digest(), digest_of_folders(folders, skip=frozenset({"schemas", "scaffold"})))


def surroundings(template_dirs: tuple[Path, ...]) -> str:
    """A hash over the program and the page templates; prompts are left out, for they are in the papers."""
    pages = digest_of_folders(template_dirs, skip=frozenset({"schemas", "scaffold", "prompts"}))
    words = [p.read_bytes() for d in template_dirs for p in sorted((d / "prompts").glob("*/interface.yaml"))]
    return digest(engine_digest(), pages, *words)


__all__ += ["digest", "surroundings", "write_whole"]
