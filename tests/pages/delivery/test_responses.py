"""What an answer is packed in."""

import gzip

import brotli
import pytest

from pages.delivery.compression import Encoding
from pages.delivery.responses import pack_better, pack_content

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
