package org.campaignledger.progress;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;

import org.campaignledger.campaign.events.CampaignOpened;
import org.campaignledger.campaign.events.Definition;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The shipped definition of 2019. */
public final class Campaign2019 {

    /** The campaign's id. */
    public static final String ID = "2019";
    /** First day of its window. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2019, 5, 1);

    private Campaign2019() {}

    /** As shipped. */
    public static Definition definition() {
        try (InputStream yaml = Campaign2019.class.getResourceAsStream("/campaigns/2019.yaml")) {
            return YAMLMapper.builder().build().readValue(yaml, Definition.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its opening, under another id where several are needed. */
    public static CampaignOpened opened(String id) {
        return new CampaignOpened(id, withId(id, definition()), "digest", FIRST_DAY);
    }

    private static Definition withId(String id, Definition shipped) {
        Definition.Heading heading = shipped.campaign();
        return new Definition(new Definition.Heading(id, heading.notice(), heading.issuedOn(), heading.issuers(),
                heading.title(), heading.plan(), heading.window(), heading.timeZone()), shipped.phases(),
                shipped.targets(), shipped.units(), shipped.categories(), shipped.showcases(),
                shipped.requirements(), shipped.defaults());
    }
}
