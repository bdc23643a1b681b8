"""templates/theme.yaml -> a school's name, logo and colours over the project's own look."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from generator.load.places import Places
from generator.load.project import Project
from generator.load.source import read_source
from generator.load.structure import fit
from generator.load.yaml_tree import read_yaml
from generator.model.diagnostic import Diagnostic
from generator.model.files.theme import ThemeFile, ThemeParts
from generator.model.theme import Colours, Logo, Theme

NAME = "theme.yaml"
MOST_BYTES = 400_000
"""The largest logo: it stands in every page of every paper."""
LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3, for text of ordinary size."""

_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}


@dataclass(frozen=True)
class LoadedTheme:
    """The theme of a project and what is wrong in its file."""

    theme: Theme
    diagnostics: tuple[Diagnostic, ...] = ()


def load_theme(project: Project) -> LoadedTheme:
    """The theme of the first folder that has one; the plain one where none has. Never raises on content."""
    for folder in project.template_dirs():
        path = folder / NAME
        if path.is_file():
            return _read(project, path)
    return LoadedTheme(Theme())


def _read(project: Project, path: Path) -> LoadedTheme:
    shown = project.display(path)
    source = read_source(path, shown)
    if source.text is None:
        return LoadedTheme(Theme(), source.diagnostics)
    doc = read_yaml(source.text, shown)
    file, problems = fit(ThemeFile, doc)
    found = [*source.diagnostics, *doc.diagnostics, *problems]
    if file is None:
        return LoadedTheme(Theme(), tuple(found))
    parts = file.theme
    found += _pale(parts, doc.places)
    logo = _logo(project, path.parent, parts, doc.places, found)
    colours = Colours(**parts.colours.model_dump(exclude_none=True))
    theme = Theme(school=parts.school, foot=parts.foot, logo=logo, colours=colours)
    return LoadedTheme(theme, tuple(found))


def contrast(colour: str) -> float:
    """Contrast of '#rrggbb' with white, from 1 to 21: (L1 + 0.05) / (L2 + 0.05) of WCAG 2.2."""

    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(colour[i : i + 2]) for i in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _pale(parts: ThemeParts, places: Places) -> list[Diagnostic]:
    found = []
    for name, colour in parts.colours.model_dump(exclude_none=True).items():
        ratio = contrast(colour)
        if ratio < LEAST_CONTRAST:
            message = f"{colour} on white has a contrast of {ratio:.1f}:1; text needs {LEAST_CONTRAST}:1"
            hint = "choose a darker shade of it"
            found.append(places.problem(("theme", "colours", name), "SS650", message, hint))
    return found


def _logo(
    project: Project, folder: Path, parts: ThemeParts, places: Places, found: list[Diagnostic]
) -> Logo | None:
    if parts.logo is None:
        return None
    at = ("theme", "logo")
    path = folder / parts.logo
    if Path(parts.logo).is_absolute() or project.leaves(path):
        found.append(places.problem(at, "SS651", "this leads out of the project", "put the logo beside this file"))
        return None
    try:
        data = path.read_bytes() if path.stat().st_size <= MOST_BYTES else b""
    except (OSError, ValueError):
        hint = f"put the file there, below {project.display(folder)}/"
        found.append(places.problem(at, "SS651", f"there is no file '{parts.logo}'", hint))
        return None
    if not data:
        message = f"this picture is empty, or larger than {MOST_BYTES // 1000} kB"
        found.append(places.problem(at, "SS651", message, "save it smaller: 600 dots across are enough"))
        return None
    kind = _kind(data)
    if kind is None:
        hint = "save it as PNG or JPEG"
        found.append(places.problem(at, "SS651", "this is no PNG or JPEG picture", hint))
        return None
    if parts.logo_alt is None:
        message = "the logo has no words for those who cannot see it"
        found.append(places.problem(at, "SS652", message, "add `logo_alt:`, such as: Crest of Hillside School"))
        return None
    return Logo.model_validate({"data": data, "type": kind, "alt": parts.logo_alt})


def _kind(data: bytes) -> str | None:
    """The type of a picture that can be opened; None for anything else."""
    from PIL import Image

    try:
        with Image.open(BytesIO(data), formats=tuple(_TYPES)) as picture:
            picture.load()
            return _TYPES.get(picture.format or "")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
