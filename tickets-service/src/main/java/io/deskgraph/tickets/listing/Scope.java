package io.deskgraph.tickets.listing;

/**
 * What a list is confined to whatever its reader asks for.
 *
 * @param condition SQL in which each {@code ?} stands for the argument
 */
public record Scope(String condition, Object argument) {

    static final Scope ALL = new Scope("true", "");

    boolean confines() {
        return this != ALL;
    }
}
