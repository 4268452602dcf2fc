package org.campaignledger.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the ledger tells at the end, against what the clients were told on the way. */
final class LedgerCheck {

    private static final List<String> REGISTERS = List.of("mobilizations", "propagandists", "events", "reach-reports");
    private static final String CAMPAIGN = "/api/v1/campaigns/2019";

    private final LedgerClient admin;
    private final List<JsonNode> trail = new ArrayList<>();

    LedgerCheck(LedgerClient admin, long waitFor) throws Exception {
        this.admin = admin;
        String lines = admin.get(CAMPAIGN + "/trail?waitFor=" + waitFor, "application/x-ndjson");
        lines.lines().forEach(line -> trail.add(JsonMapper.shared().readTree(line)));
    }

    int size() {
        return trail.size();
    }

    long head() {
        return trail.getLast().path("position").asLong();
    }

    /** With what lies outside the campaign, no position is missing, and recordedAt never goes back. */
    void isGapless(Set<Long> outside) {
        List<Long> found = trail.stream().map(item -> item.path("position").asLong()).toList();
        assertThat(found).isSorted().doesNotHaveDuplicates();
        Set<Long> all = new TreeSet<>(outside);
        all.addAll(found);
        assertThat(all).containsExactlyElementsOf(LongStream.rangeClosed(1, head()).boxed().toList());
        assertThat(trail).extracting(item -> Instant.parse(item.path("recordedAt").asString())).isSorted();
    }

    /** Every command that was answered is there once, where it was said; nothing is there that nobody sent. */
    void holdsOnce(List<Reporter> reporters) {
        Map<String, JsonNode> byKey = new HashMap<>();
        Set<String> eventIds = new HashSet<>();
        for (JsonNode item : trail) {
            assertThat(eventIds.add(item.path("eventId").asString())).isTrue();
            if (item.has("idempotencyKey")) {
                String key = item.path("idempotencyKey").asString();
                assertThat(byKey.put(key, item)).as("%s is there once", key).isNull();
            }
        }
        Set<String> unexplained = new HashSet<>(byKey.keySet());
        unexplained.removeIf(key -> key.startsWith("setup-"));
        for (Reporter reporter : reporters) {
            for (Reporter.Acknowledged one : reporter.acknowledged()) {
                JsonNode item = byKey.get(one.key());
                assertThat(item).as("%s was answered", one).isNotNull();
                assertThat(item.path("position").asLong()).as("%s", one).isEqualTo(one.position());
                assertThat(item.path("recordId").asString()).as("%s", one).isEqualTo(one.id());
                unexplained.remove(one.key());
            }
            reporter.unanswered().forEach(unexplained::remove);
        }
        assertThat(unexplained).isEmpty();
    }

    /** The dashboard's figures are the sums of the trail's postings. */
    void progressIsTheirSum() throws Exception {
        Map<String, Long> sums = new HashMap<>();
        for (JsonNode item : trail) {
            for (JsonNode posting : item.path("postings")) {
                String metric = posting.path("metric").asString();
                long amount = posting.path("amount").asLong();
                sums.merge(metric, amount, Long::sum);
                sums.merge(posting.path("unit").asString() + " " + metric, amount, Long::sum);
            }
        }
        assertThat(sums).containsKeys("organizations", "propagandists", "events", "contacts", "directReach",
                "secondaryReach");
        JsonNode progress = admin.get(CAMPAIGN + "/progress?waitFor=" + head());
        assertThat(progress.path("position").asLong()).isEqualTo(head());
        for (JsonNode target : progress.path("targets")) {
            String metric = target.path("metric").asString();
            assertThat(target.path("actual").asLong()).as(metric).isEqualTo(sums.getOrDefault(metric, 0L));
        }
        assertThat(progress.path("targets")).hasSize(6);
        assertThat(progress.path("units")).hasSize(35);
        for (JsonNode unit : progress.path("units")) {
            for (String metric : List.of("organizations", "propagandists", "events", "contacts", "directReach")) {
                String figure = unit.path("unit").asString() + " " + metric;
                assertThat(unit.path("metrics").path(metric).path("actual").asLong()).as(figure)
                        .isEqualTo(sums.getOrDefault(figure, 0L));
            }
        }
    }

    /** Every register holds the records of its kind, each once. */
    void registersHoldEachRecordOnce(List<Reporter> reporters) throws Exception {
        Map<String, String> kinds = Map.of("UnitMobilized", "mobilizations", "PropagandistRecruited",
                "propagandists", "EventHeld", "events", "ReachReported", "reach-reports");
        Map<String, Set<String>> expected = new HashMap<>();
        for (JsonNode item : trail) {
            String register = kinds.get(item.path("type").asString());
            if (register != null) {
                expected.computeIfAbsent(register, key -> new HashSet<>()).add(item.path("recordId").asString());
            }
        }
        for (String register : REGISTERS) {
            List<String> ids = idsIn(register);
            assertThat(ids).as(register).doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(expected.getOrDefault(register, Set.of()));
            for (Reporter reporter : reporters) {
                reporter.acknowledged().stream().filter(one -> one.body().register().equals(register)).limit(3)
                        .forEach(one -> assertThat(ids).contains(one.id()));
            }
        }
    }

    private List<String> idsIn(String register) throws Exception {
        List<String> ids = new ArrayList<>();
        String page = CAMPAIGN + "/" + register + "?limit=500&waitFor=" + head();
        String next = page;
        while (!next.isEmpty()) {
            JsonNode answer = admin.get(next);
            answer.path("items").forEach(item -> ids.add(item.path("id").asString()));
            next = answer.has("next") ? page + "&after=" + answer.path("next").asString() : "";
        }
        return ids;
    }
}
