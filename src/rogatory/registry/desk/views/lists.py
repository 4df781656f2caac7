"""Pages across cases: registration."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from rogatory.law.acts import REGISTER
from rogatory.office.errors import FormError
from rogatory.office.perform import Barred
from rogatory.registry.cases import door
from rogatory.registry.desk.forms import offered as forms
from rogatory.registry.desk.rows import showing
from rogatory.registry.desk.rows.reader import Reader, language


@login_required
def register(request: HttpRequest) -> HttpResponse:
    """Register a request."""
    form = forms.YamlForm(request.POST or None, request.FILES or None)
    obstacles: Any = ()
    if request.method == "POST" and form.is_valid():
        try:
            outcome = door.do(Reader.of(request).account, REGISTER.id, "", form={"file": form.cleaned_data["file"]})
        except FormError as error:
            form.add_error("text", f"{error.field}: {error.problem}. {error.mend}")
        else:
            if not isinstance(outcome.result, Barred):
                messages.success(request, _("Registered as %(number)s.") % {"number": outcome.case})
                return HttpResponseRedirect(reverse("case", args=[outcome.case]))
            obstacles = showing.obstacles(outcome.result.obstacles, language())
    status = 409 if obstacles else 422 if form.errors else 200
    return render(request, "desk/register.html", {"form": form, "obstacles": obstacles}, status=status)
