"""Pictures of every page, taken with Debian's Chromium after the last chart stands still; a page with an error in it is refused."""

import io
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from superset_tool.assets import Dashboard
from superset_tool.failure import CHECK, USAGE, Failure

_WIDTH = 1440
_ERRORS = '[data-test="chart-container"] [role="alert"], .ant-alert-error, .missing-chart-container, .ant-empty'


class Pictures:
    """Takes pictures as one user."""

    def __init__(self, address: str, user: str, password: str):
        self._address = address
        self._user = user
        self._password = password
        self._chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        if not self._chromium:
            raise Failure(USAGE, "no_chromium")

    def take(self, dashboard: Dashboard, folder: Path) -> Path:
        """One picture of the whole page, as wide as a usual screen."""
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"{dashboard.slug}.png"
        with sync_playwright() as playwright:
            # root, as in a container, has no sandbox to give
            browser = playwright.chromium.launch(executable_path=self._chromium, args=["--no-sandbox"])
            try:
                page = browser.new_page(viewport={"width": _WIDTH, "height": 900}, locale="zh-CN")
                self._open(page, dashboard)
                picture = page.screenshot()
            finally:
                browser.close()
        Image.open(io.BytesIO(picture)).convert("RGB").save(file, optimize=True)
        return file

    def _open(self, page: Page, dashboard: Dashboard) -> None:
        page.goto(self._address + "/login/")
        page.fill("#username", self._user)
        page.fill("#password", self._password)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda address: "/login" not in address, timeout=90_000)
        page.goto(f"{self._address}/superset/dashboard/{dashboard.slug}/", timeout=90_000)
        page.wait_for_selector('[data-test="dashboard-content-wrapper"], .dashboard-content', timeout=90_000)
        self._stand_still(page, len(dashboard.charts()))
        # the page is as high as its rows, so that one picture holds them all
        height = page.evaluate("document.querySelector('.dashboard').scrollHeight + 80")
        page.set_viewport_size({"width": _WIDTH, "height": int(height)})
        self._stand_still(page, len(dashboard.charts()))
        errors = [text.strip() for text in page.locator(_ERRORS).all_inner_texts()]
        if errors:
            raise Failure(CHECK, "picture_faulty", slug=dashboard.slug, text=" · ".join(errors))

    def _stand_still(self, page: Page, charts: int) -> None:
        page.wait_for_function(
            "wanted => document.querySelectorAll('.slice_container, .chart-slice').length >= wanted"
            " && !document.querySelector('.loading, [data-test=\"loading-indicator\"]')",
            arg=charts,
            timeout=120_000,
        )
        page.wait_for_timeout(6_000)
