"""How fast a build is, as ratios within one run: python tests/benchmarks/bench_build.py

Prints the build of all bundled lessons against WeasyPrint alone on the same HTML, an unchanged rebuild
against the full build, and `--help` and `check` in seconds. Trust the ratios, not the seconds. With
SECONDSOURCE_BENCH_STRICT=1 a missed target ends in exit code 1.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

TARGET_BUILD, TARGET_UNCHANGED = 1.10, 0.03

ALONE = """
import sys
from pathlib import Path
import weasyprint
for path in sorted(Path(sys.argv[1]).glob("*.html")):
    html = weasyprint.HTML(filename=str(path), base_url=sys.argv[2])
    Path(path).with_suffix(".pdf").write_bytes(html.write_pdf(pdf_variant="pdf/ua-1"))
"""


def seconds(command: list[str], cwd: Path) -> float:
    """Wall seconds of a whole process."""
    began = time.perf_counter()
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def best(measure: Callable[[], float], times: int = 5) -> float:
    return min(measure() for _ in range(times))


def write_pages(folder: Path) -> int:
    """Writes the very HTML that a PDF build lays out; the number of files."""
    from generator.build.documents import documents
    from generator.build.render_pool import html_of
    from generator.build.request import Request
    from generator.load.content import load_lesson
    from generator.load.project import open_project
    from generator.load.prompts import load_prompts
    from generator.render.pages import Pages

    project = open_project(folder)
    count = 0
    for name in project.lessons():
        loaded = load_lesson(project, name)
        assert loaded.dossier is not None
        assert loaded.dossier.dossier is not None
        prompts = load_prompts(project, loaded.dossier.dossier.language)
        pages = Pages(project.template_dirs(), prompts.ui)
        for document in documents(loaded, prompts, Request(lessons=(name,)), []):
            (folder / f"{count:03}.html").write_text(html_of(pages, document), "utf-8")
            count += 1
    return count


def main() -> int:
    """Measures and prints; 1 where a target is missed and SECONDSOURCE_BENCH_STRICT is set."""
    from generator.load.project import bundled_root

    command = [sys.executable, "-m", "generator"]
    os.environ["PYTHONPATH"] = str(Path(__file__).parents[2])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "pages").mkdir()
        count = write_pages(folder / "pages")
        alone = seconds(
            [sys.executable, "-c", ALONE, str(folder / "pages"), f"{bundled_root() / 'templates'}/"], folder
        )
        one = seconds([*command, "build", "--jobs", "1", "--out", "one"], folder)
        full = seconds([*command, "build", "--out", "all"], folder)
        unchanged = best(lambda: seconds([*command, "build", "--out", "all"], folder))
        help_ = best(lambda: seconds([*command, "--help"], folder))
        check = best(lambda: seconds([*command, "check"], folder))
        bare = best(lambda: seconds([sys.executable, "-c", "pass"], folder))
    print(f"{count} PDF documents, {os.cpu_count()} cores")
    print(f"WeasyPrint alone            {alone:7.2f} s")
    print(
        f"build, one process          {one:7.2f} s   {one / alone:.2f} of WeasyPrint alone (target {TARGET_BUILD})"
    )
    print(f"build, all cores            {full:7.2f} s   {full / alone:.2f} of WeasyPrint alone")
    print(
        f"unchanged rebuild           {unchanged:7.2f} s   {unchanged / full:.3f} of the full build "
        f"(target {TARGET_UNCHANGED})"
    )
    print(f"--help                      {help_:7.2f} s   (python alone {bare:.2f} s)")
    print(f"check of all content        {check:7.2f} s")
    missed = one / alone > TARGET_BUILD or unchanged / full > TARGET_UNCHANGED
    return 1 if missed and os.environ.get("SECONDSOURCE_BENCH_STRICT") else 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    raise SystemExit(main())
