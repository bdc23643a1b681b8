"""Articles and suggestions -> the files of a dossier, as texts by path; nothing is written here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.draft.article import Article
from generator.draft.files.notes_file import dossier_text, notes_text
from generator.draft.files.report_file import Stated, report_text
from generator.draft.suggestion import Suggestion
from generator.load.suggest import as_slug

LABELS = "ABCD"
RESERVED = frozenset({"dossier"})
"""Names that files of a dossier have already."""


@dataclass(frozen=True, slots=True)
class Source:
    """One report to be: its label, the name of its file, the article and what the user says of it."""

    label: str
    name: str
    article: Article
    stated: Stated = field(default_factory=Stated)


@dataclass(frozen=True, slots=True)
class Forms:
    """Templates of the three files, and the words of the comments in a report's front matter."""

    report: str
    notes: str
    dossier: str
    words: Mapping[str, str]


def report_names(files: Sequence[str]) -> list[str]:
    """A name for the report of each file, made from the file's own: the same today and tomorrow."""
    names: list[str] = []
    for number, file in enumerate(files):
        stem = file.rsplit("/", 1)[-1].rsplit("\\", 1)[-1]
        stem = stem.rsplit(".", 1)[0] or stem
        wish = as_slug(stem)[:60].strip("-") or f"report-{LABELS[number % 4].lower()}"
        wish = f"report-{wish}" if wish in RESERVED else wish
        name, more = wish, 2
        while name in names:
            name, more = f"{wish}-{more}", more + 1
        names.append(name)
    return names


def title_of(name: str) -> str:
    """A name of a dossier as words."""
    words = name.replace("-", " ")
    return words[:1].upper() + words[1:]


def report_files(sources: Sequence[Source], forms: Forms, language: str | None = None) -> dict[str, str]:
    """Path in the dossier's folder -> text, for the reports. `language` is the dossier's."""
    return {
        f"{source.name}.md": report_text(
            source.article,
            source.stated,
            forms.report,
            forms.words,
            other_language(source.article.language, language),
        )
        for source in sources
    }


def note_files(
    title: str,
    reports: Mapping[str, str],
    suggestions: Sequence[Suggestion],
    forms: Forms,
    language: str | None = None,
) -> dict[str, str]:
    """Path in the dossier's folder -> text, for notes and dossier. `reports` maps labels to names."""
    out = {
        f"{name}.notes.yaml": notes_text(name, label, suggestions, forms.notes) for label, name in reports.items()
    }
    out["dossier.yaml"] = dossier_text(title, reports, suggestions, forms.dossier, language)
    return out


def other_language(of_report: str | None, of_dossier: str | None) -> str | None:
    """The language to write into a report: none where it is the dossier's or not known."""
    return None if of_report in (None, of_dossier or "en") else of_report
