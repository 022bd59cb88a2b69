package org.pmlguard.vitals;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * Lets a server leave without a call being lost. When it is stopped, {@code /readyz} says so first, and for a while calls are
 * still answered, each on a connection that is closed after it; then no new ones are let in. So a balancer has the time to
 * look, and no connection is left on which it could send a call that nobody reads.
 */
final class Leaving extends HttpFilter implements SmartLifecycle {

    private static final long serialVersionUID = 1L;

    private final Duration after;
    private volatile boolean running;
    private volatile boolean leaving;

    Leaving(Duration after) {
        this.after = after;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (leaving) {
            response.setHeader("Connection", "close");
        }
        chain.doFilter(request, response);
    }

    @Override
    public void start() {
        leaving = false;
        running = true;
    }

    /** Readiness is down already: Spring Boot says so before anything is stopped. */
    @Override
    public void stop() {
        running = false;
        leaving = true;
        try {
            Thread.sleep(after);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The first to be stopped, before the web server lets nobody in any more. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
