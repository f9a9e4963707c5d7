package io.deskgraph.tickets.board;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class BoardRepository implements PanacheRepositoryBase<Board, UUID> {}
