package org.campaignledger.face;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.campaignledger.testing.DemoLedger;
import tools.jackson.databind.json.JsonMapper;

/** Ids of what the demo holds, for the addresses of pages about one thing: {@code {person}} becomes that of a person. */
final class TheDemo {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private static final Map<String, Place> PLACES = Map.of(
            "event", new Place(AccountOf.REPORTER, "/campaigns/2019/events?limit=1", "id"),
            "person", new Place(AccountOf.ADMIN, "/campaigns/2019/propagandists?limit=1", "id"),
            "work", new Place(AccountOf.ADMIN, "/campaigns/2019/entries?limit=1", "id"),
            "correction", new Place(AccountOf.ADMIN, "/corrections?limit=1", "id"),
            "assigned", new Place(AccountOf.JUDGE, "/campaigns/2019/judging/assignments?limit=1", "entry"));

    private final Face face;
    private final Map<String, String> known = new HashMap<>();

    TheDemo(Face face) {
        this.face = face;
    }

    /** Where an id is asked for: by whom, and in which field of the first item. */
    private record Place(String who, String path, String field) {}

    /** The address with the ids of what is there. */
    String fills(String path) {
        return PLACE.matcher(path).replaceAll(place -> known.computeIfAbsent(place.group(1), this::find));
    }

    private String find(String name) {
        if (name.equals("subscription")) {
            return subscription();
        }
        Place place = Objects.requireNonNull(PLACES.get(name), name);
        APIResponse answer = face.signedIn(place.who()).context().request().get(face.url("/api/v1" + place.path()));
        return JsonMapper.shared().readTree(answer.text()).at("/items/0/" + place.field()).asString();
    }

    /** One that is told of nothing while the tests run: its threshold lies beyond what a plan can be missed by. */
    private String subscription() {
        String pair = AccountOf.REPORTER + ":" + DemoLedger.PASSWORD;
        APIResponse answer = face.visitor(View.DESKTOP).context().request().post(face.url(
                "/api/v1/campaigns/2019/subscriptions"), RequestOptions.create().setHeader("Authorization", "Basic "
                        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))).setData(Map.of(
                                "kind", "UNIT_BEHIND_PLAN", "channel", "WEBHOOK", "address", "http://127.0.0.1:9/hook",
                                "metric", "events", "percent", 100, "unit", "FJ")));
        if (answer.status() != 201) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return JsonMapper.shared().readTree(answer.text()).path("id").asString();
    }
}
