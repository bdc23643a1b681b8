"""What an exporter gives back, and its loss report as text."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.export.carrier import Carrier, Loss, Say


@dataclass(frozen=True)
class Export:
    """The bytes of the package and what was lost on the way.

    `numbers` gives the items' numbers on the sheet, `unlicensed` the labels of passages whose licence
    is not known.
    """

    target: str
    form_id: str
    data: bytes
    losses: tuple[Loss, ...]
    numbers: dict[str, int]
    unlicensed: tuple[str, ...] = ()

    @classmethod
    def of(cls, target: str, carrier: Carrier, data: bytes) -> "Export":
        """The package that was written with the texts of a carrier."""
        passages = carrier.sheet.passages
        unlicensed = tuple(passage.label for passage in passages if not passage.licence)
        return cls(target, carrier.sheet.form_id, data, carrier.losses(), carrier.numbers, unlicensed)

    def report(self, say: Say) -> str:
        """The loss report: what was turned into something else, then what was left out, with the items.

        Below it stands what to do before students see the package: the passages are in it word for word, and so
        is the key.
        """
        changed = _grouped([loss for loss in self.losses if loss.why is not None])
        left = _grouped([loss for loss in self.losses if loss.why is None])
        lines = [say("loss.title", target=say(f"loss.target.{self.target}"), name=self.form_id), ""]
        for head, groups in (("loss.changed", changed), ("loss.left_out", left)):
            lines.append(say(head))
            for (feature, why), losses in groups.items():
                told = {"text": say(f"loss.feature.{feature}"), "items": self._places(losses, say)}
                lines.append(
                    say("loss.line_why", **told, why=say(f"loss.why.{why}")) if why else say("loss.line", **told)
                )
            if not groups:
                lines.append(say("loss.nothing"))
            lines.append("")
        lines += [say("loss.before"), say(f"loss.before.{self.target}"), say("loss.again")]
        if self.unlicensed:
            lines.append(say("loss.licence", text=self._named("loss.passages", self.unlicensed, say)))
        return "\n".join(lines) + "\n"

    def _places(self, losses: Sequence[Loss], say: Say) -> str:
        """Where something was lost: 'the whole sheet; passage A; items 3, 5'."""
        items = sorted(self.numbers[loss.item] for loss in losses if loss.item in self.numbers)
        passages = [loss.item for loss in losses if loss.item and loss.item not in self.numbers]
        told = [say("loss.sheet")] if any(not loss.item for loss in losses) else []
        for key, names in (("loss.passages", passages), ("loss.items", [str(n) for n in items])):
            if names:
                told.append(self._named(key, names, say))
        return "; ".join(told)

    @staticmethod
    def _named(key: str, names: Sequence[str], say: Say) -> str:
        return say(f"{key}.one" if len(names) == 1 else f"{key}.many", text=", ".join(names))


def _grouped(losses: Sequence[Loss]) -> dict[tuple[str, str | None], list[Loss]]:
    groups: dict[tuple[str, str | None], list[Loss]] = {}
    for loss in losses:
        groups.setdefault((loss.feature, loss.why), []).append(loss)
    return groups
