package org.pmlguard.review.staff;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.pmlguard.audit.Audit;
import org.pmlguard.audit.Deed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** Writes into the audit who came in, who left and who was kept out. */
final class DoorWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DoorWatch.class);

    private final Audit audit;
    private final Accounts accounts;

    DoorWatch(Audit audit, Accounts accounts) {
        this.audit = audit;
        this.accounts = accounts;
    }

    @EventListener
    void cameIn(AuthenticationSuccessEvent event) {
        Authentication known = event.getAuthentication();
        audit.atTheDoor(who(known), Deed.LOGGED_IN, how(known));
    }

    /** What was typed as a name may be a password: only names of accounts are written down. */
    @EventListener
    void keptOut(AbstractAuthenticationFailureEvent event) {
        Authentication tried = event.getAuthentication();
        String name = Optional.of(tried.getName()).filter(accounts::has).orElse("");
        audit.atTheDoor(new Audit.Who(name, Staff.address(tried)), Deed.LOG_IN_FAILED, "name or password");
    }

    @EventListener
    void left(LogoutSuccessEvent event) {
        audit.atTheDoor(who(event.getAuthentication()), Deed.LOGGED_OUT, "");
    }

    private static String how(Authentication known) {
        return known.getPrincipal() instanceof Accounts.Account ? "password" : "identity provider";
    }

    private static Audit.Who who(Authentication known) {
        String name = known.getPrincipal() instanceof Staff.Member member
                ? member.staff().name()
                : "";
        return new Audit.Who(name, Staff.address(known));
    }

    /** Back from the identity provider, and not let in. */
    void notVouchedFor(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String code = failure instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : "";
        String said = code.matches("[a-z_]{1,60}") ? code : "other";
        LOG.warn("not let in after the identity provider code={}", said);
        audit.atTheDoor(
                new Audit.Who("", Optional.of(request.getRemoteAddr())),
                Deed.LOG_IN_FAILED,
                "identity provider: " + said);
        String why = said.equals(StaffFromClaims.NO_ROLE) || said.equals(StaffFromClaims.NO_NAME) ? said : "provider";
        response.sendRedirect("/login?refused=" + why);
    }

    /** Somebody asked for what they may not, or sent a form that was not made for them. */
    void refused(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known != null) {
            audit.atTheDoor(who(known), Deed.REFUSED, area(request.getRequestURI()));
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        request.getRequestDispatcher("/review/refused").forward(request, response);
    }

    /** The part of a path that names no case. */
    private static String area(String path) {
        return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{case}");
    }
}
