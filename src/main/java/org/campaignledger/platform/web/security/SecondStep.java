package org.campaignledger.platform.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.campaignledger.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The second page of signing in, for accounts with a second factor: a code of the app, or a recovery code. Until then
 * the session signs nobody in; it ends after {@value #MOST_WRONG} wrong codes, so that the password has to be known again
 * and again.
 */
final class SecondStep extends OncePerRequestFilter {

    static final String PAGE = "/login/code";
    static final int MOST_WRONG = 5;

    private final StoredSessions sessions;
    private final Standings standings;
    private final SecondFactors factors;
    private final SignInThrottle throttle;
    private final ToWhatWaits further;

    SecondStep(StoredSessions sessions, Standings standings, SecondFactors factors, SignInThrottle throttle,
            ToWhatWaits further) {
        this.sessions = sessions;
        this.standings = standings;
        this.factors = factors;
        this.throttle = throttle;
        this.further = further;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(request.getContextPath() + PAGE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String leadTo;
        try {
            Optional<SignInSessions.Session> awaited = sessions.awaited(request);
            if (awaited.isEmpty()) {
                leadTo = "/login";
            } else if (!request.getMethod().equals("POST")) {
                chain.doFilter(request, response);
                return;
            } else {
                leadTo = take(awaited.get(), request, response);
            }
        } catch (TooManySignIns many) {
            leadTo = PAGE + "?wait=" + many.waitSeconds();
        } catch (SecondFactors.Unreadable lost) {
            leadTo = PAGE + "?unreadable";
        } catch (DataAccessException | Refused down) {
            leadTo = PAGE + "?busy";
        }
        if (leadTo == null) {
            further.lead(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + leadTo);
        }
    }

    /** Where it goes on; absent where whoever it is is signed in now. */
    private @Nullable String take(SignInSessions.Session awaited, HttpServletRequest request,
            HttpServletResponse response) {
        String code = String.valueOf(request.getParameter("code")).strip();
        Login login = standings.of(awaited.account())
                .filter(each -> !each.disabled() && each.version() == awaited.version()).orElse(null);
        if (login == null) {
            sessions.end(request, response);
            return "/login?error";
        }
        SignInThrottle.Attempt attempt = throttle.attempt(awaited.account(), request.getRemoteAddr(), new Object());
        DoorLog.Outcome outcome = DoorLog.Outcome.UNAVAILABLE;
        try {
            attempt.begin();
            outcome = DoorLog.Outcome.REFUSED;
            if (factors.takes(awaited.account(), code)) {
                attempt.succeeded();
                outcome = DoorLog.Outcome.GRANTED;
                sessions.begin(awaited.account(), awaited.version(), SignInSessions.Factor.PASSED, request, response);
                return null;
            }
        } catch (TooManySignIns many) {
            outcome = DoorLog.Outcome.THROTTLED;
            throw many;
        } catch (SecondFactors.Unreadable lost) {
            outcome = DoorLog.Outcome.UNAVAILABLE;
            throw lost;
        } finally {
            attempt.ended();
            DoorLog.signIn(request, DoorLog.Way.CODE, outcome, awaited.account());
        }
        if (sessions.wrongCode(request) >= MOST_WRONG) {
            sessions.end(request, response);
            return "/login?codes";
        }
        return PAGE + "?error";
    }
}
