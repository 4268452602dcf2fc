package org.campaignledger.entry.write;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.campaignledger.entry.events.Content;
import org.campaignledger.entry.events.Content.SubmitterKind;
import org.campaignledger.entry.events.Work;
import org.campaignledger.entry.model.Texts;
import org.campaignledger.kernel.Checks;
import org.campaignledger.platform.personaldata.APhoneNumber;
import org.campaignledger.platform.rules.CategoryRules;
import org.campaignledger.platform.works.WorkFacts;
import org.campaignledger.platform.works.Works;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads an entry from what was sent, by all the rules of its category, and finds everything that is wrong at once. */
@Component
class EntryReader {

    static final int MAX_NAME = 200;
    static final int MAX_TEXT = 10_000;
    static final int MAX_LINK = 2_000;
    static final int MAX_LINKS = 20;

    private final Works works;

    /**
     * Who sends an entry.
     *
     * @param account in whose name files have come in
     * @param before  the entry that is changed; absent where it is new
     */
    record Sender(String account, @Nullable Content before) {

        private @Nullable String platform() {
            return before == null ? null : before.platform();
        }
    }

    EntryReader(Works works) {
        this.works = works;
    }

    /**
     * What was sent, in normal form.
     *
     * @param category absent where there is none of that name: what depends on it is passed over
     * @param sender   who sends it
     * @return absent if something was wrong, and that was noted
     */
    @Nullable
    Texts read(EntryForm sent, @Nullable CategoryRules category, Sender sender, Checks checks) {
        EntryForm.Submitter submitter = sent.submitter();
        checks.required(submitter, "submitter");
        SubmitterKind kind = submitter == null ? null : submitter.kind();
        String name = null;
        String phone = null;
        if (submitter != null) {
            checks.required(kind, "submitter.kind");
            name = checks.text(submitter.name(), "submitter.name", MAX_NAME, true);
            phone = APhoneNumber.check(submitter.phone(), "submitter.phone", checks);
        }
        String title = checks.text(sent.title(), "title", MAX_NAME, true);
        String theme = checks.text(sent.theme(), "theme", MAX_NAME, false);
        boolean described = category != null && !category.work().needsFile();
        String description = checks.text(sent.description(), "description", MAX_TEXT, described);
        List<String> links = links(sent.links(), checks);
        String platform = checks.text(sent.platform(), "platform", MAX_NAME, false);
        String externalId = checks.text(sent.externalId(), "externalId", MAX_NAME, false);
        Work work = work(sent.work(), category, sender, checks);
        if (category != null) {
            platform = AWorkComesFromAPlatformOfItsHosts.check(category, platform, sender.platform(), checks);
            ACategoryForUnionsTakesNoIndividuals.check(category, kind, checks);
            checks.that(!category.work().media().equals("PLATFORM") || !links.isEmpty(), "links", "missing");
        }
        return checks.passed() && kind != null
                ? new Texts(kind, name, phone, title, theme, description, links, work, platform, externalId, false)
                : null;
    }

    private static List<String> links(@Nullable List<String> sent, Checks checks) {
        if (sent == null) {
            return List.of();
        }
        checks.that(sent.size() <= MAX_LINKS, "links", "too-many", Map.of("max", MAX_LINKS));
        List<String> links = new ArrayList<>();
        for (int i = 0; i < Math.min(sent.size(), MAX_LINKS); i++) {
            String link = checks.text(sent.get(i), "links[" + i + "]", MAX_LINK, true);
            checks.that(link == null || isLink(link), "links[" + i + "]", "invalid-link");
            if (link != null) {
                links.add(link);
            }
        }
        return links;
    }

    /** Links are shown to be followed, so only those of the web are taken. */
    private static boolean isLink(String text) {
        try {
            URI link = new URI(text);
            return ("http".equals(link.getScheme()) || "https".equals(link.getScheme())) && link.getHost() != null;
        } catch (URISyntaxException notALink) {
            return false;
        }
    }

    private @Nullable Work work(@Nullable String sent, @Nullable CategoryRules category, Sender sender,
            Checks checks) {
        String sha256 = checks.text(sent, "work", MAX_NAME, false);
        Optional<WorkFacts> facts = sha256 == null || !mayName(sender, sha256)
                ? Optional.empty()
                : works.claim(sha256);
        checks.that(sha256 == null || facts.isPresent(), "work", "unknown-work");
        Work work = facts.map(EntryReader::workOf).orElse(null);
        if (category != null) {
            TheWorkFitsItsCategory.check(category, sent != null, work, checks);
        }
        return work;
    }

    /** A file that somebody else has sent is as good as none, unless the entry names it already. */
    private boolean mayName(Sender sender, String sha256) {
        Content before = sender.before();
        return before != null && before.work() != null && before.work().sha256().equals(sha256)
                || works.isUploadedBy(sha256, sender.account());
    }

    private static Work workOf(WorkFacts facts) {
        return new Work(facts.sha256(), facts.mediaType(), facts.bytes(), facts.durationMillis(), facts.width(),
                facts.height(), facts.perceptualHash(),
                facts.isPicture() ? facts.camera() != null || facts.takenOn() != null : null);
    }
}
