"""The registry with pages that show every part at once, and a page that fails."""

from django import forms
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.template import RequestContext, Template
from django.urls import path

from rogatory.registry import urls

CASE = """{% extends "case_base.html" %}
{% block title %}2026/0417{% endblock %}
{% block number %}2026/0417 · Letter rogatory · <span class="badge">asylum data: closed to the requesting state</span>{% endblock %}
{% block case_title %}Kazakhstan asks for help against A.B. and C.D.{% endblock %}
{% block ruling %}{% verdict "FORBIDDEN" %}: may not be granted. The request concerns the charges for which Belgium recognised her as a refugee, and four questions remain open.{% endblock %}
{% block tabs %}<li><a href="#" aria-current="page">Examination</a></li><li><a href="#">File</a></li><li><a href="#">Persons</a></li><li><a href="#">Acts</a></li><li><a href="#">Timeline</a></li><li><a href="#">Journal</a></li>{% endblock %}
{% block ribbon %}{% ribbon stages addresses %}{% endblock %}
{% block content %}
<h2>Do the charges in the letter match those behind the refugee status?</h2>
<p>Answer from the file. One answer settles the search of the home and the hearing of the witness.</p>
{% include "components/error_summary.html" %}
<form method="post" data-draft="2026-0417-charges" novalidate>{% csrf_token %}
{% for field in form %}<div class="field{% if field.errors %} wrong{% endif %}">{{ field.as_field_group }}</div>{% endfor %}
<div class="buttons"><button>Record the finding</button> <a class="button second" href="#">Later</a></div></form>
<h2>What may be done</h2>
<div class="act barred"><h3>{% verdict "FORBIDDEN" %} Search the home of A.B.</h3><p>The charges are those from which she was given refuge.</p><details class="why"><summary>Why?</summary><p>Refugee status was recognised on 3 March 2019 and stands. The letter names the same proceedings.</p></details></div>
<div class="act"><h3>{% verdict "NOT_RIPE" %} Hear the witness E.F.</h3><p>Two questions are open.</p></div>
<div class="act"><h3>{% verdict "CONDITIONAL" %} Send the bank records</h3><p>Under a written use limit.</p></div>
<p>{% verdict "DISCRETIONARY" %} · {% verdict "ALLOWED" %}</p>
{% include "components/progress.html" with what="Items reviewed" done=412 all=1380 %}
<h2>Timeline</h2>
<ol class="timeline"><li><time datetime="2026-03-02">2 March 2026</time>The letter came in by post and was registered.</li><li class="barred"><time datetime="2026-03-09">9 March 2026</time>An attempt to grant the search was barred.</li></ol>
<h2>Cases</h2>
<div class="scroll"><table><caption>What the office has</caption><thead><tr><th scope="col">Number</th><th scope="col">State</th><th scope="col">Received</th><th scope="col" class="figure">Persons</th></tr></thead><tbody>{% for n in page %}<tr><th scope="row"><a href="#" data-row>2026/{{ n }}</a></th><td>Kazakhstan</td><td>2 March 2026</td><td class="figure">{{ n }}</td></tr>{% endfor %}</tbody></table></div>
{% include "components/pagination.html" %}
<h2>Persons</h2>
<dl><dt>Person concerned</dt><dd>A.B., journalist</dd><dt>Counsel</dt><dd>M. G.H., Brussels</dd></dl>
{% endblock %}
{% block sources %}{% include "components/source.html" with says="No Contracting State shall expel or return a refugee in any manner whatsoever to the frontiers of territories where his life or freedom would be threatened." cite="Refugee Convention, Article 33(1)" basis="treaty" check="checked against the text" link="#" %}
{% include "components/source.html" with cite="Decision of the Commissioner General, 3 March 2019" basis="file, document 4" %}{% endblock %}
{% block receipt %}2026/0417 · printed 23 November 2026 · journal entry 1,204, root 9f2c 77ab 01de{% endblock %}"""


class Finding(forms.Form):
    answer = forms.ChoiceField(
        label="Answer", choices=[("yes", "Yes"), ("no", "No"), ("unknown", "The file does not say")],
        widget=forms.RadioSelect,
    )  # fmt: skip
    reasons = forms.CharField(label="Reasons", help_text="Name the document and the page.", widget=forms.Textarea)
    sure = forms.BooleanField(label="I have read both indictments", required=False)


def case(request):
    form = Finding(request.POST or None)
    stages = {"intake": "done", "linkage": "done", "examination": "here", "decision": "barred", "execution": "barred"}
    context = {
        "form": form,
        "stages": stages,
        "addresses": {"intake": "#", "linkage": "#", "examination": "#"},
        "page": Paginator(range(1, 60), 6).page(request.GET.get("page", 2)),
    }
    return HttpResponse(Template(CASE).render(RequestContext(request, context)))


def fail(request):
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
