"""Shared rules of the test-suite."""

import os
from collections.abc import Generator

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under SONGWRIGHT_REQUIRE_ALL a skipped test is a failed one: a missing tool must not hide a rule."""
    report = yield
    if os.environ.get("SONGWRIGHT_REQUIRE_ALL") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped under SONGWRIGHT_REQUIRE_ALL: {report.longrepr}"
    return report
