package org.campaignledger.platform.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.proof.Alarms;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.pages.forms.ParkedForms;
import org.campaignledger.platform.web.pages.forms.Typed;
import org.campaignledger.platform.web.refusal.Language;
import org.campaignledger.platform.web.refusal.RequestLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Gives every page its frame: languages, campaigns, who is signed in. */
@ControllerAdvice(basePackageClasses = PageFrames.class)
class PageFrames {

    private final CampaignSource source;
    private final Alarms alarms;
    private final DeskLinks desk;
    private final ParkedForms parked;

    PageFrames(CampaignSource source, Alarms alarms, DeskLinks desk, ParkedForms parked) {
        this.parked = parked;
        this.source = source;
        this.alarms = alarms;
        this.desk = desk;
    }

    @ModelAttribute("frame")
    PageFrame frame(HttpServletRequest request, Locale locale) {
        Language language = PagesConfiguration.language(locale);
        Actor actor = CurrentActor.get();
        boolean signedIn = actor.role() != Role.PUBLIC;
        return new PageFrame(language.tag(),
                Arrays.stream(Language.values()).map(each -> link(request, each, each == language)).toList(),
                campaigns(language), signedIn ? actor.account() : null, "role." + actor.role(), scope(actor, language),
                desk.of(actor, request), desk.campaign(request).map(CampaignFace::id).orElse(null), here(request),
                address(request), UUID.randomUUID().toString(), alarms.position().orElse(null));
    }

    /** What was typed into a form that this page shows again, with what is wrong about it. */
    @ModelAttribute(Typed.NAME)
    @Nullable
    Typed typed(HttpServletRequest request, Locale locale) {
        if (request.getAttribute(Typed.NAME) instanceof Typed typed) {
            return typed;
        }
        Typed kept = parked.typed(request, PageTexts.in(PagesConfiguration.language(locale)).get("form.kept"));
        request.setAttribute(Typed.NAME, kept);
        return kept;
    }

    private static String here(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String query = ServletUriComponentsBuilder.fromRequest(request).replaceQueryParam("told")
                .replaceQueryParam("asked").replaceQueryParam("sent").replaceQueryParam(ParkedForms.AGAIN).build()
                .getQuery();
        return query == null ? path : path + "?" + query;
    }

    private static String address(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromRequest(request).replaceQueryParam("told").replaceQueryParam("asked")
                .replaceQueryParam(ParkedForms.AGAIN).build().toUriString();
    }

    private static PageFrame.LanguageLink link(HttpServletRequest request, Language language, boolean current) {
        String href = ServletUriComponentsBuilder.fromRequest(request).scheme(null).host(null).port(null)
                .replaceQueryParam(ParkedForms.AGAIN).replaceQueryParam(RequestLanguage.NAME, language.locale()
                        .getLanguage()).build().toUriString();
        return new PageFrame.LanguageLink(language.tag(), language == Language.EN ? "English" : "中文", href, current);
    }

    private List<PageFrame.CampaignLink> campaigns(Language language) {
        return source.campaigns().stream()
                .map(face -> new PageFrame.CampaignLink(face.id(), face.title().in(language))).toList();
    }

    private @Nullable String scope(Actor actor, Language language) {
        String scope = actor.scope();
        if (scope == null) {
            return null;
        }
        return source.campaigns().stream().map(face -> ScopeName.of(face, scope, language))
                .flatMap(Optional::stream).findFirst().orElse(scope);
    }
}
