package org.campaignledger.platform.duplicates;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.campaignledger.platform.rules.CampaignRules;

/** Records of one kind among which likely duplicates are looked for; implemented by the slice that records them. */
public interface ComparedRecords {

    /**
     * Records that are compared at most, those that were made last: several times what the plan asks of any kind, and no
     * more than is held in memory without harm.
     */
    int MOST = 100_000;

    /** The kind: the name of its register, in its path and as a projection. */
    String kind();

    /** Whether a record of the campaign was made or changed after this position, as far as the register has come. */
    boolean changedSince(String campaign, long position);

    /**
     * The records of the campaign that are in force: neither reversed nor merged into another, and readable; the last
     * {@link #MOST} of them. Called inside a read-only transaction, the snapshot of which it keeps to.
     */
    List<Compared> inForce(CampaignRules rules);

    /**
     * How likely two of them are one. Pure, and the same whichever is named first but for {@code declared-distinct}.
     *
     * @param earlier the one that was recorded first
     * @param later   the one that was recorded after it
     */
    Likeness likeness(Compared earlier, Compared later);

    /**
     * What may be shown of these records without personal data, by id and field, {@code unit} and {@code occurredOn}
     * among the fields; those that are no longer in force, or of whom the person was erased, are not in it.
     */
    Map<String, Map<String, Object>> shown(String campaign, Collection<String> recordIds);
}
