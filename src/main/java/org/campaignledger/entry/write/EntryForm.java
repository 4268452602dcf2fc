package org.campaignledger.entry.write;

import java.util.List;

import org.campaignledger.entry.events.Content.SubmitterKind;
import org.campaignledger.entry.model.Texts;
import org.campaignledger.platform.web.body.AnyCase;
import org.campaignledger.platform.web.body.CommandBody;
import org.jspecify.annotations.Nullable;

/** An entry as it is sent; in an amendment what is absent stays as it was. */
record EntryForm(
        @Nullable String category, @Nullable String unit, @Nullable Submitter submitter, @Nullable String title,
        @Nullable String theme, @Nullable String description, @Nullable String work, @Nullable List<String> links,
        @Nullable String platform, @Nullable String externalId) implements CommandBody {

    /** Who submits, as sent. */
    record Submitter(@AnyCase @Nullable SubmitterKind kind, @Nullable String name, @Nullable String phone) {

        /** Never shows who it is, wherever it may be printed. */
        @Override
        public String toString() {
            return "Submitter[***]";
        }
    }

    /** What was submitted, as it would have been sent. */
    static EntryForm of(String category, String unit, Texts texts) {
        return new EntryForm(category, unit, new Submitter(texts.kind(), texts.name(), texts.phone()), texts.title(),
                texts.theme(), texts.description(), texts.work() == null ? null : texts.work().sha256(),
                texts.links().isEmpty() ? null : texts.links(), texts.platform(), texts.externalId());
    }

    /** This with the other's values where the other has any. */
    EntryForm with(EntryForm other) {
        return new EntryForm(or(other.category, category), or(other.unit, unit), submitter(other.submitter),
                or(other.title, title), or(other.theme, theme), or(other.description, description),
                or(other.work, work), or(other.links, links), or(other.platform, platform),
                or(other.externalId, externalId));
    }

    /** The same as submitted on no platform of a host. */
    EntryForm ofNoPlatform() {
        return new EntryForm(category, unit, submitter, title, theme, description, work, links, null, null);
    }

    private @Nullable Submitter submitter(@Nullable Submitter other) {
        if (other == null || submitter == null) {
            return or(other, submitter);
        }
        return new Submitter(or(other.kind, submitter.kind), or(other.name, submitter.name),
                or(other.phone, submitter.phone));
    }

    private static <T> @Nullable T or(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }

    /** Never shows what an individual wrote, wherever it may be printed. */
    @Override
    public String toString() {
        return "EntryForm[" + category + "]";
    }
}
