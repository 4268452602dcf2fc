package org.campaignledger.campaign.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.web.door.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The definitions that come with the product, ready to be opened by an ADMIN as they are or changed. */
@RestController
@RequestMapping("/api/v1/definitions")
public class ShippedDefinitions {

    private static final Set<String> IDS = Set.of("2019");

    private final Freshness freshness;

    ShippedDefinitions(Freshness freshness) {
        this.freshness = freshness;
    }

    /** Ids of the definitions at hand. */
    record DefinitionList(List<String> items) {}

    @GetMapping
    ResponseEntity<DefinitionList> all(@RequestParam(required = false) @Nullable Long waitFor) {
        return freshness.answerFromHead(waitFor, () -> new DefinitionList(IDS.stream().sorted().toList()));
    }

    @GetMapping("/{id}")
    ResponseEntity<String> one(@PathVariable String id, @RequestParam(required = false) @Nullable Long waitFor) {
        ResponseEntity<String> answer = freshness.answerFromHead(waitFor, () -> yaml(id));
        return ResponseEntity.ok().headers(answer.getHeaders())
                .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8")).body(answer.getBody());
    }

    /**
     * A shipped definition as YAML.
     *
     * @throws Refused 404 if none of this id is shipped
     */
    public static String yaml(String id) {
        if (!IDS.contains(id)) {
            throw Refused.notFound();
        }
        try {
            return new ClassPathResource("campaigns/" + id + ".yaml").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
