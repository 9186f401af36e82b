"""Requests that no honest client sends: (name, bytes). Each has to be refused or cut off."""

HOST = b"Host: localhost\r\n"


def request(target=b"/", method=b"GET", fields=HOST, version=b"HTTP/1.1", body=b""):
    return b"%s %s %s\r\n%s\r\n%s" % (method, target, version, fields, body)


def methods():
    """Methods that are not used here, and words that are no methods."""
    for method in (b"TRACE", b"OPTIONS", b"CONNECT", b"PATCH", b"PROPFIND", b"PRI", b"get", b"Get",
                   b"GETT", b"G", b"G\tT", b"GET\0", b"\xff\xfe", b"(GET)", b"GET,POST", b"A" * 300,
                   b"SEARCH", b"DEBUG"):
        yield "method " + repr(method)[:30], request(method=method)


def targets():
    """Ways out of the site, and targets that two readers could read in two ways."""
    ups = (b"..", b"%2e%2e", b"%2e.", b".%2e", b"%252e%252e", b"..%00", b"%c0%ae%c0%ae",
           b"%e0%80%ae%e0%80%ae", b"..;", b"..\\", b"%uff0e%uff0e", b"...", b"\xc0\xae\xc0\xae")
    slashes = (b"/", b"%2f", b"\\", b"%5c", b"%252f", b"%c0%af")
    for up in ups:
        for slash in slashes:
            way_out = (slash + up) * 3 + slash + b"etc/passwd"
            yield f"up {up!r} {slash!r}", request(b"/data" + way_out)
    for target in (b"", b"*", b"id/", b"http://localhost/", b"https://evil.example/",
                   b"//evil.example/", b"/\\evil.example/", b"///", b"/id//", b"/%00",
                   b"/a%00.html", b"/a\0.html", b"/%0d%0aX: 1", b"/?%0d%0aSet-Cookie:a=b", b"/?%00",
                   b"/?a=%0A", b"/?a=%", b"/?a=%g1", b"/?a=%4", b"/#a", b"/?a#b", b"/a b", b"/a\tb",
                   b"/a;b", b"/~root/", b"/a:80", b"/caf\xc3\xa9", b"/?caf\xc3\xa9", b"/\x7f",
                   b"/?\x7f", b"/" + b"a" * 512, b"/" + b"a/" * 300, b"/?" + b"a" * 1025,
                   b"/?" + b"%41" * 400, b"/" + b"a" * 9000, b"/<script>", b"/'\"", b"/{}", b"/|",
                   b"/$(id)", b"/`id`", b"/@evil.example", b"localhost:80", b"/id/../../", b"/.",
                   b"/.git/config", b"/./id/", b"/id/.", b"/index.html.br/", b"/data/", b"/assets/",
                   b"/site.json/x"):
        yield "target " + repr(target)[:40], request(target)


def request_lines():
    """Request lines that are not three parts with single blanks."""
    for line in (b"GET / HTTP/1.1 ", b" GET / HTTP/1.1", b"GET  / HTTP/1.1", b"GET /  HTTP/1.1",
                 b"GET\t/\tHTTP/1.1", b"GET /", b"GET", b"", b" ", b"/ HTTP/1.1", b"GET / HTTP/0.9",
                 b"GET / HTTP/1.2", b"GET / HTTP/2.0", b"GET / HTTP/3", b"GET / http/1.1",
                 b"GET / HTTP/1.10", b"GET / HTTP/01.1", b"GET / HTTPS/1.1", b"GET / HTTP/1.1\0",
                 b"GET / HTTP/1,1", b"PRI * HTTP/2.0", b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03",
                 b"\x00" * 50, b"SSH-2.0-OpenSSH_9", b"EHLO localhost",
                 b"\xef\xbb\xbfGET / HTTP/1.1"):
        yield "line " + repr(line)[:40], line + b"\r\n" + HOST + b"\r\n"


def fields():
    """Heads that are folded, torn, doubled, too long or too many."""
    shapes = (b"X : a", b"X\t: a", b" X: a", b"\tX: a", b": a", b"X", b"X a", b"X(Y): a", b"X[]: a",
              b"X\xc3\xa9: a", b"X\0: a", b"X: \0", b"X: a\0b", b"X: \x01", b"X: \x1b[31m",
              b"X: \x7f", b"X: a\rb", b"X: a\nb", b"X: a\n", b"X: a\r\r", b"X: a\r\n folded",
              b"X: a\r\n\tfolded", b"X: " + b"a" * 9000, b"A" * 9000 + b": x",
              b"X: a\r\n" * 64 + b"Y: b", b"X: a\r\n" * 400 + b"Y: b", b"\"X\": a", b"X/Y: a",
              b"X@Y: a", b"X=Y: a", b"{X}: a", b"Upgrade: h2c", b"Upgrade: websocket",
              b"Expect: 100-continue", b"Expect: x", b"Content-Encoding: gzip",
              b"Content-Encoding: br", b"content-encoding: identity", b"Upgrade:", b"Expect:")
    for shape in shapes:
        yield "field " + repr(shape)[:40], request(fields=HOST + shape + b"\r\n")
    for hosts in (b"", b"Host:\r\n", b"Host: \r\n", HOST + HOST, HOST + b"host: other\r\n",
                  b"Host: a b\r\n", b"Host: a/b\r\n", b"Host: a@b\r\n", b"Host: a,b\r\n",
                  b"Host: \xc3\xa9\r\n", b"Host: a?b\r\n", b"Host: a#b\r\n", b"Host: a\\b\r\n",
                  b"Host : a\r\n", b"Host: <a>\r\n", b"Host: " + b"a" * 256 + b"\r\n",
                  b"Hos\0t: a\r\n"):
        yield "host " + repr(hosts)[:40], request(fields=hosts)


def framings():
    """Bodies whose end two readers could see at two places."""
    lengths = (b"-1", b"+5", b"5 5", b"5,5", b"5, 6", b"0x5", b"5.0", b"5e0", b"", b" ", b"five",
               b"\xc2\xb2", b"5\xc2\xa0", b"65537", b"99999999999999999999999", b"4294967301",
               b"18446744073709551621", b"5;", b"'5'", b"-0", b"0_5")
    for length in lengths:
        yield f"length {length!r}", request(
            method=b"POST", fields=HOST + b"Content-Length: " + length + b"\r\n", body=b"hello")
    codings = (b"chunked", b"Chunked", b"xchunked", b"chunked, identity", b"identity",
               b"gzip, chunked", b"chunked\x0b", b"\x0bchunked", b"chunked,", b"\"chunked\"",
               b"cow", b"", b"chunked;q=1", b"\tchunked")
    for coding in codings:
        for extra in (b"", b"Content-Length: 5\r\n"):
            yield f"coding {coding!r} {extra!r}", request(
                method=b"POST", fields=HOST + extra + b"Transfer-Encoding: " + coding + b"\r\n",
                body=b"0\r\n\r\nGET /smuggled HTTP/1.1\r\n" + HOST + b"\r\n")
    for pair in (b"Content-Length: 5\r\nContent-Length: 5\r\n",
                 b"Content-Length: 5\r\nContent-Length: 6\r\n",
                 b"Content-Length: 5\r\ncontent-length: 0\r\n",
                 b"Content-Length: 0\r\nContent-Length: 5\r\n",
                 b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                 b"Transfer-Encoding : chunked\r\n", b"Content-Length : 5\r\n",
                 b"Content-Length: 5\r\n Content-Length: 6\r\n", b"Content-Length:\r\n 5\r\n",
                 b"Content-Length\r\n: 5\r\n", b"\r\nContent-Length: 5\r\n"):
        yield f"pair {pair!r}", request(method=b"POST", fields=HOST + pair, body=b"hello")
    for method in (b"GET", b"HEAD", b"DELETE"):
        yield f"body of {method!r}", request(method=method, fields=HOST + b"Content-Length: 5\r\n",
                                             body=b"hello")
    yield "post without length", request(method=b"POST", body=b"hello")
    yield "put without length", request(method=b"PUT", body=b"hello")
    yield "bare LF", b"GET / HTTP/1.1\nHost: localhost\n\n"
    yield "mixed line ends", b"GET / HTTP/1.1\r\nHost: localhost\n\r\n"
    yield "CR alone", b"GET / HTTP/1.1\rHost: localhost\r\r"
    yield "empty lines first", b"\r\n\r\n" + request()


def bodies():
    """Bodies for a site that takes none."""
    entity = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    multipart = b'--x\r\nContent-Disposition: form-data; name="a"; filename="../a"\r\n'
    for name, body in (("deep JSON", b"[" * 60000), ("long number", b"9" * 60000),
                       ("NUL", b"\0" * 1000), ("entity", entity), ("multipart", multipart),
                       ("form", b"a=" + b"%00" * 1000), ("not UTF-8", b"\xff" * 60000)):
        for path in (b"/", b"/livez", b"/id/", b"/nowhere", b"/data/desa.json"):
            yield f"{name} to {path!r}", request(
                path, b"POST", HOST + b"Connection: close\r\nContent-Length: %d\r\n" % len(body),
                body=body)
    yield "one byte too many", request(method=b"POST", fields=HOST + b"Content-Length: 65537\r\n",
                                       body=b"x" * 65537)


def everything():
    return [item for group in (methods, targets, request_lines, fields, framings, bodies)
            for item in group()]
