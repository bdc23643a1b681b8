"""A school's theme: read, checked, and put over the project's own look."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.load.project import open_project
from generator.load.theme import LoadedTheme, contrast, load_theme
from generator.model.theme import Colours, Theme


def picture(kind: str = "PNG", side: int = 8) -> bytes:
    out = BytesIO()
    Image.new("RGB", (side, side), "navy").save(out, kind)
    return out.getvalue()


def themed(folder: Path, text: str, **files: bytes) -> LoadedTheme:
    (folder / "templates").mkdir(exist_ok=True)
    (folder / "templates" / "theme.yaml").write_text("schema: 1\n" + text, "utf-8")
    for name, data in files.items():
        (folder / "templates" / name.replace("_", ".")).write_bytes(data)
    return load_theme(open_project(folder))


def test_without_a_file_the_look_is_our_own(tmp_path: Path) -> None:
    assert load_theme(open_project(tmp_path)) == LoadedTheme(Theme())


def test_what_is_left_out_stays_as_it_is(tmp_path: Path) -> None:
    loaded = themed(
        tmp_path,
        "theme:\n  school: Hillside\n  foot: Room 12\n  logo: crest.jpg\n  logo_alt: A crest\n"
        '  colours: {answer: "#003300"}\n',
        crest_jpg=picture("JPEG"),
    )
    assert loaded.diagnostics == ()
    assert loaded.theme.school == "Hillside"
    assert loaded.theme.foot == "Room 12"
    assert loaded.theme.logo is not None
    assert (loaded.theme.logo.type, loaded.theme.logo.alt) == ("image/jpeg", "A crest")
    assert loaded.theme.logo.data == picture("JPEG")
    assert loaded.theme.colours == Colours(answer="#003300")


@pytest.mark.parametrize(
    ("name", "data"),
    [("crest_svg", b"<svg/>"), ("crest_png", b""), ("crest_png", picture()[:40]), ("crest_png", b"x" * 400_001)],
)
def test_a_logo_that_no_reader_shows_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    text = f"theme: {{logo: {name.replace('_', '.')}, logo_alt: A crest}}\n"
    loaded = themed(tmp_path, text, **{name: data})
    assert [d.code for d in loaded.diagnostics] == ["SS651"]
    assert loaded.theme.logo is None


@pytest.mark.parametrize("path", ["../../secret.png", "/etc/passwd", "nothing.png"])
def test_a_logo_from_elsewhere_is_refused(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.png").write_bytes(picture())
    inner = tmp_path / "inner"
    inner.mkdir()
    loaded = themed(inner, f"theme: {{logo: {path}, logo_alt: A crest}}\n")
    assert [d.code for d in loaded.diagnostics] == ["SS651"]


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#ffffff") == pytest.approx(1)
    assert contrast("#000000") == pytest.approx(21)
    # The grey that just passes and the one that just fails on white, as the guidelines' own tools give them.
    assert contrast("#767676") == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777") == pytest.approx(4.48, abs=0.01)


def test_every_colour_of_our_own_can_be_read() -> None:
    assert all(contrast(colour) >= 4.5 for colour in Colours().model_dump().values())


def test_a_pale_colour_is_told_at_its_place(tmp_path: Path) -> None:
    loaded = themed(tmp_path, 'theme:\n  colours:\n    soft: "#999999"\n')
    assert [(d.code, d.place.line, d.place.col) for d in loaded.diagnostics] == [("SS650", 4, 11)]
