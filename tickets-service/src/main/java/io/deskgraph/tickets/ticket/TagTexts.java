package io.deskgraph.tickets.ticket;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The texts of a ticket's tags: no blanks around them, none empty, none twice, whatever the case. */
final class TagTexts {

    private TagTexts() {}

    static List<String> of(List<String> sent) {
        Map<String, String> texts = new LinkedHashMap<>();
        sent.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(text -> texts.putIfAbsent(lower(text), text));
        return List.copyOf(texts.values());
    }

    /** Those the ticket has where the texts sent are the same but for order and case. */
    static List<String> replacing(List<String> present, List<String> sent) {
        List<String> texts = of(sent);
        return lower(present).equals(lower(texts)) ? present : texts;
    }

    private static Set<String> lower(List<String> texts) {
        return texts.stream().map(TagTexts::lower).collect(Collectors.toSet());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
