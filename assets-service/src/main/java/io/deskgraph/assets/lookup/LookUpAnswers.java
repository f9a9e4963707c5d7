package io.deskgraph.assets.lookup;

import io.deskgraph.kit.http.Answer;
import io.deskgraph.kit.http.ETags;
import io.deskgraph.kit.problem.Problem;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** What every look-up's resource answers the same way. */
@Singleton
public class LookUpAnswers {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final ETags tags;

    LookUpAnswers(ETags tags) {
        this.tags = tags;
    }

    public Answer created(String path, LookUp row, Object view) {
        var rendered = tags.render(row.version, view);
        return Answer.created(path + "/" + row.number, rendered).tagged(rendered.tag());
    }

    public Answer one(LookUp row, Object view) {
        var rendered = tags.render(row.version, view);
        return Answer.ok(rendered).tagged(rendered.tag());
    }

    /** @throws Problem 400 unless it is a number */
    public static long number(String kind, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw Problem.invalid("Invalid " + kind + " ID format");
        }
        return Long.parseLong(text);
    }
}
