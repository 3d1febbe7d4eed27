"""The Streamlit app: session, widgets, and the map made with Folium."""
