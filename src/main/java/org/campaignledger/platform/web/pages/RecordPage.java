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
 * @param scriptData what the scripts start from
 */
public record RecordPage(
        String campaign, String title, String unit, String unitName, List<Choice> choices, LocalDate from,
        LocalDate to, LocalDate day, boolean open, List<String> channels, String scriptData) {

    /** The channels of publicity (rule 10). */
    static final List<String> CHANNELS = List.of("WECHAT", "WEB", "WEIBO", "APP", "SHORT_VIDEO", "OFFLINE",
            "BROADCAST", "PRINT", "OTHER");

    /** A unit or a part of it. */
    public record Choice(String code, String name) {}
}
