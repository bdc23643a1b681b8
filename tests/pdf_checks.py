"""What is wrong with a PDF: two checkers of PDF/UA-1, one of the file's structure, and a walk through its tags."""

import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import page as page_checker
import pdfua
import pikepdf

FALLS_OVER = frozenset({"UA-14-001"})
"""Rules of pdfua that raise on a heading whose content is an array; `_headings` looks at that instead."""
HEADINGS = tuple(f"/H{level}" for level in range(1, 7))


def problems(data: bytes) -> list[str]:
    """Everything that keeps the PDF from being sound and accessible, in words; empty when nothing does.

    Where the program qpdf is not installed its check is left out; `needs_program("qpdf")` makes a test insist.
    """
    report = page_checker.validate_pdf_bytes(data, profile="ua1")
    found = [f"page {f.rule_id}: {f.message} ({f.object_id or 'document'})" for f in report.failures]
    with TemporaryDirectory() as folder:
        file = Path(folder) / "x.pdf"
        file.write_bytes(data)
        result = pdfua.validate(str(file))
        found += [f"pdfua {f.rule_id}: {f.message} ({f.location.describe()})" for f in result.findings]
        # A rule that gave up has not passed.
        given_up = [o for o in result.outcomes if o.skipped_reason and o.rule_id not in FALLS_OVER]
        found += [f"pdfua {o.rule_id}: skipped, {o.skipped_reason}" for o in given_up]
        if shutil.which("qpdf"):
            done = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
            found += [f"qpdf: {done.stderr.strip() or done.stdout.strip()}"] if done.returncode else []
    with pikepdf.open(BytesIO(data)) as document:
        found += structure_problems(document)
    return found


def structure_problems(document: pikepdf.Pdf) -> list[str]:
    """What our own walk misses: names, headings in order, heads of tables, words for pictures, parents."""
    if "/StructTreeRoot" not in document.Root:
        return ["no tags at all"]
    tree = list(elements(document))
    return [
        *_about(document),
        *_headings(document, tree),
        *_tables(document, tree),
        *_lists(tree),
        *_figures(tree),
        *_parents(document, tree),
        *_fields(document, tree),
    ]


def elements(document: pikepdf.Pdf) -> Iterator[Any]:
    """Every structure element in reading order."""
    todo = kids(document.Root.StructTreeRoot)[::-1]
    while todo:
        at = todo.pop()
        yield at
        todo += kids(at)[::-1]


def kids(element: Any) -> list[Any]:
    """The elements right below one."""
    below = element.get("/K", [])
    parts = below if isinstance(below, pikepdf.Array) else [below]
    return [kid for kid in parts if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def role(element: Any) -> str:
    """The element's role, such as /H1."""
    return str(element.get("/S", ""))


def _about(document: pikepdf.Pdf) -> Iterator[str]:
    root = document.Root
    if not str(root.get("/Lang", "")):
        yield "no language"
    for entry in ("/Title", "/Author", "/Creator"):
        if not str(document.docinfo.get(entry, "")).strip():
            yield f"no {entry[1:].lower()} in the document's information"
    for entry in ("/CreationDate", "/ModDate"):
        if entry in document.docinfo:
            yield f"{entry[1:]} makes two runs differ"
    if not bool(root.get("/MarkInfo", {}).get("/Marked", False)):
        yield "not marked as tagged"
    if not bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)):
        yield "readers will show the file's name instead of the title"
    for number, page in enumerate(document.pages, 1):
        if str(page.obj.get("/Tabs", "")) != "/S":
            yield f"page {number}: tab order does not follow the structure"


def _headings(document: pikepdf.Pdf, tree: list[Any]) -> Iterator[str]:
    levels = [int(role(e)[2:]) for e in tree if role(e) in HEADINGS]
    if not levels or levels[0] != 1:
        yield "does not begin with a first heading"
    if levels.count(1) != 1:
        yield f"{levels.count(1)} headings of the first level"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"a heading of level {after} follows one of level {before}"
    for heading in (e for e in tree if role(e) in HEADINGS):
        if not any(True for _ in _marked(heading)):
            yield "an empty heading"
    marks = bookmarks(document)
    if not all(marks):
        yield "an empty bookmark"
    # A heading that runs over a page's end is tagged once on each page.
    if not marks or len(marks) > len(levels):
        yield f"{len(marks)} bookmarks for {len(levels)} headings"


def bookmarks(document: pikepdf.Pdf) -> list[str]:
    """The titles of the outline from top to bottom."""
    marks: list[str] = []
    with document.open_outline() as outline:
        todo = list(outline.root)[::-1]
        while todo:
            mark = todo.pop()
            marks.append(str(mark.title).strip())
            todo += list(mark.children)[::-1]
    return marks


def _marked(element: Any) -> Iterator[int]:
    """The pieces of marked content anywhere below an element."""
    below = element.get("/K", [])
    for kid in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(kid, int):
            yield kid
        elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _marked(kid)


def _tables(document: pikepdf.Pdf, tree: list[Any]) -> Iterator[str]:
    named = set()
    names = document.Root.StructTreeRoot.get("/IDTree", {}).get("/Names", [])
    for i in range(0, len(names), 2):
        named.add(bytes(names[i]))
    for table in (e for e in tree if role(e) == "/Table"):
        rows = [row for part in kids(table) for row in ([part] if role(part) == "/TR" else kids(part))]
        heads = [cell for row in rows for cell in kids(row) if role(cell) == "/TH"]
        if not heads:
            yield "a table without heads"
        for cell in heads:
            if str(_attributes(cell).get("/Scope", "")) not in ("/Row", "/Column", "/Both"):
                yield "a head of a table without scope"
        widths = {sum(int(_attributes(cell).get("/ColSpan", 1)) for cell in kids(row)) for row in rows}
        if len(widths) != 1:
            yield f"a table with rows of {sorted(widths)} cells"
        for cell in (cell for row in rows for cell in kids(row)):
            for name in _attributes(cell).get("/Headers", []):
                if bytes(name) not in named:
                    yield f"a cell names a head that cannot be found: {bytes(name)!r}"


def _attributes(cell: Any) -> Any:
    return cell.get("/A", pikepdf.Dictionary())


def _lists(tree: list[Any]) -> Iterator[str]:
    for element in tree:
        below = {role(kid) for kid in kids(element)}
        if role(element) == "/L" and not below <= {"/L", "/LI", "/Caption"}:
            yield f"a list holds {sorted(below)}"
        if role(element) == "/LI" and not below <= {"/Lbl", "/LBody"}:
            yield f"an item of a list holds {sorted(below)}"


def _figures(tree: list[Any]) -> Iterator[str]:
    for figure in (e for e in tree if role(e) == "/Figure"):
        if not str(figure.get("/Alt", "")).strip():
            yield "a picture without words"


def _parents(document: pikepdf.Pdf, tree: list[Any]) -> Iterator[str]:
    """Every element knows its parent, and every piece of marked content its element."""
    for element in tree:
        for kid in kids(element):
            if kid.P.objgen != element.objgen:
                yield f"{role(kid)} below {role(element)} names another parent"
    nums = document.Root.StructTreeRoot.ParentTree.Nums
    owners = {int(nums[i]): nums[i + 1] for i in range(0, len(nums), 2)}
    reachable = {e.objgen for e in tree}
    for number, page in enumerate(document.pages, 1):
        refs = owners.get(int(page.obj.get("/StructParents", -1)), [])
        for operands, operator in pikepdf.parse_content_stream(page, "BDC"):
            if str(operator) == "BDC" and isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]:
                mcid = int(operands[1].MCID)
                if mcid >= len(refs) or refs[mcid] is None or refs[mcid].objgen not in reachable:
                    yield f"page {number}: marked content {mcid} hangs nowhere in the tree"


def _fields(document: pikepdf.Pdf, tree: list[Any]) -> Iterator[str]:
    """Every field of a form says what it is for and stands in the tree as a form."""
    held = set()
    for form in (e for e in tree if role(e) == "/Form"):
        below = form.get("/K", [])
        for kid in below if isinstance(below, pikepdf.Array) else [below]:
            if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid:
                held.add(kid.Obj.objgen)
    for number, page in enumerate(document.pages, 1):
        for note in page.obj.get("/Annots", []):
            if str(note.get("/Subtype", "")) != "/Widget":
                continue
            said = note.get("/TU", note.get("/Parent", {}).get("/TU", ""))
            if not str(said).strip():
                yield f"page {number}: a field that does not say what it is for"
            # What nobody is shown, such as the form id for reading back, nobody reads out either (7.18.1).
            hidden = int(note.get("/F", 0)) & 2
            if note.objgen not in held and not hidden:
                yield f"page {number}: a field that is not in the tree"
