"""Where lessons, dossiers and templates are found, and how files are called."""

from pathlib import Path

from generator.load import project as project_module
from generator.load.project import Project, bundled_root, open_project


def test_an_empty_or_missing_folder_is_a_project(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        project = open_project(folder)
        assert project.layers == (folder.resolve(), bundled_root())
        assert project.own_lessons() == ()
        assert set(project.dossiers()) == set(open_project(bundled_root()).dossiers())


def test_the_folder_of_the_program_is_one_layer() -> None:
    assert open_project(bundled_root()).layers == (bundled_root(),)
    assert (bundled_root() / "templates" / "fonts").is_dir()


def test_a_wheel_has_its_content_inside(tmp_path: Path) -> None:
    (tmp_path / "_bundled").mkdir()
    old = project_module.PACKAGE
    project_module.PACKAGE = tmp_path
    bundled_root.cache_clear()
    try:
        assert bundled_root() == tmp_path / "_bundled"
    finally:
        project_module.PACKAGE = old
        bundled_root.cache_clear()


def made(tmp_path: Path, *files: str) -> Project:
    for file in files:
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("schema: 1\n", "utf-8")
    return Project(tmp_path / "own", (tmp_path / "own", tmp_path / "bundled"))


def test_ones_own_content_goes_before_the_bundled_by_name(tmp_path: Path) -> None:
    project = made(
        tmp_path,
        "own/lessons/b.yaml",
        "bundled/lessons/b.yaml",
        "bundled/lessons/a.yaml",
        "own/lessons/.hidden.yaml",
        "own/lessons/notes.txt",
        "own/source_texts/x/dossier.yaml",
        "bundled/source_texts/x/dossier.yaml",
        "bundled/source_texts/y/dossier.yaml",
        "own/source_texts/no-dossier/a.md",
        "own/templates/prompts/en/common.yaml",
        "bundled/templates/x",
    )
    own, bundled = project.layers
    assert list(project.lessons().items()) == [("a", bundled / "lessons/a.yaml"), ("b", own / "lessons/b.yaml")]
    assert project.dossiers() == {"x": own / "source_texts/x", "y": bundled / "source_texts/y"}
    assert project.own_lessons() == ("b",)
    assert project.template_dirs() == (own / "templates", bundled / "templates")


def test_files_are_called_from_the_folder_and_can_be_opened_from_there(tmp_path: Path) -> None:
    project = made(tmp_path, "own/lessons/b.yaml", "bundled/lessons/a.yaml")
    own, bundled = project.layers
    assert project.display(own / "lessons" / "b.yaml") == "lessons/b.yaml"
    shown = project.display(bundled / "lessons" / "a.yaml")
    assert (own / shown).samefile(bundled / "lessons" / "a.yaml")


def test_links_that_lead_out_of_the_project_are_known(tmp_path: Path) -> None:
    project = made(tmp_path, "own/lessons/b.yaml", "bundled/lessons/a.yaml", "outside/c.yaml")
    own, bundled = project.layers
    (own / "lessons" / "out.yaml").symlink_to(tmp_path / "outside" / "c.yaml")
    (own / "lessons" / "in.yaml").symlink_to(own / "lessons" / "b.yaml")
    (own / "lessons" / "program.yaml").symlink_to(bundled / "lessons" / "a.yaml")
    (own / "there").symlink_to(tmp_path / "outside")
    assert project.leaves(own / "lessons" / "out.yaml")
    assert project.leaves(own / "there" / "c.yaml")
    assert project.leaves(own / ".." / "outside" / "c.yaml")
    assert not project.leaves(own / "lessons" / "in.yaml")
    assert not project.leaves(own / "lessons" / "program.yaml")
