"""Broken encryption: which faults a browser would stop at too, and which only this strict client minds."""

from __future__ import annotations

import ssl

from data.links.trouble import LinkFinding

# X509_V_ERR_…: the site did not send its whole chain, which browsers find elsewhere.
_INCOMPLETE_CHAIN = {20, 21}
_NO_FAULTS = (ssl.SSLWantReadError, ssl.SSLWantWriteError, ssl.SSLZeroReturnError, ssl.SSLEOFError)  # waiting; hung up
_OUR_STRICTNESS = {"UNSAFE_LEGACY_RENEGOTIATION_DISABLED", "DH_KEY_TOO_SMALL"}


def find_tls_error(error: BaseException) -> ssl.SSLError | None:
    """Return the fault of encryption that an error came from, if it did."""
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        if isinstance(cause, ssl.SSLError) and not isinstance(cause, _NO_FAULTS):
            return cause
        seen.add(id(cause))
        cause = cause.__cause__ or cause.__context__
    return None


def judge_tls(error: ssl.SSLError) -> LinkFinding:
    """Judge a fault of encryption; what browsers may get along with says nothing of the page."""
    if isinstance(error, ssl.SSLCertVerificationError):
        if error.verify_code in _INCOMPLETE_CHAIN:
            return LinkFinding("refused", "Its certificate cannot be traced to a known authority; browsers may manage.")
        return LinkFinding("tls", f"Its certificate is not valid: {error.verify_message.rstrip('.')}.")
    if error.reason in _OUR_STRICTNESS:
        return LinkFinding("refused", "Its encryption is of an old kind that browsers may still accept.")
    return LinkFinding("tls", f"No encrypted connection: {(error.reason or 'unknown').replace('_', ' ').lower()}.")
