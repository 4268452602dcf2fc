package org.campaignledger.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Every page on a desk and on a phone, in both languages: drawn whole, accessible, and kept as a picture. */
@InTheBrowser
class EveryPageTest {

    /** Pages that no address leads to here, and why; a browser looks at the first three elsewhere. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "wall", "it has a screen of its own: isAccessibleOnEverySortOfScreen",
            "login-code", "stands between two steps of a sign-in: SecondFactorInTheBrowserTest",
            "exchange/import", "of a sheet that was sent: ImportInTheBrowserTest",
            "subscriptions/link", "its address comes by mail alone: drawn in tests at the door",
            "empty", "needs a ledger without any campaign: drawn by PagesRenderTest",
            "error", "what is none of the kinds of refusal: drawn by PagesRenderTest",
            "error/500", "a failure that nobody can ask for: drawn by PagesRenderTest");

    private final Face face;

    EveryPageTest(Face face) {
        this.face = face;
    }

    /** Whoever goes from page to page keeps their browser, and it keeps what it has fetched already. */
    @TestFactory
    Stream<DynamicTest> isDrawnWholeAndAccessible() {
        TheDemo demo = new TheDemo(face);
        DrawnTemplates drawn = DrawnTemplates.fromNow(face.bean(SpringTemplateEngine.class));
        Stream<DynamicTest> looks = Sight.all().collect(Collectors.groupingBy(sight -> Objects.requireNonNullElse(sight
                .who(), ""), LinkedHashMap::new, Collectors.toList())).values().stream().flatMap(own -> {
                    Visitor atADesk = visitor(own.getFirst(), View.DESKTOP);
                    Visitor onAPhone = visitor(own.getFirst(), View.PHONE);
                    return own.stream().map(sight -> dynamicTest(sight.name(), () -> {
                        looks(atADesk, sight, demo, "zh").findsItAccessible();
                        looks(atADesk, sight, demo, "en").narrowed(View.PHONE, narrow -> narrow.seesNothingCutOff()
                                .keepsAPicture(sight.name() + "-en-narrow"));
                        looks(onAPhone, sight, demo, "zh");
                        drawn.note();
                    }));
                });
        return Stream.concat(looks, Stream.of(dynamicTest("no page is left out", () -> {
            TreeSet<String> left = new TreeSet<>(DrawnTemplates.pages());
            left.removeAll(drawn.names());
            assertThat(left).as("pages that are no sight").isEqualTo(new TreeSet<>(ELSEWHERE.keySet()));
        })));
    }

    /** On a phone, in English, in the dark, and on a wall. */
    @Test
    void isAccessibleOnEverySortOfScreen() {
        face.signedIn(AccountOf.REPORTER, View.PHONE).opens("/record?lang=zh").settles().findsItAccessible();
        face.visitor(View.DESKTOP).opens("/c/2019?lang=en").settles().findsItAccessible();
        face.visitor(View.WALL).opens("/c/2019/wall").settles().findsItAccessible();
        face.visitor(View.WALL).opens("/c/2019/wall?lang=en").settles().seesNothingCutOff().findsItAccessible()
                .keepsAPicture("wall-en");
    }

    private Visitor visitor(Sight sight, View view) {
        String who = sight.who();
        return who == null ? face.visitor(view) : face.signedIn(who, view);
    }

    private static Visitor looks(Visitor visitor, Sight sight, TheDemo demo, String language) {
        String path = demo.fills(sight.path());
        visitor.sees(path + (path.contains("?") ? "&" : "?") + "lang=" + language, sight.status()).settles();
        assertThat(Objects.requireNonNull(visitor.page().content())).doesNotContain("??");
        return visitor.seesNothingCutOff().keepsAPicture(sight.name() + "-" + language);
    }
}
