package org.campaignledger.subscription.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whoever crosses a threshold is told of once; again only after a recovery. What lies between the two is neither: it
 * stays as it was.
 */
public final class AnAlertIsToldOnceUntilItRecovers {

    /** What is measured has recovered at less than so many percent of its threshold; between the two nothing is told. */
    public static final int RECOVERED = 80;

    /** Subjects told of together at most; the rest are told of at the next look. A message must stay one to read. */
    public static final int TOLD_TOGETHER = 100;

    private AnAlertIsToldOnceUntilItRecovers() {}

    /**
     * What is known of a subject.
     *
     * @param standing  whether it is over the threshold, told of and not recovered
     * @param crossings how often it has crossed
     */
    public record Crossing(boolean standing, int crossings) {}

    /**
     * What follows.
     *
     * @param told    subjects that crossed just now, in the order in which they were found, {@link #TOLD_TOGETHER} at most
     * @param changed what is known from now on of those of whom it has changed
     */
    public record Outcome(List<String> told, Map<String, Crossing> changed) {

        /**
         * The occasion: the same crossings give the same name, however often they are found. It has one length however
         * many they are, since it stands in an index.
         */
        public String occasion() {
            String crossings = String.join(",", told.stream().map(subject -> subject + "#" + changed.getOrDefault(
                    subject, new Crossing(true, 0)).crossings()).toList());
            try {
                return "alert:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(crossings
                        .getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException everyPlatformHasIt) {
                throw new IllegalStateException(everyPlatformHasIt);
            }
        }
    }

    /**
     * Decides.
     *
     * @param known     by subject
     * @param over      subjects over the threshold
     * @param recovered whether one that stands has come back
     */
    public static Outcome decide(Map<String, Crossing> known, List<String> over, Set<String> recovered) {
        Map<String, Crossing> changed = new LinkedHashMap<>();
        List<String> told = new ArrayList<>();
        for (String subject : over) {
            Crossing before = known.getOrDefault(subject, new Crossing(false, 0));
            if (!before.standing() && !told.contains(subject) && told.size() < TOLD_TOGETHER) {
                told.add(subject);
                changed.put(subject, new Crossing(true, before.crossings() + 1));
            }
        }
        known.forEach((subject, before) -> {
            if (before.standing() && recovered.contains(subject) && !over.contains(subject)) {
                changed.put(subject, new Crossing(false, before.crossings()));
            }
        });
        return new Outcome(told, changed);
    }
}
