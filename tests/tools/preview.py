"""Draw the picture that shared links show: `python -m tests.tools.preview` writes it where the app serves it from."""

import io

from PIL import Image
from playwright.sync_api import sync_playwright

from data.folder import locate_files
from pages.answers.atlas import load_atlas
from pages.answers.listing import count_cities
from pages.delivery.routes import PICTURES
from pages.languages.language import load_language
from pages.maps.drawn_map import draw_map
from pages.markup.link_picture import PICTURE
from pages.markup.plain_page import read_style
from pages.markup.rendering import render_template
from tests.tools.chromium import get_chromium

WIDTH, HEIGHT = PICTURE
COLOURS = 128


def render_preview() -> str:
    """Render the page that the picture is taken of."""
    atlas, language = load_atlas(locate_files({})), load_language()
    return render_template(
        "preview.html",
        _=language.gettext,
        style=read_style(),
        width=WIDTH,
        height=HEIGHT,
        count_text=count_cities(len(atlas.cities), len(atlas.cities), language),
        map=draw_map(atlas.cities, atlas.coordinates.values(), language, link=lambda city: f"#{city.slug}"),
    )


if __name__ == "__main__":
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=get_chromium(), args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.set_content(render_preview())
        picture = Image.open(io.BytesIO(page.screenshot()))
        picture.quantize(COLOURS).save(PICTURES / "preview.png", optimize=True)
        chromium.close()
