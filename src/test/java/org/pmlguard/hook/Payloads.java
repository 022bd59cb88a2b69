package org.pmlguard.hook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Texts that do something where they are taken for more than text: HTML, Markdown, CSV, templates, terminals, logs. */
final class Payloads {

    private static final List<String> TAGS = List.of(
            "script",
            "img src=x",
            "svg",
            "body",
            "iframe",
            "details open",
            "video src=x",
            "audio src=x",
            "input autofocus",
            "select autofocus",
            "textarea autofocus",
            "marquee",
            "object data=x",
            "embed src=x",
            "math",
            "a href=x",
            "style",
            "link rel=stylesheet href=x",
            "form",
            "button autofocus");
    private static final List<String> HANDLERS =
            List.of("onload", "onerror", "ontoggle", "onfocus", "onmouseover", "onstart");
    private static final List<String> ADDRESSES = List.of(
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:msgbox(1)",
            "https://evil.example/x",
            "//evil.example/x",
            "mailto:a@evil.example",
            "www.evil.example",
            "ftp://evil.example/x",
            "\u0001javascript:alert(1)",
            "&#106;avascript:alert(1)");
    private static final List<String> LINKS = List.of(
            "[x](%s)",
            "![x](%s)",
            "<%s>",
            "[x]: %s\n\n[x]",
            "[x](<%s>)",
            "%s",
            "[![x](%s)](%s)",
            "[x](%s \"title\")",
            "**[x](%s)**",
            "\\[x](%s)",
            "[x\\](%s)",
            "<a href=\"%s\">x</a>");
    private static final List<String> OTHERS = List.of(
            "<script>alert(1)</script>",
            "<ScRiPt>alert(1)</sCrIpT>",
            "<script src=//evil.example/x.js></script>",
            "<<script>alert(1)//<</script>",
            "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<!--<script>alert(1)-->",
            "<![CDATA[<script>alert(1)</script>]]>",
            "</title><script>alert(1)</script>",
            "\"><script>alert(1)</script>",
            "'><img src=x onerror=alert(1)>",
            "\" onmouseover=\"alert(1)",
            "' autofocus onfocus='alert(1)",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&amp;lt;script&amp;gt;alert(1)",
            "&#60;script&#62;alert(1)",
            "\\u003cscript\\u003ealert(1)",
            "%3Cscript%3Ealert(1)%3C/script%3E",
            "\uFF1Cscript\uFF1Ealert(1)",
            "<svg><animate onbegin=alert(1) attributeName=x>",
            "<svg><script>alert(1)</script></svg>",
            "<meta http-equiv=refresh content=0;url=//evil.example>",
            "<base href=//evil.example/>",
            "```\n</code><script>alert(1)</script>\n```",
            "````\n```\n<script>alert(1)</script>",
            "`<img src=x onerror=alert(1)>`",
            "~~~\n<b>x</b>\n~~~",
            "    <script>alert(1)</script>",
            "> <img src=x onerror=alert(1)>",
            "- <b>x</b>\n- y",
            "# heading",
            "====",
            "---",
            "| a | b |\n|---|---|\n| <script>alert(1)</script> | x |",
            "***\n<hr>",
            "1. one\n2. two",
            "~~struck~~",
            "**bold** __bold__ *em* _em_",
            "[^1]\n\n[^1]: note",
            "- [ ] task",
            ":smile:",
            "@mention #1",
            "a@evil.example",
            "http://evil.example",
            "evil.example/x",
            "HTTPS://EVIL.EXAMPLE",
            "xmpp:a@evil.example",
            "=cmd|'/c calc'!A1",
            "+1+1",
            "-1+1",
            "@SUM(1)",
            "\t=1+1",
            "\r=1+1",
            "=HYPERLINK(\"https://evil.example\")",
            "${7*7}",
            "#{7*7}",
            "{{7*7}}",
            "<%= 7*7 %>",
            "[[${7*7}]]",
            "th:text=\"${7*7}\"",
            "__${7*7}__::x",
            "${jndi:ldap://x}",
            "line\r\nINFO forged log line",
            "line\u2028line\u2029line",
            "\u001b[31mred\u001b[0m",
            "\u0000nul\u0007bell",
            "\u202Eevitagen\u202C",
            "\u2066isolated\u2069",
            "zero\u200Bwidth\u200D\uFEFF",
            "e\u0301\u0301\u0301\u0301",
            "\uD83D\uDE00",
            "{drug}",
            "{condition}",
            "{other} {value}",
            "%s %n %x",
            "'; drop table decision; --",
            "../../../etc/passwd",
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
            "x".repeat(5_000),
            "<b>".repeat(500),
            "[".repeat(500),
            "*".repeat(500),
            "`".repeat(501));

    private Payloads() {}

    static List<String> all() {
        Set<String> all = new LinkedHashSet<>(OTHERS);
        TAGS.forEach(tag -> HANDLERS.forEach(handler -> all.add("<" + tag + " " + handler + "=alert(1)>")));
        LINKS.forEach(link -> ADDRESSES.forEach(address -> all.add(link.replace("%s", address))));
        return new ArrayList<>(all);
    }
}
