"""Load, check, render, write: one department-year from its file to its documents."""
