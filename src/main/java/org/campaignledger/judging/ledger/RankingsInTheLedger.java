package org.campaignledger.judging.ledger;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import org.campaignledger.judging.events.JudgingClosed;
import org.campaignledger.platform.attachments.Attachments;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the lines of rankings from the attachments in which they are kept. */
@Component
public class RankingsInTheLedger {

    private final Attachments attachments;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /** Those of these attachments. */
    public RankingsInTheLedger(Attachments attachments) {
        this.attachments = attachments;
    }

    /** Up to so many entries' lines from an index on, counted from 0. */
    public List<JsonNode> lines(JudgingClosed closed, int from, int limit) {
        List<JsonNode> lines = new ArrayList<>();
        int before = 0;
        for (JudgingClosed.Part part : closed.parts()) {
            int end = before + part.entries();
            if (end > from && before < from + limit) {
                List<String> texts = entries(part, before == 0);
                texts.subList(Math.max(0, from - before), Math.min(texts.size(), from + limit - before))
                        .forEach(line -> lines.add(json.readTree(line)));
            }
            before = end;
        }
        return lines;
    }

    /** The line of an entry, if it is listed. Awards go to the first lines, so that they are looked through first. */
    public Optional<JsonNode> line(JudgingClosed closed, String entry) {
        String begin = "{\"entry\":\"" + entry + "\"";
        boolean first = true;
        for (JudgingClosed.Part part : closed.parts()) {
            Optional<String> found = entries(part, first).stream().filter(line -> line.startsWith(begin)).findFirst();
            if (found.isPresent()) {
                return found.map(json::readTree);
            }
            first = false;
        }
        return Optional.empty();
    }

    /** The entries' lines of a part; the first part begins with the terms. */
    private List<String> entries(JudgingClosed.Part part, boolean first) {
        byte[] bytes = attachments.find(part.sha256())
                .orElseThrow(() -> new IllegalStateException("attachment " + part.sha256() + " is missing")).bytes();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(bytes)), StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().toList();
            return first ? lines.subList(1, lines.size()) : lines;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
