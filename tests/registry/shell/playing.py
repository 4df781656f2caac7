"""A case played through the pages: everybody at their own browser, filling in the form of each act and sending it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
import yaml
from django.db import transaction
from django.utils import timezone
from django.utils.html import strip_tags
from playwright.sync_api import Page

from rogatory.law.acts import Role
from rogatory.office.folds.dossier import BARRED, PROPOSED, Dossier, Entry, fold
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import journal
from tests.registry.doors import signed_in
from tests.registry.office import DAY, Registry, founding_file

GIVEN_AWAY = (
    "transmit",
    "open-file",
    "surrender",
    "admit-officials",
    "interview",
    "hear-requesting-state",
    "clear-item",
)
"""What the requesting state got in the founding case, or was to get, and surrender."""
ITEM, PACKAGE = "papers", "seized-material"


def founding_request() -> dict[str, Any]:
    """The founding case without what its own history brings about: remedies, the promise, and what was decided.

    One of the seized things is named, so that it can be cleared.
    """
    file = founding_file()
    held = [file, *(told for told in file["events"] if "shows" in told)]
    for told, part in zip(held, ("findings", *["shows"] * (len(held) - 1)), strict=True):
        told[part] = [f for f in told[part] if not f["question"].startswith("remedy.")]
    items = [{"id": ITEM, "text": "working papers of a lawyer", "package": PACKAGE}]
    return {k: v for k, v in file.items() if k not in ("acts", "decided")} | {"items": items}


@dataclass
class Play:
    """One case in a served office; `barred` keeps what was attempted in vain, by role and act."""

    url: str
    visit: Callable[..., Page]
    clock: pytest.MonkeyPatch
    office: Registry = field(default_factory=Registry.opened)
    case: str = ""
    pages: dict[Role, Page] = field(default_factory=dict)
    barred: list[tuple[Role, str]] = field(default_factory=list)

    def page(self, role: Role) -> Page:
        """The browser of somebody in this role, signed in once; without motion and script, as the pages must do."""
        if role not in self.pages:
            client = signed_in(self.office.accounts[role])
            cookies = [{"name": n, "value": m.value, "url": self.url} for n, m in client.cookies.items()]
            self.pages[role] = self.visit("about:blank", cookies=cookies, java_script_enabled=False)
        return self.pages[role]

    def register(self, file: dict[str, Any]) -> None:
        """The clerk registers the request, and counsel is given the mandate for the person."""
        page = self.page(Role.CLERK)
        page.goto(f"{self.url}/cases/register")
        page.locator("[name=text]").fill(yaml.safe_dump(file, allow_unicode=True))
        page.get_by_role("button", name="Register", exact=True).click()
        self.case = page.url.rpartition("/")[2]
        assert self.entries[0].act == "register", page.content()
        self.office.mandate(Role.COUNSEL, self.case)

    @property
    def entries(self) -> Sequence[Entry]:
        """The journal of the case, from its beginning."""
        return journal.entries_of(self.case)

    @property
    def dossier(self) -> Dossier:
        """The case as it stands."""
        return fold(self.entries)

    def newest(self, what: str) -> str:
        """The name of what was made last of `remedies`, `undertakings` or `hearings`."""
        found = self.dossier
        names = list(found.hearings if what == "hearings" else getattr(found.challenges, what))
        return str(names[-1])

    def fill_in(self, role: Role, act: str, obj: str = "", **filled: Any) -> str:
        """Fill in the page of an act and send it: what bars it, in the words of the page; empty: nothing does."""
        page = self.page(role)
        question = f"&question={filled.pop('question')}&about={filled.pop('about', '')}" if act == "find" else ""
        page.goto(f"{self.url}/cases/{self.case}/acts/{act}?object={obj}{question}")
        for name, value in filled.items():
            _fill(page, name, value)
        with page.expect_navigation():  # an answer that is still coming in tells of nothing yet
            page.locator("main form[method=post] .buttons button").click()
        alert = page.get_by_role("alert")
        assert page.locator(".field.wrong").count() == 0, alert.inner_text()
        return str(alert.inner_text()) if alert.count() else ""

    def does(self, role: Role, act: str, obj: str = "", **filled: Any) -> None:
        """Somebody does an act by its page, and it is done, or waits for a second person."""
        told = self.fill_in(role, act, obj, **filled)
        assert not told, (act, told)
        made = next(e for e in reversed(self.entries) if e.act != "read")
        assert act in (made.act, made.fields.get("act")), made
        assert made.act != BARRED, made

    def send(self, role: Role, act: str, obj: str = "", **filled: Any) -> str:
        """Send the form of an act without drawing its page, which is cheaper: what bars it, as the page says it."""
        client = signed_in(self.office.accounts[role])
        told = {"object": obj, "seen": self.dossier.head, **filled}
        answer = client.post(f"/cases/{self.case}/acts/{act}", told)
        alert = answer.content.decode().partition('role="alert"')[2].partition("</section>")[0]
        return unescape(strip_tags(f"<p{alert}"))

    def is_barred(
        self, role: Role, act: str, obj: str = "", *, by: Sequence[str], drawn: bool = True, **filled: Any
    ) -> None:
        """Somebody attempts an act by its page: barred, for reasons among which are these; the attempt is recorded."""
        told = (self.fill_in if drawn else self.send)(role, act, obj, **filled)
        missing = [words for words in by if words not in told]
        assert not missing, (act, missing, told)
        self.barred.append((role, act))
        made = next(e for e in reversed(self.entries) if e.act != "read")
        assert (made.act, made.fields["act"], made.actor) == (BARRED, act, self.office.accounts[role])
        assert made.fields["obstacles"]

    def agree(self, role: Role) -> str:
        """The second person agrees to what was proposed last, on the case's page: what bars it, empty: nothing."""
        page = self.page(role)
        name = list(self.dossier.proposals)[-1]
        page.goto(f"{self.url}/cases/{self.case}")
        with page.expect_navigation():
            page.locator(f"form:has(input[value='{name}']) button").click()
        alert = page.get_by_role("alert")
        return str(alert.inner_text()) if alert.count() else ""

    def agreeing_is_barred(self, role: Role, *, by: Sequence[str]) -> None:
        """The second person tries to agree to what was proposed last, and is barred for these reasons."""
        told = self.agree(role)
        assert all(words in told for words in by), told
        made = next(e for e in reversed(self.entries) if e.act != "read")
        assert (made.act, made.actor) == (BARRED, self.office.accounts[role])
        self.barred.append((role, made.fields["act"]))

    def another_sits(self, role: Role) -> None:
        """Somebody else takes the seat of this role, with a mandate and a browser of their own."""
        with transaction.atomic():
            account = Account.objects.open("another@office.test", role.value.title())
        told = {"account": account.public_id, "role": role.value, "since": DAY}
        self.office.do(Role.ADMINISTRATOR, "appoint", "", mandate=told)
        self.office.accounts[role] = account.public_id
        del self.pages[role]

    def lodge(self, kind: str, text: str, of: str = "") -> str:
        """Counsel lodges a remedy in the three steps of the defence door: its name, once there is a receipt."""
        page = self.page(Role.COUNSEL)
        page.goto(f"{self.url}/defence/cases/{self.case}/send")
        page.locator(f"a[href$='/send/{kind}']").click()
        page.locator("[name=text]").fill(text)
        if of:
            _fill(page, "of", of)
        page.locator("button[value=check]").click()
        page.locator("main form[method=post] .do button").click()
        page.wait_for_url("**/receipts/*")
        told = page.locator("main").inner_text()
        assert "sending things or papers to the other state" in told
        return self.newest("remedies")

    def decided(self, remedy: str, **filled: Any) -> None:
        """The court enters a ruling, where each party is read."""
        page = self.page(Role.COURT)
        page.goto(f"{self.url}/cases/{self.case}/remedies/{remedy}")
        told = {"outcome": "dismissed", "reasons": "as pronounced", **filled}
        for name, value in told.items():
            _fill(page, name, value)
        page.locator("main form:has([name=outcome]) button").last.click()
        assert page.get_by_role("alert").count() == 0, page.get_by_role("alert").inner_text()

    def everybody_is_told(self) -> None:
        """A bailiff serves everything that is owed, and brings the proof."""
        self.office.tell(self.case)

    def days_pass(self, days: int) -> None:
        """So many days later everybody signs in anew."""
        later = timezone.now() + timedelta(days=days)
        self.clock.setattr(timezone, "now", lambda: later)
        self.pages.clear()

    def told_of_the_end(self, *persons: str) -> None:
        """The court tells everybody that the promise has ended."""
        ended = next(n for n, e in enumerate(self.entries) if e.act == "end-undertaking")
        for person in persons:
            notice = {
                "told_of": f"notice-{ended}",
                "on": timezone.localdate(),
                "language": "en",
                "manner": "in-person",
            }
            self.does(Role.COURT, "notify", person, **notice)

    def done(self, *acts: str) -> list[str]:
        """What of these acts was done or waits for a second person; attempts and readings are none of it."""
        made = (e.fields["act"] if e.act == PROPOSED else e.act for e in self.entries)
        return [act for act in made if act in acts]

    def journal_tells_of_every_attempt(self) -> None:
        """The auditor reads, attempt by attempt, who tried what in vain, and what stood in the way."""
        page = self.page(Role.AUDITOR)
        page.goto(f"{self.url}/cases/{self.case}/journal?only=barred")
        rows = page.locator(".timeline li.barred")
        assert rows.count() == len(self.barred)
        # The newest first.
        for text, (role, _act) in zip(rows.all_inner_texts(), reversed(self.barred), strict=True):
            assert "Barred:" in text
            assert role.value.title() in text
            assert "What stood in the way" in text
        tried = [e.fields["act"] for e in self.entries if e.act == BARRED]
        assert tried == [act for _role, act in self.barred]


def _fill(page: Page, name: str, value: Any) -> None:
    """Fill in one field as whoever sits there would: ticking, choosing or writing."""
    for one in value if isinstance(value, (list, tuple)) else (value,):
        field = page.locator(f"main form [name={name}]")
        form = field.first.evaluate("e => e.tagName === 'INPUT' ? e.type : e.tagName.toLowerCase()")
        if form in ("checkbox", "radio"):
            (field if one is True else page.locator(f"main form [name={name}][value='{one}']")).check()
        elif form == "select":
            field.select_option(one)
        else:
            field.fill(str(one))
