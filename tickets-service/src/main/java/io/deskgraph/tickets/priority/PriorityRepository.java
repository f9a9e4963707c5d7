package io.deskgraph.tickets.priority;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class PriorityRepository implements PanacheRepositoryBase<Priority, UUID> {}
