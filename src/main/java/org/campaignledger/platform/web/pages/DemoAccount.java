package org.campaignledger.platform.web.pages;

import org.jspecify.annotations.Nullable;

/**
 * An account of the demo season, shown on the sign-in page with its password.
 *
 * @param username what to type
 * @param password what to type below it
 * @param role     one of the roles, such as {@code REPORTER}
 * @param scope    unit or category; absent where the role has none
 * @param todo     what to do with it, in the language asked for
 */
public record DemoAccount(String username, String password, String role, @Nullable String scope, String todo) {}
