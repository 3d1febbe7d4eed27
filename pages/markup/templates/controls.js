window.madoguchiControls = {{ controls }};
