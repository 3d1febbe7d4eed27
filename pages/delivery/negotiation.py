"""Which content coding a client is answered in."""

from __future__ import annotations

from pages.delivery.compression import ENCODINGS, Encoding


def choose_encoding(accept_encoding: str) -> Encoding | None:
    """Choose the coding for an Accept-Encoding header (RFC 9110, 12.5.3); None sends the file as it is.

    The highest q wins; among equals the smaller result. What the client does not name, or names with q=0, it does not
    get; `*` stands for every coding not named.
    """
    weights: dict[str, float] = {}
    for item in accept_encoding.lower().split(","):
        name, _, parameters = item.partition(";")
        if name.strip():
            weights[name.strip()] = _read_weight(parameters)
    rest = weights.get("*", 0.0)
    offers = {encoding: weights.get(encoding, rest) for encoding in ENCODINGS}
    best = max(ENCODINGS, key=lambda encoding: offers[encoding])
    if offers[best] <= 0 or offers[best] < weights.get("identity", 0.0):
        return None
    return best


def _read_weight(parameters: str) -> float:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                weight = float(value)
            except ValueError:
                return 0.0
            return weight if 0 <= weight <= 1 else 0.0  # not a number fails both comparisons
    return 1.0
