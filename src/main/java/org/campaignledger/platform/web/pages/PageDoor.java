package org.campaignledger.platform.web.pages;

import java.util.List;
import java.util.function.Supplier;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.door.CurrentActor;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.server.ResponseStatusException;

/** Who may open the pages of records and corrections; what the door refuses becomes the page that says so. */
public final class PageDoor {

    private static final List<Role> READERS = List.of(Role.REPORTER, Role.ADMIN, Role.AUDITOR);

    private PageDoor() {}

    static boolean reads(Role role) {
        return READERS.contains(role);
    }

    /** Whoever is signed in and reads registers; everyone else is sent to sign in, or told that they may not. */
    static Actor reader() {
        Actor actor = CurrentActor.get();
        if (!reads(actor.role())) {
            throw new AccessDeniedException("the role " + actor.role() + " has no registers");
        }
        return actor;
    }

    /** What the door answers; not found and forbidden become pages, anything else that is refused is passed on. */
    public static <T> T open(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (Refused refused) {
            throw switch (refused.kind()) {
                case NOT_FOUND -> notFound();
                case FORBIDDEN -> new AccessDeniedException(refused.code());
                default -> refused;
            };
        }
    }

    /**
     * Whoever is signed in with one of these roles; everyone else is sent to sign in, or told that they may not.
     *
     * @throws AccessDeniedException another role, or nobody
     */
    public static Actor of(Role... roles) {
        Actor actor = CurrentActor.get();
        if (!List.of(roles).contains(actor.role())) {
            throw new AccessDeniedException("this page is not for the role " + actor.role());
        }
        return actor;
    }

    /** What becomes the page of what is not there. */
    public static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
