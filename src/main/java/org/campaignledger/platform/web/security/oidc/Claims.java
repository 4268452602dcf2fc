package org.campaignledger.platform.web.security.oidc;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.security.NotVouchedFor;
import org.jspecify.annotations.Nullable;

/** Reads the claims of an issuer as configured. What stands for two roles or two scopes stands for none. */
final class Claims {

    private final OidcSettings settings;

    Claims(OidcSettings settings) {
        this.settings = settings;
    }

    /**
     * Whom they vouch for.
     *
     * @throws NotVouchedFor {@code oidc-no-role}: they are ambiguous
     */
    VouchedFor read(Map<String, Object> claims) {
        return new VouchedFor(settings.issuer(), Objects.requireNonNullElse(one(claims, "sub"), ""),
                Objects.requireNonNullElse(one(claims, settings.username()), ""), role(claims),
                one(claims, settings.scope()), one(claims, settings.unit()));
    }

    private @Nullable Role role(Map<String, Object> claims) {
        Set<Role> found = EnumSet.noneOf(Role.class);
        for (String value : values(at(claims, settings.role()))) {
            Role role = settings.roles().get(value);
            if (role != null) {
                found.add(role);
            }
        }
        if (found.size() > 1) {
            throw new NotVouchedFor("oidc-no-role");
        }
        return found.isEmpty() ? null : found.iterator().next();
    }

    private static @Nullable String one(Map<String, Object> claims, String path) {
        List<String> values = values(at(claims, path));
        if (values.size() > 1) {
            throw new NotVouchedFor("oidc-no-role");
        }
        return values.isEmpty() || values.getFirst().isBlank() ? null : values.getFirst();
    }

    private static List<String> values(@Nullable Object claim) {
        return switch (claim) {
            case null -> List.of();
            case Collection<?> several -> several.stream().map(String::valueOf).toList();
            default -> List.of(claim.toString());
        };
    }

    /** The claim of this name, or else the one that its steps lead to, such as {@code realm_access.roles}. */
    private static @Nullable Object at(Map<?, ?> claims, String path) {
        Object whole = claims.get(path);
        int step = path.indexOf('.');
        if (whole != null || step < 0) {
            return whole;
        }
        return claims.get(path.substring(0, step)) instanceof Map<?, ?> inner
                ? at(inner, path.substring(step + 1))
                : null;
    }
}
