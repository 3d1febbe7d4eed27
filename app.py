"""The entry: `streamlit run app.py` finds `app` here and serves pages/main.py.

What pages/delivery adds around it (compressed files, a first view, headers, addresses for data) may fail piece by
piece: the log then names the piece, and the plain app still serves.
"""

import streamlit as st

from pages.delivery.stack import build_middleware, build_routes

app = st.App("pages/main.py", middleware=build_middleware(), routes=build_routes())
