"""Remedies, stays, promises, restrictions, service and hearings of a case, as its entries tell of them."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from rogatory.law.acts import NOTIFY
from rogatory.office.filing import (
    CANCEL_HEARING,
    DECIDE_REMEDY,
    END_SECRECY,
    END_UNDERTAKING,
    INTERVENE,
    KEEP_BACK,
    LIFT_STAY,
    LODGE_REMEDY,
    ORDER_STAY,
    RECORD_HEARING,
    RECORD_SERVICE,
    REFER_REMEDY,
    REGISTER_REMEDY,
    SET_HEARING,
    SUBMIT,
    UNDERTAKE,
    WITHDRAW_REMEDY,
)
from rogatory.remedies.gathered import Gathered, Told

_BEGINS: Mapping[str, tuple[str, Callable[[Gathered, str, Told], None]]] = MappingProxyType(
    {
        LODGE_REMEDY.id: ("remedy", Gathered.lodged),
        ORDER_STAY.id: ("stay", Gathered.stayed),
        UNDERTAKE.id: ("undertaking", Gathered.undertaken),
        KEEP_BACK.id: ("secrecy", Gathered.kept_back),
    }
)
"""Acts that begin something, what it is called, and how it is gathered."""
_CHANGES: Mapping[str, Callable[[Gathered, Told], None]] = MappingProxyType(
    {
        REGISTER_REMEDY.id: Gathered.registered,
        REFER_REMEDY.id: Gathered.referred,
        DECIDE_REMEDY.id: Gathered.decided,
        WITHDRAW_REMEDY.id: Gathered.withdrawn,
        LIFT_STAY.id: Gathered.lifted,
        END_UNDERTAKING.id: lambda found, told: found.released(told, told.fields.get("notice-owed", ())),
        END_SECRECY.id: Gathered.opened,
        CANCEL_HEARING.id: Gathered.cancelled,
        RECORD_HEARING.id: Gathered.held,
    }
)
"""Acts that change something that was begun."""


def gather(found: Gathered, number: int, act: str, told: Told, entries: Sequence[int]) -> None:
    """Take one entry.

    Args:
        found: What was gathered so far.
        number: Position of the entry in its case.
        act: The act.
        told: The entry.
        entries: Numbers, in the journal, of the entries of the case before it and its own.
    """
    if act in _BEGINS:
        what, begin = _BEGINS[act]
        begin(found, f"{what}-{number}", told)
    elif act in _CHANGES:
        _CHANGES[act](found, told)
    elif act == SET_HEARING.id:
        found.set(told.object or f"hearing-{number}", told)
    elif act in (SUBMIT.id, INTERVENE.id) and "for-hearing" in told.fields:
        found.filed(told)
    elif act == NOTIFY.id and "told-of" in told.fields:
        found.notified(f"service-{number}", told)
        _release(found, f"service-{number}", entries)
    elif act == RECORD_SERVICE.id:
        found.service_recorded(told)
        _release(found, told.object, entries)


def _release(found: Gathered, name: str, entries: Sequence[int]) -> None:
    """Of the service of a notice that a promise has ended, what follows for the promise."""
    service = found.services[name]
    found.release_told(entries[int(service.of.rpartition("-")[2])], service)
