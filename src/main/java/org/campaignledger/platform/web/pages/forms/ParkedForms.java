package org.campaignledger.platform.web.pages.forms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.personaldata.HeldSecret;
import org.campaignledger.platform.web.door.RateLimits;
import org.campaignledger.platform.web.security.EndedSessions;
import org.campaignledger.platform.web.security.SessionCookie;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forms that were sent after their session had ended, until whoever sent them has signed in, on whatever instance: one for
 * a browser, by the id in its cookie, and sealed with that id, so that nobody else reads it. At most {@value #MOST} are
 * kept at a time, none longer than half an hour or larger than {@value #MOST_CHARACTERS} characters, and few from one
 * address ({@code ledger.limits.forms}): strangers can send forms, too. Passwords are not kept.
 */
@Component
public class ParkedForms implements EndedSessions {

    /** Name of the parameter by which a page asks for its form, with the form's key. */
    public static final String AGAIN = "again";

    static final int MOST = 200;
    static final int MOST_CHARACTERS = 32 * 1024;

    private static final int LONGEST_KEY = 200;
    private static final String PURPOSE = "kept form";
    private static final String MAKE_ROOM = """
        delete from kept_form where created_at < now() - interval '30 minutes' or id_hash not in
            (select id_hash from kept_form order by created_at desc limit :others)""";
    private static final String FIND = """
        select sealed from kept_form where id_hash = ? and created_at > now() - interval '30 minutes'""";

    private final JdbcClient jdbc;
    private final RateLimits limits;
    private final JsonMapper json = JsonMapper.shared();

    ParkedForms(JdbcClient jdbc, RateLimits limits) {
        this.jdbc = jdbc;
        this.limits = limits;
    }

    private record Parked(String key, String page, String form, Map<String, String[]> fields) {}

    @Override
    public boolean keep(HttpServletRequest request, HttpServletResponse response) {
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
        try {
            limits.check(RateLimits.Of.FORMS, request);
        } catch (Refused tooMany) {
            return false; // what others are about to sign in for stays
        }
        String id = SessionCookie.give(request, response);
        return put(id, new Parked(key, page, value(fields, "_form"), fields));
    }

    private static String value(Map<String, String[]> fields, String name) {
        String[] given = fields.get(name);
        return given == null ? "" : given[0];
    }

    /** Whether it could be kept: without the database it is lost, as is whatever is sent meanwhile. */
    private boolean put(String id, Parked form) {
        try {
            jdbc.sql(MAKE_ROOM).param("others", MOST - 1).update();
            jdbc.sql("insert into kept_form (id_hash, sealed) values (?, ?)").param(SessionCookie.hash(id))
                    .param(new HeldSecret(id, PURPOSE).seal(json.writeValueAsBytes(form))).update();
            return true;
        } catch (DataAccessException down) {
            return false;
        }
    }

    private Optional<Parked> find(String id) {
        return jdbc.sql(FIND).param(SessionCookie.hash(id)).query(byte[].class).optional()
                .flatMap(new HeldSecret(id, PURPOSE)::open).map(clear -> json.readValue(clear, Parked.class));
    }

    @Override
    public @Nullable String pageOf(HttpServletRequest request) {
        String id = SessionCookie.idOf(request);
        Parked form = id == null ? null : find(id).orElse(null);
        return form == null
                ? null
                : UriComponentsBuilder.fromUriString(form.page()).replaceQueryParam(AGAIN, form.key()).build()
                        .toUriString();
    }

    @Override
    public void goesOn(String before, String after) {
        find(before).ifPresent(form -> jdbc.sql("update kept_form set id_hash = ?, sealed = ? where id_hash = ?")
                .param(SessionCookie.hash(after))
                .param(new HeldSecret(after, PURPOSE).seal(json.writeValueAsBytes(form)))
                .param(SessionCookie.hash(before)).update());
    }

    /**
     * The form that was kept for this page, once; absent where there is none.
     *
     * @param message what is said of it
     */
    public @Nullable Typed typed(HttpServletRequest request, String message) {
        String key = request.getParameter(AGAIN);
        String id = key == null ? null : SessionCookie.idOf(request);
        if (id == null) {
            return null;
        }
        Parked form = find(id).filter(kept -> kept.key().equals(key)).orElse(null);
        if (form == null) {
            return null;
        }
        jdbc.sql("delete from kept_form where id_hash = ?").param(SessionCookie.hash(id)).update();
        return Typed.kept(form.form(), form.fields(), message);
    }
}
