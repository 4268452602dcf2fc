package org.campaignledger.platform.web.pages.home;

import java.util.List;

/** The pages that a role works on, apart from those that stand at the top of every page. */
final class Ways {

    private Ways() {}

    static List<HomePage.Way> of(Looker looker) {
        HomePage.Way dashboard = new HomePage.Way("nav.home", looker.page(""));
        HomePage.Way compare = new HomePage.Way("home.way.compare", looker.page("/compare"));
        HomePage.Way measures = new HomePage.Way("home.way.measures", looker.page("/measures"));
        HomePage.Way report = new HomePage.Way("home.way.report", looker.page("/report"));
        return switch (looker.actor().role()) {
            case REPORTER -> List.of(dashboard, new HomePage.Way("home.way.categories", looker.page(
                    "/categories")), measures, report, compare);
            case HOST -> List.of(dashboard, new HomePage.Way("home.way.categories", looker.page("/categories")),
                    measures,
                    new HomePage.Way("home.way.showcase", looker.page("/showcase")));
            case JUDGE -> List.of(dashboard, new HomePage.Way("home.way.categories", looker.page(
                    "/categories")), new HomePage.Way("home.way.showcase", looker.page("/showcase")));
            case ADMIN -> List.of(dashboard, new HomePage.Way("home.way.quotas", looker.page("/quotas")),
                    new HomePage.Way("home.way.accounts", "/accounts"), measures, report, compare);
            case AUDITOR -> List.of(dashboard, compare, measures, report, new HomePage.Way("home.way.accounts",
                    "/accounts"));
            case PUBLIC, SYSTEM -> List.of(dashboard);
        };
    }
}
