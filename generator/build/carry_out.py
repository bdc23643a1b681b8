"""Lessons -> written files: the part of a build that has something to do."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from generator.assemble import missing_words, placed
from generator.build.documents import Document, documents
from generator.build.ledger import Ledger, digest_of_surroundings, write_whole
from generator.build.render_pool import RenderPool, Tools
from generator.build.request import FORMATS, PDFS, Outcome, Progress, Request
from generator.check import check_dossier, check_lesson
from generator.compose import Trouble
from generator.load.content import load_lesson
from generator.load.project import Project
from generator.load.prompts import Prompts, load_prompts
from generator.load.theme import load_theme
from generator.model.diagnostic import Diagnostic
from generator.model.words import WordsError

FORM = re.compile(r"(?:support|core|extension)-[A-Z]+(?=-)")
"""Lane and variant at the head of a file's name, after the lesson's."""


@dataclass
class _Job:
    """One lesson on its way: all its documents, those to be made, and what has been made of them."""

    lesson: str
    documents: list[Document]
    stale: dict[str, str] = field(default_factory=dict)
    made: dict[str, bytes] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)


def carry_out(
    project: Project,
    request: Request,
    lessons: list[str],
    ledger: Ledger,
    world: str,
    outcome: Outcome,
    progress: Progress,
) -> None:
    """Builds the lessons and tells `outcome` what happened."""
    template_dirs = project.template_dirs()
    request = _without_missing(request, outcome)
    wants_pages = any(format_ != "json" for format_ in request.formats)
    around = digest_of_surroundings(template_dirs if wants_pages else ())
    by_language: dict[str, Prompts] = {}
    theme = load_theme(project)
    if _errors(list(theme.diagnostics)):
        # Papers without the school's own head would be printed by mistake.
        outcome.diagnostics += theme.diagnostics
        outcome.failed |= {lesson: ["templates/theme.yaml has errors"] for lesson in lessons}
        return
    jobs = [
        job
        for lesson in lessons
        if (job := _plan(project, request, lesson, ledger, around, by_language, outcome)) is not None
    ]
    if request.dry_run:
        outcome.written += [request.out / name for job in jobs for name in job.stale]
        return
    todo = [d for job in jobs for d in job.documents if d.name in job.stale]
    tools = Tools(template_dirs, {k: p.ui for k, p in by_language.items()}, theme.theme)
    _render(jobs, todo, tools, request, progress)
    for job in jobs:
        _write(job, request, ledger, outcome)
        if job.lesson not in outcome.failed and outcome.missing is None:
            names = [d.name for d in job.documents]
            ledger.plans[request.plan_key(job.lesson)] = {"world": world, "files": names}
            if not request.lanes and not request.variants:
                _remove_stale(job, request, ledger, outcome)
    if jobs:
        ledger.save()


def _without_missing(request: Request, outcome: Outcome) -> Request:
    """The request without PDF where this machine cannot make it; `outcome` then says what mends it."""
    if request.dry_run or not any(format_ in PDFS for format_ in request.formats):
        return request
    from dataclasses import replace

    from generator.render.pdf import missing

    outcome.missing = missing()
    if outcome.missing is None:
        return request
    return replace(request, formats=tuple(f for f in request.formats if f not in PDFS))


def _plan(
    project: Project,
    request: Request,
    lesson: str,
    ledger: Ledger,
    around: str,
    by_language: dict[str, Prompts],
    outcome: Outcome,
) -> _Job | None:
    loaded = load_lesson(project, lesson)
    found = [*loaded.diagnostics]
    if loaded.dossier is not None:
        found += [*loaded.dossier.diagnostics, *check_dossier(loaded.dossier)]
    found += check_lesson(loaded)
    language = "en"
    if loaded.dossier is not None and loaded.dossier.dossier is not None:
        language = loaded.dossier.dossier.language
    if language not in by_language:
        by_language[language] = load_prompts(project, language)
    prompts = by_language[language]
    found += prompts.diagnostics
    papers: list[Document] = []
    if not _errors(found):
        troubles: list[Trouble] = []
        try:
            papers = documents(loaded, prompts, request, troubles)
        except WordsError as error:
            troubles.append(missing_words(error))
        found += placed(troubles, loaded)
    outcome.diagnostics += [d for d in found if d not in outcome.diagnostics]
    errors = _errors(found)
    if errors:
        outcome.failed[lesson] = [f"{len(errors)} error{'s' if len(errors) != 1 else ''} in its files"]
        return None
    if not papers and request.formats:
        outcome.failed[lesson] = ["it has no such lane and variant"]
        return None
    return _job(loaded.name, papers, request, ledger, around, outcome)


def _job(
    lesson: str, papers: list[Document], request: Request, ledger: Ledger, around: str, outcome: Outcome
) -> _Job:
    job = _Job(lesson, papers)
    for document in papers:
        inputs = document.inputs(around)
        path = request.out / document.name
        known = ledger.files.get(document.name)
        if not request.force and known and known["inputs"] == inputs and path.exists():
            # Also a file that was changed by hand: from the same inputs there is nothing newer to write.
            outcome.unchanged.append(path)
        else:
            job.stale[document.name] = inputs
    return job


def _errors(found: list[Diagnostic]) -> list[Diagnostic]:
    return [d for d in found if d.severity == "error"]


def _render(jobs: list[_Job], todo: list[Document], tools: Tools, request: Request, progress: Progress) -> None:
    if not todo:
        return
    by_lesson = {job.lesson: job for job in jobs}
    # The dearest documents first, so that no core is left with a long one at the end.
    todo = sorted(todo, key=lambda d: (d.format not in PDFS, FORMATS.index(d.format), d.kind != "worksheet"))
    pdfs = sum(d.format in PDFS for d in todo)
    count = 0
    pool = RenderPool(tools, min(request.jobs, len(todo)) if pdfs or len(todo) > 40 else 1, pdfs > 0)

    def done() -> None:
        nonlocal count
        count += 1
        progress(count, len(todo))

    progress(0, len(todo))
    try:
        for document, data, error in pool.render(todo, done):
            job = by_lesson[document.lesson]
            if data is None:
                job.errors.append(f"{Path(document.name).name}: {error}")
            else:
                job.made[document.name] = data
    finally:
        pool.close()


def _write(job: _Job, request: Request, ledger: Ledger, outcome: Outcome) -> None:
    """Writes all of the lesson's files, or none where one could not be made or would destroy somebody's work."""
    if not job.errors and not request.force:
        job.errors = _in_the_way(job, request, ledger)
    if job.errors:
        outcome.failed[job.lesson] = sorted(job.errors)
        return
    for document in job.documents:
        data = job.made.get(document.name)
        if data is not None:
            write_whole(request.out / document.name, data)
            ledger.record(document.name, job.stale[document.name], data)
            outcome.written.append(request.out / document.name)


def _in_the_way(job: _Job, request: Request, ledger: Ledger) -> list[str]:
    """Files that are not as we wrote them, and not what we would write now either."""
    found = []
    for name, data in job.made.items():
        path = request.out / name
        if ledger.state(name) in ("changed", "foreign") and path.read_bytes() != data:
            found.append(
                f"{path}: changed by hand since it was built, so nothing of this lesson was written. "
                "Move it away, or build with --out DIR or --force"
            )
    return found


def _remove_stale(job: _Job, request: Request, ledger: Ledger, outcome: Outcome) -> None:
    """Takes away files of forms that the lesson no longer has, where they are still as we wrote them.

    `job` is the whole lesson, so that every form it has is among its documents; other formats, editions and
    parts of such a form stay.
    """
    forms = {d.sheet.form_id.rpartition("-")[0] for d in job.documents if d.sheet is not None}
    if not forms:
        return
    for name in [n for n in ledger.files if n.startswith(f"{job.lesson}/")]:
        form = FORM.match(name.removeprefix(f"{job.lesson}/{job.lesson}-"))
        if form is None or f"{job.lesson}-{form[0]}" in forms:
            continue
        if ledger.state(name) == "ours":
            (request.out / name).unlink()
            outcome.removed.append(request.out / name)
        del ledger.files[name]
