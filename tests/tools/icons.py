"""Draw the icons of a phone's home screen: `python -m tests.tools.icons` writes them where the app serves them from."""

import base64
import io

from PIL import Image
from playwright.sync_api import sync_playwright

from pages.delivery.routes import PICTURES
from pages.offline.manifest import ICONS, read_colours
from tests.tools.chromium import get_chromium

PART = 0.62  # of the picture's height that the drawing takes: phones cut off what is outside of a circle of 0.8
COLOURS = 32

if __name__ == "__main__":
    drawing = base64.b64encode((PICTURES / "favicon.svg").read_bytes()).decode()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=get_chromium(), args=["--no-sandbox"])
        for name, size in ICONS:
            page = chromium.new_page(viewport={"width": size, "height": size})
            page.set_content(f'<img src="data:image/svg+xml;base64,{drawing}" alt="">')
            page.add_style_tag(
                content=f"body {{ margin: 0; height: 100vh; display: grid; place-items: center;"
                f" background: {read_colours()['ground']} }} img {{ width: {PART * 100}vw }}"
            )
            picture = Image.open(io.BytesIO(page.screenshot()))
            picture.quantize(COLOURS).save(PICTURES / name, optimize=True)
        chromium.close()
