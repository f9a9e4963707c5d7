package io.deskgraph.tickets.status;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class StatusRepository implements PanacheRepositoryBase<Status, UUID> {}
