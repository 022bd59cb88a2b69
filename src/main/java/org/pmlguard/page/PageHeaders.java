package org.pmlguard.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** What a browser may do with a page of ours. Nothing of another host is ever loaded, and no other page may frame ours. */
public final class PageHeaders implements HandlerInterceptor {

    private static final String OWN_DRESS = "default-src 'none'; style-src 'self'; img-src 'self'; ";
    private static final String OWN_PROGRAM = "script-src 'self'; connect-src 'self'; ";
    private static final String NO_ESCAPE = "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private final String policy;

    private PageHeaders(String policy) {
        this.policy = policy;
    }

    /** For a page to read: our own style and pictures, and nothing else. */
    public static PageHeaders toRead() {
        return new PageHeaders(OWN_DRESS + NO_ESCAPE);
    }

    /** For a page that runs: also our own script files, which may call this server. Nothing inline. */
    public static PageHeaders toRun() {
        return new PageHeaders(OWN_DRESS + OWN_PROGRAM + NO_ESCAPE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        return true;
    }
}
