"""What may be shown of a file: new pictures, upright, of a sensible size, with nothing of the original but its pixels."""

import io
from pathlib import Path

import pytest
from PIL import Image

from medportal.features.documents.schemas.intake import Page
from medportal.features.documents.service.inspecting import inspect, is_wholly_blank
from tests.features.documents.intake import making

pytestmark = pytest.mark.usefixtures("inspector")
FOLDER = Path(__file__).parents[3] / "fixtures" / "intake"
SECRET = "Sergey-was-here"


def shown(data: bytes) -> tuple[Page, Image.Image]:
    (page,) = inspect(data).pages
    return page, Image.open(io.BytesIO(page.image))


def test_a_photo_is_turned_upright_and_stripped_of_its_position():
    data = (FOLDER / "exif_gps_orient6.jpg").read_bytes()
    assert b"script" in data
    page, image = shown(data)
    assert (page.width, page.height) == image.size == (980, 700)
    assert dict(image.getexif()) == {}
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    for kept in (page.image, page.thumbnail):
        assert b"script" not in kept
        assert b"Exif" not in kept


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_comes_out_as_it_was_seen(orientation: int):
    seen = Image.new("RGB", (300, 200), "white")
    seen.paste("red", (0, 0, 150, 100))
    # How the camera held the scene: what a viewer undoes.
    turns = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    kept = seen
    if orientation in turns:
        kept = seen.transpose(Image.Transpose(turns[orientation]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    written = io.BytesIO()
    kept.save(written, "JPEG", exif=exif, quality=95)
    _, image = shown(written.getvalue())
    assert image.size == (300, 200)
    red, green, _ = image.convert("RGB").getpixel((40, 40))  # type: ignore[misc]
    assert (red > 200, green < 60) == (True, True)
    assert min(image.convert("RGB").getpixel((260, 160))) > 200  # type: ignore[type-var]


def test_words_and_colour_tables_of_a_picture_are_left_behind():
    from PIL.PngImagePlugin import PngInfo

    words = PngInfo()
    words.add_text("Author", SECRET)
    words.add_itxt("Comment", SECRET, zip=True)
    for data in (making.png(pnginfo=words), making.jpeg(comment=SECRET.encode(), icc_profile=SECRET.encode())):
        page, image = shown(data)
        assert SECRET.encode() not in page.image + page.thumbnail
        assert "icc_profile" not in image.info


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_picture_of_any_mode_keeps_its_light(mode: str):
    grey = Image.linear_gradient("L").resize((200, 300))
    drawn = grey.convert("I").point(lambda value: value * 257).convert("I;16") if mode == "I;16" else grey.convert(mode)
    written = io.BytesIO()
    drawn.save(written, "PNG")
    _, image = shown(written.getvalue())
    top, bottom = image.convert("L").crop((0, 0, 200, 30)), image.convert("L").crop((0, 270, 200, 300))
    mean = [sum(level * count for level, count in enumerate(part.histogram())) / 6000 for part in (top, bottom)]
    assert mean[0] < 40
    assert mean[1] > 215


def test_what_is_transparent_is_laid_on_white():
    written = io.BytesIO()
    Image.new("RGBA", (200, 200), (0, 0, 0, 0)).save(written, "PNG")
    page, image = shown(written.getvalue())
    assert min(image.convert("L").histogram()[250:]) >= 0
    assert page.blank


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_photo_of_any_mode_is_shown(mode: str):
    page, image = shown(making.jpeg(mode=mode))
    assert (page.width, page.height) == (200, 300)
    assert image.mode in ("L", "RGB")


def test_a_huge_photo_is_shown_as_large_as_it_is_useful():
    page, image = shown(making.jpeg(6000, 1500, mode="L"))
    assert (page.width, page.height) == image.size == (4096, 1024)
    assert Image.open(io.BytesIO(page.thumbnail)).size == (320, 80)


def test_a_small_picture_is_not_blown_up():
    page, image = shown(making.png(150, 120))
    assert image.size == Image.open(io.BytesIO(page.thumbnail)).size == (150, 120)


def test_a_document_is_blank_when_all_of_its_pages_are():
    assert is_wholly_blank(inspect(making.pdf(content=b"", pages=2)).pages)

    def second(made: object) -> None:
        made.pages[1].obj.Contents = made.make_stream(b"0 g 100 100 200 200 re f")  # type: ignore[attr-defined]

    assert not is_wholly_blank(inspect(making.pdf(second, content=b"", pages=2)).pages)
