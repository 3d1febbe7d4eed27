window.madoguchiTags = {{ tags }};
