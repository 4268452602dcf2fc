package org.campaignledger.exchange.report.form;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The type in which charts are lettered, as outlines: no machine's own fonts are needed for it. Thread-safe. */
final class TypeFace {

    /** Latin letters and figures; then Chinese. The first that has a character draws it. */
    static final List<String> FILES = List.of("/fonts/LiberationSans-Regular.ttf", "/fonts/DroidSansFallbackFull.ttf");

    private final List<TrueTypeFont> fonts;

    TypeFace() {
        this.fonts = FILES.stream().map(TypeFace::parsed).toList();
    }

    private static TrueTypeFont parsed(String file) {
        try {
            return new TTFParser().parse(new RandomAccessReadBuffer(Resources.bytes(file)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** How wide a text is, in units of its size. */
    synchronized double width(String text) {
        return text.codePoints().mapToDouble(this::advance).sum();
    }

    private double advance(int character) {
        try {
            TrueTypeFont font = fontOf(character);
            return (double) font.getAdvanceWidth(glyph(font, character)) / font.getUnitsPerEm();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The outline of a text whose base line begins at a place. */
    synchronized GeneralPath outline(String text, double x, double y, double size) {
        GeneralPath whole = new GeneralPath();
        double at = x;
        for (int character : text.codePoints().toArray()) {
            try {
                TrueTypeFont font = fontOf(character);
                GlyphData glyph = font.getGlyph().getGlyph(glyph(font, character));
                double scale = size / font.getUnitsPerEm();
                if (glyph != null) {
                    whole.append(new AffineTransform(scale, 0, 0, -scale, at, y).createTransformedShape(glyph
                            .getPath()), false);
                }
                at += advance(character) * size;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return whole;
    }

    private TrueTypeFont fontOf(int character) throws IOException {
        for (TrueTypeFont font : fonts) {
            if (glyph(font, character) != 0) {
                return font;
            }
        }
        return fonts.getFirst();
    }

    private static int glyph(TrueTypeFont font, int character) throws IOException {
        CmapLookup lookup = font.getUnicodeCmapLookup();
        return lookup.getGlyphId(character);
    }
}
