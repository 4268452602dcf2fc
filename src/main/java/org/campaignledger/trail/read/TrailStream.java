package org.campaignledger.trail.read;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignledger.kernel.Actor;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.exchange.Harmless;
import org.campaignledger.platform.processing.ProjectionPositions;
import org.campaignledger.platform.web.door.CommandDoor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The whole trail, oldest first, at constant memory: page by page, without holding a connection between pages. */
@Component
class TrailStream {

    private static final int PAGE = 1_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final TrailQuery query;
    private final TrailItems items;
    private final ProjectionPositions positions;
    private final LedgerStore store;
    private final JsonMapper json = JsonMapper.shared();

    TrailStream(TrailQuery query, TrailItems items, ProjectionPositions positions, LedgerStore store) {
        this.store = store;
        this.query = query;
        this.items = items;
        this.positions = positions;
    }

    @FunctionalInterface
    private interface Line {

        String of(TrailItem item);
    }

    void ndjson(String campaign, TrailParameters asked, Actor actor, HttpServletResponse response)
            throws IOException {
        write(campaign, asked, actor, response, "", item -> json.writeValueAsString(item) + "\n");
    }

    /** With a byte order mark, without which Excel takes UTF-8 for the office's local encoding. */
    void csv(String campaign, TrailParameters asked, Actor actor, HttpServletResponse response) throws IOException {
        write(campaign, asked, actor, response, BYTE_ORDER_MARK
                + "position,recordedAt,type,occurredOn,unit,category,recordId,actor,role,postings,payload\r\n",
                this::csvLine);
    }

    private void write(String campaign, TrailParameters asked, Actor actor, HttpServletResponse response, String head,
            Line line) throws IOException {
        long until = store.settled(positions.positionOf(TrailProjection.NAME));
        response.setHeader(CommandDoor.POSITION, Long.toString(until));
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8),
                1 << 16);
        out.write(head);
        String cursor = asked.after();
        long after = cursor == null ? 0 : Long.parseLong(cursor);
        List<Long> page;
        do {
            page = query.oldestFirst(campaign, asked, actor, after, PAGE).stream()
                    .filter(position -> position <= until).toList();
            for (TrailItem item : items.at(page, actor)) {
                out.write(line.of(item));
            }
            after = page.isEmpty() ? after : page.getLast();
        } while (page.size() == PAGE);
        out.flush();
    }

    private String csvLine(TrailItem item) {
        String postings = item.postings().stream()
                .map(posting -> posting.metric() + " " + (posting.amount() >= 0 ? "+" : "") + posting.amount())
                .collect(Collectors.joining("; "));
        return Stream.of(item.position(), item.recordedAt(), item.type(), text(item.occurredOn()), text(item.unit()),
                text(item.category()), item.recordId(), item.actor().account(), text(item.actor().role()), postings,
                json.writeValueAsString(item.payload()))
                .map(value -> cell(value.toString())).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    /** Quoted after RFC 4180; what a spreadsheet would run as a formula is defused with an apostrophe. */
    private static String cell(String value) {
        String safe = Harmless.text(value);
        return safe.matches("(?s).*[,\"\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
