"""The findings of checks for output formats that show them."""

from __future__ import annotations

from newsview.export.formats import FORMATS
from newsview.model.facts import Analysis


def checked(analysis: Analysis, form: str) -> Analysis:
    """*analysis* with what does not fit in it as it is corrected now, if the output format *form* shows that.

    Raises ``UsageError`` for faulty settings of checks.
    """
    if not FORMATS[form].findings:
        return analysis
    # deferred: other formats need no checks
    from newsview.cli.check_settings import findings_by_settings
    from newsview.export.reviewed import corrected
    from newsview.model.saved_findings import with_findings

    return with_findings(analysis, findings_by_settings(analysis.article, corrected(analysis).facts))
