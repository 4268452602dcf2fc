package org.campaignledger.seal.verify.outcome;

/** Why a verification does not end with "all holds". */
public abstract sealed class Verdict extends Exception permits Wrong, NotChecked {

    private static final long serialVersionUID = 1L;

    private final String message;

    Verdict(String message) {
        super(message);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
