package org.campaignledger.exchange.report.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.campaignledger.exchange.report.chart.Charts;
import org.campaignledger.exchange.report.chart.QrPicture;
import org.campaignledger.exchange.report.content.Summary;
import org.campaignledger.platform.web.pages.Figures;
import org.campaignledger.platform.web.pages.PageTexts;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;

/** How figures, days and words of a report are written; what the template asks for. */
public final class Shown {

    /** What stands in the place of what is not there. */
    public static final String NONE = "—";

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final PageTexts texts;
    private final Figures figures;
    private final Language language;
    private final Summary summary;

    Shown(Summary summary, Language language) {
        this.summary = summary;
        this.language = language;
        this.texts = PageTexts.in(language);
        this.figures = Figures.in(language);
    }

    /** A text of the report with its places filled. */
    public String say(String key, Object... places) {
        return new MessageFormat(texts.get("report." + key), Locale.ROOT).format(places);
    }

    /** A figure with all its digits; a dash where there is none. */
    public String exact(@Nullable Long figure) {
        return figure == null ? NONE : figures.exact(figure);
    }

    /** A difference with its sign. */
    public String signed(@Nullable Long figure) {
        return figure == null ? NONE : figures.signed(figure);
    }

    /** A share to one decimal, cut off: nothing reads as full before it is. */
    public String share(@Nullable BigDecimal ratio) {
        return ratio == null ? NONE : ratio.multiply(HUNDRED).setScale(1, RoundingMode.DOWN).toPlainString() + "%";
    }

    /** An instant to the second, in the campaign's zone. */
    public String time(Instant instant) {
        return SECOND.format(instant.atZone(ZoneId.of(summary.heading().zone())));
    }

    /** A day. */
    public String day(LocalDate day) {
        return day.toString();
    }

    /** What kind of thing was corrected. */
    public String corrected(String kind) {
        String key = "report.corrected." + kind;
        return texts.has(key) ? texts.get(key) : kind;
    }

    /** How many corrections there were, as far as that is known. */
    public String corrections() {
        Summary.Corrections told = summary.corrections();
        if (told == null) {
            return say("corrections.unseen");
        }
        Long requested = told.requested();
        Long rejected = told.rejected();
        if (requested == null || rejected == null) {
            return say("corrections.effected", exact(told.approved()));
        }
        String counts = say("corrections.counts", exact(requested), exact(told.approved()), exact(rejected));
        long rest = requested - told.approved() - rejected;
        return rest > 0 ? counts + say("corrections.rest", exact(rest)) : counts;
    }

    /** The figure that corrections changed. */
    public String changed(Summary.Change change) {
        return change.ofFunnel() ? say("funnel", say("col." + change.metric())) : change.metric();
    }

    /** The title of the report. */
    public String title() {
        String name = summary.heading().name();
        String title = say(summary.heading().kind().name().toLowerCase(Locale.ROOT));
        return name.isEmpty() ? say("title.national", title) : say("title.of", name, title);
    }

    /** Of which moment it is. */
    public String moment() {
        Summary.Stamp stamp = summary.stamp();
        LocalDate on = stamp.on();
        String moment = say("moment", exact(stamp.position()), time(stamp.recordedAt()));
        return on == null ? moment : say("moment.on", moment, on.toString());
    }

    /** The filters in words. */
    public String filters() {
        Summary.Heading heading = summary.heading();
        String scope = switch (heading.scope()) {
            case "UNIT" -> say("filter.unit", heading.name());
            case "CATEGORY" -> say("filter.category", heading.name());
            default -> say("filter.national");
        };
        return switch (heading.details()) {
            case "OWN" -> scope + say("filter.own", heading.own());
            case "NONE" -> scope + say("filter.none");
            default -> scope;
        };
    }

    /** The curve of a figure. */
    public String curve(Summary.Curve curve) {
        long last = curve.actual().isEmpty() ? 0 : curve.actual().getLast().amount();
        return Charts.curve(curve, exact(last), say("chart.plan", curve.plan().isEmpty()
                ? NONE
                : exact(curve.plan().getLast().amount())), say("chart.none"));
    }

    /** What the lines of the curves are; a plan is named only where one is drawn. */
    public String season() {
        return say(summary.curves().stream().allMatch(curve -> curve.plan().isEmpty())
                ? "season.note.unplanned"
                : "season.note");
    }

    /** The ranking of the units. */
    public String ranking() {
        List<String> words = new ArrayList<>();
        for (Summary.UnitLine unit : summary.units()) {
            words.add(share(unit.ratio()) + "  " + exact(eventsOf(unit)) + " / " + exact(unit.target()));
        }
        return Charts.ranking(summary.units(), words, say("ranking"));
    }

    private long eventsOf(Summary.UnitLine unit) {
        for (int i = 0; i < summary.figures().size(); i++) {
            if (summary.figures().get(i).metric().equals("events")) {
                return unit.amounts().get(i);
            }
        }
        return 0;
    }

    /** The funnels of the categories. */
    public String funnel() {
        return Charts.funnel(summary.categories(), summary.categories().stream().map(category -> exact(category
                .submitted()) + " → " + exact(category.recommended()) + " → " + exact(category.awarded())).toList(),
                say("categories"));
    }

    /** The code that leads to where the report can be verified. */
    public String code() {
        return QrPicture.of(summary.stamp().address());
    }

    /** The language, for {@code lang} attributes. */
    public String lang() {
        return language.tag();
    }
}
