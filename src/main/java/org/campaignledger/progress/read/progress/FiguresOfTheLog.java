package org.campaignledger.progress.read.progress;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.campaignledger.platform.proof.PublishedFigures;
import org.campaignledger.progress.balance.Balance;
import org.springframework.stereotype.Component;

/** The figures that go into certificates and archives: the same as at the door. */
@Component
class FiguresOfTheLog implements PublishedFigures {

    private final ProgressAt progress;

    FiguresOfTheLog(ProgressAt progress) {
        this.progress = progress;
    }

    @Override
    public SortedMap<String, Progress> progressAt(long position) {
        return progress.allAt(position);
    }

    @Override
    public byte[] digestAt(long position) {
        List<byte[]> lines = new ArrayList<>();
        progress.balancesAt(position).forEach((campaign, balance) -> addLines(campaign, balance, lines));
        lines.sort(Arrays::compareUnsigned);
        MessageDigest sha256 = sha256();
        lines.forEach(sha256::update);
        return sha256.digest();
    }

    private static void addLines(String campaign, Balance balance, List<byte[]> lines) {
        balance.forEach((metric, unit, category, amounts) -> amounts.forEach((day, amount) -> lines.add(String.join(
                "\t", campaign, unit, category == null ? "" : category, metric.id(),
                LocalDate.ofEpochDay(day).toString(), amount + "\n").getBytes(StandardCharsets.UTF_8))));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
