package io.deskgraph.links.association;

/** From which end a link is made, with the words its dialect has for what can be wrong. */
enum Side {
    ASSET("Asset not found", "Ticket not found", "Ticket is already linked to this asset", "Invalid request data"),
    TICKET("Asset not found", "ticket not found", "Asset is already linked to this ticket", "Validation failed");

    private final String noAsset;
    private final String noTicket;
    private final String duplicate;
    private final String invalidBody;

    Side(String noAsset, String noTicket, String duplicate, String invalidBody) {
        this.noAsset = noAsset;
        this.noTicket = noTicket;
        this.duplicate = duplicate;
        this.invalidBody = invalidBody;
    }

    String noAsset() {
        return noAsset;
    }

    String noTicket() {
        return noTicket;
    }

    String duplicate() {
        return duplicate;
    }

    String invalidBody() {
        return invalidBody;
    }
}
