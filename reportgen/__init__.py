"""reportgen: one YAML tells a department's year; every form is checked and printed from it."""

__version__ = "0.1.0"
