"""Pages of the desk."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_required
def my_work(request: HttpRequest) -> HttpResponse:
    """What waits for the person who is signed in."""
    return render(request, "desk/my_work.html", {"waiting": []})
