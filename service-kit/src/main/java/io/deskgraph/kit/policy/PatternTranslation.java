package io.deskgraph.kit.policy;

import org.jspecify.annotations.Nullable;

/** Rewrites a regular expression of RE2 as one of PostgreSQL, and refuses what the two would read differently. */
final class PatternTranslation {

    private static final String SPECIAL = ".[]{}()*+?|^$\\-/_#&@%!\"'`~,;:<>= ";
    private static final int MOST_REPEATS = 100;
    private static final int MOST_STEPS = 1_000;

    private final String text;
    private final StringBuilder out = new StringBuilder("^(?:");
    private int at;
    private int steps = 1;
    private int depth;

    /** Whether what comes next may repeat what came last, and whether anything came at all in this alternative. */
    private boolean repeatable;

    private boolean something;

    /** Whether the last member of a set was a plain letter or digit, with which a range may begin. */
    private boolean mayBeginRange;

    PatternTranslation(String text) {
        this.text = text;
    }

    String postgres() {
        if (text.startsWith("^")) {
            at++;
        }
        while (at < text.length()) {
            piece(text.charAt(at++));
        }
        if (depth > 0 || !something) {
            throw refused("nothing, or a group that does not end");
        }
        return out.append(")$").toString();
    }

    private void piece(char c) {
        switch (c) {
            case '.' -> atom("[^\\n]");
            case '\\' -> atom(escaped(false));
            case '[' -> set();
            case '(' -> open();
            case ')' -> close();
            case '|' -> alternative();
            case '{' -> repeat();
            case '*', '+', '?' -> quantifier(c);
            case '^' -> throw refused("^ elsewhere than at the beginning");
            case '$' -> end();
            case ']', '}' -> throw refused("a bracket that closes nothing: escape it");
            default -> atom(String.valueOf(c));
        }
    }

    private void atom(String translated) {
        out.append(translated);
        repeatable = true;
        something = true;
    }

    private void end() {
        if (at < text.length()) {
            throw refused("$ elsewhere than at the end");
        }
    }

    private void open() {
        if (text.startsWith("?:", at)) {
            at += 2;
        } else if (at < text.length() && text.charAt(at) == '?') {
            throw refused("a group with an option");
        }
        out.append("(?:");
        depth++;
        begin();
    }

    private void close() {
        if (depth == 0 || !something) {
            throw refused("a group that is empty or does not begin");
        }
        depth--;
        atom(")");
    }

    private void alternative() {
        if (!something) {
            throw refused("an empty alternative");
        }
        out.append('|');
        begin();
    }

    private void begin() {
        repeatable = false;
        something = false;
    }

    /** Reluctance changes what is found and not whether, and the two engines mix the kinds differently. */
    private void quantifier(char c) {
        out.append(c);
        repeated();
    }

    private void repeated() {
        if (!repeatable) {
            throw refused("a quantifier after nothing, or after another");
        }
        repeatable = false;
    }

    private void repeat() {
        int end = text.indexOf('}', at);
        String bounds = end < 0 ? "" : text.substring(at, end);
        if (!bounds.matches("\\d{1,3}(,(\\d{1,3})?)?")) {
            throw refused("a repetition that is not {n}, {n,} or {n,m}");
        }
        for (String bound : bounds.split(",")) {
            count(Integer.parseInt(bound));
        }
        out.append('{').append(bounds).append('}');
        at = end + 1;
        repeated();
    }

    /** Repetitions within repetitions multiply, and a pattern must stay small in either engine. */
    private void count(int bound) {
        steps *= Math.max(1, bound);
        if (bound > MOST_REPEATS || steps > MOST_STEPS) {
            throw refused("more than " + MOST_REPEATS + " repetitions, or " + MOST_STEPS + " in all");
        }
    }

    private void set() {
        out.append('[');
        if (at < text.length() && text.charAt(at) == '^') {
            out.append('^');
            at++;
        }
        int first = at;
        mayBeginRange = false;
        while (at < text.length() && text.charAt(at) != ']') {
            member(text.charAt(at++));
        }
        if (at >= text.length() || at == first) {
            throw refused("a set that is empty or does not end");
        }
        at++;
        atom("]");
    }

    private void member(char c) {
        boolean begins = mayBeginRange;
        mayBeginRange = false;
        switch (c) {
            case '[', '&', '~', '^' -> throw refused("a bracket or an operator within a set: escape it");
            case '\\' -> out.append(escaped(true));
            case '-' -> range(begins);
            default -> {
                out.append(c);
                mayBeginRange = isPlain(c);
            }
        }
    }

    private void range(boolean begins) {
        char to = at < text.length() ? text.charAt(at++) : ']';
        if (!begins || !isPlain(to) || text.charAt(at - 3) > to) {
            throw refused("a hyphen in a set that does not stand between two letters or digits: escape it");
        }
        out.append('-').append(to);
    }

    private static boolean isPlain(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private String escaped(boolean inSet) {
        if (at >= text.length()) {
            throw refused("a backslash at the end");
        }
        char c = text.charAt(at++);
        String known = inSet ? letters(c) : letterSet(c);
        if (known != null) {
            return known;
        }
        if (SPECIAL.indexOf(c) < 0) {
            throw refused("the escape \\" + c);
        }
        return "\\" + c;
    }

    private static @Nullable String letters(char c) {
        return switch (c) {
            case 'd' -> "0-9";
            case 'w' -> "0-9A-Za-z_";
            case 's' -> "\\t\\n\\f\\r ";
            default -> null;
        };
    }

    private static @Nullable String letterSet(char c) {
        String letters = letters(Character.toLowerCase(c));
        if (letters == null) {
            return null;
        }
        return (Character.isUpperCase(c) ? "[^" : "[") + letters + "]";
    }

    private static IllegalArgumentException refused(String what) {
        return new IllegalArgumentException("Not supported in a regular expression: " + what);
    }
}
