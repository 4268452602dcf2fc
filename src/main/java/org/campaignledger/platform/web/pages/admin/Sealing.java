package org.campaignledger.platform.web.pages.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How far the ledger is sealed, from its public checkpoint and its own measurements.
 *
 * @param size      events in the published log; empty before the first checkpoint
 * @param backlog   events that are written and not sealed; empty where it is not measured here
 * @param lag       seconds for which there have been some; empty where it is not measured here
 * @param witnesses who has signed the checkpoint beside the log itself
 * @param cosigned  seconds since the newest cosignature; empty where there is none
 */
record Sealing(String size, String backlog, String lag, List<String> witnesses, String cosigned) {

    /** Lines of a checkpoint: the log's name, its size, its root; signatures follow. */
    private static final int BODY = 3;

    static Sealing of(String checkpoint, String measurements) {
        List<String> lines = checkpoint.lines().toList();
        List<String> witnesses = new ArrayList<>();
        if (lines.size() > BODY) {
            String own = lines.getFirst();
            lines.stream().filter(line -> line.startsWith("— ")).map(line -> line.split(" "))
                    .filter(parts -> parts.length > 1 && !parts[1].equals(own)).forEach(
                            parts -> witnesses.add(parts[1]));
        }
        return new Sealing(lines.size() < BODY ? "" : grouped(lines.get(1)),
                figure(measurements, "ledger_seal_backlog"), figure(measurements, "ledger_seal_lag_seconds"),
                witnesses, figure(measurements, "ledger_seal_cosigned_age_seconds"));
    }

    private static String grouped(String size) {
        return size.matches("\\d{1,18}") ? QuotaView.grouped(Long.parseLong(size)) : size;
    }

    /** A gauge as it is exposed, to the whole; empty where it is not, or where it is no number. */
    private static String figure(String measurements, String name) {
        OptionalDouble found = measurements.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> number(line.substring(line.lastIndexOf(' ') + 1)))
                .filter(Double::isFinite).findFirst();
        return found.isEmpty() ? "" : QuotaView.grouped(Math.round(found.getAsDouble()));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
