package org.campaignledger.exchange.line;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.campaignledger.platform.cli.Bar;
import org.campaignledger.platform.cli.CommandLines;
import org.campaignledger.platform.cli.LedgerConnection;
import org.campaignledger.platform.cli.RunningLedger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code progress URL}: the balance of a campaign against its targets, once or as it changes. */
@Command(name = "progress", mixinStandardHelpOptions = true, description = {
        "Shows a campaign's progress against its targets and plan.",
        "Exit code 0: it was told; 1: with --behind, a target is further behind its plan than that; 2: not to be had."})
public final class ProgressCommand implements Callable<Integer> {

    private static final int CELLS = 24;
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final RunningLedger ledger = new RunningLedger();

    @Option(names = "--campaign", paramLabel = "ID", required = true, description = "the campaign")
    private String campaign = "";

    @Option(names = "--unit", paramLabel = "CODE", description = "of this unit alone")
    private @Nullable String unit;

    @Option(names = "--position", paramLabel = "N", description = "as of this position")
    private @Nullable Long position;

    @Option(names = "--on", paramLabel = "DATE", description = "what happened until this day")
    private @Nullable String on;

    @Option(names = "--json", description = "the ledger's answer as it came, for programs")
    private boolean raw;

    @Option(names = "--watch", description = "again at every change, until it is broken off")
    private boolean watch;

    @Option(names = "--behind", paramLabel = "PERCENT", description = "exit code 1 if a target is more than so many per cent behind its plan")
    private @Nullable Double behind;

    /** The ledger that it speaks to, for tests. */
    RunningLedger ledger() {
        return ledger;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (LedgerConnection connection = ledger.connect()) {
            long shown = -1;
            while (true) {
                JsonNode balance = connection.get(path());
                if (balance.path("position").asLong() != shown) {
                    shown = balance.path("position").asLong();
                    tell(balance, out);
                }
                if (!watch) {
                    return isBehind(balance) ? CommandLines.WRONG : 0;
                }
                Thread.sleep(BETWEEN);
            }
        }
    }

    private String path() {
        List<String> query = new ArrayList<>();
        if (unit != null) {
            query.add("unit=" + LedgerConnection.encoded(unit));
        }
        if (position != null) {
            query.add("position=" + position);
        }
        if (on != null) {
            query.add("on=" + LedgerConnection.encoded(on));
        }
        return "/api/v1/campaigns/" + LedgerConnection.encoded(campaign) + "/progress" + (query.isEmpty()
                ? ""
                : "?" + String.join("&", query));
    }

    private void tell(JsonNode balance, PrintWriter out) {
        if (raw) {
            out.println(balance);
        } else {
            out.printf("campaign %s at position %d, as of %s%n", balance.path("campaign").asString(""),
                    balance.path("position").asLong(), balance.path("asOf").asString(""));
            lines(balance).forEach(out::println);
        }
        out.flush();
    }

    /** A unit's own share where one is asked for: targets are the nation's. */
    private List<String> lines(JsonNode balance) {
        List<String> lines = new ArrayList<>();
        if (unit == null) {
            balance.path("targets").forEach(target -> lines.add(line(target.path("metric").asString(""), target)));
        } else {
            balance.path("units").forEach(one -> one.path("metrics").properties()
                    .forEach(metric -> lines.add(line(metric.getKey(), metric.getValue()))));
        }
        return lines;
    }

    private static String line(String metric, JsonNode figure) {
        long actual = figure.path("actual").asLong();
        if (!figure.path("target").isNumber()) {
            return String.format(Locale.ROOT, "  %-15s %s %,15d", metric, " ".repeat(CELLS), actual);
        }
        long target = figure.path("target").asLong();
        double share = target == 0 ? 1 : (double) actual / target;
        String line = String.format(Locale.ROOT, "  %-15s %s %,15d of %,d (%.1f %%)", metric, Bar.cells(share, CELLS),
                actual, target, share * 100);
        return figure.path("pace").isNumber()
                ? line + String.format(Locale.ROOT, ", plan %,d, pace %+,d", figure.path("planned").asLong(),
                        figure.path("pace").asLong())
                : line;
    }

    private boolean isBehind(JsonNode balance) {
        Double bound = behind;
        return bound != null && balance.path("targets").valueStream().anyMatch(target -> target.path("planned")
                .asLong(0) > 0 && -target.path("pace").asLong(0) * 100.0 / target.path("planned").asLong() > bound);
    }
}
