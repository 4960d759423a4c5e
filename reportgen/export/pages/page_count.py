"""The number of pages, held against what the form's manifest expects."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.export.pages.printed import Fault, Printed


def wrong_count(printed: Printed) -> Iterator[Fault]:
    """Yield a document that has fewer or more pages than its form should."""
    count, expected = len(printed.pages), printed.expected
    if count < expected.fewest:
        yield Fault("PAGE-14", 0, arguments={"count": count, "expected": expected.fewest})
    if expected.most is not None and count > expected.most:
        yield Fault("PAGE-15", 0, arguments={"count": count, "expected": expected.most})
