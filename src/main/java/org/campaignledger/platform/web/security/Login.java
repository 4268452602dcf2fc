package org.campaignledger.platform.web.security;

import org.campaignledger.kernel.Actor;

/**
 * What the door knows of an account.
 *
 * @param actor    user name, role and scope
 * @param password the hash of its password
 * @param disabled whether it may no longer sign in
 * @param secondFactor whether a password alone does not sign in with it
 * @param version  grows with every change of the account; what was verified holds for one version only
 */
public record Login(Actor actor, PasswordHash password, boolean disabled, boolean secondFactor, long version) {}
