package org.campaignledger.correction.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.correction.Changes;
import org.campaignledger.platform.correction.Correctable;
import org.campaignledger.platform.correction.Effect;
import org.campaignledger.platform.records.RestsOnRecords;

/** An effect as a reader may see it: who somebody is stays with those who are entitled to it (rule 24). */
public final class Effects {

    private static final String RECORDS = "records";
    private static final String FALLS = "falls";

    private Effects() {}

    /** An effect that was just worked out. */
    public static Map<String, Object> shown(Effect effect, Correctable kind, Actor reader) {
        return shown(Changes.fields(effect), kind, reader);
    }

    /** An effect as an event holds it. */
    public static Map<String, Object> shown(Map<String, Object> effect, Correctable kind, Actor reader) {
        Map<String, Object> shown = new TreeMap<>(effect);
        if (effect.get(RECORDS) instanceof List<?> records) {
            shown.put(RECORDS, records.stream().map(record -> record(object(record), kind, reader)).toList());
        }
        if (effect.get(FALLS) instanceof List<?> falls && reader.role() == Role.REPORTER) {
            shown.put(FALLS, falls.stream().map(fallen -> withoutPlace(object(fallen))).toList());
        }
        return shown;
    }

    private static Map<String, Object> record(Map<String, Object> record, Correctable kind, Actor reader) {
        Map<String, Object> shown = new LinkedHashMap<>(record);
        for (String side : List.of("before", "after")) {
            if (record.get(side) instanceof Map<?, ?> fields) {
                shown.put(side, kind.shownTo(reader, object(fields)));
            }
        }
        return shown;
    }

    private static Map<String, Object> withoutPlace(Map<String, Object> fallen) {
        Map<String, Object> shown = new LinkedHashMap<>(fallen);
        shown.remove(RestsOnRecords.PLACE);
        return shown;
    }

    @SuppressWarnings("unchecked") // what JSON gives has texts as keys
    private static Map<String, Object> object(Object map) {
        return (Map<String, Object>) map;
    }
}
