package org.campaignledger.trail.read;

import java.util.ArrayList;
import java.util.List;

import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.platform.eventstore.EventCodec;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
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
        collect(codec.encode(event), words);
        String all = String.join(" ", words);
        return all.length() <= MAX_WORDS ? all : all.substring(0, MAX_WORDS);
    }

    private void collect(byte[] encoded, List<String> words) {
        try (JsonParser parser = json.createParser(encoded)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && parser.getStringLength() <= MAX_WORD) {
                    words.add(parser.getString());
                }
            }
        }
    }
}
