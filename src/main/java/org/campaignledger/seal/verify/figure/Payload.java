package org.campaignledger.seal.verify.figure;

import org.campaignledger.seal.verify.event.Bytes;
import org.campaignledger.seal.verify.event.Json;
import org.campaignledger.seal.verify.event.Malformed;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;

/** The fields of payloads that postings are made of. Filled anew for each event. */
final class Payload {

    private final FlatFields fields = new FlatFields();
    private String lastCampaign = "";
    private @Nullable String campaign;
    private @Nullable String unit;
    private @Nullable String code;
    private @Nullable String occurredOn;
    private @Nullable String to;
    private @Nullable Long contacts;
    private @Nullable Long direct;
    private @Nullable Long secondary;

    void read(Bytes bytes) throws Malformed {
        clear();
        if (!isFlat(bytes)) {
            parse(Json.parser(bytes.array(), 0, bytes.length()));
        }
    }

    /** Reads a record that stands within the payload of a correction. */
    void read(JsonNode record) throws Malformed {
        clear();
        parse(record.traverse(ObjectReadContext.empty()));
    }

    /** Reads it the quick way; answers whether that could be done, else nothing of it is to be kept. */
    private boolean isFlat(Bytes bytes) {
        boolean flat = fields.begin(bytes);
        while (flat && fields.next()) {
            flat = takeFlat();
            if (flat && fields.isOver()) {
                return true;
            }
            fields.pass();
        }
        clear();
        return false;
    }

    private boolean takeFlat() {
        if (fields.isNamed("campaign")) {
            campaign = fields.text(lastCampaign);
            lastCampaign = campaign == null ? "" : campaign;
            return campaign != null;
        } else if (fields.isNamed("unit")) {
            unit = fields.text("");
            return unit != null;
        } else if (fields.isNamed("occurredOn")) {
            occurredOn = fields.text("");
            return occurredOn != null;
        } else if (fields.isNamed("to")) {
            to = fields.text("");
            return to != null;
        } else if (fields.isNamed("contacts")) {
            contacts = fields.number();
            return contacts != null;
        } else if (fields.isNamed("direct")) {
            direct = fields.number();
            return direct != null;
        } else if (fields.isNamed("secondary")) {
            secondary = fields.number();
            return secondary != null;
        }
        return !fields.isNamed("code");
    }

    private void clear() {
        campaign = null;
        unit = null;
        code = null;
        occurredOn = null;
        to = null;
        contacts = null;
        direct = null;
        secondary = null;
    }

    private void parse(JsonParser opened) throws Malformed {
        try (JsonParser parser = opened) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Malformed("the payload is no object");
            }
            for (@Nullable
            String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                take(name, parser);
            }
            if (parser.nextToken() != null) {
                throw new Malformed("the payload is more than an object");
            }
        } catch (JacksonException malformed) {
            throw Json.malformed(malformed);
        }
    }

    private void take(String name, JsonParser parser) throws Malformed {
        switch (name) {
            case "campaign" -> campaign = Json.text(parser, name);
            case "unit" -> unit = Json.text(parser, name);
            case "code" -> code = parser.currentToken() == JsonToken.VALUE_STRING
                    ? parser.getString()
                    : skipped(parser);
            case "occurredOn" -> occurredOn = Json.text(parser, name);
            case "to" -> to = Json.text(parser, name);
            case "contacts" -> contacts = Json.number(parser, name);
            case "direct" -> direct = Json.number(parser, name);
            case "secondary" -> secondary = Json.number(parser, name);
            default -> parser.skipChildren();
        }
    }

    private static @Nullable String skipped(JsonParser parser) {
        parser.skipChildren();
        return null;
    }

    String campaign() throws Malformed {
        return needed(campaign, "campaign");
    }

    String unit() throws Malformed {
        return needed(unit, "unit");
    }

    String code() throws Malformed {
        return needed(code, "code");
    }

    String occurredOn() throws Malformed {
        return date(needed(occurredOn, "occurredOn"));
    }

    String to() throws Malformed {
        return date(needed(to, "to"));
    }

    long contacts() throws Malformed {
        return needed(contacts, "contacts");
    }

    long direct() throws Malformed {
        return needed(direct, "direct");
    }

    long secondary() throws Malformed {
        return needed(secondary, "secondary");
    }

    private static <T> T needed(@Nullable T value, String name) throws Malformed {
        if (value == null) {
            throw new Malformed("the payload has no " + name);
        }
        return value;
    }

    private static String date(String text) throws Malformed {
        boolean isOne = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
        for (int i = 0; isOne && i < text.length(); i++) {
            isOne = i == 4 || i == 7 || Character.digit(text.charAt(i), 10) >= 0;
        }
        if (!isOne) {
            throw new Malformed("the payload's date is " + text);
        }
        return text;
    }
}
