"""Texts as rows of numbers: how often each word, and each pair, stands in it, weighed by how rare it is in all."""

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


def rows(texts: Iterable[str], *, pairs: bool = True) -> Rows:
    """A row for each text, in single precision; they are made once, and do not depend on the order of the texts.

    Args:
        texts: The texts.
        pairs: Whether pairs of words count beside words: that finds the last ones sooner, and takes twice the memory.

    Raises:
        NotInstalledError: scikit-learn is missing.
    """
    try:
        from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise NotInstalledError("ranking needs scikit-learn: install rogatory[ranking]") from error
    import numpy as np  # noqa: PLC0415

    counter = HashingVectorizer(
        n_features=_PLACES, alternate_sign=False, norm=None, dtype=np.float32, ngram_range=(1, 2 if pairs else 1)
    )
    counts = counter.transform(texts)
    # What stands in one text alone says nothing of another, and is half of everything.
    counts.data[np.bincount(counts.indices, minlength=_PLACES)[counts.indices] < 2] = 0  # noqa: PLR2004 - in one alone
    counts.eliminate_zeros()
    weigher = TfidfTransformer(sublinear_tf=True)
    return weigher.fit(counts).transform(counts, copy=False)
