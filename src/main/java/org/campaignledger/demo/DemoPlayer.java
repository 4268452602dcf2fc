package org.campaignledger.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Plays the season once, in the background, while the dashboard can be watched; then opens a small campaign around
 * today's date in which a visitor can record. Interrupted, it goes on at the next start: every request has its key.
 */
@Component
@Profile("demo")
class DemoPlayer {

    private static final Logger LOG = LoggerFactory.getLogger(DemoPlayer.class);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Pattern UNIT = Pattern.compile("code: (\\w+),.*events: (\\d+)");
    private static final Pattern LETTER = Pattern.compile("\"id\":(\\d+)");
    private static final int AT_ONCE = 24;
    private static final String YAML = "application/yaml";
    private static final String JSON = "application/json";
    private static final String ADMIN = "admin";

    private final DemoProperties properties;
    private final DemoClock clock;
    private final DemoConfiguration.DemoMarker marker;
    private final Environment environment;
    private volatile boolean stopping;

    DemoPlayer(DemoProperties properties, DemoClock clock, DemoConfiguration.DemoMarker marker,
            Environment environment) {
        this.properties = properties;
        this.clock = clock;
        this.marker = marker;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!marker.isDone()) {
            Thread.ofPlatform().daemon().name("demo-season").start(this::play);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }

    private void play() {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        try (DemoDoor door = new DemoDoor(port, properties.password());
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            long began = System.nanoTime();
            List<DemoSeason.Unit> units = open(door);
            DemoDesk desk = new DemoDesk(door, clock, properties, DemoAct.story());
            DemoCollection works = new DemoCollection(door, clock, properties, units.stream().map(
                    DemoSeason.Unit::code).toList());
            List<DemoCommand> season = new DemoSeason(properties, units).play();
            LOG.info("The demo season is being played: {} requests", season.size());
            play(door, desk, works, senders, season);
            close(door, desk, works);
            clock.join();
            DemoToday.open(door);
            desk.afterTheSeason();
            retryDeadLetters(door);
            marker.done();
            LOG.info("The demo season was played in {} s", (System.nanoTime() - began) / 1_000_000_000);
        } catch (RuntimeException failure) {
            if (!stopping) {
                LOG.error("The demo season was interrupted and goes on at the next start", failure);
            }
        }
    }

    private List<DemoSeason.Unit> open(DemoDoor door) {
        String definition = read("campaigns/2019.yaml");
        List<DemoSeason.Unit> units = new ArrayList<>();
        Matcher matcher = UNIT.matcher(definition);
        while (matcher.find()) {
            units.add(new DemoSeason.Unit(matcher.group(1), Integer.parseInt(matcher.group(2))));
        }
        moveTo(LocalDate.of(2019, 4, 30), 9 * 60);
        must(door.send(ADMIN, "/campaigns", YAML, definition, "demo-open"), 201);
        for (DemoSeason.Unit unit : units) {
            account(door, DemoSeason.reporterOf(unit.code()), "REPORTER", unit.code());
        }
        account(door, "demo-auditor", "AUDITOR", "");
        DemoWorks.CATEGORIES.forEach(category -> account(door, DemoCollection.hostOf(category), "HOST", category));
        DemoCollection.judges().forEach((judge, unit) -> account(door, judge, "JUDGE", unit));
        moveTo(LocalDate.of(2019, 5, 1), 1);
        phase(door, "MOBILISE", "open");
        must(door.send(ADMIN, "/campaigns/2019/units/FJ/sub-units", JSON, "{\"code\":\"FJ-XM\",\"name\":\"厦门市总工会\"}",
                "demo-sub-unit"), 201);
        return units;
    }

    private void account(DemoDoor door, String name, String role, String scope) {
        String scoped = scope.isEmpty() ? "" : ",\"scope\":\"" + scope + "\"";
        must(door.send(ADMIN, "/accounts", JSON, """
            {"username":"%s","password":"%s","role":"%s"%s}""".formatted(name, properties.password(), role, scoped),
                "demo-account-" + name), 201);
    }

    private void play(DemoDoor door, DemoDesk desk, DemoCollection works, ExecutorService senders,
            List<DemoCommand> season) {
        Semaphore places = new Semaphore(AT_ONCE);
        List<Future<?>> slot = new ArrayList<>();
        Instant now = Instant.EPOCH;
        for (DemoCommand command : season) {
            Instant at = instant(command.on(), command.minute() / 60 * 60);
            if (!at.equals(now)) {
                finish(slot);
                desk.until(at);
                phasesOn(door, command.on());
                works.until(at);
                clock.moveTo(at);
                now = at;
            }
            if (stopping) {
                throw new IllegalStateException("the demo is stopped");
            }
            places.acquireUninterruptibly();
            slot.add(senders.submit(() -> {
                try {
                    must(door.send(command.account(), command.path(), JSON, command.body(), command.key()),
                            command.expects());
                } finally {
                    places.release();
                }
            }));
        }
        finish(slot);
        retryDeadLetters(door);
    }

    /** What was right in its day may have been refused once more; a season that is played again meets its own records. */
    static void must(int status, int expected) {
        if (status != expected) {
            throw new IllegalStateException("the demo expected " + expected + " and got " + status);
        }
    }

    private static void finish(List<Future<?>> slot) {
        for (Future<?> sent : slot) {
            try {
                sent.get();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            } catch (ExecutionException failed) {
                throw new IllegalStateException(failed.getCause());
            }
        }
        slot.clear();
    }

    private void phasesOn(DemoDoor door, LocalDate day) {
        if (!day.isBefore(LocalDate.of(2019, 9, 1))) {
            moveTo(LocalDate.of(2019, 9, 1), 1);
            phase(door, "RECOMMEND", "open");
        }
        if (!day.isBefore(LocalDate.of(2019, 10, 1))) {
            moveTo(LocalDate.of(2019, 10, 1), 1);
            phase(door, "MOBILISE", "close");
            phase(door, "RECOMMEND", "close");
            phase(door, "JUDGE", "open");
        }
    }

    private void close(DemoDoor door, DemoDesk desk, DemoCollection works) {
        phasesOn(door, LocalDate.of(2019, 10, 1));
        works.until(instant(LocalDate.of(2019, 11, 1), 1));
        desk.until(instant(LocalDate.of(2019, 11, 1), 1));
        moveTo(LocalDate.of(2019, 11, 1), 1);
        phase(door, "JUDGE", "close");
        phase(door, "SUMMARISE", "open");
        works.until(instant(LocalDate.of(2019, 12, 1), 1));
        desk.until(instant(LocalDate.of(2019, 12, 1), 1));
        moveTo(LocalDate.of(2019, 12, 1), 1);
        phase(door, "SUMMARISE", "close");
    }

    /** By key, so that each is done once however often it is asked for; the schedule may have been faster. */
    private static void phase(DemoDoor door, String phase, String action) {
        int status = door.send(ADMIN, "/campaigns/2019/phases/" + phase + "/" + action, JSON, "{}",
                "demo-" + phase.toLowerCase(Locale.ROOT) + "-" + action);
        if (status != 200 && status != 422) {
            throw new IllegalStateException("phase " + phase + " could not be " + action + "ed: " + status);
        }
    }

    private static void retryDeadLetters(DemoDoor door) {
        Matcher letters = LETTER.matcher(door.get(ADMIN, "/operations/dead-letters?projection=demo-bulletin"));
        while (letters.find()) {
            int status = door.send(ADMIN, "/operations/dead-letters/" + letters.group(1) + "/retry", JSON, "{}", null);
            // One that waited behind another of its sequence is taken in with it.
            must(status == 404 ? 200 : status, 200);
        }
    }

    private void moveTo(LocalDate day, int minute) {
        clock.moveTo(instant(day, minute));
    }

    private static Instant instant(LocalDate day, int minute) {
        return day.atStartOfDay(CHINA).plusMinutes(minute).toInstant();
    }

    static String read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
