"""Content codings that a client accepts: which it is answered in, and what the app behind delivery hears of them."""

from __future__ import annotations

from pages.delivery.compression import ENCODINGS, Encoding


def choose_encoding(accept_encoding: str) -> Encoding | None:
    """Choose the coding for an Accept-Encoding header (RFC 9110, 12.5.3); None sends the file as it is.

    The highest q wins; among equals the smaller result. What the client does not name, or names with q=0, it does not
    get; `*` stands for every coding not named.
    """
    weights = _read_weights(accept_encoding)
    rest = weights.get("*", 0.0)
    offers = {encoding: weights.get(encoding, rest) for encoding in ENCODINGS}
    best = max(ENCODINGS, key=lambda encoding: offers[encoding])
    if offers[best] <= 0 or offers[best] < weights.get("identity", 0.0):
        return None
    return best


def hide_refused_gzip(accept_encoding: str) -> str:
    """Return an Accept-Encoding header without the word gzip where the client names it to refuse it.

    For all others it means the same.
    """
    weights = _read_weights(accept_encoding)
    if weights.get("gzip", 1.0) > 0:
        return accept_encoding
    rest = weights.pop("*", 0.0)
    others = {encoding: weights.get(encoding, rest) for encoding in ENCODINGS} | weights
    return ", ".join(f"{name};q={weight:g}" for name, weight in others.items() if name != "gzip")


def _read_weights(accept_encoding: str) -> dict[str, float]:
    weights: dict[str, float] = {}
    for item in accept_encoding.lower().split(","):
        name, _, parameters = item.partition(";")
        if name.strip():
            weights[name.strip()] = _read_weight(parameters)
    return weights


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
