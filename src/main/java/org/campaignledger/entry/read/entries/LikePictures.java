package org.campaignledger.entry.read.entries;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Warns of what a host should look at twice: pictures that look like another of the category although their bytes differ,
 * and pictures for a category of originals that carry nothing of what a camera writes. A warning, never a refusal: only a
 * person can tell.
 */
@Component
class LikePictures {

    /** In so many of 64 bits at most two pictures differ that are told to look alike. */
    private static final int ALIKE = 8;
    private static final int SHOWN = 20;
    private static final String FIND = """
        select id, bit_count(('x' || (fields -> 'work' ->> 'perceptualHash'))::bit(64) # ('x' || :hash)::bit(64))
                   as apart
        from entry_register
        where campaign = :campaign and fields ->> 'category' = :category and id <> :id and valid_to is null
          and state in ('SUBMITTED', 'ACCEPTED', 'RECOMMENDED') and fields -> 'work' ->> 'perceptualHash' is not null
          and bit_count(('x' || (fields -> 'work' ->> 'perceptualHash'))::bit(64) # ('x' || :hash)::bit(64)) <= :alike
        order by apart, position limit :limit""";

    private final JdbcClient jdbc;

    LikePictures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The item with its warnings, where there are any. */
    Map<String, Object> added(Map<String, Object> item) {
        if (!(item.get("work") instanceof Map<?, ?> work)) {
            return item;
        }
        Map<String, Object> more = new LinkedHashMap<>(item);
        if (work.get("perceptualHash") instanceof String hash) {
            List<Map<String, Object>> alike = jdbc.sql(FIND).param("hash", hash).param("alike", ALIKE)
                    .param("limit", SHOWN).param("campaign", item.get("campaign")).param("id", item.get("id"))
                    .param("category", item.get("category"))
                    .query((row, number) -> Map.<String, Object>of("entry", row.getString(1), "bits", row.getInt(2)))
                    .list();
            if (!alike.isEmpty()) {
                more.put("alike", alike);
            }
        }
        if (Boolean.FALSE.equals(work.get("captured"))) {
            more.put("noCaptureData", true);
        }
        return more;
    }
}
