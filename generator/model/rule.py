"""What a rule of `check` is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. `explain` says why it exists and how to mend a file that breaks it, with an example."""

    code: str
    title: str
    explain: str


def rule(code: str, title: str, *, why: str, mend: str, example: str) -> Rule:
    """A rule with its explanation in the usual three parts; `example` holds lines of a file."""
    lines = "\n".join(f"    {line}" for line in example.splitlines())
    mend = mend[:1].lower() + mend[1:]
    return Rule(code, title, f"{why}\n\nTo mend it: {mend}\n\nFor example:\n{lines}")
