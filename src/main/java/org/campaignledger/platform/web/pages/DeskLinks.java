package org.campaignledger.platform.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.springframework.stereotype.Component;

/** The ways to the pages of records, works and corrections, for those who have them. */
@Component
class DeskLinks {

    private static final String HOME = "/desk";
    private static final List<String> AUDIT = List.of("/trail/", "/explain/", "/compare/");
    /** Pages of those who run the ledger, of the whole of it or of a campaign. */
    private static final List<String> RUNNING = List.of("/accounts", "/operations", "/campaigns/new", "/phases",
            "/close", "/sub-units", "/quotas", "/contacts");

    private final CampaignSource campaigns;
    private final CorrectionSource corrections;
    private final LedgerClock clock;

    DeskLinks(CampaignSource campaigns, CorrectionSource corrections, LedgerClock clock) {
        this.campaigns = campaigns;
        this.corrections = corrections;
        this.clock = clock;
    }

    List<PageFrame.DeskLink> of(Actor actor, HttpServletRequest request) {
        if (actor.role() == Role.PUBLIC || actor.role() == Role.SYSTEM) {
            return List.of();
        }
        String path = path(request);
        return campaign(request).map(face -> links(face, actor, path)).orElseGet(() -> actor.role() == Role.ADMIN
                ? List.of(new PageFrame.DeskLink("nav.admin", "/accounts", path.startsWith("/accounts"), 0))
                : List.of());
    }

    /** The campaign that a page is about, if there is any. */
    Optional<CampaignFace> campaign(HttpServletRequest request) {
        String path = path(request);
        List<CampaignFace> all = campaigns.campaigns();
        return looked(all, path, request).or(() -> CampaignFace.usual(all, clock.now()));
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** The campaign that is looked at, by the path or, on the desk and where one records, by what was asked for. */
    private static Optional<CampaignFace> looked(List<CampaignFace> all, String path, HttpServletRequest request) {
        String asked = path.equals(HOME) || path.equals("/record") ? request.getParameter("campaign") : null;
        return all.stream().filter(face -> face.id().equals(asked)
                || (path + "/").startsWith("/c/" + face.id() + "/")).findFirst();
    }

    private static PageFrame.DeskLink measures(String root, String path) {
        return new PageFrame.DeskLink("nav.measures", root + "/measures", path.startsWith(root + "/measures"), 0);
    }

    /** What waits, in the campaign that is looked at. */
    private PageFrame.DeskLink home(CampaignFace face, String path) {
        boolean usual = CampaignFace.usual(campaigns.campaigns(), clock.now()).filter(face::equals).isPresent();
        return new PageFrame.DeskLink("nav.today", usual ? HOME : HOME + "?campaign=" + face.id(), path.equals(HOME),
                0);
    }

    private static PageFrame.DeskLink imports(String root, String path) {
        return new PageFrame.DeskLink("nav.imports", root + "/imports", path.startsWith(root + "/imports"), 0);
    }

    private static PageFrame.DeskLink subscriptions(String root, String path) {
        return new PageFrame.DeskLink("nav.subscriptions", root + "/subscriptions",
                path.startsWith(root + "/subscriptions"), 0);
    }

    private List<PageFrame.DeskLink> links(CampaignFace face, Actor actor, String path) {
        String root = "/c/" + face.id();
        if (actor.role() == Role.JUDGE) {
            return List.of(home(face, path), new PageFrame.DeskLink("nav.judging", root + "/judging",
                    path.startsWith(root + "/judging"), 0));
        }
        PageFrame.DeskLink works = new PageFrame.DeskLink("nav.works", root + "/works",
                path.startsWith(root + "/works"), 0);
        if (actor.role() == Role.HOST) {
            String own = root + "/categories/" + actor.scope() + "/judging";
            return List.of(home(face, path), works, new PageFrame.DeskLink("nav.judging", own, path.equals(own), 0),
                    imports(root, path), measures(root, path), subscriptions(root, path));
        }
        boolean reporter = actor.role() == Role.REPORTER;
        List<PageFrame.DeskLink> links = new ArrayList<>(List.of(home(face, path), works,
                new PageFrame.DeskLink("nav.registers", root + "/registers/events",
                        path.startsWith(root + "/registers/"), 0),
                new PageFrame.DeskLink("nav.corrections", reporter ? root + "/corrections" : "/corrections",
                        path.startsWith("/corrections") || path.equals(root + "/corrections"),
                        actor.role() == Role.ADMIN ? corrections.undecided() : 0),
                new PageFrame.DeskLink("nav.duplicates", root + "/duplicates", path.equals(root + "/duplicates"), 0)));
        if (reporter) {
            links.add(imports(root, path));
            links.add(measures(root, path));
        } else {
            links.add(new PageFrame.DeskLink("nav.trail", root + "/trail", AUDIT.stream()
                    .anyMatch(page -> (path + "/").startsWith(root + page)), 0));
            links.add(new PageFrame.DeskLink("nav.log", root + "/sealed-log", path.equals(root + "/sealed-log"), 0));
            boolean running = RUNNING.stream().anyMatch(page -> path.equals(page) || path.startsWith(page + "/")
                    || path.equals(root + page))
                    || path.startsWith(root + "/categories/") && path.endsWith("/contacts");
            links.add(actor.role() == Role.ADMIN
                    ? new PageFrame.DeskLink("nav.admin", root + "/phases", running, 0)
                    : new PageFrame.DeskLink("nav.operations", "/operations", running, 0));
        }
        links.add(subscriptions(root, path));
        return links;
    }
}
