"""HTTP delivery: routes and middleware around Streamlit, each piece of which may fail alone."""
