package org.campaignledger.account.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.testing.Categories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRulesTest {

    private static final List<CampaignRules> NONE_OPEN = List.of();
    private static final List<CampaignRules> ONE_OPEN = List.of(new CampaignRules("2019", 0, LocalDate.EPOCH,
            LocalDate.EPOCH, ZoneOffset.UTC, Map.of(), 0,
            Map.of("FJ", new CampaignRules.Unit("FJ", "FJ", "福建"), "FJ-XM", new CampaignRules.Unit("FJ-XM", "FJ",
                    "厦门")),
            new CampaignRules.Bounds(1, 1, 1), 7, Categories.of("video"), List.of("一等奖"), Map.of(), false));

    private final Checks checks = new Checks();

    @ParameterizedTest
    @ValueSource(strings = {"a", "Fu-Jian_1.x", "0", "...", "-", "Systems",
            "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl"})
    void aPlainNameIsTaken(String username) {
        AUsernameIsShortAndPlain.check(username, checks);
        assertThat(checks.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "福建", "a/b", "a:b", "a;b", "a\u0000", "é", ".", "..", "system", "SYSTEM",
            "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklm"})
    void aNameThatIsNoneIsRefused(String username) {
        AUsernameIsShortAndPlain.check(username, checks);
        assertThat(codes()).containsExactly("username invalid-code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"十二三五一计划启动", "correct horse", "aaaaaaab", "Tr0ub4dor&3"})
    void aLongEnoughPasswordIsTakenWhateverItsCharacters(String password) {
        APasswordIsNotGuessedAtOnce.check(password, "anna", checks);
        assertThat(checks.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "十二三五一计划", "😀😀😀😀", "password", "PassWord123", "12345678", "aaaaaaaa",
            "annaannaanna", "AnnaAnnaAnna"})
    void aPasswordThatIsGuessedAtOnceIsRefused(String password) {
        APasswordIsNotGuessedAtOnce.check(password, "annaannaanna", checks);
        assertThat(checks.violations()).containsExactly(Violation.of("password", "weak-password", "min", 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P@ssw0rd!", "Welcome2019", "qwerty12345", "zhongguo2019", "11222woaini", "adm1n!!!!",
            "sunshine1", "ｐａｓｓｗｏｒｄ"})
    void aCommonWordWithSomethingAroundItIsRefused(String password) {
        APasswordIsNotGuessedAtOnce.check(password, "anna", checks);
        assertThat(codes()).containsExactly("password weak-password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcabcabc", "ababababab", "qwertyui", "poiuytre", "23456789012", "zyxwvuts", "十二十二十二十二"})
    void aPatternIsRefused(String password) {
        APasswordIsNotGuessedAtOnce.check(password, "anna", checks);
        assertThat(codes()).containsExactly("password password-is-a-pattern");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fujian-2019", "2019FUJIAN!", "ledger-2019", "campaign-fujian-19", "活动台账2019!!"})
    void aPasswordOfNamesIsRefused(String password) {
        APasswordIsNotGuessedAtOnce.check(password, "fujian", checks);
        assertThat(codes()).containsExactly("password password-has-name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fujian likes green tea", " with spaces ", "a ledger in the harbour",
            "2019-07-31-love-1812",
            "😀🚲🌧🏮🎏🪁🧭🧶", "sunshine over the harbour", "Ω≈ç√∫˜µ≤≥"})
    void aNameOrAWordInSomethingLongerIsTaken(String password) {
        APasswordIsNotGuessedAtOnce.check(password, "fujian", checks);
        assertThat(checks.violations()).isEmpty();
    }

    @Test
    void aPasswordMayBeLong() {
        APasswordIsNotGuessedAtOnce.check("a harbour, ".repeat(18), "anna", checks);
        assertThat(checks.violations()).isEmpty();
    }

    /** OWASP ASVS 6.2.4 wants 3,000 of those that the rules on length would let pass. */
    @Test
    void thePasswordsThatAreChosenMostOftenAreRefused() {
        List<String> taken = MostChosenPasswords.all().stream().filter(each -> {
            Checks judged = new Checks();
            APasswordIsNotGuessedAtOnce.check(each, "anna", judged);
            return judged.passed();
        }).toList();
        assertThat(taken).isEmpty();
        assertThat(MostChosenPasswords.all()).hasSizeGreaterThan(3_000).allMatch(each -> each.length() >= 8);
        APasswordIsNotGuessedAtOnce.check("BlueRose", "anna", checks);
        assertThat(codes()).containsExactly("password weak-password");
    }

    @Test
    void whoIsNotTheHolderEnrolsNothing() {
        Actor anna = new Actor("anna", Role.ADMIN, null, null);
        OnlyItsHolderEnrols.check("anna", anna);
        assertThatThrownBy(() -> OnlyItsHolderEnrols.check("bert", anna))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("wrong-role"));
    }

    @Test
    void nobodyResetsTheirOwnSecondFactor() {
        Actor anna = new Actor("anna", Role.ADMIN, null, null);
        NobodyResetsTheirOwnSecondFactor.check("bert", anna);
        assertThatThrownBy(() -> NobodyResetsTheirOwnSecondFactor.check("anna", anna)).isInstanceOfSatisfying(
                Refused.class, refused -> assertThat(refused.code()).isEqualTo("own-second-factor"));
    }

    @Test
    void aPasswordHasAnEnd() {
        APasswordIsNotGuessedAtOnce.check("ab".repeat(101), "anna", checks);
        assertThat(codes()).containsExactly("password too-long");
    }

    @ParameterizedTest
    @CsvSource({"REPORTER,FJ,", "REPORTER,FJ-XM,", "JUDGE,FJ,", "HOST,video,", "HOST,video,FJ", "ADMIN,,", "AUDITOR,,"})
    void aScopeThatFitsIsTaken(Role role, @Nullable String scope, @Nullable String unit) {
        AScopeFitsItsRole.check(role, scope, unit, ONE_OPEN, checks);
        assertThat(checks.violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"REPORTER,,,scope scope-needed", "JUDGE,,,scope scope-needed", "HOST,,,scope scope-needed",
            "REPORTER,XX,,scope unknown-scope", "REPORTER,video,,scope unknown-scope", "HOST,FJ,,scope unknown-scope",
            "HOST,video,XX,unit unknown-scope", "REPORTER,FJ,FJ,unit scope-not-taken",
            "ADMIN,FJ,,scope scope-not-taken",
            "AUDITOR,,FJ,unit scope-not-taken"})
    void aScopeThatDoesNotFitIsRefused(Role role, @Nullable String scope, @Nullable String unit, String refusal) {
        AScopeFitsItsRole.check(role, scope, unit, ONE_OPEN, checks);
        assertThat(codes()).containsExactly(refusal);
    }

    @ParameterizedTest
    @CsvSource({"F,scope invalid-code", "F J,scope invalid-code", "ANY-CODE-1,"})
    void beforeTheFirstCampaignAnyCodeWillDo(String scope, @Nullable String refusal) {
        AScopeFitsItsRole.check(Role.REPORTER, scope, null, NONE_OPEN, checks);
        assertThat(codes()).isEqualTo(refusal == null ? List.of() : List.of(refusal));
    }

    @Test
    void twoAdminsRemainWhateverIsDisabled() {
        AdminAccount anna = new AdminAccount("anna", 3);
        AdminAccount bert = new AdminAccount("bert", 0);
        AdminAccount carl = new AdminAccount("carl", 1);

        assertThat(TwoAdminsRemain.check("bert", List.of(anna, bert, carl))).containsExactly(anna, carl);
        assertThatThrownBy(() -> TwoAdminsRemain.check("bert", List.of(anna, bert)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("last-admins"));
        assertThatThrownBy(() -> TwoAdminsRemain.check("bert", List.of(anna)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("last-admins"));
    }

    @Test
    void whoIsNeitherHolderNorAdminLearnsNothingOfAnAccount() {
        Actor anna = new Actor("anna", Role.REPORTER, "FJ", null);
        OnlyTheHolderOrAnAdminSetsAPassword.check("anna", anna);
        OnlyTheHolderOrAnAdminSetsAPassword.check("bert", new Actor("carl", Role.ADMIN, null, null));
        assertThatThrownBy(() -> OnlyTheHolderOrAnAdminSetsAPassword.check("Anna", anna))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("wrong-role"));
    }

    private List<String> codes() {
        return checks.violations().stream().map(violation -> violation.field() + " " + violation.code()).toList();
    }
}
