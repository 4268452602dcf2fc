package org.campaignledger.door.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that can be asked of the door.
 *
 * @param method    of HTTP
 * @param path      with its variables in braces
 * @param variables names of these
 * @param query     names of parameters
 * @param mediaType of its body; absent where it takes none
 * @param schema    of its body, as OpenAPI has it; absent where it is not described
 * @param fields    of its body, as JSON pointers
 */
record Operation(String method, String path, List<String> variables, List<String> query, @Nullable String mediaType,
        @Nullable JsonNode schema, List<String> fields) {

    private static final List<String> HEADERS = List.of("Accept", "Accept-Language", "Accept-Encoding", "Content-Type",
            "Content-Encoding", "Idempotency-Key", "Range", "If-None-Match", "If-Modified-Since", "Last-Event-ID",
            "Host", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "X-Correlation-Id",
            "traceparent", "Cookie", "Authorization", "Origin", "Referer", "X-HTTP-Method-Override", "Expect",
            "Content-Length", "Transfer-Encoding", "HX-Request", "User-Agent");

    /** Whether it can write anything. */
    boolean isCommand() {
        return !method.equals("GET") && !method.equals("HEAD");
    }

    /** Whether programs ask it, who are told of refusals by problem documents. */
    boolean isOfPrograms() {
        return path.startsWith("/api/") || path.startsWith("/log/");
    }

    List<Place> places() {
        List<Place> places = new ArrayList<>();
        variables.forEach(name -> places.add(new Place(Place.In.PATH, name)));
        query.forEach(name -> places.add(new Place(Place.In.QUERY, name)));
        fields.forEach(name -> places.add(new Place(Place.In.FIELD, name)));
        HEADERS.forEach(name -> places.add(new Place(Place.In.HEADER, name)));
        Stream.of(Place.In.ODD_NAME, Place.In.LINE).forEach(in -> places.add(new Place(in, "")));
        if (isCommand()) {
            places.add(new Place(Place.In.BODY, ""));
        }
        return places;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
