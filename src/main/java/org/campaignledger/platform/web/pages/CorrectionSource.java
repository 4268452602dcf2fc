package org.campaignledger.platform.web.pages;

import java.util.List;
import java.util.Map;

import org.campaignledger.platform.records.RegisterPage;
import org.campaignledger.platform.records.RegisterParameters;
import org.jspecify.annotations.Nullable;

/** Where the pages take corrections from, as the door answers them; implemented by the correction slice. */
public interface CorrectionSource {

    /**
     * A page of the register of corrections, newest first.
     *
     * @param campaign its campaign; absent for those of all, and of none
     * @param fields   values that {@code action}, {@code kind}, {@code maker} or {@code recordId} must have
     * @throws org.campaignledger.kernel.Refused 403, 404, 422
     */
    RegisterPage page(@Nullable String campaign, RegisterParameters parameters, Map<String, String> fields);

    /**
     * One correction with its effect, as {@code GET /corrections/{id}} answers it.
     *
     * @return something that Jackson writes as the contract's JSON
     * @throws org.campaignledger.kernel.Refused 404 there is none, or none that the account may know of
     */
    Object one(String id);

    /**
     * The ids of all its records.
     *
     * @throws org.campaignledger.kernel.Refused 404 there is none, or none that the account may know of
     */
    List<String> records(String id);

    /** How many corrections wait for a decision. */
    long undecided();
}
