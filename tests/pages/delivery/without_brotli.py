"""The app on a machine without brotli: nothing has imported it before, and nothing can."""

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))
sys.modules["brotli"] = None  # type: ignore[assignment] # as if the package were missing

from pages.delivery import stack

app = st.App(str(ROOT / "pages" / "main.py"), middleware=stack.build_middleware(), routes=stack.build_routes())
