package org.campaignledger.subscription.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DigestDayTest {

    private final DigestDay monday = new DigestDay(DayOfWeek.MONDAY, 8, ZoneId.of("Asia/Shanghai"));

    private static Instant at(String time) {
        return Instant.parse(time);
    }

    @Test
    void itIsDueAtItsHourInTheCampaignsZone() {
        assertThat(monday.lastDue(at("2019-06-03T00:00:00Z"))).isEqualTo(at("2019-06-03T00:00:00Z"));
        assertThat(monday.lastDue(at("2019-06-02T23:59:59Z"))).isEqualTo(at("2019-05-27T00:00:00Z"));
        assertThat(monday.lastDue(at("2019-06-09T12:00:00Z"))).isEqualTo(at("2019-06-03T00:00:00Z"));
        assertThat(monday.before(at("2019-06-03T00:00:00Z"))).isEqualTo(at("2019-05-27T00:00:00Z"));
    }

    @Test
    void aWeekIsOneOfTheCalendarWhereClocksChange() {
        DigestDay there = new DigestDay(DayOfWeek.MONDAY, 8, ZoneId.of("Europe/Paris"));
        Instant due = there.lastDue(at("2019-04-01T06:00:00Z"));
        assertThat(due).isEqualTo(at("2019-04-01T06:00:00Z"));
        assertThat(Duration.between(there.before(due), due)).hasHours(167);
    }
}
