package org.campaignledger.platform.web.pages.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.campaignledger.platform.web.pages.Figures;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How the ledger's machinery stands.
 *
 * @param head        the last position written
 * @param up          whether it can be used, as its health tells
 * @param projections the projections by name
 * @param letters     what was set aside, oldest first
 * @param moreLetters whether there are more of them than are shown
 * @param sealing     how far it is sealed
 */
record OperationsView(String head, boolean up, List<ProjectionRow> projections, List<LetterRow> letters,
        boolean moreLetters, Sealing sealing) {

    /** How far a projection may be behind and still be with the ledger: what an append and a batch take. */
    private static final double SECONDS_BEHIND = 5;

    /**
     * A projection.
     *
     * @param name     its name
     * @param position the position that it has taken in
     * @param lag      events that it has not taken in
     * @param seconds  for how long there have been some
     * @param state    {@code WITH}, {@code BEHIND}, {@code LETTERS} or {@code ELSEWHERE}, where another instance works
     * @param letters  how many of its events are set aside
     * @param rebuild  its last rebuild; absent where there was none
     */
    record ProjectionRow(String name, String position, String lag, String seconds, String state, long letters,
            @Nullable RebuildRow rebuild) {}

    /** A rebuild; {@code eta} in whole seconds, empty before there is a rate. */
    record RebuildRow(String state, long position, long target, String figures, String rate, String eta,
            String problem) {

        /** Whether it is under way. */
        public boolean running() {
            return state.equals("RUNNING");
        }
    }

    /** An event that was set aside. */
    record LetterRow(String id, String projection, long position, String shown, String cause, boolean waits,
            int attempts, String since, String lastTry) {}

    static OperationsView of(JsonNode projections, JsonNode letters, boolean up, Sealing sealing) {
        List<ProjectionRow> rows = new ArrayList<>();
        projections.path("items").forEach(item -> rows.add(projection(item)));
        List<LetterRow> aside = new ArrayList<>();
        letters.path("items").forEach(item -> aside.add(letter(item)));
        return new OperationsView(Figures.digits(projections.path("head").asLong(0)), up, rows, aside,
                letters.has("next"), sealing);
    }

    private static ProjectionRow projection(JsonNode item) {
        double seconds = item.path("lagSeconds").asDouble(0);
        long letters = item.path("deadLetters").asLong(0);
        boolean behind = item.path("lagEvents").asLong(0) > 0 && seconds > SECONDS_BEHIND;
        String state = behind
                ? "BEHIND"
                : letters > 0 ? "LETTERS" : item.path("worksHere").asBoolean(true) ? "WITH" : "ELSEWHERE";
        JsonNode rebuild = item.path("rebuild");
        return new ProjectionRow(item.path("name").asString(""), Figures.digits(item.path("position").asLong(0)),
                Figures.digits(item.path("lagEvents").asLong(0)), String.format(Locale.ROOT, "%.1f", seconds),
                state, letters, rebuild.isObject() ? rebuild(rebuild) : null);
    }

    private static RebuildRow rebuild(JsonNode item) {
        long position = item.path("position").asLong(0);
        long target = item.path("target").asLong(0);
        return new RebuildRow(item.path("state").asString(""), position, target,
                Figures.digits(position) + " / " + Figures.digits(target),
                Figures.digits(Math.round(item.path("eventsPerSecond").asDouble(0))),
                item.path("etaSeconds").isNumber()
                        ? Figures.digits(Math.round(item.path("etaSeconds").asDouble(0)))
                        : "",
                item.path("problem").asString(""));
    }

    private static LetterRow letter(JsonNode item) {
        String cause = item.path("cause").asString("");
        long position = item.path("position").asLong(0);
        return new LetterRow(item.path("id").asString(""), item.path("projection").asString(""), position,
                Figures.digits(position), cause, cause.equals("waits-behind"), item.path("attempts").asInt(0),
                moment(item.path("setAsideAt").asString("")), moment(item.path("lastTryAt").asString("")));
    }

    /** An instant to the second, in UTC. */
    private static String moment(String instant) {
        return instant.isEmpty() ? "" : Instant.parse(instant).toString().replaceAll("\\.\\d+", "").replace('T', ' ');
    }
}
