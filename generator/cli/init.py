"""A folder -> a project of one's own, with a starting dossier and a lesson on it."""

import argparse
from pathlib import Path

from generator.cli._frame import FINE, PROBLEMS, GiveUp, prog, say

SUMMARY = "a folder of your own: lessons, source texts, wording and pages to change"

STARTER = "starter"
"""Name of the dossier and the lesson that come first; no bundled one bears it, so none is hidden."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path, help="a new or empty folder, or one to complete")


def run(args: argparse.Namespace) -> int:
    from generator.cli._scaffold import shown, write_new

    root: Path = args.folder
    if root.exists() and not root.is_dir():
        raise GiveUp(f"{root} is a file, not a folder", "choose another name", PROBLEMS)
    files = {root / name: content for name, content in starting_files().items()}
    there = [path for path in files if path.exists() or path.is_symlink()]
    changed = [path for path in there if not path.is_file() or path.read_bytes() != files[path]]
    if changed:
        raise GiveUp(
            f"{shown(changed[0])} is there already and says something else; nothing was written",
            "choose a new folder, or move that file away",
            PROBLEMS,
        )
    missing = {path: content for path, content in files.items() if path not in there}
    for path in write_new(missing):
        print(shown(path))
    if there and missing:
        say(f"Added what was missing; {len(there)} files were there and stay as they are.")
    elif there:
        say("Everything is there already; nothing was written.")
    here = root.resolve() == Path.cwd()
    say("Next:" if here else f"Next, in the folder {root}:")
    program = prog() if here else prog(str(root))
    for words, what in (
        (f"build {STARTER}", "makes the worksheet and the key of the example"),
        ("new dossier NAME", "starts a dossier of your own reports"),
        ("check", "says what is wrong, file by file"),
    ):
        say(f"  {program} {words:<17} {what}")
    return FINE


def starting_files() -> dict[str, bytes]:
    """All files of a new project: path below its folder -> content."""
    from tempfile import TemporaryDirectory

    from generator.cli._scaffold import scaffold, write_new
    from generator.cli.new import dossier_files, lesson_text
    from generator.load.project import bundled_root, open_project

    with TemporaryDirectory() as folder:
        # The lesson asks for what the dossier's notes can give, so the dossier has to stand somewhere first.
        stage = Path(folder).resolve()
        project = open_project(stage)
        write_new(dossier_files(project, stage / "source_texts" / STARTER))
        project = open_project(stage)
        write_new(
            {
                stage / "lessons" / f"{STARTER}.yaml": lesson_text(project, STARTER, STARTER),
                stage / "templates" / "README.md": scaffold(project, "templates-readme.md"),
            }
        )
        files = {p.relative_to(stage).as_posix(): p.read_bytes() for p in sorted(stage.rglob("*")) if p.is_file()}
    for schema in sorted((bundled_root() / "templates" / "schemas").glob("*.schema.json")):
        files[f"templates/schemas/{schema.name}"] = schema.read_bytes()
    return files
