"""What a visitor asks to have written down: on a page of the screen for the counter, where somebody there can write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pages.letters.sentences import Sentence, mark

Answer = Literal["any", "phone", "floor", "room", "day"]
ANSWERS: Mapping[Answer, Sentence] = {  # in their order; the device may have no Japanese keyboard, hence the finger
    "any": Sentence(
        mark("Could you write your answer here? You can also use your finger."),
        "お返事を、こちらに書いていただけますか。指で書くこともできます。",
    ),
    "phone": Sentence(mark("Which telephone number should I call?"), "どの電話番号に電話すればいいですか。"),
    "floor": Sentence(mark("Which floor should I go to?"), "何階に行けばいいですか。"),
    "room": Sentence(
        mark("Which room or which counter number should I go to?"),
        "どの部屋、または何番の窓口に行けばいいですか。",
    ),
    "day": Sentence(mark("When should I come? (day and time)"), "いつ来ればいいですか。（日にちと時間）"),
}
CLEAR = Sentence(mark("Clear"), "消す")  # of what a finger wrote
