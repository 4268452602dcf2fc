package org.campaignledger.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every page on a desk and on a phone, in both languages: drawn whole, accessible, and kept as a picture. */
@InTheBrowser
class EveryPageTest {

    private final Face face;

    EveryPageTest(Face face) {
        this.face = face;
    }

    /**
     * A page.
     *
     * @param name of its picture
     * @param who  looks at it; nobody in particular where absent
     * @param path its address; what stands in braces is asked of the demo
     */
    record Sight(String name, @Nullable String who, String path) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sight> pages() {
        return Stream.of(
                new Sight("dashboard", null, "/c/2019"),
                new Sight("dashboard-past", null, "/c/2019?on=2019-08-15"),
                new Sight("dashboard-unit", AccountOf.REPORTER, "/c/2019?unit=FJ"),
                new Sight("units", null, "/c/2019/units"),
                new Sight("login", null, "/login"),
                new Sight("styleguide", null, "/styleguide"),
                new Sight("categories", null, "/c/2019/categories"),
                new Sight("category", null, "/c/2019/categories/video"),
                new Sight("showcase", null, "/c/2019/showcase"),
                new Sight("submit", null, "/c/demo/submit"),
                new Sight("sealed-log", null, "/c/2019/sealed-log"),
                new Sight("compare", null, "/c/2019/compare?from=100&to=300"),
                new Sight("desk-reporter", AccountOf.REPORTER, "/desk"),
                new Sight("record", AccountOf.REPORTER, "/record"),
                new Sight("register", AccountOf.REPORTER, "/c/2019/registers/events"),
                new Sight("works", AccountOf.REPORTER, "/c/2019/works"),
                new Sight("imports", AccountOf.REPORTER, "/c/2019/imports?kind=propagandists"),
                new Sight("measures", AccountOf.REPORTER, "/c/2019/measures"),
                new Sight("report", AccountOf.AUDITOR, "/c/2019/report"),
                new Sight("duplicates", AccountOf.REPORTER, "/c/2019/duplicates"),
                new Sight("corrections-own", AccountOf.REPORTER, "/c/2019/corrections"),
                new Sight("desk-host", AccountOf.HOST, "/desk"),
                new Sight("judging-host", AccountOf.HOST, "/c/2019/categories/video/judging"),
                new Sight("desk-judge", AccountOf.JUDGE, "/desk"),
                new Sight("judging-judge", AccountOf.JUDGE, "/c/2019/judging"),
                new Sight("desk-admin", AccountOf.ADMIN, "/desk"),
                new Sight("phases", AccountOf.ADMIN, "/c/demo/phases"),
                new Sight("quotas", AccountOf.ADMIN, "/c/demo/quotas"),
                new Sight("accounts", AccountOf.ADMIN, "/accounts"),
                new Sight("account-new", AccountOf.ADMIN, "/accounts/open/REPORTER"),
                new Sight("account-own", AccountOf.AUDITOR, "/accounts/demo-auditor"),
                new Sight("second-factor", AccountOf.ADMIN, "/accounts/admin/second-factor"),
                new Sight("operations", AccountOf.ADMIN, "/operations"),
                new Sight("corrections", AccountOf.ADMIN, "/corrections"),
                new Sight("campaign-new", AccountOf.ADMIN, "/campaigns/new"),
                new Sight("desk-auditor", AccountOf.AUDITOR, "/desk"),
                new Sight("trail", AccountOf.AUDITOR, "/c/2019/trail"),
                new Sight("event", AccountOf.AUDITOR, "/c/2019/trail/60"),
                new Sight("explain", AccountOf.AUDITOR, "/c/2019/explain?metric=events&unit=FJ"));
    }

    /** Whoever goes from page to page keeps their browser, and it keeps what it has fetched already. */
    @TestFactory
    Stream<DynamicTest> isDrawnWholeAndAccessible() {
        return pages().collect(Collectors.groupingBy(sight -> Objects.requireNonNullElse(sight.who(), ""),
                LinkedHashMap::new, Collectors.toList())).values().stream().flatMap(own -> {
                    Visitor atADesk = visitor(own.getFirst(), View.DESKTOP);
                    Visitor onAPhone = visitor(own.getFirst(), View.PHONE);
                    return own.stream().map(sight -> dynamicTest(sight.name(), () -> {
                        looks(atADesk, sight, "zh").findsItAccessible();
                        looks(atADesk, sight, "en");
                        looks(onAPhone, sight, "zh");
                    }));
                });
    }

    /** On a phone, in English, and in the dark. */
    @Test
    void isAccessibleOnEverySortOfScreen() {
        face.signedIn(AccountOf.REPORTER, View.PHONE).opens("/record?lang=zh").settles().findsItAccessible();
        face.visitor(View.DESKTOP).opens("/c/2019?lang=en").settles().findsItAccessible();
        face.visitor(View.WALL).opens("/c/2019/wall").settles().findsItAccessible();
    }

    private Visitor visitor(Sight sight, View view) {
        String who = sight.who();
        return who == null ? face.visitor(view) : face.signedIn(who, view);
    }

    private static Visitor looks(Visitor visitor, Sight sight, String language) {
        visitor.opens(sight.path() + (sight.path().contains("?") ? "&" : "?") + "lang=" + language).settles();
        assertThat(Objects.requireNonNull(visitor.page().content())).doesNotContain("??");
        return visitor.seesNothingCutOff().keepsAPicture(sight.name() + "-" + language);
    }
}
