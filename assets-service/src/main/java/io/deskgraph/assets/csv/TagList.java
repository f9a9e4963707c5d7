package io.deskgraph.assets.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * Tags in one cell, separated by semicolons. Space around a tag counts for nothing; a backslash makes the next character
 * part of the tag, so that every list of tags has a cell and comes back from it.
 */
public final class TagList {

    private TagList() {}

    public static String write(List<String> tags) {
        StringBuilder cell = new StringBuilder();
        for (String tag : tags) {
            if (!cell.isEmpty()) {
                cell.append(';');
            }
            write(cell, tag);
        }
        return cell.toString();
    }

    public static List<String> read(String cell) {
        List<String> tags = new ArrayList<>();
        StringBuilder tag = new StringBuilder();
        int kept = 0;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ';') {
                add(tags, tag, kept);
                kept = 0;
            } else if (c == '\\' && i + 1 < cell.length()) {
                tag.append(cell.charAt(++i));
                kept = tag.length();
            } else if (!Character.isWhitespace(c)) {
                tag.append(c);
                kept = tag.length();
            } else if (!tag.isEmpty()) {
                tag.append(c);
            }
        }
        add(tags, tag, kept);
        return List.copyOf(tags);
    }

    private static void add(List<String> tags, StringBuilder tag, int length) {
        tag.setLength(length);
        if (!tag.isEmpty()) {
            tags.add(tag.toString());
        }
        tag.setLength(0);
    }

    private static void write(StringBuilder cell, String tag) {
        for (int i = 0; i < tag.length(); i++) {
            char c = tag.charAt(i);
            boolean edge = i == 0 || i == tag.length() - 1;
            if (c == ';' || c == '\\' || edge && Character.isWhitespace(c)) {
                cell.append('\\');
            }
            cell.append(c);
        }
    }
}
