package org.campaignledger.face;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ScreenshotType;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.campaignledger.testing.DemoLedger;

/** Somebody with a browser: what they do, what they see, and what their browser complains about. */
final class Visitor {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private final Face face;
    private final BrowserContext context;
    private final View view;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();
    private boolean refusalsAreExpected;

    Visitor(Face face, BrowserContext context, View view) {
        this.face = face;
        this.context = context;
        this.view = view;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean refused = message.text().startsWith("Failed to load resource");
            if (message.type().equals("error") && !(refused && refusalsAreExpected)) {
                troubles.add(page.url() + " console: " + message.text());
            }
        });
        page.onPageError(error -> troubles.add(page.url() + " script: " + error));
    }

    /** The door will refuse something on purpose: a browser logs such answers as errors of their own. */
    Visitor meetsRefusals() {
        refusalsAreExpected = true;
        return this;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Opens a page, which is there. */
    Visitor opens(String path) {
        Response answer = page.navigate(face.url(path), new Page.NavigateOptions().setWaitUntil(
                WaitUntilState.LOAD));
        if (answer.status() >= 400) {
            throw new AssertionError(path + " answered " + answer.status());
        }
        return this;
    }

    /** Opens a page that is answered with this status, which a browser may log as an error of its own. */
    Visitor sees(String path, int status) {
        boolean before = refusalsAreExpected;
        refusalsAreExpected = before || status >= 400;
        Response answer = page.navigate(face.url(path), new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
        if (answer.status() != status) {
            throw new AssertionError(path + " answered " + answer.status());
        }
        page.waitForTimeout(status >= 400 ? 50 : 0);
        refusalsAreExpected = before;
        return this;
    }

    /** Looks at the page that is open through a window as wide as another screen, and makes it as wide as before. */
    Visitor narrowed(View screen, Consumer<Visitor> look) {
        page.setViewportSize(screen.width(), screen.height());
        // What is drawn by scripts follows a frame later.
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame("
                + "() => requestAnimationFrame(done))))");
        look.accept(this);
        page.setViewportSize(view.width(), view.height());
        return this;
    }

    /** Waits until the scripts of a page have drawn what they draw: no question to the server is open but streams. */
    Visitor settles() {
        page.waitForFunction("() => document.readyState === 'complete'");
        if (page.locator("#season-chart:visible").count() > 0) {
            page.locator("#season-chart canvas").waitFor();
        }
        page.waitForTimeout(80);
        return this;
    }

    Visitor signsIn(String account) {
        opens("/login");
        page.fill("input[name=username]", account);
        page.fill("input[name=password]", DemoLedger.PASSWORD);
        page.click("main form button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
        return this;
    }

    String state() {
        return context.storageState();
    }

    Locator at(String selector) {
        return page.locator(selector);
    }

    /** Nothing that reaches beyond the side of the screen: a page scrolls down, never sideways. */
    Visitor seesNothingCutOff() {
        int beyond = ((Number) page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue();
        if (beyond > 1) {
            throw new AssertionError(page.url() + " is " + beyond + " px wider than the screen");
        }
        return this;
    }

    /** No serious or critical finding of axe-core (WCAG 2.2 AA). */
    Visitor findsItAccessible() {
        List<Rule> serious = new AxeBuilder(page).setLegacyMode(true).withTags(List.of("wcag2a", "wcag2aa", "wcag21a",
                "wcag21aa",
                "wcag22aa")).analyze().getViolations().stream().filter(rule -> SERIOUS.contains(rule.getImpact()))
                .toList();
        if (!serious.isEmpty()) {
            throw new AssertionError(page.url() + " (" + view + "): " + serious.stream().map(rule -> rule.getId()
                    + " " + rule.getHelp() + " at " + rule.getNodes().stream().limit(4).map(node -> String.valueOf(node
                            .getTarget()) + " " + node.getFailureSummary()).toList()).toList());
        }
        return this;
    }

    /** Keeps a picture of the whole page. */
    Visitor keepsAPicture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(view == View.DESKTOP || view == View.PHONE)
                .setType(ScreenshotType.JPEG).setQuality(85)
                .setPath(PICTURES.resolve(name + "-" + view.word() + ".jpg")));
        return this;
    }

    List<String> troubles() {
        return troubles;
    }

    void leaves() {
        context.close();
    }
}
