"""What the worker does on a seizure or a package, seen and asked for at a page: reading, reading again, building."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rogatory.law.acts import OPEN_SEAL, Role
from rogatory.material.items import State
from rogatory.office.filing import SEAL_MATERIAL
from rogatory.registry.cases import door
from rogatory.registry.desk.rows.reader import Reader
from rogatory.registry.jobs import queue, watch
from rogatory.registry.jobs.models import State as Stands
from rogatory.registry.review import building, judging, leaving, opening, reading
from rogatory.registry.review.readable import called
from rogatory.sifting.ledger.database import LedgerError
from rogatory.sifting.sealed.sealing import SealError

MAY_READ = frozenset((*SEAL_MATERIAL.by, *OPEN_SEAL.by, Role.REVIEWER, Role.PRIVILEGE_OBSERVER))
"""Who has the worker read a seizure whose seal is open: whoever seals, opens or reviews."""


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of the worker's work.

    Attributes:
        state: How far it is; empty: nobody has asked for it.
        error: Why it failed the last time, with what to do, in English as it is translated; empty: it did not.
        told: What came of it the last time.
        lost: Whether nobody is at work, so that it would wait for ever.
    """

    state: str = ""
    error: str = ""
    told: Mapping[str, Any] | None = None
    lost: bool = False

    @property
    def waits(self) -> bool:
        """Whether it waits to be done, for the first time or again."""
        return self.state == Stands.WAITING.value

    @property
    def runs(self) -> bool:
        """Whether it is being done."""
        return self.state == Stands.RUNNING.value

    @property
    def done(self) -> bool:
        """Whether it was done."""
        return self.state == Stands.DONE.value

    @property
    def failed(self) -> bool:
        """Whether it was given up."""
        return self.state == Stands.FAILED.value


def work(kind: str, about: str) -> Work:
    """The piece of a kind that was asked for last on a seizure or package."""
    found = queue.last(kind, about)
    if found is None:
        return Work()
    waits = found.state in (Stands.WAITING, Stands.RUNNING)
    lost = waits and not watch.at_work(timezone.now())
    return Work(found.state, found.error, found.result if found.state == Stands.DONE else None, lost)


@dataclass(frozen=True, slots=True)
class Package:
    """A package that an act has sent: its plan, how building it stands, and whether its file is there to be fetched."""

    sent: leaving.Sent
    work: Work
    fetchable: bool

    @property
    def sound(self) -> bool:
        """Whether the verifier found nothing wrong with it."""
        return self.work.done and not (self.work.told or {}).get("faults")


def packages(request: HttpRequest, dossier: Any) -> list[Package]:  # noqa: ANN401 - a dossier
    """The packages of a case that were sent, for whoever plans and builds them; none for others."""
    case, reader = dossier.case.id, Reader.of(request)
    if not reader.roles(case) & frozenset(leaving.MAY_PLAN):
        return []
    found = leaving.sent_in(case, dossier.entries)
    told = [(one, work(queue.BUILD_PACKAGE, called(case, one.package))) for one in found]
    return [Package(one, did, did.done and building.file_of(one.payload) is not None) for one, did in told]


@login_required
@require_POST
def read(request: HttpRequest, case: str, seizure: str) -> HttpResponse:
    """Have a seizure read, or what ended in a state or is of a kind read again."""
    here = opening.here(request, case, seizure)
    if not here.told.seized.opened or here.told.seized.whole_gone or not here.roles & MAY_READ:
        raise Http404
    state = next((one for one in State if one.value == request.POST.get("state")), None)
    kind = request.POST.get("kind", "").strip()[:60]
    if state or kind:
        try:
            count = reading.again(case, seizure, state, kind)
        except (SealError, LedgerError) as error:
            raise Http404 from error
        messages.success(request, _("%(n)s contents will be read again.") % {"n": count})
    queue.ask(queue.READ_SEIZURE, here.account, timezone.now(), called(case, seizure))
    return redirect("material_progress", case, seizure)


@login_required
@require_POST
def build(request: HttpRequest, case: str, package: str) -> HttpResponse:
    """Have a package built that an act has sent."""
    sent = _sent(request, case, package)
    queue.ask(queue.BUILD_PACKAGE, Reader.of(request).account, timezone.now(), called(case, sent.package))
    return redirect("case_material", case)


@login_required
@require_GET
def fetch(request: HttpRequest, case: str, package: str) -> FileResponse | HttpResponse:
    """The file of a package, for whoever may send it; every item of it is judged once more before it is given."""
    sent, did = _sent(request, case, package), work(queue.BUILD_PACKAGE, called(case, package))
    path = building.file_of(sent.payload)
    if path is None or not did.done or (did.told or {}).get("payload") != sent.payload or did.told["faults"]:  # type: ignore[index]
        raise Http404
    if withheld := judging.judged_anew(case, package, sent.payload, timezone.now()).leaving.withheld:
        for ground, count in withheld.items():
            messages.error(request, _("Not handed out: %(n)s items are withheld now: %(why)s.") % {
                "n": count, "why": ground})  # fmt: skip
        return redirect("case_material", case)
    return FileResponse(path.open("rb"), as_attachment=True, filename=f"{case}-{package}{path.suffix}")


def _sent(request: HttpRequest, case: str, package: str) -> leaving.Sent:
    account = Reader.of(request).account
    try:
        door.look(account, case)
        return leaving.sent(account, case, package)
    except (door.NoSuchCaseError, leaving.NotPlannedError) as error:
        raise Http404 from error
