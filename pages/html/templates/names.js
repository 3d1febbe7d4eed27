window.madoguchiNames = {{ names }};
