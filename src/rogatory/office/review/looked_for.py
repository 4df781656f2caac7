"""Whom screens look for in what was seized in a case, as its dossier tells: its file, its counsel, confirmed links."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from rogatory.casefile.model import CaseFile
from rogatory.law.acts import Role
from rogatory.material.screens.found import Who
from rogatory.material.screens.of_case import looked_for_in
from rogatory.material.screens.screening import Configuration
from rogatory.office.filing import GIVE_MANDATE, INVITE_COUNSEL
from rogatory.office.folds.dossier import Dossier, Entry
from rogatory.office.folds.linking import LinkState
from rogatory.registers.model import RegisterKind

_ILL_TREATED = frozenset({RegisterKind.VICTIMS.value})
_AT_RISK = frozenset({RegisterKind.PROTECTION.value, RegisterKind.DEFENDERS.value})
Known = Callable[[str], tuple[str, str]]
"""Tells of an account, by its identifier, the name and the e-mail address; both empty: nobody has it."""


def looked_for(dossier: Dossier, known: Known) -> Configuration:
    """Whom and what to look for.

    To what the case file says come counsel, by name and address, with those for whom they stand: whoever was given a
    mandate, or was asked to take one, whether it ended or not, as what passed between them stays theirs. And persons of
    the case whom a confirmed link ties to a register of victims, of protection or of defenders; of the link only its
    name is told, since its words may stand in a compartment.

    Args:
        dossier: The case.
        known: Tells who has an account.
    """
    found, case = looked_for_in(dossier.case), dossier.case
    counsel = list(dict.fromkeys(_counsel(dossier.entries)))
    lawyers = (_lawyer(account, seq, known) for account, _, seq in counsel)
    clients = (_person(case, person, f"the mandate of entry {seq}") for _, person, seq in counsel)
    return replace(
        found,
        lawyers=_each_once(found.lawyers, lawyers),
        clients=_each_once(found.clients, clients),
        ill_treated=_each_once(found.ill_treated, _linked(dossier, _ILL_TREATED)),
        at_risk=_each_once(found.at_risk, _linked(dossier, _AT_RISK)),
    )


def _counsel(entries: Iterable[Entry]) -> Iterator[tuple[str, str, int]]:
    """Accounts of counsel, the person each stands for, and the number of the entry that says so."""
    for entry in entries:
        if entry.act == GIVE_MANDATE.id and (told := entry.fields.get("mandate", {})):
            if told["role"] == Role.COUNSEL.value:
                yield told["account"], str(told.get("person") or ""), entry.seq
        elif entry.act == INVITE_COUNSEL.id and (told := entry.fields.get("invites", {})):
            yield told["account"], entry.object, entry.seq


def _lawyer(account: str, seq: int, known: Known) -> Who | None:
    name, address = known(account)
    told = tuple(part for part in (name.strip(),) if part), tuple(part for part in (address.strip(),) if part)
    return Who(*told, source=f"the mandate of entry {seq}") if any(told) else None


def _person(case: CaseFile, ident: str, source: str) -> Who | None:
    for person in case.persons:
        if person.id == ident:
            names = person.identity.names if person.identity else ()
            return Who(tuple(dict.fromkeys((*names, person.name))), source=source)
    return None


def _linked(dossier: Dossier, kinds: frozenset[str]) -> Iterator[Who | None]:
    for name, link in dossier.links.items():
        if link.state is LinkState.CONFIRMED and link.told["kind"] in kinds:
            yield _person(dossier.case, str(link.told["object"]), name)


def _each_once(before: tuple[Who, ...], more: Iterable[Who | None]) -> tuple[Who, ...]:
    return tuple(dict.fromkeys((*before, *(who for who in more if who is not None))))
