package org.campaignledger.subscription.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressesTest {

    private final Map<String, String[]> names = new HashMap<>();
    private final WebhookAddresses addresses = new WebhookAddresses(false, this::lookUp);

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        String[] known = names.get(host);
        if (known == null && !host.matches("[0-9.]+|.*:.*")) {
            throw new UnknownHostException(host);
        }
        InetAddress[] found = new InetAddress[known == null ? 1 : known.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = InetAddress.getByName(known == null ? host : known[i]);
        }
        return found;
    }

    @Test
    void oneOnTheInternetIsTakenWithTheAddressThatWasChecked() throws WebhookAddresses.NotTaken {
        names.put("hooks.example.org", new String[]{"1.1.1.1", "1.0.0.1"});
        WebhookAddresses.Place place = addresses.place("https://hooks.example.org/a%20b?c=d");
        assertThat(place.address().getHostAddress()).isEqualTo("1.1.1.1");
        assertThat(place.port()).isEqualTo(443);
        assertThat(place.target()).isEqualTo("/a%20b?c=d");
        assertThat(place.authority()).isEqualTo("hooks.example.org");
        assertThat(addresses.place("https://hooks.example.org:8443").authority()).isEqualTo("hooks.example.org:8443");
        assertThat(addresses.place("https://hooks.example.org:8443").target()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/", "https://169.254.169.254/latest/meta-data", "https://[::1]/",
            "https://10.1.2.3:8443/", "https://[::ffff:192.168.0.1]/", "https://0.0.0.0/", "https://[fd00::1]/"})
    void oneInsideIsNot(String url) {
        assertThat(addresses.objection(url)).contains("webhook-address-private");
    }

    @Test
    void aNameThatLeadsInsideIsNot() {
        names.put("inside.example.org", new String[]{"10.0.0.7"});
        names.put("both.example.org", new String[]{"1.1.1.1", "127.0.0.1"});
        names.put("nothing.example.org", new String[0]);
        for (String name : Arrays.asList("inside", "both", "nothing")) {
            assertThat(addresses.objection("https://" + name + ".example.org/")).contains("webhook-address-private");
        }
    }

    @Test
    void aNameThatChangesItsMindIsAskedAgain() {
        names.put("rebinding.example.org", new String[]{"1.1.1.1"});
        assertThat(addresses.objection("https://rebinding.example.org/")).isEmpty();
        names.put("rebinding.example.org", new String[]{"127.0.0.1"});
        assertThat(addresses.objection("https://rebinding.example.org/")).contains("webhook-address-private");
    }

    @Test
    void otherThingsAreRefusedByName() {
        assertThat(addresses.objection("http://1.1.1.1/")).contains("webhook-needs-https");
        assertThat(addresses.objection("https://unknown.example.org/")).contains("webhook-host-unknown");
        assertThat(addresses.objection("https://1.1.1.1/" + "x".repeat(2_000))).contains("invalid-webhook");
        assertThat(addresses.objection("https://1.1.1.1/\r\nHost: inside")).contains("invalid-webhook");
        assertThat(addresses.objection("https://1.1.1.1/字")).contains("invalid-webhook");
    }

    @Test
    void whereItIsAllowedInsideIsReachedWithoutTls() {
        assertThat(new WebhookAddresses(true, this::lookUp).objection("http://127.0.0.1:8080/x")).isEmpty();
    }
}
