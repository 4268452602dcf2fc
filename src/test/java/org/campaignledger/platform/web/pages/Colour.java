package org.campaignledger.platform.web.pages;

/** A colour in linear light, with what is needed to judge whether two can be told apart. */
record Colour(double red, double green, double blue) {

    /** What is left of red and green where one kind of cone is missing (Machado, Oliveira and Fernandes 2009). */
    enum Sight {

        FULL(1, 0, 0, 0, 1, 0, 0, 0, 1), NO_RED(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882,
                -0.048116, 1.051998), NO_GREEN(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820,
                        0.042940, 0.968881), GREY(0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152,
                                0.0722);

        private final double[] matrix;

        Sight(double... matrix) {
            this.matrix = matrix;
        }
    }

    static Colour of(String hex) {
        return new Colour(channel(hex, 1), channel(hex, 3), channel(hex, 5));
    }

    private static double channel(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    double luminance() {
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    /** Contrast after WCAG 2: 1 to 21. */
    double contrast(Colour other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    Colour as(Sight sight) {
        double[] m = sight.matrix;
        return new Colour(row(m, 0), row(m, 3), row(m, 6));
    }

    private double row(double[] m, int at) {
        return Math.clamp(m[at] * red + m[at + 1] * green + m[at + 2] * blue, 0, 1);
    }

    /** Distance in CIELAB; about 2 can just be seen. */
    double distance(Colour other) {
        double[] one = lab();
        double[] two = other.lab();
        return Math.sqrt(Math.pow(one[0] - two[0], 2) + Math.pow(one[1] - two[1], 2) + Math.pow(one[2] - two[2], 2));
    }

    private double[] lab() {
        double x = cube((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
        double y = cube(luminance());
        double z = cube((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
        return new double[]{116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double cube(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }
}
