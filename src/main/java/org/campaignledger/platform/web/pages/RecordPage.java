package org.campaignledger.platform.web.pages;

import java.time.LocalDate;
import java.util.List;

/**
 * The page on which a reporter records.
 *
 * @param campaign   id of the campaign
 * @param title      its name
 * @param unit       the account's unit or sub-unit
 * @param unitName   its name
 * @param choices    the unit and its parts; a single one where there is nothing to choose
 * @param from       first day that can be recorded
 * @param to         last day that can be recorded: today, or the window's last
 * @param day        the day preset in the forms
 * @param open       whether a phase is open in which recording goes on as a matter of course
 * @param channels   the channels of publicity
 * @param kind       which of the forms is open
 * @param scriptData what the scripts start from
 */
public record RecordPage(
        String campaign, String title, String unit, String unitName, List<Choice> choices, LocalDate from,
        LocalDate to, LocalDate day, boolean open, List<String> channels, String kind, String scriptData) {

    /** What can be recorded, by the name of its register. */
    static final List<String> KINDS = List.of("mobilizations", "propagandists", "events", "reach-reports");

    /** The same, as {@code th:each} wants it. */
    public List<String> kinds() {
        return KINDS;
    }

    /** The page that comes after a record of this kind. */
    public String done(String of) {
        return "/record?campaign=" + campaign + "&kind=" + of;
    }

    /** The channels of publicity (rule 10). */
    static final List<String> CHANNELS = List.of("WECHAT", "WEB", "WEIBO", "APP", "SHORT_VIDEO", "OFFLINE",
            "BROADCAST", "PRINT", "OTHER");

    /** A unit or a part of it. */
    public record Choice(String code, String name) {}
}
