package org.campaignledger.exchange.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.campaignledger.testing.Workbooks.parts;
import static org.campaignledger.testing.Workbooks.put;
import static org.campaignledger.testing.Workbooks.row;
import static org.campaignledger.testing.Workbooks.withSheetData;
import static org.campaignledger.testing.Workbooks.xlsx;
import static org.campaignledger.testing.Workbooks.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as people and programs send them, and as nobody should. */
class WorkbookTest {

    private static void refused(byte[] file, String code) {
        assertThatThrownBy(() -> Bytes.rows(file)).isInstanceOfSatisfying(SheetRefused.class,
                refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void cellsAreWhatTheFileSaysThatTheyAre() throws IOException {
        assertThat(Bytes.rows(xlsx(List.of(List.of("姓名", 13800000001L, 2.5, LocalDate.of(2019, 6, 1)),
                Arrays.asList(null, " ", "甲"))))).containsExactly(
                        "1 TEXT:姓名 NUMBER:13800000001 NUMBER:2.5 DATE:2019-06-01", "2 EMPTY: EMPTY: TEXT:甲");
    }

    @Test
    void rowsAreCountedAsTheSpreadsheetCountsThem() throws IOException {
        assertThat(Bytes.rows(withSheetData("<row r=\"3\"><c r=\"B3\"><v>7</v></c></row><row><c><v>8</v></c></row>")))
                .containsExactly("3 EMPTY: NUMBER:7", "4 NUMBER:8");
    }

    @ParameterizedTest
    @CsvSource({"43617, 2019-06-01", "43617.5, 2019-06-01T12:00", "61, 1900-03-01", "2958465, 9999-12-31"})
    void numbersThatAreShownAsDaysAreDays(String serial, String day) throws IOException {
        Map<String, byte[]> styled = parts("<sheetData><row r=\"1\"><c s=\"1\"><v>" + serial
                + "</v></c></row></sheetData>");
        put(styled, "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>"
                        + "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>");
        assertThat(Bytes.rows(zip(styled))).containsExactly("1 DATE:" + day);
    }

    @Test
    void daysMayBeCountedFrom1904() throws IOException {
        Map<String, byte[]> styled = parts("<sheetData><row r=\"1\"><c s=\"0\"><v>42155</v></c></row></sheetData>");
        put(styled, "xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        put(styled, "xl/workbook.xml", new String(styled.get("xl/workbook.xml"),
                java.nio.charset.StandardCharsets.UTF_8)
                .replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
        assertThat(Bytes.rows(zip(styled))).containsExactly("1 DATE:2019-06-01");
    }

    @Test
    void formulasAndErrorsAreToldApartFromValues() throws IOException {
        assertThat(Bytes.rows(withSheetData("<row r=\"1\"><c><f>A2</f><v>3</v></c><c t=\"e\"><v>#N/A</v></c>"
                + "<c t=\"b\"><v>1</v></c><c t=\"str\"><v>文</v></c></row>")))
                .containsExactly("1 FORMULA: ERROR:#N/A BOOLEAN:1 TEXT:文");
    }

    @Test
    void textsThatCellsShareAreReadWithoutTheirPronunciation() throws IOException {
        Map<String, byte[]> shared = parts("<sheetData><row r=\"1\"><c t=\"s\"><v>1</v></c></row></sheetData>");
        put(shared, "xl/sharedStrings.xml", "<sst><si><t>无</t></si><si><r><t>福</t></r><r><t>建</t></r>"
                + "<rPh><t>ふ</t></rPh></si></sst>");
        assertThat(Bytes.rows(zip(shared))).containsExactly("1 TEXT:福建");
        put(shared, "xl/sharedStrings.xml", "<sst><si><t>无</t></si></sst>");
        refused(zip(shared), "not-a-workbook");
    }

    @Test
    void aHiddenSheetIsPassedOver() throws IOException {
        Map<String, byte[]> two = parts("<sheetData>" + row(1, "隐") + "</sheetData>");
        put(two, "xl/worksheets/sheet2.xml", "<worksheet><sheetData>" + row(1, "见") + "</sheetData></worksheet>");
        put(two, "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>");
        String book = "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                + "<sheet name=\"a\" r:id=\"rId1\" state=\"hidden\"/>%s</sheets></workbook>";
        put(two, "xl/workbook.xml", book.formatted("<sheet name=\"b\" r:id=\"rId2\"/>"));
        assertThat(Bytes.rows(zip(two))).containsExactly("1 TEXT:见");
        put(two, "xl/workbook.xml", book.formatted(""));
        refused(zip(two), "all-sheets-hidden");
    }

    @Test
    void mergedCellsAreRefusedByName() {
        refused(zip(parts("<sheetData>" + row(1, "甲")
                + "</sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>")),
                "merged-cells");
    }

    @Test
    void aSheetOfAMillionColumnsIsRefusedEarly() {
        refused(withSheetData("<row r=\"1\"><c r=\"ZZZ1\"><v>1</v></c></row>"), "too-many-columns");
        refused(withSheetData("<row r=\"1\">" + "<c><v>1</v></c>".repeat(300) + "</row>"), "too-many-columns");
        refused(withSheetData("<row r=\"1048577\"/>"), "too-many-rows");
    }

    @Test
    void macrosAndOldFormsAndOtherDocumentsAreRefused() {
        Map<String, byte[]> macros = parts("<sheetData/>");
        put(macros, "xl/vbaProject.bin", "x");
        refused(zip(macros), "macros-in-workbook");
        refused(new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}, "old-or-encrypted-workbook");
        Map<String, byte[]> openDocument = new LinkedHashMap<>();
        put(openDocument, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        refused(zip(openDocument), "not-a-workbook");
        refused(new byte[]{'P', 'K', 3, 4, 0, 0}, "not-a-workbook");
        refused(new byte[0], "empty-file");
    }

    @Test
    void whatUnpacksOutOfAllProportionIsRefusedWhileItDoes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream bomb = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts("").entrySet()) {
                if (!part.getKey().contains("sheet1")) {
                    bomb.putNextEntry(new ZipEntry(part.getKey()));
                    bomb.write(part.getValue());
                }
            }
            bomb.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            bomb.write("<worksheet><sheetData>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            byte[] spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 64; i++) {
                bomb.write(spaces);
            }
        }
        assertThat(out.size()).isLessThan(200_000);
        refused(out.toByteArray(), "inflates-too-much");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<!DOCTYPE x [<!ENTITY e \"aaaa\">]><worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>",
            "<!DOCTYPE x SYSTEM \"file:///etc/hostname\"><worksheet/>", "<worksheet><sheetData><row r=\"1\"><c>",
            "<worksheet><sheetData><row r=\"x\"/></sheetData></worksheet>",
            "<worksheet><sheetData><row r=\"2\"/><row r=\"1\"/></sheetData></worksheet>",
            "<worksheet><sheetData><row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row></sheetData></worksheet>",
            "<worksheet><sheetData><row r=\"1\"><c><v>zwölf</v></c></row></sheetData></worksheet>",
            "<worksheet><sheetData><row r=\"1\"><c><v>1E999999999</v></c></row></sheetData></worksheet>",
            "<worksheet><sheetData><row r=\"1\"><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>", "\u0000",
            "nothing"})
    void brokenAndHostileXmlIsRefused(String xml) {
        Map<String, byte[]> parts = parts("");
        put(parts, "xl/worksheets/sheet1.xml", xml);
        refused(zip(parts), "not-a-workbook");
    }

    @Test
    void aLongTextThatManyCellsShareIsRefused() {
        Map<String, byte[]> shared = parts("<sheetData><row r=\"1\">" + "<c t=\"s\"><v>0</v></c>".repeat(60)
                + "</row></sheetData>");
        put(shared, "xl/sharedStrings.xml", "<sst><si><t>" + "长".repeat(40_000) + "</t></si></sst>");
        refused(zip(shared), "cell-too-long");
        put(shared, "xl/sharedStrings.xml", "<sst><si><t>" + "长".repeat(30_000) + "</t></si></sst>");
        refused(zip(shared), "row-too-long");
    }

    @Test
    void partsThatAParserWouldHoldWholeAreRefused() {
        for (String xml : List.of("<!--" + "x".repeat(10) + "-->", "<?x " + "y".repeat(10) + "?>",
                "<x a=\"" + "z".repeat(100_000) + "\"/>", "<![CDATA[x]]>")) {
            refused(zip(parts("<sheetData/>" + xml)), "not-a-workbook");
        }
        Map<String, byte[]> sheets = parts("<sheetData/>");
        for (int i = 2; i < 80; i++) {
            put(sheets, "xl/worksheets/sheet" + i + ".xml", "<worksheet/>");
        }
        StringBuilder book = new StringBuilder(
                "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>");
        StringBuilder targets = new StringBuilder("<Relationships>");
        for (int i = 2; i < 80; i++) {
            book.append("<sheet name=\"s").append(i).append("\" r:id=\"r").append(i).append("\"/>");
            targets.append("<Relationship Id=\"r").append(i).append("\" Target=\"worksheets/sheet").append(i)
                    .append(".xml\"/>");
        }
        put(sheets, "xl/workbook.xml", book + "</sheets></workbook>");
        put(sheets, "xl/_rels/workbook.xml.rels", targets + "</Relationships>");
        refused(zip(sheets), "not-a-workbook");
    }

    @Test
    void aDayIsOneOrTheCellIsAnError() throws IOException {
        assertThat(Bytes.rows(withSheetData("<row r=\"1\"><c t=\"d\"><v>2019-06-01T00:00:00Z</v></c>"
                + "<c t=\"d\"><v>0123456789</v></c></row>"))).containsExactly("1 DATE:2019-06-01 ERROR:");
    }

    @Test
    void aDamagedFileIsRefusedWhereverItIsDamaged() {
        byte[] sound = xlsx(List.of(List.of("姓名", "日期"), List.of("甲", LocalDate.of(2019, 6, 1))));
        Random random = new Random(20190601);
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = sound.clone();
            for (int hits = 1 + random.nextInt(8); hits > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            int cut = random.nextInt(10) == 0 ? random.nextInt(damaged.length) : damaged.length;
            readsOrRefuses(Arrays.copyOf(damaged, cut));
        }
    }

    private static void readsOrRefuses(byte[] file) {
        try {
            Bytes.rows(file);
        } catch (SheetRefused refused) {
            assertThat(refused.code()).isNotBlank();
        } catch (IOException failure) {
            throw new AssertionError("a damaged file is the sender's, not the disk's", failure);
        }
    }
}
