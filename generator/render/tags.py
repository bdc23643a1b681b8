"""Tagged PDF -> tagged PDF with the engine's gaps mended: scopes of headings, the tree of ids, running text."""

from collections.abc import Iterable, Mapping
from typing import Any


def mend_tags(_document: Any, pdf: Any) -> None:
    """Works on the engine's own objects just before they are written, so tags and metadata stay whole."""
    root = next((o for o in pdf.objects if _type(o) == "/StructTreeRoot"), None)
    if root is None:
        return
    elements = {o.number: o for o in pdf.objects if _type(o) == "/StructElem"}
    _scopes(elements)
    _id_tree(pdf, root, elements.values())
    _running_text(pdf, root, elements)


def _type(thing: Any) -> str:
    return str(thing.get("Type", "")) if isinstance(thing, dict) else ""


def _number(reference: Any) -> int:
    """Object number of a reference such as b'12 0 R'; -1 where it is none."""
    parts = bytes(reference).split() if isinstance(reference, bytes) else []
    return int(parts[0]) if len(parts) == 3 and parts[2] == b"R" else -1


def _scopes(elements: Mapping[int, Any]) -> None:
    """Says of each heading cell whether it heads a column (in the table's head) or a row."""
    for cell in elements.values():
        if cell["S"] == "/TH" and "A" in cell:
            row = elements.get(_number(cell["P"]), {})
            part = elements.get(_number(row.get("P")), {})
            cell["A"]["Scope"] = "/Column" if part.get("S") == "/THead" else "/Row"


def _id_tree(pdf: Any, root: Any, elements: Iterable[Any]) -> None:
    """Lists the ids that data cells name their headings by."""
    named = sorted(((e["ID"].string, e) for e in elements if "ID" in e), key=lambda pair: pair[0].encode())
    if named:
        names = type(root["K"])([part for _, e in named for part in (e["ID"], e.reference)])
        tree = type(root)({"Names": names})
        pdf.add_object(tree)
        root["IDTree"] = tree.reference


def _running_text(pdf: Any, root: Any, elements: Mapping[int, Any]) -> None:
    """Turns head and foot of each page into artifacts: nobody wants to hear them between two sentences."""
    spoken = _reachable(root, elements)
    objects = {o.number: o for o in pdf.objects if o.number is not None}
    nums = objects[_number(root["ParentTree"])]["Nums"]
    owners = dict(zip(nums[::2], nums[1::2], strict=True))
    for reference in pdf.page_references:
        page = objects[_number(reference)]
        refs = owners.get(page.get("StructParents"), [])
        silent = {mcid for mcid, ref in enumerate(refs) if _number(ref) not in spoken}
        stream = objects[_number(page["Contents"])].stream
        for i, part in enumerate(stream):
            if isinstance(part, dict) and part.get("MCID") in silent:
                stream[i - 1], stream[i] = "/Artifact", type(root)({"Type": "/Pagination"})
        for mcid in silent:
            refs[mcid] = "null"
    for number, element in elements.items():
        if number not in spoken:
            element.clear()


def _reachable(root: Any, elements: Mapping[int, Any]) -> set[int]:
    """Numbers of the elements that hang in the tree."""
    found: set[int] = set()
    todo = [_number(kid) for kid in root["K"]]
    while todo:
        at = todo.pop()
        if at in elements and at not in found:
            found.add(at)
            todo += [_number(kid) for kid in elements[at].get("K", [])]
    return found
