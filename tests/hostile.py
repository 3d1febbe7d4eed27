"""Texts that try to be something else than text, wherever they are shown, read or written, each known here alone."""

TOUCH = "{{cycler.__init__.__globals__.os.popen('touch PATH').read()}}"  # PATH: a file the test looks for
TEMPLATES = (
    "{{7*7}}",
    "{% raw %}",
    TOUCH,
    "{% for x in ().__class__.__base__.__subclasses__() %}{{x}}{% endfor %}",
    "{# comment",
)
LITERALS = ("${alert(1)}", "`", "\\`${alert(1)}\\`", "\\1", "\\")  # of scripts
MARKUP = (
    "<script>window.hit=1</script>",
    "</script><script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "<a href='javascript:window.hit=1'>x</a>",
    "<!-- <style>*{display:none}</style>",
    "&lt;b&gt; &amp;amp; x",
    "\"'",
    '"onmouseover="window.hit=1',
)
ADDRESSES = (
    "javascript:alert(1)",
    "data:text/html,x",
    "//evil.example",
    "https://user:pw@evil.example/",
    "https://evil.example\\@x.jp/",
    "a@b.jp?bcc=x@y.z",
)
WRITING = ("=cmd()", "[at]", "**bold**", "[x](https://evil.example/)", ":red[x]", "$x^2$", "%s %(x)s {} {0}")
LETTERS = ("\u202eevil", "_under_score_")
TEXTS = (*TEMPLATES, *LITERALS, *MARKUP, *ADDRESSES, *WRITING, *LETTERS)

FORMULAS = ("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "'quoted", "''", "＝1+1", "＠x")
SEPARATORS = ("a;b,c", "a | b", "a\\|b", "|", "\\n", "a\nb", 'a"b', "]]>", "END:VCARD\r\nBEGIN:VCARD")
UNWRITABLE = ("\x00\x07", "\ufffe", "\u2028", "é́🏯" * 40, "0123", " ")  # in some format or other
OPENINGS = ("{%", "{#", "#}", "{{{%", "{{{{", "<!--", "</script>")  # and ends, alone

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)></script><!--{{7*7}}${1}`"  # all at once
