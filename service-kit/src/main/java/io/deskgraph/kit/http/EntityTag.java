package io.deskgraph.kit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One entity tag of a conditional header. */
record EntityTag(boolean weak, String opaque) {

    private static final Pattern ONE =
            Pattern.compile("\\G[ \\t]*(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"[ \\t]*(,|$)");

    static List<EntityTag> list(String header, String value) {
        List<EntityTag> tags = new ArrayList<>();
        Matcher matcher = ONE.matcher(value);
        int end = 0;
        boolean more = true;
        while (more && matcher.find()) {
            tags.add(new EntityTag(matcher.group(1) != null, matcher.group(2)));
            end = matcher.end();
            more = ",".equals(matcher.group(3));
        }
        if (more || end != value.length()) {
            throw ETags.malformed(header);
        }
        return tags;
    }
}
