package org.campaignledger.platform.web.body;

/**
 * Marks a record that is read strictly from a JSON body (see {@link StrictBinder} for what its components may be).
 *
 * <p>Declare every component {@code @Nullable}, and no primitives: what is missing then arrives as {@code null} and is
 * reported by {@link org.campaignledger.kernel.Checks}, together with the rules of the domain. A component that is not
 * {@code @Nullable} is refused as {@code missing} (422) before the endpoint is reached, and thus alone.
 */
public interface CommandBody {}
