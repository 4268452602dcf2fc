package org.campaignledger.door.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignledger.kernel.Role;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Everybody knocks everywhere: nobody, an account of each role, and a token of each access of each of these accounts, at
 * every place. What is asked for is not there, or the question is none, so that nothing comes of it but an answer.
 */
@AtTheDoor
class EveryRoleAtEveryPlaceTest {

    private static final Map<Role, String> ACCOUNTS = Map.of(Role.REPORTER, "walk-reporter", Role.HOST, "walk-host",
            Role.JUDGE, "walk-judge", Role.ADMIN, "admin", Role.AUDITOR, "walk-auditor");
    private static final Map<Role, String> SCOPES = Map.of(Role.REPORTER, "FJ", Role.HOST, "video", Role.JUDGE, "FJ");
    private static final String MISSING = "01975b1e-0000-7000-8000-000000000000";
    /** What takes its time, or goes on, is asked what is no question; it is answered after the door all the same. */
    private static final String LONG = ".*(/archive|/ledger/(events|postings)|/reports/summary\\..*|/progress/stream)";
    /** What would be done to whoever asks is asked of an account that there is not. */
    private static final String TO_ONESELF = ".*/(disable|reset)";

    private final Ledger ledger;
    private final List<Somebody> everybody = new ArrayList<>();

    EveryRoleAtEveryPlaceTest(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Who knocks: of no role if nobody; with a password unless a token's access is given. */
    private record Somebody(@Nullable Role role, @Nullable String access, Desk desk) {

        @Override
        public String toString() {
            return role == null ? "nobody" : role + (access == null ? "" : " with a " + access + " token");
        }
    }

    @BeforeEach
    void everybodyComes() {
        everybody.add(new Somebody(null, null, ledger.asNobody()));
        for (Map.Entry<Role, String> account : new LinkedHashMap<>(ACCOUNTS).entrySet()) {
            String name = account.getValue();
            Role role = account.getKey();
            if (role != Role.ADMIN) {
                Form form = new Form().with("username", name).with("password", Ledger.password())
                        .with("role", role.name());
                String scope = SCOPES.get(role);
                ledger.asAdmin().posts("/api/v1/accounts", scope == null ? form : form.with("scope", scope))
                        .isRecorded();
            }
            Desk desk = ledger.asWhoeverIs(name, Ledger.password());
            everybody.add(new Somebody(role, null, desk));
            for (String access : List.of("READ", "WRITE")) {
                String token = desk.posts("/api/v1/accounts/" + name + "/tokens", new Form().with("name", "门前走一遍")
                        .with("access", access).with("expiresOn", LocalDate.now().plusDays(2).toString())).isRecorded()
                        .at("/token").stringValue();
                everybody.add(new Somebody(role, access, ledger.asNobody().sending("Authorization", "Bearer "
                        + token)));
            }
        }
    }

    @Test
    void isAnsweredAsTheContractSays() {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (WhoMay place : WhoMay.lines()) {
            for (Somebody who : everybody) {
                Answer answer = asks(who, place);
                String expected = expected(who, place);
                asked++;
                if (!expected.equals(told(answer))) {
                    wrong.add(who + ": " + place.place() + " should be " + expected + ", was " + told(answer) + " "
                            + answer);
                }
            }
        }
        System.out.println("authorisation: " + asked + " requests of " + everybody.size() + " at " + WhoMay.lines()
                .size() + " places");
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(3_000);
    }

    /** Three answers at the door, and whatever stands behind it. */
    private static String told(Answer answer) {
        boolean signIn = answer.status() == 302 && answer.location().startsWith("/login");
        return signIn || answer.status() == 401 ? "sign in" : answer.status() == 403 ? "not for you" : "in";
    }

    private static String expected(Somebody who, WhoMay place) {
        if (place.path().startsWith("/login/code") && who.role() == null) {
            return "sign in"; // where nobody has begun to
        }
        boolean reading = place.method().equals("GET") || place.method().equals("HEAD");
        if (place.everyone()) {
            return reading || !"READ".equals(who.access()) ? "in" : "not for you";
        }
        if (who.role() == null) {
            return "sign in";
        }
        boolean byToken = who.access() == null || !place.inPerson() && (reading || who.access().equals("WRITE"));
        return place.roles().contains(who.role()) && byToken ? "in" : "not for you";
    }

    private Answer asks(Somebody who, WhoMay place) {
        boolean reading = place.method().equals("GET") || place.method().equals("HEAD");
        boolean oneself = who.role() != null && !place.path().matches(TO_ONESELF);
        String path = place.path().replace("{campaign}", reading ? ledger.campaign() : "no-such-campaign")
                .replace("{username}", oneself ? ACCOUNTS.get(who.role()) : "nobody-at-all")
                .replace("{category}", "video").replace("{unit}", "FJ").replace("{role}", "REPORTER")
                .replace("{kind}", "events").replaceAll("\\{\\*?\\w+}", MISSING)
                + (place.path().matches(LONG) ? "?waitFor=soon" : "");
        if (reading) {
            return who.desk().tries(place.method(), path);
        }
        if (place.method().equals("PUT")) {
            return who.desk().puts(path, new Form());
        }
        return place.isOfTheContract()
                ? who.desk().sends(path, "application/json", "{}")
                : who.desk().sends(path, "application/x-www-form-urlencoded", "");
    }
}
