package org.campaignledger.exchange.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.campaignledger.testing.Workbooks;

/** A sheet is read or refused, whatever its bytes. The first byte says whether they are the file, or a part of a workbook. */
public final class SheetsFuzz {

    private static final List<String> PARTS = List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",
            "xl/styles.xml", "xl/workbook.xml");

    private SheetsFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        int part = input[0] - '1';
        try {
            Bytes.rows(part >= 0 && part < PARTS.size() ? workbookWith(PARTS.get(part), rest) : rest);
        } catch (SheetRefused refused) {
            if (refused.code().isBlank()) {
                throw new IllegalStateException("a refusal without a code", refused);
            }
        }
    }

    private static byte[] workbookWith(String part, byte[] bytes) {
        Map<String, byte[]> parts = new LinkedHashMap<>(Workbooks.parts(
                "<sheetData><row r=\"1\"><c t=\"s\"><v>0</v></c></row></sheetData>"));
        parts.put(part, bytes);
        return Workbooks.zip(parts);
    }

    /** Files to begin with. */
    public static List<byte[]> seeds() {
        return List.of(
                "0单位,姓名\r\nFJ,\"甲 \"\"乙\"\"\"\r\n".getBytes(StandardCharsets.UTF_8),
                "0\ufeffa;b;c\n1;2;3\n".getBytes(StandardCharsets.UTF_8),
                "0a\tb\n1\t2".getBytes(StandardCharsets.UTF_16),
                prefixed('0', Workbooks.xlsx(List.of(List.of("姓名", 1), List.of("甲", 2)))),
                prefixed('1', Objects.requireNonNull(Workbooks.parts(
                        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c>"
                                + "<c s=\"1\"><v>43617</v></c></row></sheetData>").get(PARTS.getFirst()))),
                "2<sst><si><t>甲</t></si><si><r><t>a</t></r><r><t>b</t></r></si></sst>".getBytes(StandardCharsets.UTF_8),
                "3<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy\"/></numFmts><cellXfs><xf numFmtId=\"170\"/></cellXfs></styleSheet>"
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] prefixed(char what, byte[] bytes) {
        byte[] all = new byte[bytes.length + 1];
        all[0] = (byte) what;
        System.arraycopy(bytes, 0, all, 1, bytes.length);
        return all;
    }
}
