"""`rogatory law`: the norms this office applies, one by one, as a list and as a book."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rogatory.cli.opening import acts_named, near, open_law
from rogatory.cli.page import QUIET, Code, Page, complain, print_json, stop
from rogatory.decision.lawbook.book import html, markdown
from rogatory.decision.phrases import label, say
from rogatory.deployment.situations import situations
from rogatory.law.acts import KINDS
from rogatory.law.conditions import Condition
from rogatory.law.corpus import Law
from rogatory.law.norms import Norm
from rogatory.law.sources import Check
from rogatory.law.wording import (
    Language,
    basis_word,
    condition_lines,
    effect_word,
    english_only,
    say_condition,
    say_norm,
    term,
)


def run_list(act: str, kind: str, pack: str, check: str, language: Language, *, as_json: bool) -> Code:
    """Print the norms that bear on an act, concern a kind, stand in a pack, were checked so far; the exit code."""
    law = open_law()
    acts = acts_named([act] if act else [])
    _known("kind of request", kind, KINDS)
    _known("pack", pack, [p.id for p in law.packs])
    _known("check level", check, [c.value for c in Check])
    home = pack_of(law)
    found = [
        n for n in law.norms
        if (not acts or acts[0] in n.bears_on) and (not kind or kind in n.kinds)
        and (not pack or home[n.id] == pack) and (not check or n.check.value == check)
    ]  # fmt: skip
    if as_json:
        print_json([norm_json(n, home[n.id], language) for n in found])
        return Code.DONE if found else Code.NOTHING
    if not found:
        stop(Code.NOTHING, "No norm fits. Leave out an option.")
    _print_list(Page(), law, found, language)
    return Code.DONE


def _known(what: str, name: str, names: Sequence[str]) -> None:
    if name and name not in names:
        stop(Code.NOTHING, f"There is no {what} {name!r}. {near(name, names) or 'There are: ' + ', '.join(names)}")


def pack_of(law: Law) -> dict[str, str]:
    """The pack each norm stands in."""
    return {n.id: p.id for p in law.packs for n in p.norms}


def _print_list(page: Page, law: Law, found: Sequence[Norm], language: Language) -> None:
    home, here = pack_of(law), ""
    titles = {p.id: p.title for p in law.packs}
    for norm in found:
        if home[norm.id] != here:
            if here:
                page.line()
            here = home[norm.id]
            page.line(f"{here}: {titles[here]}", "bold", hang=2)
        acts = ", ".join(a.id for a in norm.bears_on)
        doubt = "" if norm.check is Check.VERIFIED else f"; {norm.check.value}"
        page.line(f"{norm.id}: {effect_word(norm.effect, language)}; {acts}{doubt}", indent=2, hang=2)
        page.line(say_norm(norm, language), QUIET, indent=4)
    page.line()
    page.line(f"{len(found)} of {len(law.norms)} norms. `rogatory law show ID` tells one in full.", QUIET)


def run_show(ident: str, language: Language, *, as_json: bool) -> Code:
    """Print one norm in full; the exit code."""
    law = open_law()
    norm = law.norm.get(ident)
    if norm is None:
        stop(Code.NOTHING, f"There is no norm {ident!r}. {near(ident, law.norm) or '`rogatory law list` lists them.'}")
    if as_json:
        print_json(norm_json(norm, pack_of(law)[ident], language))
    else:
        _print_norm(Page(), norm, pack_of(law)[ident], language)
    return Code.DONE


def _print_norm(page: Page, norm: Norm, pack: str, language: Language) -> None:
    page.line(norm.id, "bold")
    page.line(say_norm(norm, language), indent=2)
    page.line()
    for name, text in _facts(norm, pack, language):
        if text:
            page.line(f"{name} {text}", indent=2, hang=2)
    page.line()
    blocks: list[tuple[str, Condition | None]] = [(label("show.when", language), norm.when)]
    for unless in norm.unless:
        source = f" ({unless.source})" if unless.source else ""
        title = say("show.unless", language, text=english_only(unless.text, language))
        blocks.append((f"{title}{source}:", unless.when))
    blocks.append((label("show.fulfilled", language), norm.fulfilled))
    blocks.append((label("cured", language), norm.cure.met if norm.cure else None))
    for title, condition in blocks:
        if condition is not None:
            page.line(title, "bold", indent=2, hang=2)
            _print_condition(page, condition, language)
    tested = situations().get(norm.id, ())
    if tested:
        page.line(label("show.tested", language), "bold", indent=2)
    for situation in tested:
        page.item("-", situation, indent=4)


def _print_condition(page: Page, condition: Condition, language: Language) -> None:
    for depth, text in condition_lines(condition, language, tests=True):
        page.item("-", text, indent=4 + 2 * depth)


def _facts(norm: Norm, pack: str, language: Language) -> list[tuple[str, str]]:
    cure, bound = norm.cure, norm.bound
    days = [say("show.from", language, day=norm.since) if norm.since else ""]
    days += [say("show.until", language, day=norm.until) if norm.until else ""]
    facts = [
        ("show.effect", effect_word(norm.effect, language)),
        ("show.acts", ", ".join(a.id for a in norm.bears_on)),
        ("show.kinds", ", ".join(norm.kinds)),
        ("source", str(norm.source)),
        ("basis", basis_word(norm.basis, language)),
        ("show.check", term(norm.check, language)),
        ("show.bound", ": ".join(p for p in (term(bound.who, language), ", ".join(bound.by)) if p)),
        ("show.force", ", ".join(d for d in days if d)),
        ("show.unknown", term(norm.on_unknown, language)),
        ("show.pack", pack),
    ]
    in_english = [
        ("show.standard", norm.standard),
        ("obtain", cure.obtain if cure else ""),
        ("keep", (cure.keep or "") if cure else ""),
        ("lifting", norm.lifts),
        ("show.limit", norm.limit),
        ("show.note", norm.note),
    ]
    facts += [(key, english_only(text, language)) for key, text in in_english if text]
    return [(label(key, language), text) for key, text in facts]


def norm_json(norm: Norm, pack: str, language: Language) -> dict[str, Any]:
    """A norm as JSON values, its conditions in words."""
    cure = norm.cure
    return {
        "id": norm.id,
        "pack": pack,
        "says": say_norm(norm, language),
        "source": str(norm.source),
        "effect": norm.effect.value,
        "bears-on": [a.id for a in norm.bears_on],
        "kinds": list(norm.kinds),
        "bound": {"who": norm.bound.who.value, "by": list(norm.bound.by)},
        "since": norm.since.isoformat() if norm.since else None,
        "until": norm.until.isoformat() if norm.until else None,
        "basis": norm.basis.value,
        "check": norm.check.value,
        "standard": norm.standard,
        "on-unknown": norm.on_unknown.value,
        "when": say_condition(norm.when, language),
        "unless": [
            {
                "id": u.id,
                "text": u.text,
                "when": say_condition(u.when, language),
                "source": str(u.source or norm.source),
            }
            for u in norm.unless
        ],
        "fulfilled": say_condition(norm.fulfilled, language) if norm.fulfilled is not None else None,
        "cure": {"met": say_condition(cure.met, language), "obtain": cure.obtain, "keep": cure.keep} if cure else None,
        "lifts": norm.lifts,
        "limit": norm.limit,
        "note": norm.note,
        "situations": list(situations().get(norm.id, ())),
    }


def run_book(form: str, out: str, language: Language) -> Code:
    """Write the law as a book; the exit code."""
    law = open_law()
    text = {"markdown": markdown, "html": html}[form](law, language, situations())
    if not out:
        Page().raw(text)
        return Code.DONE
    try:
        Path(out).write_text(text, encoding="utf-8")
    except OSError as error:
        stop(Code.BAD_INPUT, f"{out}: cannot be written ({error.strerror}).")
    complain(f"{len(law.norms)} norms written to {out}.")
    return Code.DONE


def run_hash(*, house_rules: bool, as_json: bool) -> Code:
    """Print what names the law applied; the exit code."""
    law = open_law(house_rules=house_rules)
    if as_json:
        print_json({
            "law-hash": law.hash,
            "norms": len(law.norms),
            "questions": len(law.vocabulary),
            "treaties": law.treaties.hash,
            "packs": [{"id": p.id, "title": p.title, "norms": len(p.norms), "house": p.house} for p in law.packs],
        })  # fmt: skip
    else:
        Page().raw(law.hash)
    return Code.DONE
