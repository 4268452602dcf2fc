package org.campaignledger.seal.verify.event;

import java.io.IOException;
import java.io.InputStream;
import org.campaignledger.seal.verify.outcome.Verdict;

/** Where the postings are published by which figures are explained. Used by several threads at once. */
@FunctionalInterface
public interface PublishedPostings {

    /** The lines of the postings of a stretch of events. */
    InputStream postings(long first, long last) throws IOException, Verdict;
}
