"""The entry: `streamlit run app.py` finds `app` here and serves pages/main.py.

What pages/delivery adds around it (compressed files, a first view, headers, addresses for data) may fail piece by
piece: the log then names the piece, and the plain app still serves.
"""

import streamlit as st

from pages.delivery.garbage import collect_rarely
from pages.delivery.stack import build_middleware, build_routes


def tell_failure(error: Exception) -> bool:
    """Tell visitor and log what failed outside of a page; its modules may not be imported before a script runs."""
    from pages.app import failures

    return failures.tell_failure(error)


app = st.App("pages/main.py", middleware=build_middleware(), routes=build_routes(), on_script_error=tell_failure)
collect_rarely()
