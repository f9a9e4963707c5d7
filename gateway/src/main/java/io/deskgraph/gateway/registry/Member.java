package io.deskgraph.gateway.registry;

import java.util.List;
import java.util.UUID;

/**
 * A user who may use the API, as far as tokens of an issuer need one.
 *
 * @param name for people
 * @param roles that the user holds here, whatever a token says
 */
public record Member(UUID userId, String email, String name, List<String> roles) {}
