"""What was sent without an account, on the page of its document: what came with it, the answers, the case it joins."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from rogatory.law.acts import Role
from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.people.mandates import EVERY_CASE
from rogatory.registry.cases import door as cases
from rogatory.registry.desk.rows import showing
from rogatory.registry.desk.rows.reader import Reader
from rogatory.registry.mailroom import door, outside


def shown(request: HttpRequest, found: door.Letter) -> dict[str, Any]:
    """What the page of a document tells of its sender; of one that came in the usual way nothing."""
    if found.row.sender is None:
        return {}
    rows, answers, named = outside.sent_with(found.row)
    names = showing.names_of({one.by for one in answers})
    return {
        "sender": {
            "rows": [row for row in rows if row.pk != found.row.pk],
            "answers": [(one, names.get(one.by, one.by)) for one in answers],
            "named": named,
            "may_lodge": found.row.name == outside.TEXT and Role.CLERK in Reader.of(request).roles(EVERY_CASE),
        }
    }


def lodged(request: HttpRequest, account: str, _act: str, number: int) -> tuple[HttpResponse | None, str, int]:
    """Join what was sent to a case, as an allegation: where to go then, or what is wrong with it and how to answer."""
    case, person = request.POST.get("case", "").strip(), request.POST.get("person", "").strip()
    try:
        done = outside.lodge(account, number, case, person)
    except door.NoSuchMailError as error:
        raise Http404 from error
    except (cases.NoSuchCaseError, UnknownObjectError):
        return None, _("There is no such case, or no such person in it."), 422
    except FormError as error:
        return None, f"{error.problem}. {error.mend}", 422
    if isinstance(done, tuple):
        return None, "; ".join(o.text for o in done), 409
    messages.success(request, _("Done, and recorded as entry %(seq)s of the journal.") % {"seq": done})
    return HttpResponseRedirect(reverse("case_inquiries", args=[case])), "", 302
