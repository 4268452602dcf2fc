package org.campaignledger.platform.web.security;

import java.util.Set;

import org.campaignledger.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may come in at one place.
 *
 * @param method  GET (HEAD included), POST or PUT; absent for any
 * @param pattern the place
 * @param entry   who may come in
 */
record DoorRow(@Nullable String method, PathPattern pattern, Entry entry) {

    /** Whom a row lets in. */
    sealed interface Entry {

        /** Everyone, signed in or not. */
        record Everyone() implements Entry {}

        /** Nobody: there is nothing. */
        record Nobody() implements Entry {}

        /** Accounts of these roles; what they may see or do there is decided inside. */
        record Roles(Set<Role> roles) implements Entry {}
    }

    static DoorRow of(@Nullable String method, String pattern, Entry entry) {
        return new DoorRow(method, PathPatternParser.defaultInstance.parse(pattern), entry);
    }

    boolean matches(String asked, PathContainer path) {
        return (method == null || method.equals("HEAD".equals(asked) ? "GET" : asked)) && pattern.matches(path);
    }
}
