package org.campaignledger.face;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page to be looked at.
 *
 * @param name   of its picture
 * @param who    looks at it; nobody in particular where absent
 * @param path   its address; what stands in braces is asked of the demo
 * @param status with which it is answered
 */
record Sight(String name, @Nullable String who, String path, int status) {

    private static final int FOUND = 200;

    Sight(String name, @Nullable String who, String path) {
        this(name, who, path, FOUND);
    }

    @Override
    public String toString() {
        return name;
    }

    boolean isRefused() {
        return status != FOUND;
    }

    /** Every page of the product, those of one account together. */
    static Stream<Sight> all() {
        return Stream.of(everybodys(), reporters(), hosts(), judges(), admins(), auditors()).flatMap(each -> each);
    }

    private static Stream<Sight> everybodys() {
        return Stream.of(
                new Sight("dashboard", null, "/c/2019"),
                new Sight("dashboard-past", null, "/c/2019?on=2019-08-15"),
                new Sight("embed", null, "/c/2019?embed=1"),
                new Sight("season", null, "/c/2019/season"),
                new Sight("units", null, "/c/2019/units"),
                new Sight("login", null, "/login"),
                new Sight("styleguide", null, "/styleguide"),
                new Sight("categories", null, "/c/2019/categories"),
                new Sight("category", null, "/c/2019/categories/video"),
                new Sight("showcase", null, "/c/2019/showcase"),
                new Sight("submit", null, "/c/demo/submit"),
                new Sight("submit-form", null, "/c/demo/submit/photo"),
                new Sight("receipt", null, "/c/demo/receipt"),
                new Sight("sealed-log", null, "/c/2019/sealed-log"),
                new Sight("compare", null, "/c/2019/compare?from=100&to=300"),
                new Sight("not-there", null, "/c/1999/units", 404));
    }

    private static Stream<Sight> reporters() {
        String who = AccountOf.REPORTER;
        return Stream.of(
                new Sight("dashboard-unit", who, "/c/2019?unit=FJ"),
                new Sight("desk-reporter", who, "/desk"),
                new Sight("record", who, "/record"),
                new Sight("register", who, "/c/2019/registers/events"),
                new Sight("record-life", who, "/c/2019/registers/events/{event}"),
                new Sight("correct-many", who, "/c/2019/registers/events/correct"),
                new Sight("works", who, "/c/2019/works"),
                new Sight("work-new", who, "/c/demo/works/new"),
                new Sight("imports", who, "/c/2019/imports?kind=propagandists"),
                new Sight("measures", who, "/c/2019/measures"),
                new Sight("measure-new", who, "/c/demo/measures/new?requirement=THEME"),
                new Sight("duplicates", who, "/c/2019/duplicates"),
                new Sight("subscriptions", who, "/c/2019/subscriptions"),
                new Sight("subscription-new", who, "/c/2019/subscriptions/new/UNIT_BEHIND_PLAN"),
                new Sight("subscription", who, "/c/2019/subscriptions/{subscription}"),
                new Sight("corrections-own", who, "/c/2019/corrections"),
                new Sight("forbidden", who, "/accounts", 403));
    }

    private static Stream<Sight> hosts() {
        String who = AccountOf.HOST;
        return Stream.of(
                new Sight("desk-host", who, "/desk"),
                new Sight("judging-host", who, "/c/2019/categories/video/judging"),
                new Sight("judging-host-plain", who, "/c/2019/categories/video/judging?plain"));
    }

    private static Stream<Sight> judges() {
        String who = AccountOf.JUDGE;
        return Stream.of(
                new Sight("desk-judge", who, "/desk"),
                new Sight("judging-judge", who, "/c/2019/judging"),
                new Sight("judging-entry", who, "/c/2019/judging/{assigned}"));
    }

    private static Stream<Sight> admins() {
        String who = AccountOf.ADMIN;
        return Stream.of(
                new Sight("desk-admin", who, "/desk"),
                new Sight("phases", who, "/c/demo/phases"),
                new Sight("quotas", who, "/c/demo/quotas"),
                new Sight("sub-units", who, "/c/demo/sub-units"),
                new Sight("contacts", who, "/c/2019/categories/video/contacts"),
                new Sight("close", who, "/c/demo/close"),
                new Sight("accounts", who, "/accounts"),
                new Sight("account-new", who, "/accounts/open/REPORTER"),
                new Sight("account", who, "/accounts/demo-fj"),
                new Sight("tokens", who, "/accounts/demo-fj/tokens"),
                new Sight("password", who, "/accounts/admin/password"),
                new Sight("second-factor", who, "/accounts/admin/second-factor"),
                new Sight("operations", who, "/operations"),
                new Sight("corrections", who, "/corrections"),
                new Sight("correction", who, "/corrections/{correction}"),
                new Sight("correction-records", who, "/corrections/{correction}/records"),
                new Sight("reversal", who, "/c/2019/categories/video/judging/reversal"),
                new Sight("work", who, "/c/2019/works/{work}"),
                new Sight("person", who, "/propagandists/2019/{person}"),
                new Sight("campaign-new", who, "/campaigns/new"));
    }

    private static Stream<Sight> auditors() {
        String who = AccountOf.AUDITOR;
        return Stream.of(
                new Sight("account-own", who, "/accounts/demo-auditor"),
                new Sight("report", who, "/c/2019/report"),
                new Sight("desk-auditor", who, "/desk"),
                new Sight("trail", who, "/c/2019/trail"),
                new Sight("event", who, "/c/2019/trail/60"),
                new Sight("explain", who, "/c/2019/explain?metric=events&unit=FJ"));
    }
}
