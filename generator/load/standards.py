"""templates/standards.yaml -> the standards that lessons may name, the user's own file over the bundled one."""

from dataclasses import dataclass, field

from generator.load.places import Places
from generator.load.project import Project
from generator.load.source import read_source
from generator.load.structure import fit
from generator.load.yaml_tree import read_yaml
from generator.model.diagnostic import Diagnostic
from generator.model.files.standards import Framework, Standard, StandardsFile

NAME = "standards.yaml"


@dataclass(frozen=True)
class Standards:
    """All standards by code, their frameworks, and what is wrong in the files."""

    standards: dict[str, Standard] = field(default_factory=dict)
    frameworks: dict[str, Framework] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    places: dict[str, Places] = field(default_factory=dict)
    """Code -> the places of the file that gives it."""


def load_standards(project: Project) -> Standards:
    """The standards of a project. Never raises on content."""
    standards: dict[str, Standard] = {}
    frameworks: dict[str, Framework] = {}
    found: list[Diagnostic] = []
    places: dict[str, Places] = {}
    for folder in reversed(project.template_dirs()):
        path = folder / NAME
        if not path.is_file():
            continue
        shown = project.display(path)
        source = read_source(path, shown)
        found += source.diagnostics
        if source.text is None:
            continue
        doc = read_yaml(source.text, shown)
        file, problems = fit(StandardsFile, doc)
        found += [*doc.diagnostics, *problems]
        if file is None:
            continue
        standards |= file.standards
        places |= dict.fromkeys(file.standards, doc.places)
        frameworks |= file.frameworks
        for code, standard in file.standards.items():
            if standard.framework not in frameworks:
                message = f"there is no framework '{standard.framework}' in this file"
                hint = f"frameworks here: {', '.join(frameworks) or 'none'}"
                at = ("standards", code, "framework")
                found.append(doc.places.problem(at, "SS640", message, hint))
    return Standards(standards, frameworks, tuple(found), places)


def grades(text: str) -> tuple[int, int] | None:
    """The lowest and the highest grade of '7', '6-8' or 'K-2' (K is 0); None where it cannot be read."""
    low, _, high = text.replace("–", "-").partition("-")
    try:
        ends = [0 if end.strip() == "K" else int(end) for end in (low, high or low)]
    except ValueError:
        return None
    return ends[0], ends[1]


def supports(standard: Standard, lesson_grades: str, types: set[str]) -> bool:
    """Whether a lesson for these grades with items of these types practises the standard."""
    ours, theirs = grades(lesson_grades), grades(standard.grades)
    near = ours is None or theirs is None or (ours[0] <= theirs[1] and theirs[0] <= ours[1])
    return near and not types.isdisjoint(standard.types)
