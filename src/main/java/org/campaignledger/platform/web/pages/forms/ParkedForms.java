package org.campaignledger.platform.web.pages.forms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.campaignledger.platform.web.security.EndedSessions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Forms that were sent after their session had ended, until whoever sent them has signed in: by the idempotency key of
 * the page, and only for the browser that sent them. At most {@value #MOST} are kept at a time, none longer than half
 * an hour or larger than {@value #MOST_CHARACTERS} characters: strangers can send forms, too. Passwords are not kept.
 */
@Component
public class ParkedForms implements EndedSessions {

    /** Name of the parameter by which a page asks for its form, with the form's key. */
    public static final String AGAIN = "again";

    static final int MOST = 200;
    static final int MOST_CHARACTERS = 32 * 1024;

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final String KEY_OF = ParkedForms.class.getName();
    private static final int LONGEST_KEY = 200;

    private final Map<String, Parked> parked = new LinkedHashMap<>();
    private final InstantSource time;

    ParkedForms(InstantSource time) {
        this.time = time;
    }

    private record Parked(String page, String form, Map<String, String[]> fields, Instant until) {}

    @Override
    public boolean keep(HttpServletRequest request) {
        Map<String, String[]> fields = new LinkedHashMap<>();
        int size = 0;
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            if (!Typed.isSecret(field.getKey()) && !field.getKey().equals("_csrf")) {
                fields.put(field.getKey(), field.getValue());
                size += field.getKey().length() + String.join("", field.getValue()).length();
            }
        }
        String key = value(fields, "_key");
        String page = value(fields, "_back");
        if (key.isEmpty() || key.length() > LONGEST_KEY || size > MOST_CHARACTERS || !LocalPages.holds(page)) {
            return false;
        }
        HttpSession session = request.getSession(true);
        session.setAttribute(KEY_OF, key);
        put(name(session, key), new Parked(page, value(fields, "_form"), fields, time.instant().plus(LONGEST)));
        return true;
    }

    private static String value(Map<String, String[]> fields, String name) {
        String[] given = fields.get(name);
        return given == null ? "" : given[0];
    }

    /** Signing in changes the session's id, but not when it was made. */
    private static String name(HttpSession session, String key) {
        return session.getCreationTime() + " " + key;
    }

    private synchronized void put(String name, Parked form) {
        parked.values().removeIf(each -> each.until().isBefore(time.instant()));
        parked.put(name, form);
        if (parked.size() > MOST) {
            parked.remove(parked.keySet().iterator().next());
        }
    }

    @Override
    public @Nullable String pageOf(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEY_OF) instanceof String key)) {
            return null;
        }
        Parked form = get(name(session, key), false);
        return form == null
                ? null
                : UriComponentsBuilder.fromUriString(form.page()).replaceQueryParam(AGAIN, key).build().toUriString();
    }

    private synchronized @Nullable Parked get(String name, boolean last) {
        Parked form = last ? parked.remove(name) : parked.get(name);
        return form == null || form.until().isBefore(time.instant()) ? null : form;
    }

    /**
     * The form that was kept for this page, once; absent where there is none.
     *
     * @param message what is said of it
     */
    public @Nullable Typed typed(HttpServletRequest request, String message) {
        String key = request.getParameter(AGAIN);
        HttpSession session = key == null ? null : request.getSession(false);
        if (session == null || key == null || !key.equals(session.getAttribute(KEY_OF))) {
            return null;
        }
        Parked form = get(name(session, key), true);
        session.removeAttribute(KEY_OF);
        return form == null ? null : Typed.kept(form.form(), form.fields(), message);
    }
}
