package org.campaignledger.platform.correction;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * One kind of thing that can be corrected; its slice says what that would do. Pure but for reading: nothing is written
 * here, the correction slice writes what it is given.
 */
public interface Correctable {

    /** Path name of the register, such as {@code events}, or {@code targets}, {@code accounts} …; unique. */
    String kind();

    /** Whether this can be done to it. */
    boolean takes(CorrectionAction action);

    /** Those of these ids that are of this kind, as they stand now, by id. */
    Map<String, Standing> standing(Collection<String> ids);

    /** What is shown of it in an effect, by field; personal data only encrypted. */
    Map<String, Object> fields(Standing standing);

    /**
     * Changes as they may be kept in the ledger: checked, and personal data encrypted.
     *
     * @param changes by field, as sent; fields of fields as {@code person.phone} or nested
     * @throws Refused 400 or 422, each field below {@code changes.}
     */
    Map<String, Object> sealed(Standing standing, Map<String, Object> changes);

    /**
     * What writes the changes into the ledger.
     *
     * @throws Refused it would break a rule, or changes nothing
     */
    LedgerEvent amended(Standing standing, Map<String, Object> changes, Circumstances circumstances);

    /**
     * What takes it back.
     *
     * @param mergedInto the record that survives it, where it is merged into one
     * @throws Refused this kind is never taken back
     */
    LedgerEvent reversed(Standing standing, @Nullable String mergedInto, Circumstances circumstances);

    /** What is shown of it after that event; empty if nothing is left of it. */
    Map<String, Object> fieldsAfter(LedgerEvent event);

    /** Fields that are of a person, and can be changed of one record at a time only (rule 23). */
    default Set<String> personal() {
        return Set.of("person");
    }

    /** Whether records of other slices rest on these, and fall when they are reversed (rule 21). */
    default boolean carriesOthers() {
        return false;
    }

    /** The fields of an effect as this reader may see them (rule 24). */
    default Map<String, Object> shownTo(Actor reader, Map<String, Object> fields) {
        return fields;
    }

    /**
     * Adds to the append in which it is asked for.
     *
     * @param secret what may stand in no event, such as a password's hash
     */
    default void requested(String correction, Standing standing, @Nullable String secret) {}

    /** Adds to the append in which it takes effect. */
    default void applied(String correction, LedgerEvent event) {}

    /** Adds to the append in which it is decided otherwise. */
    default void dropped(String correction) {}
}
