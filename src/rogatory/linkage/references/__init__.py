"""Numbers of proceedings, notices, communications and judgments: read by scheme, made canonical, compared exactly."""

from rogatory.linkage.references.comparing import Likeness, compare, one_edit
from rogatory.linkage.references.model import Reference, Scheme, Sort
from rogatory.linkage.references.parsing import FORMS, as_written, parse

__all__ = ["FORMS", "Likeness", "Reference", "Scheme", "Sort", "as_written", "compare", "one_edit", "parse"]
