"""Request -> files: load, check, assemble, render what has changed, and write it whole or not at all."""

from generator.build.ledger import Ledger, digest_of_world
from generator.build.request import Outcome, Progress, Request
from generator.load.project import Project

__all__ = ["Outcome", "Progress", "Request", "build"]


def build(project: Project, request: Request, progress: Progress) -> Outcome:
    """Carries out the request. `progress` is called with (documents made, documents to make).

    A lesson's files are written together when all of them are made, so a sheet never stands beside the key
    of another form. Raises OSError where the output folder cannot be written.
    """
    outcome = Outcome()
    ledger = Ledger(request.out)
    world = digest_of_world(project.layers)
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
