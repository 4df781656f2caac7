"""The registry with pages that show every part at once, and a page that fails."""

from pathlib import Path

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template import RequestContext, Template
from django.urls import path

from rogatory.registry import urls

CASE = Path(__file__).with_name("specimen.html").read_text("utf-8")


class Finding(forms.Form):
    answer = forms.ChoiceField(
        label="Answer", choices=[("yes", "Yes"), ("no", "No"), ("unknown", "The file does not say")],
        widget=forms.RadioSelect,
    )  # fmt: skip
    reasons = forms.CharField(label="Reasons", help_text="Name the document and the page.", widget=forms.Textarea)
    sure = forms.BooleanField(label="I have read both indictments", required=False)


def case(request):
    form = Finding(request.POST or None)
    if form.is_valid():
        messages.success(request, "The finding is recorded.")
        return redirect("/")
    stages = {"intake": "done", "linkage": "done", "examination": "here", "decision": "barred", "execution": "barred"}
    context = {
        "form": form,
        "stages": stages,
        "addresses": {"intake": "#", "linkage": "#", "examination": "#"},
        "page": Paginator(range(1, 60), 6).page(request.GET.get("page", 2)),
    }
    return HttpResponse(Template(CASE).render(RequestContext(request, context)))


def fail(request, name):
    raise RuntimeError("A.B. lives at a secret address")


def deny(request):
    raise PermissionDenied


def suspect(request):
    raise SuspiciousOperation


urlpatterns = [
    *urls.urlpatterns,
    path("specimen", case),
    path("fail/<str:name>", fail),
    path("deny", deny),
    path("suspect", suspect),
]
handler400 = urls.handler400
handler403 = urls.handler403
handler404 = urls.handler404
handler500 = urls.handler500
