package io.deskgraph.kit.observe;

/** How a request ended, by the first digit of the answer's status. */
enum Status {
    /** The client left before the end of the answer. */
    GONE("gone"),
    INFORMATION("1xx"),
    SUCCESS("2xx"),
    REDIRECTION("3xx"),
    CLIENT_ERROR("4xx"),
    SERVER_ERROR("5xx");

    static final int COUNT = values().length;
    private static final Status[] BY_DIGIT = values();

    private final String label;

    Status(String label) {
        this.label = label;
    }

    static Status of(int code) {
        int digit = code / 100;
        return digit > 0 && digit < COUNT ? BY_DIGIT[digit] : SERVER_ERROR;
    }

    String label() {
        return label;
    }
}
