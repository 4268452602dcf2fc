package org.campaignledger.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays the story of the demo's corrections, a little with every day of the season. Every request has its key, and a
 * request that is answered again is answered with the same id: a season that was interrupted goes on where it stopped.
 */
final class DemoDesk {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(15, 0);
    private static final String CORRECTIONS = "/corrections";

    private final DemoDoor door;
    private final DemoClock clock;
    private final DemoWords words;
    private final Deque<Turn> turns;
    private final List<Runnable> afterwards = new ArrayList<>();
    private final Map<Integer, String> asked = new HashMap<>();
    private final JsonMapper json = JsonMapper.shared();

    /** Something that happens at an instant. */
    private record Turn(Instant at, Runnable what) {}

    DemoDesk(DemoDoor door, DemoClock clock, DemoProperties properties, List<DemoAct> story) {
        this.door = door;
        this.clock = clock;
        this.words = new DemoWords(properties);
        List<Turn> all = new ArrayList<>();
        for (int i = 0; i < story.size(); i++) {
            add(i, story.get(i), all);
        }
        all.sort(Comparator.comparing(Turn::at)); // stable: what happens at once happens in the order of the story
        this.turns = new ArrayDeque<>(all);
    }

    /** Recorded in the morning, asked for in the afternoon, decided on a later morning. */
    private void add(int number, DemoAct act, List<Turn> all) {
        LocalDate on = act.on();
        Runnable sending = () -> send(number, act);
        if (on == null) {
            afterwards.add(sending);
            return;
        }
        all.add(new Turn(instant(on, act.as() == null ? AFTERNOON : MORNING), sending));
        DemoAct.Decision decision = act.decided();
        if (decision != null) {
            all.add(new Turn(instant(decision.on(), MORNING), () -> decide(number, decision)));
        }
    }

    private static Instant instant(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(CHINA).toInstant();
    }

    /** Everything that happens up to an instant and has not happened yet. */
    void until(Instant now) {
        while (!turns.isEmpty() && !turns.getFirst().at().isAfter(now)) {
            Turn next = turns.removeFirst();
            clock.moveTo(next.at());
            next.what().run();
        }
    }

    /** What is left for a visitor to decide. */
    void afterTheSeason() {
        afterwards.forEach(Runnable::run);
    }

    private void send(int number, DemoAct act) {
        for (int i = 1; i <= act.count(); i++) {
            DemoDoor.Reply reply = door.post(act.account(), act.post(), "application/json", words.in(act.body(), i),
                    "demo-act-" + number + "-" + i);
            if (reply.status() != 201 && reply.status() != 202) {
                throw unexpected(act.post(), reply);
            }
            String id = json.readTree(reply.body()).path("id").stringValue();
            String name = act.as();
            if (name != null) {
                words.recorded(name, id);
            }
            asked.put(number, id);
        }
    }

    /** As anyone decides: on the version that was looked at. */
    private void decide(int number, DemoAct.Decision decision) {
        String correction = CORRECTIONS + "/" + asked.get(number);
        String how = decision.how().name().toLowerCase(Locale.ROOT);
        Map<String, Object> body = new HashMap<>();
        if (decision.how() != DemoAct.Ending.WITHDRAW) {
            body.put("reviewedVersion", json.readTree(door.get(decision.by(), correction)).path("reviewedVersion")
                    .longValue());
            body.put("reason", decision.reason());
        }
        DemoDoor.Reply reply = door.post(decision.by(), correction + "/" + how, "application/json",
                json.writeValueAsString(body), "demo-decision-" + number);
        if (reply.status() != 200) {
            throw unexpected(correction + "/" + how, reply);
        }
    }

    private static IllegalStateException unexpected(String path, DemoDoor.Reply reply) {
        return new IllegalStateException("the demo did not expect " + reply.status() + " from " + path + ": " + reply
                .body());
    }
}
