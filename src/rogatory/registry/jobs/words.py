"""What an audit found, in words: of each damage its kind and where it is, and nothing an entry holds."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rogatory.registry.ledger.damage import Damage

DAMAGES: Mapping[str, Promise] = MappingProxyType(
    {
        Damage.FORKED.value: _("The registry signed two histories."),
        Damage.ROLLED_BACK.value: _("Somebody outside holds proof of a longer journal."),
        Damage.TRUNCATED.value: _("The last entries are gone."),
        Damage.DROPPED.value: _("Entries are missing between others."),
        Damage.SWAPPED.value: _("Two entries stand in each other's place."),
        Damage.DUPLICATED.value: _("An entry stands a second time in another place."),
        Damage.ALTERED.value: _("An entry is not the one that was appended."),
        Damage.SECRET.value: _("A value does not fit what was sealed when it was appended."),
        Damage.MISSING.value: _("A value is gone, and no record says that it was lawfully erased."),
        Damage.ERASURE.value: _("An erasure is not as its record says."),
        Damage.NODE.value: _("A stored hash is not the right one."),
        Damage.CHECKPOINT.value: _("A signed state of the journal is missing or does not verify."),
        Damage.COSIGNATURE.value: _("A witness's signature does not verify."),
        Damage.TIMESTAMP.value: _("A time stamp does not verify."),
        Damage.KEY.value: _("The journal's key or policy does not read, or the two do not belong together."),
        Damage.DATABASE.value: _("The database cannot read what it holds, or contradicts itself."),
        Damage.HEAD.value: _("The stored end of the journal is not its end."),
    }
)
"""Every kind of damage, as it is told to whoever asked for the audit."""
