"""What the map is measured beside: the same rows in the app that one writes first, as short as it can be."""

from pathlib import Path

import folium
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

ROOT = Path(__file__).parents[2]


@st.cache_data
def read_rows() -> pd.DataFrame:
    """Read the cities and their places; both files are in the order of the cities' codes."""
    cities = pd.read_csv(ROOT / "data" / "cities.tsv", sep="\t", dtype=str, keep_default_na=False)
    places = pd.read_csv(ROOT / "geocache" / "coordinates.csv")
    return cities.join(places[["latitude", "longitude"]])


rows = read_rows()
chosen = st.sidebar.multiselect("Prefecture", rows["Prefecture"].unique())
if chosen:
    rows = rows[rows["Prefecture"].isin(chosen)]

st.title("Japanese classes")
japan = folium.Map(location=[36.5, 137.5], zoom_start=5)
for _, row in rows.iterrows():
    facts = [row["City"], row["Department in Charge"], row["E-mail"], row["URL"], row["Japanese Class Information"]]
    folium.Marker([row["latitude"], row["longitude"]], popup="<br>".join(facts)).add_to(japan)
st_folium(japan)
