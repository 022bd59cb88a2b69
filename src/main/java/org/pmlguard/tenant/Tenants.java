package org.pmlguard.tenant;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.pmlguard.tenant.token.Fault;
import org.pmlguard.tenant.token.NotTrusted;
import org.pmlguard.tenant.token.TokenVerifier;

/** All tenants of this installation, and whose call it is. The registry can be exchanged while calls are answered. */
public final class Tenants {

    private final AtomicReference<Registry> registry;
    private final TokenVerifier tokens;
    private final OwnServers own;

    /** @param own what the trial tenant may read */
    Tenants(Registry registry, TokenVerifier tokens, OwnServers own) {
        this.registry = new AtomicReference<>(registry);
        this.tokens = tokens;
        this.own = own;
    }

    /**
     * Whose call it is. A call without any token is the open tenant's, if there is one; a token is always verified, so that a
     * bad one is never better than none.
     *
     * @throws NotTrusted if nobody can tell
     */
    Tenant caller(HttpServletRequest request) {
        Registry now = registry.get();
        List<String> authorization = Collections.list(request.getHeaders("Authorization"));
        if (authorization.isEmpty() || nobodySigns(now)) {
            Tenant open = now.open().orElseThrow(() -> new NotTrusted(Fault.NO_TOKEN));
            return now.isTrial() ? open.with(own.listening().get()) : open;
        }
        String id = tokens.caller(authorization, path(request), now::under);
        return now.tenant(id).orElseThrow(() -> new NotTrusted(Fault.TENANT));
    }

    public List<Tenant> all() {
        return registry.get().tenants();
    }

    /** Takes another registry for all calls from now on. */
    void exchange(Registry other) {
        registry.set(other);
    }

    /** A trial has nothing to verify with: EHRs send their tokens all the same. */
    private static boolean nobodySigns(Registry registry) {
        return registry.all().stream().allMatch(one -> one.trust().isEmpty());
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
