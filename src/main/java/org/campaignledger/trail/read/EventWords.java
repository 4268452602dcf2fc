package org.campaignledger.trail.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.platform.eventstore.EventCodec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The words by which an event is found: the texts of its payload, but for what is long (ciphertexts, definitions). */
final class EventWords {

    private static final int MAX_WORD = 240;
    private static final int MAX_WORDS = 2_000;

    private final EventCodec codec;
    private final JsonMapper json = JsonMapper.shared();

    EventWords(EventCodec codec) {
        this.codec = codec;
    }

    String of(LedgerEvent event) {
        List<String> words = new ArrayList<>();
        words.add(codec.typeOf(event));
        collect(json.readTree(new String(codec.encode(event), StandardCharsets.UTF_8)), words);
        String all = String.join(" ", words);
        return all.length() <= MAX_WORDS ? all : all.substring(0, MAX_WORDS);
    }

    private static void collect(JsonNode node, List<String> words) {
        if (node.isString()) {
            if (node.stringValue().length() <= MAX_WORD) {
                words.add(node.stringValue());
            }
        } else {
            node.forEach(child -> collect(child, words));
        }
    }
}
