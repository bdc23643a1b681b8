"""secondsource: reports of one event -> worksheets and answer keys."""

__version__ = "0.1.0"
