package org.campaignledger.operation.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses expressions; whatever it does not know is an error, so that no alert rests on what was not evaluated. */
public final class PromQl {

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(\"[^\"]*\")|(\\d+(?:\\.\\d+)?[smhd]?)"
            + "|([a-zA-Z_:][a-zA-Z0-9_:]*)|(=~|!~|!=|>=|<=|==|[-+*/(){}\\[\\],<>=]))");
    private static final Set<String> AGGREGATES = Set.of("sum", "max", "min", "avg", "count");
    private static final Set<String> COMPARISONS = Set.of("==", "!=", ">", "<", ">=", "<=");

    private final List<String> tokens = new ArrayList<>();
    private int next;

    private PromQl(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.stripTrailing().length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new IllegalArgumentException("not understood: " + text.substring(end));
            }
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
    }

    /**
     * Parses an expression.
     *
     * @throws IllegalArgumentException it is none, or uses more than is known here
     */
    public static Expr parse(String text) {
        PromQl parser = new PromQl(text);
        Expr whole = parser.comparison();
        parser.mustBe(parser.next == parser.tokens.size());
        return whole;
    }

    private Expr comparison() {
        Expr left = sum();
        if (COMPARISONS.contains(peek())) {
            return new Expr.Comparison(take(), left, Double.parseDouble(take()));
        }
        return left;
    }

    private Expr sum() {
        Expr left = product();
        while (peek().equals("+") || peek().equals("-")) {
            left = new Expr.Arithmetic(take().charAt(0), left, product());
        }
        return left;
    }

    private Expr product() {
        Expr left = factor();
        while (peek().equals("*") || peek().equals("/")) {
            left = new Expr.Arithmetic(take().charAt(0), left, factor());
        }
        return left;
    }

    private Expr factor() {
        String token = take();
        if (token.equals("(")) {
            Expr inner = comparison();
            expect(")");
            return inner;
        }
        if (Character.isDigit(token.charAt(0))) {
            return new Expr.Scalar(Double.parseDouble(token));
        }
        if (AGGREGATES.contains(token)) {
            return aggregate(token);
        }
        if (token.equals("rate") || token.equals("increase")) {
            return growth(token.equals("rate"));
        }
        if (token.equals("histogram_quantile")) {
            expect("(");
            double quantile = Double.parseDouble(take());
            expect(",");
            Expr of = comparison();
            expect(")");
            return new Expr.Quantile(quantile, of);
        }
        return selector(token);
    }

    private Expr aggregate(String how) {
        List<String> by = new ArrayList<>();
        if (peek().equals("by")) {
            expect("by");
            expect("(");
            while (!peek().equals(")")) {
                by.add(take());
                if (peek().equals(",")) {
                    expect(",");
                }
            }
            expect(")");
        }
        expect("(");
        Expr of = comparison();
        expect(")");
        return new Expr.Aggregate(how, List.copyOf(by), of);
    }

    private Expr growth(boolean perSecond) {
        expect("(");
        Expr.Selector of = selector(take());
        expect("[");
        long seconds = seconds(take());
        expect("]");
        expect(")");
        return new Expr.Growth(of, seconds, perSecond);
    }

    /** How long a duration such as {@code 5m} is. */
    public static long seconds(String duration) {
        long count = Long.parseLong(duration.substring(0, duration.length() - 1));
        return switch (duration.charAt(duration.length() - 1)) {
            case 's' -> count;
            case 'm' -> count * 60;
            case 'h' -> count * 3_600;
            case 'd' -> count * 86_400;
            default -> throw new IllegalArgumentException("no duration: " + duration);
        };
    }

    private Expr.Selector selector(String name) {
        mustBe(name.matches("[a-zA-Z_:][a-zA-Z0-9_:]*"));
        mustBe(!peek().equals("("));
        List<Expr.Matcher> matchers = new ArrayList<>();
        if (peek().equals("{")) {
            expect("{");
            while (!peek().equals("}")) {
                String label = take();
                String operator = take();
                String quoted = take();
                matchers.add(new Expr.Matcher(label, operator, quoted.substring(1, quoted.length() - 1)));
                if (peek().equals(",")) {
                    expect(",");
                }
            }
            expect("}");
        }
        return new Expr.Selector(name, List.copyOf(matchers));
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private String take() {
        mustBe(next < tokens.size());
        return tokens.get(next++);
    }

    private void expect(String token) {
        mustBe(take().equals(token));
    }

    private void mustBe(boolean right) {
        if (!right) {
            throw new IllegalArgumentException("not understood near token " + next + " of " + tokens);
        }
    }
}
