window.madoguchiPlaces = {{ cities }};
