package io.deskgraph.standalone.observe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The metrics an expression reads, each with the labels that it is selected or grouped by. Reads as much of PromQL as
 * that takes, and refuses what it does not know, so that nothing is skipped in silence.
 */
final class PromQl {

    private static final Set<String> FUNCTIONS = Set.of(
            "sum", "min", "max", "avg", "count", "topk", "rate", "increase", "histogram_quantile", "vector");
    private static final Set<String> GROUPING = Set.of("by", "without", "on", "ignoring");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "offset", "bool");
    private static final Pattern TOKEN = Pattern.compile("\\s+|(?<word>[a-zA-Z_:][a-zA-Z0-9_:]*)"
            + "|(?<number>[0-9.]+[smhd]?)|(?<text>\"(?:[^\"\\\\]|\\\\.)*\")|(?<sign>=~|!~|!=|==|>=|<=|[-+*/%^(){}\\[\\],=<>])");

    private final List<String> tokens = new ArrayList<>();
    private final Map<String, Set<String>> metrics = new TreeMap<>();
    private final Set<String> grouped = new HashSet<>();
    private int at;

    private PromQl(String expression) {
        Matcher token = TOKEN.matcher(expression);
        int end = 0;
        while (token.find()) {
            if (token.start() != end) {
                break;
            }
            end = token.end();
            if (!token.group().isBlank()) {
                tokens.add(token.group());
            }
        }
        if (end != expression.length()) {
            throw new IllegalArgumentException("Not understood: " + expression.substring(end));
        }
    }

    /** Metric name to label names; what an aggregation groups by counts for each of them. */
    static Map<String, Set<String>> metrics(String expression) {
        PromQl query = new PromQl(expression);
        query.read();
        query.metrics.values().forEach(labels -> labels.addAll(query.grouped));
        return query.metrics;
    }

    private void read() {
        int depth = 0;
        for (; at < tokens.size(); at++) {
            String token = tokens.get(at);
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth < 0) {
                throw new IllegalArgumentException("A bracket closes that none opened");
            }
            if (isWord(token)) {
                word(token);
            }
        }
        if (depth != 0) {
            throw new IllegalArgumentException("A bracket stays open");
        }
    }

    private void word(String word) {
        if (GROUPING.contains(word)) {
            at++;
            grouped.addAll(upTo(")"));
        } else if (OPERATORS.contains(word)) {
            return;
        } else if (next().equals("(") || GROUPING.contains(next())) {
            if (!FUNCTIONS.contains(word)) {
                throw new IllegalArgumentException("Unknown function " + word);
            }
        } else {
            Set<String> labels = metrics.computeIfAbsent(word, unseen -> new TreeSet<>());
            if (next().equals("{")) {
                at++;
                labels.addAll(upTo("}"));
            }
        }
    }

    /** The words up to a bracket, which is where reading goes on. */
    private List<String> upTo(String bracket) {
        List<String> words = new ArrayList<>();
        for (at++; !tokens.get(at).equals(bracket); at++) {
            if (isWord(tokens.get(at))) {
                words.add(tokens.get(at));
            }
        }
        return words;
    }

    private String next() {
        return at + 1 < tokens.size() ? tokens.get(at + 1) : "";
    }

    private static boolean isWord(String token) {
        return Character.isLetter(token.charAt(0)) || token.charAt(0) == '_';
    }
}
