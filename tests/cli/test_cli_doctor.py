"""`secondsource doctor`: what this machine lacks, and what to type."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import doctor


def findings(done: subprocess.CompletedProcess[str]) -> dict[str, dict[str, object]]:
    return {f["name"]: f for f in json.loads(done.stdout)["findings"]}


def test_looks_at_everything(cli) -> None:
    done = cli("doctor", "--json")
    found = findings(done)
    assert {"secondsource", "Python", *doctor.LIBRARIES} <= found.keys()
    assert {"PDF (Pango)", "harfbuzz-subset", "fonts", "content", "this folder"} <= found.keys()
    assert found["Python"]["found"] == ".".join(map(str, sys.version_info[:3]))
    for finding in found.values():
        assert finding["ok"] or finding["mend"], finding["name"]


def test_says_the_same_to_people(cli) -> None:
    done = cli("doctor")
    for name in findings(cli("doctor", "--json")):
        assert name in done.stdout
    assert ("Everything is here." in done.stdout) is (done.returncode == 0)


def _doctor(tmp_path: Path, repo: Path, prepare: str) -> subprocess.CompletedProcess[str]:
    script = f"import sys\n{prepare}\nfrom generator.cli import main\nsys.exit(main(['doctor', *sys.argv[1:]]))"
    return subprocess.run(
        [sys.executable, "-P", "-c", script, "--json"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(repo)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_pdf_it_ends_with_3_and_the_line_that_mends(tmp_path: Path, repo: Path) -> None:
    done = _doctor(
        tmp_path, repo, "import generator.render.pdf as p\np.missing = lambda: 'sudo apt-get install libpango'"
    )
    assert done.returncode == 3, done.stderr
    pdf = findings(done)["PDF (Pango)"]
    assert not pdf["ok"]
    assert pdf["mend"] == "sudo apt-get install libpango"


def test_a_missing_package_is_found_before_it_hurts(tmp_path: Path, repo: Path) -> None:
    done = _doctor(
        tmp_path,
        repo,
        "import importlib.metadata as m\n"
        "real = m.version\n"
        "def version(name):\n"
        "    if name == 'pikepdf': raise m.PackageNotFoundError(name)\n"
        "    return real(name)\n"
        "m.version = version",
    )
    assert done.returncode == 3, done.stderr
    assert "pip install pikepdf" in str(findings(done)["pikepdf"]["mend"])


def test_a_folder_that_cannot_be_written_in_is_only_a_note(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(doctor.os, "access", lambda *_: False)
    found = {finding.name: finding for finding in doctor.examine(tmp_path)}
    assert not found["this folder"].ok
    assert not found["this folder"].needed


def test_counts_the_content_of_the_folder(cli, mine: Path) -> None:
    assert "1 of this folder" in str(findings(cli("doctor", "--json", cwd=mine))["content"]["found"])
