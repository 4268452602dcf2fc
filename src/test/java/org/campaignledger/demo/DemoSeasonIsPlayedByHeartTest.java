package org.campaignledger.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.campaignledger.testing.Campaigns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is played: the same every time, with those who are ahead, those who are behind, and what is sent twice. */
class DemoSeasonIsPlayedByHeartTest {

    private static final List<DemoSeason.Unit> UNITS = Campaigns.of2019("2019").definition().units().stream()
            .map(unit -> new DemoSeason.Unit(unit.code(), (int) unit.events())).toList();

    private static List<DemoCommand> season(long seed, double size) {
        return new DemoSeason(new DemoProperties(seed, size, "any"), UNITS).play();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.002, 0.1, 1})
    void theSameSeedGivesTheSameSeason(double size) {
        assertThat(season(12_351, size)).isEqualTo(season(12_351, size)).isNotEqualTo(season(12_352, size));
    }

    @Test
    void someUnitsAreAheadOfTheirQuotaAndSomeAreBehind() {
        Map<String, Long> held = season(12_351, 1).stream().filter(command -> command.path().endsWith("/events")
                && command.expects() == 201).collect(Collectors.groupingBy(DemoCommand::account, Collectors
                        .counting()));
        assertThat(UNITS).anyMatch(unit -> held.getOrDefault(DemoSeason.reporterOf(unit.code()), 0L) > unit.events());
        assertThat(UNITS).anyMatch(unit -> held.getOrDefault(DemoSeason.reporterOf(unit.code()), 0L) < unit.events()
                * 0.8);
    }

    @Test
    void whatIsSentTwiceIsRefusedTheSecondTime() {
        List<DemoCommand> season = season(12_351, 1);
        List<DemoCommand> twice = season.stream().filter(command -> command.expects() == 409).toList();
        assertThat(twice).isNotEmpty().allSatisfy(again -> assertThat(season).anyMatch(first -> first.expects() == 201
                && first.body().equals(again.body()) && first.on().isBefore(again.on())));
    }

    @Test
    void everythingIsSentInTheSeasonOrInTheDaysOfGraceInItsOrderAndUnderAKeyOfItsOwn() {
        List<DemoCommand> season = season(12_351, 1);
        assertThat(season).extracting(DemoCommand::on).isSorted().allMatch(on -> !on.isBefore(LocalDate.of(2019, 5, 1))
                && on.isBefore(LocalDate.of(2019, 10, 11)));
        assertThat(season).extracting(DemoCommand::key).doesNotHaveDuplicates();
    }

    /** It belongs to the story, which is told whole however small the season is. */
    @Test
    void theBulletinStumblesOverOneEventOfTheStory() {
        assertThat(DemoAct.story()).filteredOn(act -> act.body().contains(DemoBulletin.CHOSEN) && act.post().endsWith(
                "/events")).singleElement().satisfies(act -> {
                    assertThat(act.count()).isEqualTo(1);
                    assertThat(Objects.requireNonNull(act.on())).isBefore(LocalDate.of(2019, 6, 1));
                });
    }
}
