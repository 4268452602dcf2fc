package org.campaignledger.platform.web.contract;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.campaignledger.kernel.Actor;
import org.campaignledger.platform.web.refusal.Language;
import org.campaignledger.platform.web.security.Accounts;
import org.campaignledger.platform.web.security.Login;
import org.campaignledger.platform.web.security.SignedIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Asks the contract where nobody makes a request: in the name of an account, as it stands at this moment. What works
 * beside the door so sees what its account would see, and nothing once it is disabled.
 */
@Component
public class ContractAs {

    private final Contract contract;
    private final Accounts accounts;
    private final ObjectProvider<ServletContext> servlets;

    ContractAs(Contract contract, Accounts accounts, ObjectProvider<ServletContext> servlets) {
        this.contract = contract;
        this.accounts = accounts;
        this.servlets = servlets;
    }

    /** What is done, and in whose name. */
    @FunctionalInterface
    public interface Doing {

        /** Does it. */
        void with(Contract contract, Actor actor);
    }

    /** What is asked for, and who asks. */
    @FunctionalInterface
    public interface Asking<T> {

        /** Asks. */
        T of(Contract contract, Actor actor);
    }

    /** Whether there is such an account, and it may sign in. */
    public boolean stands(String account) {
        return accounts.find(account).filter(login -> !login.disabled()).isPresent();
    }

    /**
     * Asks as an account. Not to be called from inside a request.
     *
     * @param language in which the contract answers
     * @return what was answered; empty if there is no such account, or it is disabled
     */
    public <T> Optional<T> ask(String account, Language language, Asking<T> asking) {
        return accounts.find(account).filter(login -> !login.disabled()).map(login -> as(login, language,
                actor -> asking.of(contract, actor)));
    }

    /** The same where nothing is to be answered; nothing is done if there is no such account, or it is disabled. */
    public void with(String account, Language language, Doing doing) {
        var _ = ask(account, language, (asked, actor) -> {
            doing.with(asked, actor);
            return true;
        });
    }

    private <T> T as(Login login, Language language, Function<Actor, T> asking) {
        SecurityContext before = SecurityContextHolder.getContext();
        RequestAttributes around = RequestContextHolder.getRequestAttributes();
        HttpServletRequest nobodys = BareExchange.request(language, servlets.getIfAvailable());
        HttpServletResponse nowhere = BareExchange.response();
        try {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(new SignedIn(login.actor(),
                    login.version()), null, List.of()));
            SecurityContextHolder.setContext(context);
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(nobodys, nowhere));
            return asking.apply(login.actor());
        } finally {
            SecurityContextHolder.setContext(before);
            RequestContextHolder.setRequestAttributes(around);
        }
    }
}
