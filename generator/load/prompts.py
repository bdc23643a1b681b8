"""templates/prompts/<language>/*.yaml -> the words of every exercise type and of the pages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.load.language import LANGUAGE, languages
from generator.load.places import Places
from generator.load.project import Project
from generator.load.source import read_source
from generator.load.structure import fit
from generator.load.suggest import did_you_mean
from generator.load.translation import Layer, untranslated
from generator.load.yaml_tree import read_yaml
from generator.model.diagnostic import Diagnostic, Place
from generator.model.files import PromptFile
from generator.model.words import PLACEHOLDER, Words

COMMON, INTERFACE, DRAFT = "common", "interface", "draft"
FALLBACK = "en"
_BRACES = re.compile(r"\{[^{}\n]*\}")


@dataclass(frozen=True, slots=True)
class PromptMeta:
    """What the list of exercises says of a type."""

    title: str
    practises: str
    needs: str
    example: str | None


@dataclass(frozen=True)
class _Wording:
    """One name's wording, merged over the layers. `file` is the topmost file."""

    file: str
    head: Mapping[str, str] = field(default_factory=dict)
    placeholders: Mapping[str, str] = field(default_factory=dict)
    text: Mapping[str, str] = field(default_factory=dict)
    shortages: Mapping[str, str] = field(default_factory=dict)

    def words(self) -> dict[str, str]:
        return {**self.text, **{f"shortages.{key}": value for key, value in self.shortages.items()}}


class Prompts:
    """All wording of one language. `diagnostics` tells what is wrong in its files."""

    def __init__(
        self, language: str, wordings: Mapping[str, _Wording], diagnostics: tuple[Diagnostic, ...]
    ) -> None:
        self.language, self.diagnostics = language, diagnostics
        self._wordings = wordings
        common = wordings.get(COMMON)
        self._common = common.words() if common else {}

    @property
    def types(self) -> tuple[str, ...]:
        """Names of the exercise types that have wording, sorted."""
        return tuple(sorted(n for n in self._wordings if n not in (COMMON, INTERFACE, DRAFT, LANGUAGE)))

    def of(self, type_name: str) -> Words:
        """The words of an exercise type, the common ones behind them; empty where it has none."""
        wording = self._wordings.get(type_name, _Wording(f"{type_name}.yaml"))
        return Words(wording.words(), self._common, wording.file)

    @property
    def ui(self) -> Words:
        """What pages say around the items."""
        return self.of(INTERFACE)

    def meta(self, type_name: str) -> PromptMeta:
        """Title and purpose of an exercise type; its bare name where the wording gives none."""
        head = self._wordings[type_name].head if type_name in self._wordings else {}
        return PromptMeta(
            title=head.get("title", type_name),
            practises=head.get("practises", ""),
            needs=head.get("needs", ""),
            example=head.get("example"),
        )

    def placeholders(self, type_name: str) -> Mapping[str, str]:
        """The {words in braces} that texts of a type may use, with what they stand for."""
        wording = self._wordings.get(type_name)
        return dict(wording.placeholders) if wording else {}


def load_prompts(project: Project, language: str) -> Prompts:
    """The wording of a language, single keys of it replaced by the user's own files. Never raises.

    Where there is none in that language, English is used and a diagnostic says so.
    """
    dirs = [d / "prompts" for d in project.template_dirs()]
    found: list[Diagnostic] = []
    if not any((d / language).is_dir() for d in dirs):
        where = project.display(project.root / "templates" / "prompts" / language)
        message = f"there is no wording in the language '{language}'; English is used"
        hint = f"languages here: {', '.join(languages(project))}"
        found.append(Diagnostic(Place(where), "error", "SS601", message, hint))
        language = FALLBACK
    # The program's own English defines what wording there is; every other folder only replaces it.
    base = project.layers[-1] / "templates" / "prompts" / FALLBACK
    folders = [d / language for d in reversed(dirs) if d / language != base]
    wordings: dict[str, _Wording] = {}
    english: list[Layer] = []
    own: list[Layer] = []
    for folder in (base, *folders):
        below = dict(wordings)
        for path in sorted(folder.glob("*.yaml")):
            wording, problems, layer = _read(project, path, below.get(path.stem), below, folder == base)
            found += problems
            if wording and layer:
                wordings[path.stem] = wording
                (english if folder == base else own).append(layer)
    if language != FALLBACK:
        here = next(f for f in reversed(folders) if f.is_dir())
        found += untranslated(project.display(here), english, own)
    return Prompts(language, wordings, tuple(found))


def _read(
    project: Project, path: Path, below: _Wording | None, known: Mapping[str, _Wording], defines: bool
) -> tuple[_Wording | None, list[Diagnostic], Layer | None]:
    """One file over what lies below it, and the file itself; None where it cannot be used."""
    file = project.display(path)
    if project.leaves(path):
        message = "this file is a link that leads out of the project"
        return None, [Diagnostic(Place(file), "error", "SS106", message, "put the file itself there")], None
    source = read_source(path, file)
    found = list(source.diagnostics)
    if source.text is None:
        return None, found, None
    doc = read_yaml(source.text, file)
    prompts, problems = fit(PromptFile, doc)
    found += [*doc.diagnostics, *problems]
    if prompts is None:
        return None, found, None
    places = doc.places
    if not defines and below is None:
        hint = did_you_mean(path.stem, known, "files that can be replaced")
        found.append(places.problem((), "SS602", f"nothing uses wording of the name '{path.stem}'", hint))
        return None, found, None
    if not defines and below is not None:
        found += _unknown_keys(prompts, below, places)
    declared = dict(prompts.placeholders) if below is None or defines else dict(below.placeholders)
    found += _placeholder_problems(prompts, declared, places)
    return _over(below, prompts, file), found, Layer(path.stem, prompts, places)


def _over(below: _Wording | None, prompts: PromptFile, file: str) -> _Wording:
    base = below or _Wording(file)
    head = {key: getattr(prompts, key) for key in ("title", "practises", "needs", "example")}
    return _Wording(
        file,
        {**base.head, **{key: value for key, value in head.items() if value is not None}},
        {**base.placeholders, **prompts.placeholders},
        {**base.text, **prompts.text},
        {**base.shortages, **prompts.shortages},
    )


def _unknown_keys(prompts: PromptFile, below: _Wording, places: Places) -> list[Diagnostic]:
    """Keys that nothing reads, in a file that replaces single keys of the program's own."""
    found = []
    groups: tuple[tuple[str, Mapping[str, str], Mapping[str, str]], ...] = (
        ("text", prompts.text, below.text),
        ("shortages", prompts.shortages, below.shortages),
        ("placeholders", prompts.placeholders, below.placeholders),
    )
    for group, own, known in groups:
        for key in own:
            if key not in known:
                hint = did_you_mean(key, known, "keys here")
                message = f"nothing uses '{key}' under '{group}'"
                found.append(places.problem((group, key), "SS603", message, hint, key=True))
    return found


def _placeholder_problems(prompts: PromptFile, declared: Mapping[str, str], places: Places) -> list[Diagnostic]:
    found = []
    for group, texts in (("text", prompts.text), ("shortages", prompts.shortages)):
        for key, text in texts.items():
            for braces in dict.fromkeys(_BRACES.findall(text)):
                match = PLACEHOLDER.fullmatch(braces)
                if match and match[1] in declared:
                    continue
                name = braces[1:-1].strip()
                hint = did_you_mean(name, declared, "placeholders here") or "this file has no placeholders"
                found.append(
                    places.problem(
                        (group, key),
                        "SS604",
                        f"{braces} is no placeholder of this file",
                        hint,
                        at=places.within((group, key), braces),
                    )
                )
    return found
