package io.deskgraph.kit.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A regular expression for a whole value. Matched by RE2, whose time grows with the text and no faster; written as one
 * of PostgreSQL's for lists. Only what both read in the same way is accepted.
 */
public final class LinearPattern {

    private static final int LONGEST = 256;

    private final Pattern pattern;
    private final String postgres;

    private LinearPattern(Pattern pattern, String postgres) {
        this.pattern = pattern;
        this.postgres = postgres;
    }

    /** @throws IllegalArgumentException with a text for people when it cannot be used */
    public static LinearPattern of(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A regular expression has at most " + LONGEST + " characters");
        }
        try {
            String postgres = new PatternTranslation(text).postgres();
            return new LinearPattern(Pattern.compile(text), postgres);
        } catch (PatternSyntaxException invalid) {
            throw new IllegalArgumentException("Not a regular expression: " + invalid.getDescription(), invalid);
        }
    }

    boolean matches(String value) {
        return pattern.matches(value);
    }

    /** The same as an expression of PostgreSQL, for the collation {@code "C"}. */
    String postgres() {
        return postgres;
    }
}
