package org.campaignledger.seal.verify.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.campaignledger.seal.verify.outcome.NotChecked;

/**
 * Which witnesses are to be believed, and how many of them must have cosigned.
 *
 * @param quorum how many
 * @param keys   their keys
 */
public record WitnessPolicy(int quorum, List<VerifierKey> keys) {

    private static final int MOST = 1000;

    /**
     * The policy of a text like {@code /log/witnesses}.
     *
     * @throws NotChecked it is none
     */
    public static WitnessPolicy of(byte[] bytes) throws NotChecked {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty() || !lines.getFirst().matches("quorum [0-9]{1,4}")) {
            throw new NotChecked("the list of witnesses does not begin with its quorum");
        }
        return new WitnessPolicy(Integer.parseInt(lines.getFirst().substring("quorum ".length())),
                keys(lines.subList(1, lines.size())));
    }

    /**
     * Verifier keys, one a line.
     *
     * @throws NotChecked one of them is none
     */
    public static List<VerifierKey> keys(List<String> lines) throws NotChecked {
        if (lines.size() > MOST) {
            throw new NotChecked("more than " + MOST + " keys");
        }
        List<VerifierKey> keys = new ArrayList<>();
        for (String line : lines) {
            keys.add(VerifierKey.of(line));
        }
        return List.copyOf(keys);
    }

    /**
     * Verifier keys of a text like {@code /log/key}.
     *
     * @throws NotChecked one of them is none
     */
    public static List<VerifierKey> keys(byte[] bytes) throws NotChecked {
        return keys(new String(bytes, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList());
    }
}
