package org.campaignledger.exchange.report.form;

import org.campaignledger.exchange.report.content.Summary;
import org.campaignledger.platform.web.refusal.Language;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The summing-up as a page to read and to print; well-formed, so that the PDF is set from it. */
@Component
public class HtmlForm {

    private final SpringTemplateEngine engine;

    /** Pages made with this engine. */
    public HtmlForm(SpringTemplateEngine engine) {
        this.engine = engine;
    }

    /** The page. */
    public String of(Summary summary, Language language) {
        Context context = new Context(language.locale());
        context.setVariable("report", summary);
        context.setVariable("show", new Shown(summary, language));
        return engine.process("report/summary", context);
    }
}
