"""Shared rules of the test-suite."""

import os
from collections.abc import Iterator

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Under SONGWRIGHT_REQUIRE_ALL a skipped test is a failed one: a missing tool must not hide a rule."""
    report: pytest.TestReport = yield  # type: ignore[assignment,misc] - pluggy sends the report in
    if os.environ.get("SONGWRIGHT_REQUIRE_ALL") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped under SONGWRIGHT_REQUIRE_ALL: {report.longrepr}"
    return report  # type: ignore[return-value] - as above
