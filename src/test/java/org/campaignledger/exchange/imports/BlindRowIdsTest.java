package org.campaignledger.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.campaignledger.exchange.sheet.SheetFile;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.refusal.Language;
import org.junit.jupiter.api.Test;

/** Ids of rows that tell nothing to whoever has no key, and the row to whoever has. */
class BlindRowIdsTest {

    private static final long ROWS = 5_000;
    private final RowIds ids = of("fj", "a key");

    private static RowIds of(String account, String key) {
        ImportJob.Asked asked = asked(account);
        return new BlindRowIds(asked, new OpenRowIds(asked), mac(key));
    }

    private static ImportJob.Asked asked(String account) {
        return new ImportJob.Asked("here", "2019", "entries", new Actor(account, Role.REPORTER, "FJ", null),
                SheetFile.Format.CSV, "ab".repeat(32), false, false, Language.ZH);
    }

    private static BinaryOperator<String> mac(String key) {
        return (kind, text) -> {
            try {
                return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                        .digest((key + kind + "\n" + text).getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException everyPlatformHasIt) {
                throw new IllegalStateException(everyPlatformHasIt);
            }
        };
    }

    @Test
    void everyRowIsFoundByItsId() {
        for (long row = 2; row < ROWS; row++) {
            assertThat(ids.rowOf(ids.of(row))).isEqualTo(OptionalLong.of(row));
        }
        assertThat(ids.rowOf(ids.of(1_900_000))).hasValue(1_900_000);
        assertThat(of("fj", "a key").of(7)).isEqualTo(ids.of(7));
    }

    @Test
    void idsOfOthersAreOfNoRow() {
        for (String other : List.of(UUID.randomUUID().toString(), of("gd", "a key").of(7), of("fj", "another").of(7),
                "no id", "")) {
            assertThat(ids.rowOf(other)).as(other).isEmpty();
        }
    }

    @Test
    void theyLookLikeRandomOnes() {
        Set<String> begins = new HashSet<>();
        Set<String> ends = new HashSet<>();
        List<String> inOrder = new ArrayList<>();
        for (long row = 2; row < ROWS; row++) {
            UUID id = UUID.fromString(ids.of(row));
            assertThat(id.version()).isEqualTo(4);
            assertThat(id.variant()).isEqualTo(2);
            begins.add(id.toString().substring(0, 8));
            ends.add(id.toString().substring(28));
            inOrder.add(id.toString());
        }
        // Of 5,000 random ones hardly two share 32 bits, and about half stand above the one before.
        assertThat(begins).hasSizeGreaterThan((int) ROWS - 10);
        assertThat(ends).hasSizeGreaterThan((int) ROWS - 10);
        long rises = 0;
        for (int i = 1; i < inOrder.size(); i++) {
            rises += inOrder.get(i).compareTo(inOrder.get(i - 1)) > 0 ? 1 : 0;
        }
        assertThat(rises).isBetween(ROWS * 45 / 100, ROWS * 55 / 100);
    }

    @Test
    void rowsThatAnEarlierReleaseRecordedAreTheSameRows() {
        OpenRowIds former = new OpenRowIds(asked("fj"));
        assertThat(ids.allOf(7)).containsExactly(ids.of(7), former.of(7));
        assertThat(ids.rowOf(former.of(7))).hasValue(7);
    }
}
