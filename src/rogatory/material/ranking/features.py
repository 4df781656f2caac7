"""Texts as rows of numbers: how often each word stands in it, weighed by how rare it is in all of them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

    Rows: TypeAlias = csr_matrix
else:
    Rows: TypeAlias = Any

_PLACES = 1 << 20
"""Columns. Words are given one by their digest, so that no list of words has to be kept; few share one."""


class NotInstalledError(RuntimeError):
    """What ranking needs is not installed."""


def rows(texts: Iterable[str]) -> Rows:
    """A row for each text, in single precision; they are made once, and do not depend on the order of the texts.

    Raises:
        NotInstalledError: scikit-learn is missing.
    """
    try:
        from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise NotInstalledError("ranking needs scikit-learn: install rogatory[ranking]") from error
    import numpy as np  # noqa: PLC0415

    counter = HashingVectorizer(n_features=_PLACES, alternate_sign=False, norm=None, dtype=np.float32)
    counts, weigher = counter.transform(texts), TfidfTransformer(sublinear_tf=True)
    return weigher.fit(counts).transform(counts, copy=False)
