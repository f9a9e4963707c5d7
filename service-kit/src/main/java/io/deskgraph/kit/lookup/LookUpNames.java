package io.deskgraph.kit.lookup;

/**
 * How a kind of look-up and its main members are called.
 *
 * @param topic of its events
 * @param kind in its events, one of those of {@link io.deskgraph.contracts.event.ReferenceState}
 * @param idMember the member of the view with the id of the row
 * @param nameMember the member of the view that people know it by
 */
public record LookUpNames(String topic, String kind, String idMember, String nameMember) {}
