package org.campaignledger.platform.rules;

import java.util.Optional;

import org.campaignledger.kernel.Violation;

/** Rule 9: figures are whole numbers from 0 up to the campaign's plausible bounds. */
public final class AFigureIsPlausible {

    private AFigureIsPlausible() {}

    /** Empty if the figure is not above the bound; that it is not below 0 is checked with its form. */
    public static Optional<Violation> check(String field, long figure, long bound) {
        return figure <= bound
                ? Optional.empty()
                : Optional.of(Violation.of(field, "implausible-figure", "max", bound));
    }
}
