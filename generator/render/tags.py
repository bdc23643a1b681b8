"""Tagged PDF -> tagged PDF with the engine's gaps mended: scopes of headings, the tree of ids, running text."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any


def mend_tags(document: Any, pdf: Any) -> None:
    """Works on the engine's own objects just before they are written, so tags and metadata stay whole."""
    root = next((o for o in pdf.objects if _type(o) == "/StructTreeRoot"), None)
    if root is None:
        return
    elements = {o.number: o for o in pdf.objects if _type(o) == "/StructElem"}
    _scopes(elements)
    _definitions(elements)
    _languages(document, pdf, root, elements)
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


def _definitions(elements: Mapping[int, Any]) -> None:
    """Makes one list item of each word and its meaning; the engine makes items of both, in a division.

    Columns and tables of the layout stand in between as further lists, and words that run over several rows of
    type come in several pieces.
    """
    for pair in elements.values():
        if pair["S"] != "/Div" or not any(part["S"] == "/LI" for part in _kids(pair, elements)):
            continue
        pair["S"] = "/LI"
        roles: list[Any] = []
        for part in _kids(pair, elements):
            named = part["S"] == "/LI"
            if named:
                for body in _kids(part, elements):
                    body["S"] = "/NonStruct"
                part["S"] = ("/Lbl", "/LBody", "/NonStruct")[min(len(roles), 2)]
            if named and len(roles) < 2:
                roles.append(part)
            else:
                _hand_over([part], roles[-1] if roles else pair)
        pair["K"] = type(pair["K"])(part.reference for part in roles)
    for item in elements.values():
        # The cells of an item that is laid out as a table.
        if item["S"] == "/LI" and elements[_number(item["P"])]["S"] == "/NonStruct":
            for part in (item, *_kids(item, elements)):
                part["S"] = "/NonStruct"
    for outer in elements.values():
        inner = [*_kids(outer, elements)]
        while outer["S"] == "/L" and inner and all(part["S"] == "/L" for part in inner):
            outer["K"] = type(outer["K"])()
            for part in inner:
                _hand_over([*_kids(part, elements)], outer)
                part["K"] = type(part["K"])()
            inner = [*_kids(outer, elements)]


def _kids(element: Any, elements: Mapping[int, Any]) -> Iterator[Any]:
    """The elements right below one; its bare text is left out."""
    return (elements[n] for n in map(_number, element["K"]) if n in elements)


def _hand_over(parts: Iterable[Any], element: Any) -> None:
    """Hangs elements below another one."""
    for part in parts:
        part["P"] = element.reference
        element["K"].append(part.reference)


def _languages(document: Any, pdf: Any, root: Any, elements: Mapping[int, Any]) -> None:
    """Names the language of each section that is in another one than the document.

    The engine keeps no way from an element of the page to its tag. But it makes tags in the order of the boxes, so
    that the sections of a page are its section tags, one by one.
    """
    spoken = [[box.element.get("lang") for box in _sections(page._page_box)] for page in document.pages]
    if not any(language for page in spoken for language in page):
        return
    order = _in_order(root, elements)
    for reference, languages in zip(pdf.page_references, spoken, strict=True):
        tags = [tag for tag in order if tag["S"] == "/Sect" and tag["Pg"] == reference]
        for tag, language in zip(tags, languages, strict=True):
            if language:
                tag["Lang"] = type(pdf.info["Title"])(language)


def _sections(box: Any) -> Iterator[Any]:
    """The boxes of sections below a page's box from top to bottom."""
    for child in getattr(box, "children", ()):
        at = getattr(child, "_box", child)
        if at.element is not None and at.element_tag == "section":
            yield at
        yield from _sections(at)


def _in_order(root: Any, elements: Mapping[int, Any]) -> Iterable[Any]:
    """Every element in reading order."""
    found, todo = [], [elements[_number(root["K"][0])]]
    while todo:
        at = todo.pop()
        found.append(at)
        todo += [*_kids(at, elements)][::-1]
    return found


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
