"""Exercise types -> worked specimens, as text or as a folder of pages with pictures."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from generator.assemble.showcase import Specimen, specimen
from generator.build.ledger import write_whole
from generator.exercises import EXERCISES
from generator.load.content import load_dossier
from generator.load.project import Project
from generator.load.prompts import Prompts, load_prompts
from generator.model.dossier import Dossier
from generator.model.vocabulary import SKILLS, Lane

if TYPE_CHECKING:
    from generator.render.pages import Pages

Progress = Callable[[int, int], None]
_DOTS_PER_POINT = 130 / 72


def ordered_types() -> list[str]:
    """Names of all exercise types, by skill and name."""
    return sorted(EXERCISES, key=lambda name: (SKILLS.index(EXERCISES[name].skill), name))


def dossiers_in(project: Project, language: str) -> list[Dossier]:
    """Every dossier in a language that can be read, by name."""
    found = (load_dossier(project, name).dossier for name in sorted(project.dossiers()))
    return [dossier for dossier in found if dossier is not None and dossier.language == language]


def specimens(project: Project, names: Sequence[str], language: str = "en") -> list[Specimen]:
    """A specimen of each type, made from the dossiers of the project and those that come with the program."""
    prompts = load_prompts(project, language)
    dossiers = dossiers_in(project, language)
    return [specimen(EXERCISES[name], dossiers, prompts) for name in names]


def as_text(project: Project, shown: Specimen, lane: Lane, prompts: Prompts) -> str | None:
    """The specimen in one lane as plain text; None where no dossier carries it."""
    from generator.render.pages import Pages

    in_lane = shown.in_lane(lane)
    if in_lane is None:
        return None
    return Pages(project.template_dirs(), prompts.ui, prompts.language).specimen_text(shown, in_lane)


def write_catalogue(
    project: Project, shown: Sequence[Specimen], prompts: Prompts, out: Path, jobs: int, progress: Progress
) -> list[Path]:
    """Writes `index.html`, a page a type and the pictures; the paths, in order.

    Pictures are left out where this machine cannot lay out pages. Raises OSError.
    """
    from generator.render.pages import Pages
    from generator.render.pdf import missing

    pages = Pages(project.template_dirs(), prompts.ui, prompts.language)
    pictures = {} if missing() else _pictures(project, shown, pages, jobs, progress)
    files: dict[Path, bytes] = {out / "pictures" / f"{name}.png": data for name, data in pictures.items()}
    for one in shown:
        files[out / f"{one.name}.html"] = pages.embed_fonts(pages.specimen(one, "a4")).encode()
    files[out / "index.html"] = pages.embed_fonts(pages.catalogue(shown, sorted(pictures), "a4")).encode()
    for path, data in files.items():
        write_whole(path, data)
    return sorted(files)


def _pictures(
    project: Project, shown: Sequence[Specimen], pages: "Pages", jobs: int, progress: Progress
) -> dict[str, bytes]:
    todo = {
        one.name: pages.specimen_picture(one, one.in_lane("core") or one.lanes[0], "a4")
        for one in shown
        if one.lanes
    }
    made: dict[str, bytes] = {}
    with ProcessPoolExecutor(max(1, min(jobs, len(todo))), mp_context=get_context("spawn")) as pool:
        futures = [pool.submit(_picture, html, project.template_dirs()) for html in todo.values()]
        for name, future in zip(todo, futures, strict=True):
            made[name] = future.result()
            progress(len(made), len(todo))
    return made


def _picture(html: str, template_dirs: tuple[Path, ...]) -> bytes:
    """The first page as PNG."""
    import io

    import pypdfium2

    from generator.render.pdf import Press

    with pypdfium2.PdfDocument(Press(template_dirs).pdf(html)) as document:
        picture = document[0].render(scale=_DOTS_PER_POINT, grayscale=True).to_pil()
    out = io.BytesIO()
    picture.quantize(16).save(out, "PNG", optimize=True)
    return out.getvalue()
