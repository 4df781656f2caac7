"""The review in a real browser: accessible in light and dark, small, light enough, by keyboard and without a script.

With ROGATORY_SCREENS=docs/screens the pages are also drawn there.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Response

from rogatory.law.acts import Role
from tests.registry.office import Registry
from tests.registry.reviewed import Reviewed
from tests.registry.shell.test_pages import draw

pytestmark = pytest.mark.django_db(transaction=True)
HEAVIEST = 60_000
"""Bytes of the page of an item with everything it loads, pictures not counted."""
OBSERVER = Role.PRIVILEGE_OBSERVER
PAGES = {
    "review": (OBSERVER, "", ""),
    "review-outside": (Role.PROSECUTOR, "", ""),
    "review-items": (OBSERVER, "/items", ""),
    "review-items-listed": (Role.AUDITOR, "/items", ""),
    "review-item": (OBSERVER, "", "003 Re Re Summons.eml"),
    "review-paper": (OBSERVER, "", "application.pdf"),
    "review-picture": (OBSERVER, "", "IMG_0412.jpg"),
    "review-unread": (OBSERVER, "", "damaged.pdf"),
    "review-listed": (Role.AUDITOR, "", "birthday.txt"),
    "review-progress": (OBSERVER, "/progress", ""),
}


class Served:
    """A served office with a seizure under review."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.review = Reviewed.opened(Registry.opened())

    def at(self, where: str, name: str) -> str:
        return self.url + self.review.at(where, name)

    def cookies(self, role: Role) -> list[dict[str, str]]:
        found = self.review.client(role).cookies.items()
        return [{"name": name, "value": morsel.value, "url": self.url} for name, morsel in found]


@pytest.fixture
def served(live_server, settings, tmp_path):
    settings.ROGATORY_UNSAFE_ONE_FACTOR, settings.MATERIAL = True, tmp_path / "material"
    return Served(live_server.url)


def test_every_page_is_accessible_in_light_and_dark_light_enough_and_fits_the_narrowest_telephone(visit, served):
    faults = {}
    for name, (role, where, item) in PAGES.items():
        seen: list[Response] = []
        page = visit("about:blank", cookies=served.cookies(role))
        page.on("response", lambda response, seen=seen: seen.append(response))
        answer = page.goto(served.at(where, item), wait_until="networkidle")
        for theme in ("light", "dark"):
            # Without motion: a colour on its way from one theme to the other is none of either.
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            draw(page, f"{name}-{theme}", full=False)
            found = Axe().run(page)
            if found.violations_count:
                faults[name, theme] = found.generate_report()
        assert answer.status == 200, name
        weight = sum(len(r.body()) for r in seen if not r.headers.get("content-type", "").startswith("image/png"))
        assert weight < (HEAVIEST if item else 200_000), (name, weight)
        assert all(r.url.startswith((served.url, "data:")) for r in seen), name
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 320, "height": 900})
        draw(page, f"{name}-phone", full=False)
        wide = page.evaluate(
            "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 321"
            " && !e.closest('.scroll, pre')).map(e => e.outerHTML.slice(0, 80))"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, (name, wide[:3])
        page.context.close()
    assert not faults, "\n".join(f"{name}: {report}" for name, report in faults.items())
