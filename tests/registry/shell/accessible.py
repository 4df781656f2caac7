"""Whether a page can be used by everybody, as axe finds it."""

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page


def faults(page: Page) -> str:
    """What keeps somebody from using the page as it now looks, by every rule of axe; empty: nothing.

    Its script is put into a page once, and of what it finds only the faults leave the browser: what is right takes as
    long to be told as to be found.
    """
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE_SCRIPT)
    found = AxeResults(page.evaluate("axe.run({resultTypes: ['violations']}).then(({violations}) => ({violations}))"))
    return found.generate_report() if found.violations_count else ""
