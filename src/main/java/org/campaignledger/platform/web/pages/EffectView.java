package org.campaignledger.platform.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a correction does, ready to be shown: for the preview, for whoever decides, and afterwards.
 *
 * @param version  the version that an approval names
 * @param count    how many records it is about
 * @param shown    how many of them are told one by one
 * @param records  those
 * @param falls    what rests on the records and falls with them; the first of many
 * @param fallsMore how much of that is not told one by one
 * @param postings what it posts; the first of many
 * @param more     how many postings are not shown; empty where all are
 * @param figures  the figures that change; the first of many
 * @param figuresMore how many of them are not told one by one; empty where all are
 */
record EffectView(
        long version, String count, int shown, boolean cut, List<OnRecord> records, List<FallenView> falls,
        String fallsMore, List<Amount> postings, String more, List<FigureLine> figures, String figuresMore) {

    private static final int POSTINGS = 50;

    /**
     * A record before and after; {@code gone} where nothing is left of it.
     *
     * @param page where it is shown, below the campaign's pages; absent where it has no page of its own
     */
    record OnRecord(
            String kind, String id, String number, @Nullable Long position, @Nullable String page, String unit,
            @Nullable String into, boolean gone, List<Difference> fields) {}

    /** A field before and after. */
    record Difference(String label, String before, String after, boolean changed) {}

    /** What is posted to a figure. */
    record Amount(String metric, String unit, String amount, String day) {}

    /**
     * A figure before and after.
     *
     * @param where national, the unit, or the category of works
     * @param quota its target with the share of it before and after; empty without one
     * @param pace  against the plan of the day, before and after; empty without one
     */
    record FigureLine(
            String metric, String where, boolean national, String before, String after, String difference,
            String quota, String pace) {}

    static EffectView of(JsonNode effect, RecordWords words) {
        List<OnRecord> records = new ArrayList<>();
        effect.path("records").forEach(record -> records.add(onRecord(record, words)));
        List<Amount> postings = new ArrayList<>();
        effect.path("postings").forEach(posting -> postings.add(amount(posting, words)));
        List<FigureLine> figures = new ArrayList<>();
        effect.path("figures").forEach(figure -> figures.add(figure(figure, words)));
        List<FallenView> falls = new ArrayList<>();
        effect.path("falls").forEach(fallen -> falls.add(FallenView.of(fallen, words)));
        long count = effect.path("count").asLong(0);
        int most = Math.min(postings.size(), POSTINGS);
        JsonNode left = effect.path("leftOut");
        return new EffectView(effect.path("version").asLong(0), words.figures().exact(count), records.size(),
                count > records.size(), records, falls, more(left.path("falls").asLong(0), words),
                postings.subList(0, most), more(postings.size() - most + left.path("postings").asLong(0), words),
                figures, more(left.path("figures").asLong(0), words));
    }

    private static String more(long left, RecordWords words) {
        return left == 0 ? "" : words.figures().exact(left);
    }

    private static OnRecord onRecord(JsonNode record, RecordWords words) {
        Map<String, JsonNode> before = RecordWords.flat(record.path("before"));
        boolean gone = !record.has("after");
        Map<String, JsonNode> after = RecordWords.flat(record.path("after"));
        Set<String> fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        boolean someOnly = after.keySet().stream().anyMatch(field -> field.startsWith("@"));
        List<Difference> differences = new ArrayList<>();
        for (String field : fields) {
            String was = words.value(field, before.get(field));
            String is = words.value(field, after.get(field));
            // Allocations tell after the change only those that change.
            if (!someOnly || after.containsKey(field)) {
                differences.add(new Difference(words.label(field), was, is, !gone && !was.equals(is)));
            }
        }
        Long position = record.hasNonNull("position") ? record.path("position").asLong() : null;
        String kind = record.path("kind").asString("");
        String id = record.path("recordId").asString("");
        return new OnRecord(kind, id, position == null ? "" : words.figures().exact(position), position,
                position == null ? null : RecordKind.page(kind, id),
                words.unit(record.path("unit").asString("")), RecordWords.text(record, "into"), gone, differences);
    }

    private static Amount amount(JsonNode posting, RecordWords words) {
        return new Amount(words.metric(posting.path("metric").asString("")),
                words.unit(posting.path("unit").asString("")), signed(posting.path("amount").asLong(0), words),
                posting.path("occurredOn").asString(""));
    }

    private static FigureLine figure(JsonNode figure, RecordWords words) {
        JsonNode before = figure.path("before");
        JsonNode after = figure.path("after");
        long was = before.path("actual").asLong(0);
        long is = after.path("actual").asLong(0);
        String category = RecordWords.text(figure, "category");
        boolean national = !figure.hasNonNull("unit") && category == null;
        return new FigureLine(words.metric(figure.path("metric").asString("")),
                category != null
                        ? words.category(category)
                        : national ? words.texts().get("desk.national") : words.unit(figure.path("unit").asString("")),
                national,
                words.figures().exact(was), words.figures().exact(is), is == was ? "" : signed(is - was, words),
                quota(before, after, words), pace(before, after, words));
    }

    private static String quota(JsonNode before, JsonNode after, RecordWords words) {
        if (!before.hasNonNull("target") || !after.hasNonNull("target")) {
            return "";
        }
        boolean same = before.path("target").asLong() == after.path("target").asLong();
        return same && after.path("target").asLong() != 0
                ? words.figures().exact(after.path("target").asLong()) + " · "
                        + arrow(share(before, words), share(after, words))
                : arrow(quota(before, words), quota(after, words));
    }

    private static String quota(JsonNode line, RecordWords words) {
        long target = line.path("target").asLong();
        return words.figures().exact(target) + (target == 0
                ? ""
                : " · " + share(line, words));
    }

    private static String share(JsonNode line, RecordWords words) {
        return words.figures().share(line.path("actual").asLong(0), line.path("target").asLong());
    }

    private static String pace(JsonNode before, JsonNode after, RecordWords words) {
        return before.hasNonNull("pace") && after.hasNonNull("pace")
                ? arrow(signed(before.path("pace").asLong(), words), signed(after.path("pace").asLong(), words))
                : "";
    }

    private static String arrow(String before, String after) {
        return before.equals(after) ? after : before + " → " + after;
    }

    private static String signed(long amount, RecordWords words) {
        return (amount > 0 ? "+" : "") + words.figures().exact(amount);
    }
}
