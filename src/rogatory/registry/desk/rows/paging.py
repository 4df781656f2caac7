"""Paging through very many cases: keys first, by the index alone, then the few rows that are shown."""

from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet, Window

from rogatory.registry.cases.models import CaseCopy

if TYPE_CHECKING:
    _Paginator = Paginator[CaseCopy]
else:
    _Paginator = Paginator


class CasePages(_Paginator):
    """Pages of cases, of which one far behind costs little more than the first.

    Args:
        found: The cases, in their order.
        per_page: Cases on a page.
        searched: Whether words are searched for, so that every row is read: then keys and count are one query.
    """

    def __init__(self, found: QuerySet[CaseCopy], per_page: int, *, searched: bool) -> None:
        self._found, self._searched = found, searched
        self._keys: dict[int, list[str]] = {}
        super().__init__(found, per_page)

    def get_page(self, number: Any) -> Page[CaseCopy]:  # noqa: ANN401 - whatever stands in the address
        """The page, or the nearest there is."""
        if self._searched:
            self._look(int(number or 1) if str(number or 1).isascii() and str(number or 1).isdecimal() else 1)
        return super().get_page(number)

    def page(self, number: Any) -> Page[CaseCopy]:  # noqa: ANN401
        """The page of this number."""
        number = self.validate_number(number)
        bottom = (number - 1) * self.per_page
        keys = self._keys.get(number)
        if keys is None:
            keys = list(self._found.values_list("case", flat=True)[bottom : bottom + self.per_page])
        rows = CaseCopy.objects.in_bulk(keys)
        return Page([rows[key] for key in keys if key in rows], number, self)

    def _look(self, number: int) -> None:
        bottom = (max(number, 1) - 1) * self.per_page
        told = self._found.annotate(total=Window(Count("*"))).values_list("case", "total")
        rows = list(told[bottom : bottom + self.per_page])
        if rows:
            self._keys[number] = [case for case, _ in rows]
        if rows or not bottom:
            self.count = rows[0][1] if rows else 0
