package org.pmlguard.vitals;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * One span for each request, as a part of the caller's trace: method, pattern of the path and status, nothing else. Not
 * Spring's own observation of requests, which also writes down the path and the messages of exceptions. Nothing of it goes
 * on to an EHR.
 */
final class Traces extends OncePerRequestFilter {

    private final Tracer tracer;
    private final Propagator propagator;

    Traces(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Span span = propagator
                .extract(request, HttpServletRequest::getHeader)
                .kind(Span.Kind.SERVER)
                .name("request")
                .start();
        try (var _ = tracer.withSpan(span)) {
            chain.doFilter(request, response);
        } finally {
            end(span, request, response);
        }
    }

    private static void end(Span span, HttpServletRequest request, HttpServletResponse response) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String route = pattern == null ? "unknown" : pattern.toString();
        String method = known(request.getMethod());
        span.name(method + " " + route)
                .tag("http.request.method", method)
                .tag("http.route", route)
                .tag("http.response.status_code", response.getStatus())
                .end();
    }

    /** A method is whatever the caller writes. */
    private static String known(String method) {
        return switch (method) {
            case "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH" -> method;
            default -> "_OTHER";
        };
    }
}
