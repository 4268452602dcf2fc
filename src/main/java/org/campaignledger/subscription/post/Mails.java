package org.campaignledger.subscription.post;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.campaignledger.subscription.SubscriptionProperties;
import org.campaignledger.subscription.store.Delivery;
import org.campaignledger.subscription.store.Secrets;
import org.campaignledger.subscription.store.Subscription;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Sends mails, where that is switched on: as text and as plain HTML, with the way to end them in one click (RFC 8058).
 */
@Component
class Mails {

    private final ObjectProvider<JavaMailSender> sender;
    private final SubscriptionProperties.Mail properties;
    private final MailTexts texts;

    Mails(ObjectProvider<JavaMailSender> sender, SubscriptionProperties properties, MailTexts texts) {
        this.sender = sender;
        this.properties = properties.mail();
        this.texts = texts;
    }

    /** Whether mails can be sent: switched on, with a server. */
    boolean works() {
        return properties.works() && sender.getIfAvailable() != null;
    }

    /** One attempt. */
    Outcome send(Subscription subscription, Delivery delivery, Secrets secrets) {
        JavaMailSender server = sender.getIfAvailable();
        if (!properties.works() || server == null) {
            return Outcome.failed("mail-is-off");
        }
        try {
            server.send(message(server.createMimeMessage(), subscription, delivery, secrets));
            return Outcome.sent(null);
        } catch (MailAuthenticationException refused) {
            return Outcome.failed("mail-sign-in");
        } catch (MailException | MessagingException failed) {
            // Its message may hold the address.
            return Outcome.failed("mail-failed");
        }
    }

    private MimeMessage message(MimeMessage message, Subscription subscription, Delivery delivery, Secrets secrets)
            throws MessagingException {
        String link = properties.linksTo().replaceAll("/+$", "") + "/subscriptions/"
                + Objects.requireNonNull(secrets.link());
        MailTexts.Text text = texts.of(subscription, delivery, link, properties.linksTo());
        MimeMessageHelper helper = new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED,
                StandardCharsets.UTF_8.name());
        helper.setFrom(properties.from());
        helper.setTo(secrets.address());
        // A title of a campaign is a text of people: what would end the line ends nothing.
        helper.setSubject(text.subject().replaceAll("[\\p{Cntrl}]+", " "));
        helper.setText(text.plain(), text.html());
        message.setHeader("Message-ID", "<" + delivery.id() + "@campaign-ledger>");
        message.setHeader("Ledger-Delivery", delivery.id());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", subscription.language().tag());
        message.setHeader("List-Unsubscribe", "<" + link + "/cancel>");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return message;
    }
}
