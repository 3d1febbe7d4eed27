"""The entry: `streamlit run app.py` finds `app` here and serves pages/main.py."""

import streamlit as st

app = st.App("pages/main.py")
