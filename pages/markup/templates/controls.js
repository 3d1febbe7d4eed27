window.madoguchiControls = {{ controls }};
{% if manifest %}
window.madoguchiManifest = {{ manifest }};
{% endif %}
