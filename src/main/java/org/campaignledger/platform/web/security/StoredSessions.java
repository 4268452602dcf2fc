package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Who is signed in, told from the browser's cookie and the table of sessions: on any instance, with nothing in its
 * memory. Every sign-in gets a new id; that of a password alone, where the account has a second factor, signs nobody in.
 */
final class StoredSessions implements SecurityContextRepository {

    private static final String LOOKED_UP = StoredSessions.class.getName();

    private final SignInSessions sessions;
    private final Standings standings;
    private final @Nullable EndedSessions forms;

    StoredSessions(SignInSessions sessions, Standings standings, @Nullable EndedSessions forms) {
        this.sessions = sessions;
        this.standings = standings;
        this.forms = forms;
    }

    /** Looked up when it is first wanted, once for a request and all that is dispatched within it. */
    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new DeferredSecurityContext() {

            private @Nullable SecurityContext context;

            @Override
            public SecurityContext get() {
                SecurityContext known = context;
                if (known == null) {
                    known = lookedUp(request);
                    context = known;
                }
                return known;
            }

            @Override
            public boolean isGenerated() {
                return get().getAuthentication() == null;
            }
        };
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"}) // the interface still wants it; nobody calls it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    private SecurityContext lookedUp(HttpServletRequest request) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        if (request.getAttribute(LOOKED_UP) instanceof UsernamePasswordAuthenticationToken known) {
            context.setAuthentication(known);
            return context;
        }
        String id = SessionCookie.idOf(request);
        if (id == null) {
            return context;
        }
        find(SessionCookie.hash(id)).ifPresent(who -> {
            var authentication = UsernamePasswordAuthenticationToken.authenticated(who, null,
                    List.of(new SimpleGrantedAuthority("ROLE_" + who.actor().role())));
            request.setAttribute(LOOKED_UP, authentication);
            context.setAuthentication(authentication);
        });
        return context;
    }

    /** Role and scope are those of today; whether the account still stands is asked apart. */
    private Optional<SignedIn> find(byte[] hash) {
        return sessions.find(hash).filter(session -> session.factor() != SignInSessions.Factor.AWAITED)
                .flatMap(session -> standings.of(session.account())
                        .filter(login -> !login.secondFactor()
                                || session.factor() == SignInSessions.Factor.PASSED)
                        .map(login -> new SignedIn(login.actor(), session.version())));
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return SessionCookie.idOf(request) != null;
    }

    /** After signing in by the form, or out. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        SignedIn who = Doorkeeper.signedIn(context.getAuthentication());
        try {
            if (who == null) {
                end(request, response);
                return;
            }
            boolean awaited = standings.of(who.getName()).filter(Login::secondFactor).isPresent();
            begin(who.getName(), who.version(),
                    awaited ? SignInSessions.Factor.AWAITED : SignInSessions.Factor.NONE, request, response);
        } catch (DataAccessException down) {
            throw new AuthenticationServiceException("sessions can't be kept", down);
        }
    }

    /** Begins a session under a new id; the one before ends, and a form that waits in it goes along. */
    void begin(String account, long version, SignInSessions.Factor factor, HttpServletRequest request,
            HttpServletResponse response) {
        String before = SessionCookie.idOf(request);
        String id = SessionCookie.give(request, response);
        sessions.begin(SessionCookie.hash(id), new SignInSessions.Session(account, version, factor), Browsers.of(
                request.getHeader(HttpHeaders.USER_AGENT)));
        if (before != null) {
            if (forms != null) {
                forms.goesOn(before, id);
            }
            sessions.end(SessionCookie.hash(before));
        }
    }

    /** Ends the session of this browser. */
    void end(HttpServletRequest request, HttpServletResponse response) {
        String id = SessionCookie.idOf(request);
        request.removeAttribute(LOOKED_UP);
        if (id != null) {
            sessions.end(SessionCookie.hash(id));
            SessionCookie.take(request, response);
        }
    }

    /** The session of this browser, if its password was right and its code is still to come. */
    Optional<SignInSessions.Session> awaited(HttpServletRequest request) {
        String id = SessionCookie.idOf(request);
        return id == null
                ? Optional.empty()
                : sessions.find(SessionCookie.hash(id))
                        .filter(session -> session.factor() == SignInSessions.Factor.AWAITED);
    }

    /** Counts a wrong code in this browser's session; answers how many there were. */
    int wrongCode(HttpServletRequest request) {
        String id = SessionCookie.idOf(request);
        return id == null ? 0 : sessions.wrongCode(SessionCookie.hash(id));
    }
}
