"""Loaded dossiers and lessons -> diagnostics, each with file, line, column, code and hint."""

from generator.check.dossier import check_dossier
from generator.check.lesson import check_lesson
from generator.check.report import render_github, render_json, render_text

__all__ = ["check_dossier", "check_lesson", "render_github", "render_json", "render_text"]
