"""Kinds, means and readings of entries on the record of a state, and what was seen in our own cases, in words."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rogatory.office.folds.experience import Seen
from rogatory.states.record.entries import Kind, Means, Method

KINDS: Mapping[Kind, Promise] = MappingProxyType(
    {
        Kind.INCIDENT: _("incident"),
        Kind.JUDGMENT: _("judgment"),
        Kind.UN_FINDING: _("finding of a body of the United Nations"),
        Kind.REPORT: _("report"),
        Kind.RESOLUTION: _("resolution"),
        Kind.EXPERIENCE: _("own experience"),
    }
)
MEANS: Mapping[Means, Promise] = MappingProxyType(
    {
        Means.PHYSICAL: _("bodily"),
        Means.NOTICES: _("notices"),
        Means.ASSISTANCE: _("legal assistance"),
        Means.DOCUMENTS: _("passports and travel"),
        Means.DIGITAL: _("digital"),
        Means.PROXIES: _("others and relatives"),
    }
)
METHODS: Mapping[Method, Promise] = MappingProxyType(
    {
        Method.DIRECT: _("direct attack"),
        Method.CO_OPTING: _("other states co-opted"),
        Method.MOBILITY: _("movement hindered"),
        Method.DISTANCE: _("threat from a distance"),
    }
)
"""The methods of transnational repression as PACE Resolution 2509 (2023), point 1, parts them."""
SEEN: Mapping[Seen, Promise] = MappingProxyType(
    {
        Seen.REFUSED: _("request refused"),
        Seen.REPEATED: _("request made again after a refusal"),
        Seen.STEERED: _("request steered by another state"),
        Seen.THROUGH: _("request through another state, which it steered"),
        Seen.KEPT: _("assurances kept"),
        Seen.BROKEN: _("assurance broken"),
        Seen.BEYOND: _("use beyond the limits set"),
    }
)
