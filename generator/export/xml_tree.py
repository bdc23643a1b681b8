"""XML as plain values, and packages whose bytes depend on their content alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.export.texts import escaped

# The first moment that a zip can name.
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Raw:
    """XHTML that is already written."""

    text: str


@dataclass(frozen=True)
class El:
    """An element: its name, its attributes in order, and what stands in it."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: tuple["El | Raw | str", ...] = ()

    def renamed(self, name: str, attributes: Mapping[str, str], children: tuple["El | Raw | str", ...]) -> "El":
        """The same place in the tree under another name."""
        return replace(self, name=name, attributes=attributes, children=children)


def el(_name: str, *children: "El | Raw | str | None", **attributes: str | int | None) -> El:
    """An element. Children and attributes that are None are left out; `class_` is written 'class'."""
    given = {name.rstrip("_"): str(value) for name, value in attributes.items() if value is not None}
    return El(_name, given, tuple(child for child in children if child is not None))


def document(root: El) -> bytes:
    """The element as a file of its own."""
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + written(root) + "\n").encode()


def written(*nodes: El | Raw | str) -> str:
    """Nodes as XML. Text is escaped; characters that XML cannot hold are left out."""
    return "".join(piece for node in nodes for piece in _written(node))


def _written(node: El | Raw | str) -> Iterator[str]:
    if isinstance(node, Raw):
        yield node.text
    elif isinstance(node, str):
        yield escaped(node)
    else:
        attributes = "".join(f' {name}="{_attribute(value)}"' for name, value in node.attributes.items())
        if not node.children:
            yield f"<{node.name}{attributes}/>"
            return
        yield f"<{node.name}{attributes}>"
        for child in node.children:
            yield from _written(child)
        yield f"</{node.name}>"


def _attribute(value: str) -> str:
    return escaped(value).replace('"', "&quot;")


def package(files: Mapping[str, bytes]) -> bytes:
    """A zip of files by path, the manifest first: the same files give the same bytes."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name in sorted(files, key=lambda name: (name != "imsmanifest.xml", name)):
            info = ZipInfo(name, _LONG_AGO)
            info.compress_type, info.external_attr, info.create_system = ZIP_DEFLATED, 0o644 << 16, 3
            archive.writestr(info, files[name])
    return out.getvalue()
