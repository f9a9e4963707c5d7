package io.deskgraph.contracts;

import java.util.List;

/** The Kafka topics. Each has a dead-letter topic beside it. */
public final class Topics {

    public static final String ASSETS = "deskgraph.assets";
    public static final String TICKETS = "deskgraph.tickets";
    public static final String BUNDLES = "deskgraph.bundles";
    public static final String LINKS = "deskgraph.links";
    public static final String IDENTITY = "deskgraph.identity";

    /** Every topic, without the dead-letter topics. */
    public static final List<String> ALL = List.of(ASSETS, TICKETS, BUNDLES, LINKS, IDENTITY);

    private static final String DEAD_LETTERS = ".dlq";

    private Topics() {}

    /** Where a consumer puts an event of this topic that it cannot apply. */
    public static String deadLetters(String topic) {
        return topic + DEAD_LETTERS;
    }
}
