package org.campaignledger.platform.works.media;

import java.util.Map;
import java.util.TreeMap;

/** What files that are not taken mostly are, so that the refusal can say it. */
final class KnownOthers {

    private static final int LOOKED_AT = 64;
    private static final Map<String, String> BEGINNINGS = new TreeMap<>(Map.ofEntries(
            Map.entry("GIF8", "GIF"), Map.entry("BM", "BMP"), Map.entry("%PDF", "PDF"), Map.entry("PK\3\4", "ZIP"),
            Map.entry("fLaC", "FLAC"), Map.entry("OggS", "Ogg"), Map.entry("FLV", "FLV"), Map.entry("#!AMR", "AMR"),
            Map.entry("II*\0", "TIFF"), Map.entry("MM\0*", "TIFF"), Map.entry("Rar!", "RAR"),
            Map.entry("7z\u00bc\u00af", "7z"), Map.entry("\u0030\u0026\u00b2\u0075", "WMV/WMA"),
            Map.entry("<", "HTML/XML"), Map.entry("\u001f\u008b", "gzip"), Map.entry("MZ", "EXE")));

    private KnownOthers() {}

    /** A name that people know; "?" if it is none of these. */
    static String name(FileBytes bytes) {
        String begin = bytes.latin(0, (int) Math.min(LOOKED_AT, bytes.length()));
        if (begin.startsWith("\u001a\u0045\u00df\u00a3")) {
            return begin.contains("webm") ? "WEBM" : "Matroska";
        }
        if (begin.startsWith("RIFF") && begin.length() >= 12) {
            return switch (begin.substring(8, 12)) {
                case "WEBP" -> "WEBP";
                case "AVI " -> "AVI";
                default -> "RIFF";
            };
        }
        if (begin.length() >= 8 && begin.startsWith("moov", 4) || begin.startsWith("mdat", 4)
                || begin.startsWith("wide", 4)) {
            return "QuickTime";
        }
        if (begin.length() >= 2 && begin.charAt(0) == 0xff && (begin.charAt(1) & 0xf6) == 0xf0) {
            return "AAC (ADTS)";
        }
        return BEGINNINGS.entrySet().stream().filter(known -> begin.startsWith(known.getKey())).findFirst()
                .map(Map.Entry::getValue).orElse("?");
    }
}
