package org.campaignledger.face;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.campaignledger.testing.DemoLedger;

/** The demo and the browsers that look at it. */
final class Face implements AutoCloseable {

    private static final String SIZE = "0.004";

    private final Chromium chromium;
    private final DemoLedger demo;
    private final List<Visitor> visitors = new ArrayList<>();
    private final Map<String, String> sessions = new HashMap<>();

    private Face(Chromium chromium, DemoLedger demo) {
        this.chromium = chromium;
        this.demo = demo;
    }

    static Face begin() {
        DemoLedger demo = DemoLedger.begin(SIZE);
        Chromium chromium = Chromium.start(Chromium.place().orElseThrow());
        return new Face(chromium, demo.whenPlayed());
    }

    /** A part of the running product itself. */
    <T> T bean(Class<T> type) {
        return demo.bean(type);
    }

    /** Address of a page. */
    String url(String path) {
        return demo.url(path);
    }

    /** Somebody with a browser of their own. */
    Visitor visitor(View view) {
        return visitor(view, true);
    }

    /** Somebody whose browser runs no scripts. */
    Visitor withoutScripts() {
        return visitor(View.DESKTOP, false);
    }

    /** Somebody at an office desk who is signed in. */
    Visitor signedIn(String account) {
        return signedIn(account, View.DESKTOP);
    }

    /** Somebody who is signed in, and whose browser runs no scripts. */
    Visitor signedInWithoutScripts(String account) {
        signedIn(account);
        return enter(new Browser.NewContextOptions().setStorageState(Objects.requireNonNull(sessions.get(account))),
                View.DESKTOP, false);
    }

    /** Somebody who is signed in; an account signs in once, since hashing a password is slow on purpose. */
    Visitor signedIn(String account, View view) {
        String known = sessions.get(account);
        Visitor visitor = known == null
                ? visitor(view)
                : enter(new Browser.NewContextOptions().setStorageState(known), view, true);
        if (known == null) {
            visitor.signsIn(account);
            sessions.put(account, visitor.state());
        }
        return visitor;
    }

    private Visitor visitor(View view, boolean scripts) {
        return enter(new Browser.NewContextOptions(), view, scripts);
    }

    private Visitor enter(Browser.NewContextOptions options, View view, boolean scripts) {
        BrowserContext context = chromium.browser().newContext(view.on(options).setJavaScriptEnabled(scripts)
                .setLocale("zh-CN").setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(10_000);
        Visitor visitor = new Visitor(this, context, view);
        visitors.add(visitor);
        return visitor;
    }

    /** Closes all windows; unless the test has failed already, tells what went wrong in any of them. */
    void everyoneLeaves(boolean failed) {
        List<String> troubles = new ArrayList<>();
        for (Visitor visitor : visitors) {
            troubles.addAll(visitor.troubles());
            visitor.leaves();
        }
        visitors.clear();
        if (!failed && !troubles.isEmpty()) {
            throw new AssertionError("The pages had troubles: " + String.join("\n", troubles));
        }
    }

    @Override
    public void close() {
        chromium.close();
        demo.close();
    }
}
