"""What an answer is packed in."""

import gzip

import brotli
import pytest
from starlette.datastructures import Headers

from pages.delivery.compression import Encoding
from pages.delivery.responses import answer_packed, pack_better, pack_content

PAGE = "".join(f"<li>{number} {number**7} にほんご</li>" for number in range(3000)).encode()


def test_what_is_asked_for_again_is_the_same_in_fewer_bytes() -> None:
    """Its tag too, so that who has it already is not sent it anew."""
    packed = pack_content(PAGE, "br")
    better = pack_better(packed)
    assert brotli.decompress(better.content) == PAGE
    assert len(better.content) < len(packed.content)
    assert better.tag == packed.tag


@pytest.mark.parametrize("encoding", ["gzip", None])
def test_what_cannot_be_packed_better_stays(encoding: Encoding | None) -> None:
    """Gzip knows nothing better, and who takes no coding gets the page as it is."""
    packed = pack_content(PAGE, encoding)
    assert pack_better(packed) is packed
    assert (gzip.decompress(packed.content) if encoding else packed.content) == PAGE


@pytest.mark.parametrize("form", ["W/{}", "{}", '"other", W/{}', "*"])
def test_who_has_it_in_other_bytes_is_not_sent_it_anew(form: str) -> None:
    """Its tag is a weak one, by which nobody puts a part of these bytes to a part of others."""
    packed = pack_content(PAGE, "br")
    answer = answer_packed(packed, "text/html", Headers(), {})
    assert answer.headers["etag"].startswith("W/")
    condition = form.format(answer.headers["etag"].removeprefix("W/"))
    again = answer_packed(pack_better(packed), "text/html", Headers({"if-none-match": condition}), {})
    assert again.status_code == 304
    assert answer_packed(packed, "text/html", Headers({"if-none-match": '"other"'}), {}).status_code == 200
