package io.deskgraph.tickets.document;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The name of a file as its sender had it: something to show, never a path. Folders, control characters and the marks
 * that turn the direction of reading round are taken out, so that a name cannot pretend to be another.
 */
record FileName(String text) {

    private static final int MAX = 255;
    private static final String NAMELESS = "file";
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern UNSHOWABLE =
            Pattern.compile("[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF]|\\p{Cs}");

    static FileName of(String sent) {
        String name = UNSHOWABLE
                .matcher(FOLDERS.matcher(sent).replaceFirst(""))
                .replaceAll("")
                .strip();
        boolean nothing = name.isEmpty() || name.equals(".") || name.equals("..");
        return new FileName(nothing ? NAMELESS : shortened(name));
    }

    /** The ending tells what the file is, so the middle goes. */
    private static String shortened(String name) {
        if (name.length() <= MAX) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 20 ? name.substring(dot) : "";
        int end = MAX - ending.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
    }

    /** A header's value in which nothing of the name can end the quotes or the header. */
    String attachment() {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + encoded + "\"; filename*=UTF-8''" + encoded.replace("*", "%2A");
    }
}
