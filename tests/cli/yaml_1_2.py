"""YAML as editors read it (YAML 1.2, core schema): numbers and true/false are typed, dates and `yes` are text."""

import re
from typing import Any

import yaml


class _Core(yaml.SafeLoader):
    """The safe loader without YAML 1.1's surprises."""


_Core.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?", "-+0123456789."),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), list(_first))


def read(text: str) -> Any:
    """The value of a YAML text."""
    return yaml.load(text, Loader=_Core)


def front_matter(text: str) -> str:
    """The YAML part of a report."""
    return text.split("---\n", 2)[1]
