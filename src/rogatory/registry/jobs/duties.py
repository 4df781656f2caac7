"""What is due by itself.

One piece is an act in cases, and is done through the door by an account of its own: standing queries (`screen`). Of the
others none is, and none is recorded as one; reading what came in proposes, and settles nothing.
"""

from datetime import datetime, timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone

from rogatory.registry.api import webhooks
from rogatory.registry.cases import judging, reassessing, standing
from rogatory.registry.jobs import orders
from rogatory.registry.jobs.handle import Handle, UnableError
from rogatory.registry.jobs.models import Job, State
from rogatory.registry.ledger import timestamps, witnesses
from rogatory.registry.ledger.witnesses import State as Answer
from rogatory.registry.mailroom import door as mailroom
from rogatory.registry.mailroom import reading
from rogatory.registry.reminders import letters
from rogatory.registry.review import building

LOOK_AGAIN = timedelta(hours=1)
"""How often witnesses that have signed everything are asked whether they know of more."""
KEPT = timedelta(days=30)
"""How long it is shown what came of work somebody asked for."""


def deliver(handle: Handle) -> dict[str, Any]:
    """Tell subscribers what happened; one that does not answer is tried again later and fails nothing here."""
    told = webhooks.deliver(now=handle.now)
    return {"delivered": told.delivered, "failed": told.failed}


def witness(handle: Handle) -> dict[str, Any]:
    """Bring the head of the journal to the witnesses, and keep their signatures."""
    asked = handle.before.get("asked", "")
    lately = bool(asked) and handle.now - datetime.fromisoformat(asked) < LOOK_AGAIN
    if lately and not any(witnesses.lag().values()):
        return dict(handle.before)
    outcomes = witnesses.ask()
    wrong = [outcome.text for outcome in outcomes if outcome.state is not Answer.COSIGNED]
    if wrong:
        raise UnableError("; ".join(wrong))
    return {"asked": handle.now.isoformat(), "cosigned": len(outcomes)}


def stamp(handle: Handle) -> dict[str, Any]:
    """Have the day's checkpoint stamped where an authority is named; each checkpoint once."""
    if not settings.TIMESTAMP_URL or timestamps.is_stamped():
        return dict(handle.before)
    try:
        return {"stamped": timestamps.stamp(settings.TIMESTAMP_URL).size}
    except timestamps.TimestampError as error:
        raise UnableError(str(error)) from error


def judge(handle: Handle) -> dict[str, Any]:
    """Judge open cases that were last judged on another day. Due each hour, so that midnight is not missed for long."""
    today = timezone.localdate(handle.now)
    count = judging.judge_again(today, handle.tell)
    return {"judged": count, "on": today.isoformat()} if count else dict(handle.before)


def reassess(handle: Handle) -> dict[str, Any]:
    """Judge the open cases of a state anew where its record has changed; what stands differently is told in My work."""
    told = reassessing.reassess(handle.tell)
    return {**told, "at": handle.now.isoformat()} if told["states"] else dict(handle.before)


def screen(handle: Handle) -> dict[str, Any]:
    """Match open cases anew with registers that have changed, or whose own file has. Due each hour."""
    try:
        done = standing.screen_again(handle.tell)
    except standing.NobodyAppointedError:
        problem = "registers are kept, and no account is appointed for standing queries; an administrator appoints one"
        raise UnableError(problem) from None
    told = {"screened": done.cases, "barred": done.barred, "at": handle.now.isoformat()}
    return told if done.cases or done.barred else dict(handle.before)


def remind(handle: Handle) -> dict[str, Any]:
    """Remind by letter whoever answers for a time limit that ends; off where no mail server is set. Due each hour."""
    if not settings.SENDS_MAIL:
        return {"off": True}
    told = letters.send_due(handle.now, handle.tell)
    if told.failed:
        problem = f"{told.failed} letters could not be sent, {told.letters} were"
        raise UnableError(problem)
    done = {"letters": told.letters, "warnings": told.warnings, "at": handle.now.isoformat()}
    return done if told.letters else {k: v for k, v in handle.before.items() if k != "off"}


def tidy(handle: Handle) -> dict[str, Any]:
    """Clear sessions that have run out, with what is kept of them, and old results with their files.

    Drafts of the desk lie in people's browsers, which clear them; those of the defence are kept until they are sent or
    thrown away. The counts of failed sign-ins clear themselves.
    """
    ended = Session.objects.filter(expire_date__lt=handle.now).delete()[0]
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    old = Job.objects.filter(state__in=(State.DONE, State.FAILED), ended_at__lt=handle.now - KEPT)
    files = orders.forget_files(handle.now) + building.forget_files(handle.now)
    return {"sessions": ended, "files": files, "results": old.delete()[0],
            "reminders": letters.forget(handle.now)}  # fmt: skip


def read_mail(handle: Handle) -> dict[str, Any]:
    """Read the documents that wait to be read, one after the other; each keeps what was read by itself."""
    waiting = reading.due(handle.now)
    done = 0
    for place, number in enumerate(waiting, 1):
        done += mailroom.read(number)
        handle.tell(place, len(waiting))
    return {"read": done, "at": handle.now.isoformat()} if waiting else dict(handle.before)
