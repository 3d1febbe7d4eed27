"""The app where nothing can be written for a while, and with the outlines that POOR_OUTLINES names."""

import os
import sys
import tempfile
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from data import boundaries

boundaries.PREFECTURES_FILE = Path(os.environ["POOR_OUTLINES"])
tempfile.tempdir = os.environ["POOR_TEMP"]  # a file: the same error for root and for others, unlike a full disk

from pages.delivery.stack import build_middleware, build_routes

app = st.App(str(ROOT / "pages" / "main.py"), middleware=build_middleware(), routes=build_routes())
