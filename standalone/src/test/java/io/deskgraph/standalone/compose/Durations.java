package io.deskgraph.standalone.compose;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as compose files and configurations write them. */
final class Durations {

    private static final Pattern FORM = Pattern.compile("(\\d+)(s|m)");

    private Durations() {}

    static int seconds(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new AssertionError("Not a time: " + text);
        }
        int number = Integer.parseInt(form.group(1));
        return form.group(2).equals("m") ? number * 60 : number;
    }
}
