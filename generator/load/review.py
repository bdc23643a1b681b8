"""What was read by a reviewer -> a fingerprint, so that any later change of passage or notes voids the review.

A fingerprint is made from values, not from the text of the files: comments, the order of keys and the shape of
the YAML may change. Fields that stand at their defaults do not count, so a new version of the file format,
which adds fields, voids nothing.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from generator.load.report import ReportDoc
from generator.model.base import Frozen
from generator.model.files import DossierFile, NotesFile

REVIEW_FIELDS = ("reviewed_by", "reviewed_on", "reviewed_hash")
"""The fields that a review fills, in the order in which they are written."""


@dataclass(frozen=True)
class Review:
    """A review as the file states it. `now` is the fingerprint of what stands there today."""

    by: str | None
    hash: str | None
    now: str

    @property
    def holds(self) -> bool:
        """Whether somebody has read exactly this."""
        return self.by is not None and self.hash == self.now

    @property
    def changed(self) -> tuple[str, ...]:
        """Which parts changed since: 'passage', 'notes'; nothing where the review holds or has no fingerprint."""
        if self.by is None or self.hash is None or self.holds:
            return ()
        before = self.hash.split("-")
        return tuple(PARTS[part[0]] for part in self.now.split("-") if part not in before)


PARTS = {"p": "passage", "n": "notes"}
"""First letter of a fingerprint's part -> what it was made from. It also keeps the part from being a number."""


def review_of_report(report: ReportDoc, notes: NotesFile) -> Review:
    """The review of the notes on a report: its fingerprint covers front matter, passage and notes."""
    meta = _values(report.meta) if report.meta else None
    blocks = [[block.kind, block.text] for block in report.blocks]
    return Review(notes.reviewed_by, notes.reviewed_hash, f"p{_digest([meta, blocks])}-n{_digest(_values(notes))}")


def review_of_dossier(file: DossierFile) -> Review:
    """The review of what compares the reports; changes of passages void the reviews of their own notes."""
    return Review(file.reviewed_by, file.reviewed_hash, f"n{_digest(_values(file))}")


def _values(value: Frozen) -> object:
    return value.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=set(REVIEW_FIELDS))


def _digest(value: Sequence[object] | object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return blake2b(text.encode(), digest_size=5).hexdigest()
