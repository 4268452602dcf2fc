package org.campaignledger.showcase.read;

import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The showcase for other sites to take over: an Atom feed (RFC 4287) and a JSON feed (JSON Feed 1.1), newest first, each
 * work with its award and the way to its proof.
 */
@RestController
class ShowcaseFeeds {

    private static final int MOST = 500;
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final CacheControl KEPT = CacheControl.maxAge(java.time.Duration.ofSeconds(30)).cachePublic();

    private final ShowcaseQuery query;
    private final CampaignRulesSource rules;

    ShowcaseFeeds(ShowcaseQuery query, CampaignRulesSource rules) {
        this.query = query;
        this.rules = rules;
    }

    /** A feed of works. */
    @GetMapping(path = "/c/{campaign}/showcase.json", produces = "application/feed+json")
    ResponseEntity<Map<String, Object>> json(@PathVariable String campaign) {
        CampaignRules known = rules.rules(campaign);
        String base = base();
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", title(known));
        feed.put("home_page_url", page(base, campaign));
        feed.put("feed_url", base + "/c/" + campaign + "/showcase.json");
        feed.put("language", "zh-CN");
        feed.put("items", newest(known).stream().map(work -> item(known, work, base)).toList());
        return ResponseEntity.ok().cacheControl(KEPT).contentType(MediaType.parseMediaType("application/feed+json"))
                .body(feed);
    }

    private static Map<String, Object> item(CampaignRules known, Shown work, String base) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", urn(known, work));
        item.put("url", link(base, known, work));
        item.put("title", work.title());
        item.put("content_text", summary(known, work));
        item.put("date_modified", told(known, work));
        item.put("tags", tags(known, work));
        Shown.File file = work.work();
        if (file != null) {
            if (file.thumbnail() != null) {
                item.put("image", base + file.thumbnail());
            }
            item.put("attachments", List.of(Map.of("url", base + file.href(), "mime_type",
                    file.thumbnail() == null ? file.mediaType() : "image/jpeg")));
        }
        Shown.Award award = work.award();
        if (award != null) {
            item.put("_ledger", Map.of("award", award, "proof", base + "/log/proof/" + award.position()));
        }
        return item;
    }

    /** The same as Atom. */
    @GetMapping(path = "/c/{campaign}/showcase.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    ResponseEntity<String> atom(@PathVariable String campaign) throws XMLStreamException {
        CampaignRules known = rules.rules(campaign);
        String base = base();
        List<Shown> works = newest(known);
        StringWriter text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml:lang", "zh-CN");
        element(xml, "id", "urn:campaign-ledger:" + campaign + ":showcase");
        element(xml, "title", title(known));
        element(xml, "updated", works.isEmpty() ? begin(known) : told(known, works.getFirst()));
        link(xml, "self", base + "/c/" + campaign + "/showcase.atom", "application/atom+xml");
        link(xml, "alternate", page(base, campaign), "text/html");
        for (Shown work : works) {
            entry(xml, known, work, base);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        return ResponseEntity.ok().cacheControl(KEPT)
                .contentType(MediaType.parseMediaType("application/atom+xml;charset=UTF-8")).body(text.toString());
    }

    private static void entry(XMLStreamWriter xml, CampaignRules known, Shown work, String base)
            throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", urn(known, work));
        element(xml, "title", work.title());
        element(xml, "updated", told(known, work));
        xml.writeStartElement("author");
        element(xml, "name", author(known, work));
        xml.writeEndElement();
        link(xml, "alternate", link(base, known, work), "text/html");
        Shown.File file = work.work();
        if (file != null) {
            link(xml, "enclosure", base + file.href(), file.thumbnail() == null ? file.mediaType() : "image/jpeg");
        }
        Shown.Award award = work.award();
        if (award != null) {
            link(xml, "related", base + "/log/proof/" + award.position(), "text/plain");
        }
        for (String tag : tags(known, work)) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", clean(tag));
        }
        element(xml, "summary", summary(known, work));
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String href, String type)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href);
    }

    private List<Shown> newest(CampaignRules known) {
        return query.newest(known, MOST);
    }

    /** When the public was told of it; of one that is being judged nothing tells it from the others. */
    private static String told(CampaignRules known, Shown work) {
        Instant told = work.toldAt();
        return told == null ? begin(known) : told.toString();
    }

    private static String begin(CampaignRules known) {
        return known.from().atStartOfDay(known.zone()).toInstant().toString();
    }

    /** Without the characters that XML 1.0 cannot hold (its production Char): one of them would break all of the feed. */
    private static String clean(String text) {
        return text.codePoints().filter(c -> c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** Whose work it is, as far as it may be told: Atom wants to know of every one. */
    private static String author(CampaignRules known, Shown work) {
        Shown.Submitter submitter = work.submitter();
        String name = submitter == null ? null : submitter.name();
        return name != null ? name : work.unit() == null ? "评选中" : unitName(known, work.unit());
    }

    private static String unitName(CampaignRules known, String unit) {
        CampaignRules.Unit found = known.units().get(unit);
        return found == null ? unit : found.name();
    }

    private static List<String> tags(CampaignRules known, Shown work) {
        List<String> tags = new ArrayList<>();
        tags.add(categoryName(known, work));
        Shown.Award award = work.award();
        if (award != null) {
            tags.add(award.level());
        }
        return tags;
    }

    private static String summary(CampaignRules known, Shown work) {
        List<String> parts = new ArrayList<>();
        parts.add(categoryName(known, work));
        @Nullable
        String unit = work.unit();
        if (unit != null) {
            parts.add(unitName(known, unit));
        }
        Shown.Award award = work.award();
        parts.add(award == null ? "推荐作品" : award.level());
        return String.join(" · ", parts);
    }

    private static String categoryName(CampaignRules known, Shown work) {
        var category = known.categories().get(work.category());
        return category == null ? work.category() : category.name();
    }

    private static String title(CampaignRules known) {
        return "优秀作品展示 · " + known.campaign();
    }

    private static String urn(CampaignRules known, Shown work) {
        return "urn:campaign-ledger:" + known.campaign() + ":entry:" + work.id();
    }

    private static String page(String base, String campaign) {
        return base + "/c/" + campaign + "/showcase";
    }

    private static String link(String base, CampaignRules known, Shown work) {
        return page(base, known.campaign()) + "/" + work.id();
    }

    private static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }
}
