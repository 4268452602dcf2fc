package org.campaignledger.platform.web.pages.admin;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.campaignledger.platform.web.pages.Figures;
import org.campaignledger.platform.web.pages.audit.SignedNote;

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

    static Sealing of(String checkpoint, String measurements) {
        Optional<SignedNote> note = SignedNote.of(checkpoint);
        List<String> witnesses = note.map(Sealing::witnesses).orElse(List.of());
        return new Sealing(note.map(SignedNote::size).map(Figures::digits).orElse(""),
                figure(measurements, "ledger_seal_backlog"), figure(measurements, "ledger_seal_lag_seconds"),
                witnesses, figure(measurements, "ledger_seal_cosigned_age_seconds"));
    }

    private static List<String> witnesses(SignedNote note) {
        return note.signatures().stream().map(SignedNote.Line::name).filter(name -> !name.equals(note.origin()))
                .toList();
    }

    /** A gauge as it is exposed, to the whole; empty where it is not, or where it is no number. */
    private static String figure(String measurements, String name) {
        OptionalDouble found = measurements.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> number(line.substring(line.lastIndexOf(' ') + 1)))
                .filter(Double::isFinite).findFirst();
        return found.isEmpty() ? "" : Figures.digits(Math.round(found.getAsDouble()));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
