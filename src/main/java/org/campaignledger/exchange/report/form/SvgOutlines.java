package org.campaignledger.exchange.report.form;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws the report's own pictures into a PDF: the few elements of which they consist (see {@code chart.Svg}), and no
 * other. A whole SVG library for these would bring more code than the rest of the report.
 */
final class SvgOutlines implements SVGDrawer {

    private static final Pattern STEP = Pattern.compile("([MHVLZ])(?:(-?[\\d.]+)(?:,(-?[\\d.]+))?)?");

    private final TypeFace type;

    SvgOutlines(TypeFace type) {
        this.type = type;
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
        // Letters are drawn in the product's own type, whatever a sheet says.
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, BaseRendererBuilder.FontStyle style) {
        // As above.
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    @Override
    public SVGImage buildSVGImage(Element svg, Box box, CssContext context, double cssWidth, double cssHeight,
            double dotsPerPixel) {
        double width = number(svg, "width");
        double height = number(svg, "height");
        double wide = cssWidth > 0 ? cssWidth : width * dotsPerPixel;
        double high = cssHeight > 0 ? cssHeight : wide * height / width;
        return new Picture(svg, width, height, wide, high, dotsPerPixel);
    }

    /** A picture at its size on the page, in the device's dots. */
    private final class Picture implements SVGImage {

        private final Element svg;
        private final double width;
        private final double height;
        private final double wide;
        private final double high;
        private final double dotsPerPixel;

        Picture(Element svg, double width, double height, double wide, double high, double dotsPerPixel) {
            this.svg = svg;
            this.width = width;
            this.height = height;
            this.wide = wide;
            this.high = high;
            this.dotsPerPixel = dotsPerPixel;
        }

        @Override
        public int getIntrinsicWidth() {
            return (int) Math.round(wide);
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) Math.round(high);
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            // Places are in dots, the canvas in pixels.
            float pixelsWide = (float) (wide / dotsPerPixel);
            float pixelsHigh = (float) (high / dotsPerPixel);
            device.drawWithGraphics((float) x, (float) y, pixelsWide, pixelsHigh, graphics -> {
                graphics.scale(pixelsWide / width, pixelsHigh / height);
                for (Node node = svg.getFirstChild(); node != null; node = node.getNextSibling()) {
                    if (node instanceof Element element) {
                        draw(graphics, element);
                    }
                }
            });
        }
    }

    private void draw(Graphics2D graphics, Element element) {
        switch (element.getLocalName() == null ? element.getTagName() : element.getLocalName()) {
            case "rect" -> fill(graphics, element, new Rectangle2D.Double(number(element, "x"), number(element, "y"),
                    number(element, "width"), number(element, "height")));
            case "path" -> fill(graphics, element, path(element.getAttribute("d")));
            case "line" -> stroke(graphics, element, new Line2D.Double(number(element, "x1"), number(element, "y1"),
                    number(element, "x2"), number(element, "y2")));
            case "polyline" -> stroke(graphics, element, polyline(element.getAttribute("points")));
            case "text" -> text(graphics, element);
            default -> throw new IllegalStateException("no picture of ours has " + element.getTagName());
        }
    }

    private static void fill(Graphics2D graphics, Element element, java.awt.Shape shape) {
        graphics.setPaint(Color.decode(element.getAttribute("fill")));
        graphics.fill(shape);
    }

    private static void stroke(Graphics2D graphics, Element element, java.awt.Shape shape) {
        graphics.setPaint(Color.decode(element.getAttribute("stroke")));
        graphics.setStroke(new BasicStroke((float) number(element, "stroke-width"), BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    private void text(Graphics2D graphics, Element element) {
        double size = number(element, "font-size");
        String text = element.getTextContent();
        double wide = type.width(text) * size;
        double x = number(element, "x") - switch (element.getAttribute("text-anchor")) {
            case "end" -> wide;
            case "middle" -> wide / 2;
            default -> 0;
        };
        graphics.setPaint(Color.decode(element.getAttribute("fill")));
        graphics.fill(type.outline(text, x, number(element, "y"), size));
    }

    private static Path2D polyline(String points) {
        Path2D path = new Path2D.Double();
        for (String point : points.split(" ")) {
            String[] at = point.split(",");
            double x = Double.parseDouble(at[0]);
            double y = Double.parseDouble(at[1]);
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }

    private static Path2D path(String steps) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        Matcher step = STEP.matcher(steps);
        while (step.find()) {
            switch (step.group(1)) {
                case "M" -> path.moveTo(Double.parseDouble(step.group(2)), Double.parseDouble(step.group(3)));
                case "L" -> path.lineTo(Double.parseDouble(step.group(2)), Double.parseDouble(step.group(3)));
                case "H" -> path.lineTo(Double.parseDouble(step.group(2)), path.getCurrentPoint().getY());
                case "V" -> path.lineTo(path.getCurrentPoint().getX(), Double.parseDouble(step.group(2)));
                default -> path.closePath();
            }
        }
        return path;
    }

    private static double number(Element element, String name) {
        String text = element.getAttribute(name);
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }
}
