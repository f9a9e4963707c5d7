package io.deskgraph.tickets.document;

import io.deskgraph.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What kind of file a part says it is, and whether such are taken. */
@ApplicationScoped
class MimeTypes {

    static final String UNKNOWN = "application/octet-stream";

    private static final Pattern FORM = Pattern.compile("[a-z0-9!#$&^_.+-]{1,127}/[a-z0-9!#$&^_.+-]{1,127}");

    private final List<String> allowed;

    MimeTypes(DocumentConfig config) {
        this.allowed = config.allowedTypes().orElse(List.of()).stream()
                .map(type -> type.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The type without its parameters; one that is none counts as unknown. */
    static String of(@Nullable String sent) {
        String type = sent == null ? "" : sent.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(type).matches() ? type : UNKNOWN;
    }

    void require(String type) {
        if (!allowed.isEmpty() && allowed.stream().noneMatch(pattern -> matches(pattern, type))) {
            throw Problem.invalid("file", "File type not allowed: " + type);
        }
    }

    private static boolean matches(String pattern, String type) {
        return pattern.equals("*/*")
                || pattern.equals(type)
                || pattern.endsWith("/*") && type.startsWith(pattern.substring(0, pattern.length() - 1));
    }
}
