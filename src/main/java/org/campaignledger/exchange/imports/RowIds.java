package org.campaignledger.exchange.imports;

import java.util.List;
import java.util.OptionalLong;
import org.campaignledger.platform.exchange.Importable;
import org.campaignledger.platform.personaldata.LedgerKeys;

/**
 * Ids of the records that a file becomes. They follow from the file and the row: the ledger takes an id once, so a row is
 * recorded once, however often its file is sent and wherever a run was broken off.
 */
sealed interface RowIds permits OpenRowIds, BlindRowIds {

    /**
     * Those of a file.
     *
     * @param asked      what was asked for with it
     * @param importable what its rows become
     * @param keys       of the ledger; all instances have the same
     */
    static RowIds of(ImportJob.Asked asked, Importable importable, LedgerKeys keys) {
        OpenRowIds open = new OpenRowIds(asked);
        return importable.isBlind() ? new BlindRowIds(asked, open, keys::naturalKeyOf) : open;
    }

    /** What names a file sent by an account into a campaign's register. */
    static String fileOf(ImportJob.Asked asked) {
        return String.join("\n", asked.actor().account(), asked.campaign(), asked.kind(), asked.digest());
    }

    /** The id of a row's record. */
    String of(long row);

    /** Every id under which a row may have been recorded: that of today first, then those of earlier releases. */
    List<String> allOf(long row);

    /** The row whose record has this id; empty if it is none of this file. */
    OptionalLong rowOf(String id);
}
