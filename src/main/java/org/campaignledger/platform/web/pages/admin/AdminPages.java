package org.campaignledger.platform.web.pages.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.pages.DeskData;
import org.campaignledger.platform.web.pages.forms.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.JsonNode;

/** What the pages of this desk are made of. */
@Component
class AdminPages {

    static final String API = "/api/v1";

    private final Contract contract;
    private final DeskData desk;

    AdminPages(Contract contract, DeskData desk) {
        this.contract = contract;
        this.desk = desk;
    }

    Contract contract() {
        return contract;
    }

    DeskData desk() {
        return desk;
    }

    /** A campaign as the contract shows it; without one the page of what is not there. */
    JsonNode campaign(String id) {
        desk.campaign(id);
        return contract.get(API + "/campaigns/" + id);
    }

    /** An answer that knows of what was recorded from this page a moment ago. */
    JsonNode fresh(String path) {
        return contract.fresh(path);
    }

    /** The form that this page shows again; absent where it shows none. */
    static @Nullable Typed typed() {
        return request().getAttribute(Typed.NAME) instanceof Typed typed ? typed : null;
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) Objects.requireNonNull(RequestContextHolder.getRequestAttributes()))
                .getRequest();
    }

    /** A value as a query or a path holds it. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
