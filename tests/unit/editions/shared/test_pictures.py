from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from tests.unit.editions.images import CAMERA, COMMENT, GPS, MAKE, drawing, photo, saved

from tlumach.editions.shared.pictures import PICTURE_BOUND, STEPS, Fitter, Picture, fitted


def opened(picture: Picture | None) -> Image.Image:
    assert picture is not None
    return Image.open(BytesIO(picture.content))


def test_the_photograph_of_the_tests_has_what_must_not_go_out() -> None:
    image = Image.open(BytesIO(photo()))
    assert image.getexif()[MAKE] == CAMERA
    assert image.getexif().get_ifd(GPS)
    assert CAMERA.encode() in photo() and COMMENT.encode() in photo()


def test_place_camera_and_comment_do_not_go_into_a_file_and_the_picture_stands_upright() -> None:
    picture = fitted(photo((900, 600)))
    image = opened(picture)
    assert picture
    assert not image.getexif()
    assert not {"exif", "comment", "icc_profile", "xmp"} & set(image.info)
    assert CAMERA.encode() not in picture.content and COMMENT.encode() not in picture.content
    assert image.size[0] / image.size[1] == pytest.approx(600 / 900, rel=0.01)


def test_texts_within_a_png_do_not_go_into_a_file() -> None:
    about = PngInfo()
    about.add_text("Author", CAMERA)
    content = saved(Image.new("RGB", (50, 50), "red"), "PNG", pnginfo=about, icc_profile=b"profile of Ivan")
    assert CAMERA.encode() in content
    picture = fitted(content)
    assert picture
    assert CAMERA.encode() not in picture.content
    assert b"iCCP" not in picture.content


@pytest.mark.slow
def test_a_large_photograph_is_made_smaller_until_it_is_within_the_bound() -> None:
    picture = fitted(photo((4000, 3000), noise=8))
    image = opened(picture)
    assert picture and picture.media_type == "image/jpeg"
    assert len(picture.content) <= PICTURE_BOUND
    assert max(image.size) in dict(STEPS)


def test_a_drawing_stays_lossless_and_a_photograph_kept_as_png_does_not() -> None:
    assert opened(fitted(drawing())).format == "PNG"
    kept = saved(Image.open(BytesIO(photo((1200, 800), noise=4))), "PNG")
    assert opened(fitted(kept)).format == "JPEG"


def test_what_is_transparent_stays_so() -> None:
    image = Image.new("RGBA", (2000, 100), (255, 0, 0, 0))
    found = opened(fitted(saved(image, "PNG")))
    assert found.mode == "RGBA"
    assert found.size == (1280, 64)
    assert found.getchannel("A").getextrema() == (0, 0)


@pytest.mark.parametrize("kind", ["WEBP", "GIF", "TIFF", "BMP", "AVIF"])
def test_other_formats_become_what_every_reader_shows(kind: str) -> None:
    picture = fitted(saved(Image.new("RGB", (300, 200), "green"), kind))
    assert picture and picture.media_type in ("image/png", "image/jpeg")


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "I;16"])
def test_every_mode_is_taken(mode: str) -> None:
    kind = "TIFF" if mode in ("CMYK", "I;16") else "PNG"
    assert fitted(saved(Image.new(mode, (30, 20)), kind))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture",
        photo()[:2000],
        drawing()[:60],
        saved(
            Image.new("L", (9, 9)), "GIF", save_all=True, append_images=[Image.new("L", (9, 9), 99)]
        ),  # it moves: one picture of it would say something else
    ],
    ids=["empty", "text", "cut photograph", "cut drawing", "moving"],
)
def test_what_cannot_go_into_a_file_is_left_out(content: bytes) -> None:
    assert fitted(content) is None


@pytest.mark.slow
def test_what_is_too_large_at_every_size_is_left_out() -> None:
    noise = Image.effect_noise((1300, 1300), 200).convert("RGBA").rotate(1)
    assert fitted(saved(noise, "PNG")) is None


def test_the_same_picture_gives_the_same_bytes_and_the_same_name() -> None:
    fitter = Fitter()
    assert fitter.fitted(photo()) == fitted(photo())
    assert fitter.fitted(photo()) is fitter.fitted(photo())
    names = {picture.name for content in (photo(), photo(seed=2), drawing()) if (picture := fitted(content))}
    assert {Path(name).suffix for name in names} == {".jpg", ".png"}
    assert len(names) == 3
