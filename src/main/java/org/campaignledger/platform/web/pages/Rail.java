package org.campaignledger.platform.web.pages;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.campaignledger.platform.web.refusal.Language;

/**
 * The campaign's time as a rail: phases painted on it, a mark for the day that is shown.
 *
 * @param bands  the phases
 * @param months where each month begins
 * @param days   days from the first of the window to the last
 * @param day    the day that is shown, counted from the first
 * @param today  the last day that can be shown
 * @param mark   place of today on the rail
 * @param hint   place of the words that tell what the mark is for, clear of it
 */
record Rail(List<Band> bands, List<Month> months, long days, long day, long today, String mark, String hint) {

    /**
     * A phase on the rail.
     *
     * @param lane 0, or 1 where it runs beside an earlier one
     */
    record Band(String id, String name, String dates, String left, String width, int lane, boolean open) {}

    /** A month's beginning. */
    record Month(String name, String left) {}

    static Rail of(CampaignFace face, LocalDate shown, LocalDate today, Language language, PageTexts texts) {
        long days = ChronoUnit.DAYS.between(face.from(), face.to()) + 1;
        List<Band> bands = new ArrayList<>();
        LocalDate taken = LocalDate.MIN;
        for (CampaignFace.Phase phase : face.phases()) {
            long first = Math.max(0, ChronoUnit.DAYS.between(face.from(), phase.from()));
            long last = Math.min(days, ChronoUnit.DAYS.between(face.from(), phase.to()) + 1);
            int lane = phase.from().isAfter(taken) ? 0 : 1;
            taken = lane == 0 ? phase.to() : taken;
            bands.add(new Band(phase.id(), phase.name().in(language), phase.from() + " – " + phase.to(),
                    place(first, days), place(last - first, days), lane, phase.open()));
        }
        long at = clamp(ChronoUnit.DAYS.between(face.from(), today), days);
        return new Rail(bands, months(face, days, texts), days,
                clamp(ChronoUnit.DAYS.between(face.from(), shown), days), at, place(at, Math.max(1, days - 1)),
                4 * at < days ? "30%" : "1%");
    }

    private static List<Month> months(CampaignFace face, long days, PageTexts texts) {
        List<Month> months = new ArrayList<>();
        LocalDate month = face.from().withDayOfMonth(1);
        for (; !month.isAfter(face.to()); month = month.plusMonths(1)) {
            long day = ChronoUnit.DAYS.between(face.from(), month);
            if (day >= 0) {
                months.add(new Month(texts.get("js.month." + month.getMonthValue()), place(day, days)));
            }
        }
        return months;
    }

    private static long clamp(long day, long days) {
        return Math.clamp(day, 0, days - 1);
    }

    private static String place(long part, long whole) {
        return String.format(Locale.ROOT, "%.3f%%", 100.0 * part / whole);
    }
}
