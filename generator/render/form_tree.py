"""Widgets that the engine laid out -> the fields of a form, in the way that all common programs understand."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from generator.render.fields import Field

HIDDEN = 1 << 1
READ_ONLY, MULTILINE, RADIO, COMBO = 1, 1 << 12, 1 << 15, 1 << 17


class FormTree:
    """The tree of fields in the making; `font` is a reference, `ink` a colour as '#rrggbb', `size` in pt."""

    def __init__(self, pdf: Any, font: bytes, ink: str, size: int) -> None:
        import pydyf

        self.pdf, self.make, self.size = pdf, pydyf, size
        self.ink = " ".join(f"{int(ink[i : i + 2], 16) / 255:.3g}" for i in (1, 3, 5))
        self.fonts = pydyf.Dictionary({"Font": pydyf.Dictionary({"Sans": font})})
        self.top: list[Any] = []
        self.groups: dict[str, Any] = {}

    def add(self, field: Field, widgets: Sequence[Any]) -> None:
        """Hangs the field into the tree, its widgets made what they are."""
        for widget in widgets:
            for key in ("AP", "AS", "BS", "Border", "DA", "Ff", "FT", "MK", "Opt", "Parent", "T", "V"):
                widget.pop(key, None)
        if field.kind == "one":
            self._one(field, widgets)
            return
        (widget,) = widgets
        widget["TU"] = self.make.String(field.tip)
        if field.kind == "tick":
            widget |= {"FT": "/Btn", "V": "/Off"}
            self._states(widget, "on", _tick)
        elif field.kind == "pick":
            # What is shown is what is kept: programs differ in which of the two they save.
            shown = [self.make.String(state.value) for state in field.states]
            widget |= {"FT": "/Ch", "Ff": COMBO, "Opt": self.make.Array([self.make.String(" "), *shown]), "Q": 1}
            self._text(widget)
        else:
            widget |= {"FT": "/Tx", "Ff": MULTILINE if field.kind == "lines" else 0}
            self._text(widget)
        self._hang(widget, field.name)

    def close(self, about: Mapping[str, str]) -> None:
        """Says in hidden fields whose form this is, and puts the tree into the catalogue."""
        for name, value in about.items():
            text = self.make.String(value)
            hidden = {"Type": "/Annot", "Subtype": "/Widget", "F": HIDDEN, "FT": "/Tx", "Ff": READ_ONLY}
            widget = self.make.Dictionary(
                {
                    **hidden,
                    "Rect": self.make.Array([0, 0, 0, 0]),
                    "TU": self.make.String(name),
                    "V": text,
                    "DV": text,
                }
            )
            widget["DA"] = self._appearance_string()
            widget["P"] = self.pdf.page_references[0]
            self.pdf.add_object(widget)
            self._page(widget["P"])["Annots"].append(widget.reference)
            self._hang(widget, f"_form.{name}")
        self.pdf.catalog["AcroForm"] = self.make.Dictionary(
            {"Fields": self.make.Array(self.top), "DR": self.fonts, "DA": self._appearance_string()}
        )

    def _one(self, field: Field, widgets: Sequence[Any]) -> None:
        """One of several: a field of its own, and a widget with a state of its own for each of its choices."""
        group = self.make.Dictionary(
            {"FT": "/Btn", "Ff": RADIO, "TU": self.make.String(field.tip), "V": "/Off", "Kids": self.make.Array()}
        )
        self.pdf.add_object(group)
        for state, widget in zip(field.states, widgets, strict=True):
            widget["TU"] = self.make.String(state.tip)
            widget["Parent"] = group.reference
            self._states(widget, state.value, _dot)
            group["Kids"].append(widget.reference)
        self._hang(group, field.name)

    def _hang(self, field: Any, name: str) -> None:
        """Puts a field under its parent, which is made when first needed."""
        parent, _, own = name.rpartition(".")
        field["T"] = self.make.String(own)
        if not parent:
            self.top.append(field.reference)
            return
        group = self.groups.get(parent)
        if group is None:
            group = self.make.Dictionary({"T": self.make.String(parent), "Kids": self.make.Array()})
            self.pdf.add_object(group)
            self.groups[parent] = group
            self.top.append(group.reference)
        field["Parent"] = group.reference
        group["Kids"].append(field.reference)

    def _states(self, widget: Any, on: str, draw: Callable[[float, float], Iterator[str]]) -> None:
        width, height = _extent(widget)
        drawn = self._stream([f"{self.ink} rg", *draw(width, height)], width, height)
        off = self._stream([], width, height)
        widget["AP"] = self.make.Dictionary(
            {"N": self.make.Dictionary({on: drawn.reference, "Off": off.reference})}
        )
        widget["AS"] = "/Off"

    def _text(self, widget: Any) -> None:
        width, height = _extent(widget)
        widget["DA"] = self._appearance_string()
        empty = self._stream(["/Tx BMC", "EMC"], width, height)
        widget["AP"] = self.make.Dictionary({"N": empty.reference})

    def _appearance_string(self) -> Any:
        return self.make.String(f"/Sans {self.size} Tf {self.ink} rg")

    def _stream(self, parts: Sequence[str], width: float, height: float) -> Any:
        box = self.make.Array([0, 0, width, height])
        extra = {"Type": "/XObject", "Subtype": "/Form", "BBox": box, "Resources": self.fonts}
        stream = self.make.Stream([part.encode() for part in parts], extra)
        self.pdf.add_object(stream)
        return stream

    def _page(self, reference: bytes) -> Any:
        return self.pdf.objects[int(reference.split()[0])]


def _extent(widget: Any) -> tuple[float, float]:
    x1, y1, x2, y2 = (float(v) for v in widget["Rect"])
    widget["Rect"][:] = [round(v, 2) for v in (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))]
    return round(abs(x2 - x1), 2), round(abs(y2 - y1), 2)


def _tick(width: float, height: float) -> Iterator[str]:
    """A bold tick."""
    points = ((0.1, 0.52), (0.4, 0.12), (0.95, 0.86), (0.84, 0.95), (0.39, 0.34), (0.2, 0.6))
    for i, (x, y) in enumerate(points):
        yield f"{x * width:.2f} {y * height:.2f} {'l' if i else 'm'}"
    yield "h f"


def _dot(width: float, height: float) -> Iterator[str]:
    """A round dot that fills most of the circle."""
    x, y, r = width / 2, height / 2, min(width, height) * 0.33
    k = r * 0.5523
    yield f"{x + r:.2f} {y:.2f} m"
    for a, b, c, d, e, f in (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    ):
        yield f"{a:.2f} {b:.2f} {c:.2f} {d:.2f} {e:.2f} {f:.2f} c"
    yield "f"
