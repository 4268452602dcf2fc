package org.campaignledger.campaign.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.campaignledger.kernel.Refused;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The definitions that come with the product, ready to be opened by an ADMIN as they are or changed. */
@RestController
@RequestMapping("/api/v1/definitions")
public class ShippedDefinitions {

    private static final Set<String> IDS = Set.of("2019");

    /** Ids of the definitions at hand. */
    record DefinitionList(List<String> items) {}

    @GetMapping
    DefinitionList all() {
        return new DefinitionList(IDS.stream().sorted().toList());
    }

    @GetMapping("/{id}")
    ResponseEntity<String> one(@PathVariable String id) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8"))
                .body(yaml(id));
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
