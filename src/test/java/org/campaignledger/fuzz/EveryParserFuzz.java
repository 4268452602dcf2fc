package org.campaignledger.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignledger.exchange.sheet.SheetsFuzz;
import org.campaignledger.platform.web.body.BodiesFuzz;
import org.campaignledger.platform.works.UploadFuzz;
import org.campaignledger.platform.works.media.MediaFuzz;

/** All parsers in one process, since most of a short run is the fuzzer's start: the first byte says whose the others are. */
public final class EveryParserFuzz {

    private EveryParserFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        switch (input[0]) {
            case 's' -> SheetsFuzz.fuzzerTestOneInput(rest);
            case 'm' -> MediaFuzz.fuzzerTestOneInput(rest);
            case 'u' -> UploadFuzz.fuzzerTestOneInput(rest);
            case 'b' -> BodiesFuzz.fuzzerTestOneInput(rest);
            default -> {
                // Nobody's.
            }
        }
    }

    static List<byte[]> seeds() throws Exception {
        Map<Character, List<byte[]>> all = new LinkedHashMap<>();
        all.put('s', SheetsFuzz.seeds());
        all.put('m', MediaFuzz.seeds());
        all.put('u', UploadFuzz.seeds());
        all.put('b', BodiesFuzz.seeds());
        List<byte[]> seeds = new ArrayList<>();
        all.forEach((whose, inputs) -> inputs.forEach(input -> {
            byte[] seed = new byte[input.length + 1];
            seed[0] = (byte) whose.charValue();
            System.arraycopy(input, 0, seed, 1, input.length);
            seeds.add(seed);
        }));
        return seeds;
    }
}
