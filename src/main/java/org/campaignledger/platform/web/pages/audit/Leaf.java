package org.campaignledger.platform.web.pages.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash under which an entry stands in the tree (docs/sealed-log.md, "Tree"). */
final class Leaf {

    private Leaf() {}

    /** SHA-256 over a zero byte and the entry: 32 bytes. */
    static byte[] hash(byte[] entry) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((byte) 0);
            return sha256.digest(entry);
        } catch (NoSuchAlgorithmException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }
}
