package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.campaignledger.kernel.TokenAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.Authentication;

/**
 * What an API token is good for, of all that its account may do. What is for a person to do, no token does: looking
 * after accounts, passwords and tokens, deciding on what somebody else asked for, and what concerns the data of a person.
 */
final class WhatTokensDo {

    private static final DoorRow.Entry NONE = new DoorRow.Entry.Roles(Set.of());
    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** The rows for people alone. */
    static final List<DoorRow> IN_PERSON = List.of(
            DoorRow.of("POST", "/api/v1/accounts/**", NONE),
            DoorRow.of("GET", "/api/v1/accounts/{username}/tokens/**", NONE),
            // While it is begun, it shows the secret from which every later code follows.
            DoorRow.of("GET", "/api/v1/accounts/{username}/second-factor/**", NONE),
            DoorRow.of("GET", "/api/v1/accounts/{username}/sessions/**", NONE),
            DoorRow.of("POST", "/api/v1/corrections/{id}/approve", NONE),
            DoorRow.of("POST", "/api/v1/corrections/{id}/reject", NONE),
            DoorRow.of("POST", "/api/v1/personal-data/**", NONE));

    private WhatTokensDo() {}

    /** Whether this may be done; whoever brings no API token is not asked here. */
    static boolean allows(@Nullable Authentication authentication, HttpServletRequest request) {
        return !(authentication instanceof ByToken token)
                || allows(token.access(), request.getMethod(), Doorkeeper.path(request));
    }

    static boolean allows(TokenAccess access, String method, PathContainer path) {
        if (IN_PERSON.stream().anyMatch(row -> row.matches(method, path))) {
            return false;
        }
        return switch (access) {
            case READ -> READING.contains(method);
            case WRITE -> true;
        };
    }
}
