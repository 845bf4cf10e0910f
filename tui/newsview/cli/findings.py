"""The findings of checks for output formats that have them."""

from __future__ import annotations

from newsview.model import display

_WITH_FINDINGS = frozenset({"annotations"})


def with_findings(form: str) -> None:
    """Let the output format *form*, if it has findings, find them with all checks."""
    if form in _WITH_FINDINGS:
        # deferred: other formats need no checks
        from newsview.checks.run import findings_in
        from newsview.export.reviewed import corrected

        display.register_checks(lambda analysis: findings_in(corrected(analysis)))
