package io.deskgraph.tickets.bundle;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** @param newMasterTicketId one of the children */
public record PromoteChild(@NotNull UUID newMasterTicketId) {}
