package io.deskgraph.tickets.client;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class ClientRepository implements PanacheRepositoryBase<Client, UUID> {}
