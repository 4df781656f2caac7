"""The law book: every norm in force here, searched, by pack, and one by one with its condition."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.acts import ACTS
from rogatory.law.norms import Effect, Norm
from rogatory.law.sources import Check
from rogatory.law.wording import act_title, basis_word, effect_word, outline, request_word, say_norm
from rogatory.law.wording.language import Language
from rogatory.law.wording.terms import term
from rogatory.registry.cases.copies import folded
from rogatory.registry.desk.rows.reader import language

MOST = 40
"""Norms shown of a search; of more, how many there are."""
BARS = (Effect.FORBIDS, Effect.REQUIRES, Effect.MAY_REFUSE, Effect.INQUIRES)


@dataclass(frozen=True, slots=True)
class NormRow:
    """A norm in a list, in words."""

    id: str
    says: str
    source: str
    effect: str
    bars: bool
    basis: str
    check: str
    checked: bool
    acts: tuple[str, ...]


@login_required
@require_GET
def law_book(request: HttpRequest) -> HttpResponse:
    """The packs in force; the norms of one; or the norms a search finds."""
    law, speech = law_in_force(), language()
    told = {name: request.GET.get(name, "").strip() for name in ("pack", "q", "act")}
    pack = next((p for p in law.packs if p.id == told["pack"]), None)
    if told["pack"] and pack is None:
        raise Http404
    words = folded(told["q"]).split()
    asked = bool(words or told["act"])
    found = [
        n
        for n in (pack.norms if pack else law.norms if asked else ())
        if (not told["act"] or any(a.id == told["act"] for a in n.bears_on))
        and all(word in _searched(n.id, speech) for word in words)
    ]
    shown = found if pack else found[:MOST]
    context = {
        "told": told,
        "pack": pack,
        "asked": asked,
        "norms": [_row(n, speech) for n in shown],
        "left_out": len(found) - len(shown),
        "found": len(found),
        "packs": [(p.id, p.title, len(p.norms)) for p in law.packs],
        "acts": [(a.id, act_title(a, speech)) for a in ACTS.values()],
        "hash": law.hash,
        "count": len(law.norms),
    }
    part = request.htmx and not request.htmx.boosted  # type: ignore[attr-defined]
    return render(request, "desk/law_found.html" if part else "desk/law.html", context)


@login_required
@require_GET
def law_norm(request: HttpRequest, norm: str) -> HttpResponse:
    """One norm: in every language, its condition and exceptions, whom it binds, how far it was checked."""
    law, speech = law_in_force(), language()
    found = _norms().get(norm)
    if found is None:
        raise Http404
    context: dict[str, Any] = {
        "norm": found,
        "row": _row(found, speech),
        "pack": next(p for p in law.packs if found in p.norms),
        "others": [(m.value, found.says[m.value]) for m in Language if m is not speech and found.says.get(m.value)],
        "when": outline(found.when, speech),
        "unless": [(u.text, outline(u.when, speech)) for u in found.unless],
        "unknown": term(found.on_unknown, speech),
        "who": term(found.bound.who, speech),
        "kinds": [request_word(k, speech) for k in found.kinds],
    }
    return render(request, "desk/law_norm.html", context)


@cache
def _norms() -> dict[str, Norm]:
    return {n.id: n for n in law_in_force().norms}


@cache
def _searched(norm: str, speech: Language) -> str:
    found = _norms()[norm]
    return folded(" ".join((found.id, found.says["en"], say_norm(found, speech), str(found.source))))


def _row(norm: Norm, speech: Language) -> NormRow:
    return NormRow(
        id=norm.id,
        says=say_norm(norm, speech),
        source=str(norm.source),
        effect=effect_word(norm.effect, speech),
        bars=norm.effect in BARS,
        basis=basis_word(norm.basis, speech),
        check=term(norm.check, speech),
        checked=norm.check is Check.VERIFIED,
        acts=tuple(act_title(a, speech) for a in norm.bears_on),
    )
