package org.campaignledger.kernel;

import org.jspecify.annotations.Nullable;

/**
 * What an event that takes effect through a correction says of it: which event it corrects, why, and who asked
 * (rule 18). Who decided is the actor of the event itself.
 *
 * @param correction  id of the correction
 * @param corrects    position of the event that recorded what is corrected; absent for targets, allocations, bounds and
 *                    accounts, which are revised and not recorded
 * @param reasonCode  one of the closed list, such as {@code wrong-figure}
 * @param reason      in the words of who asked
 * @param requestedBy the account that asked
 */
public record CorrectionMark(
        String correction, @Nullable Long corrects, String reasonCode, String reason, String requestedBy) {}
