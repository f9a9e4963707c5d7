package io.deskgraph.links.assetlink;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.deskgraph.kit.policy.Verb;
import io.deskgraph.links.access.AssetRights;
import io.deskgraph.links.edge.EdgeTypes;
import io.deskgraph.links.edge.Neighbour;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The links of an asset, one hop. Links to what the caller may not see are only counted. */
@JsonNaming(LowerCamelCaseStrategy.class)
@Schema(name = "AssetLinkList")
record LinkList(
        List<LinkNode> related,
        List<LinkNode> parents,
        List<LinkNode> children,
        Hidden unauthorizedCounts,
        String message) {

    static final String SUCCESS = "Success";

    private static final Comparator<Neighbour> ORDER = Comparator.comparing(Neighbour::outgoing)
            .reversed()
            .thenComparing(Neighbour::other, LinkNode::compare)
            .thenComparing(Neighbour::alias, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Neighbour::linkId);

    /** How many links of each kind lead to what the caller may not see. */
    @JsonNaming(LowerCamelCaseStrategy.class)
    @Schema(name = "AssetLinkUnauthorizedCounts")
    record Hidden(int related, int parents, int children) {}

    static LinkList of(List<Neighbour> neighbours, AssetRights access) {
        List<Neighbour> seen = neighbours.stream()
                .filter(neighbour -> access.allows(Verb.GET, neighbour.other()))
                .sorted(ORDER)
                .toList();
        Hidden hidden = new Hidden(
                count(neighbours, LinkList::isRelated) - count(seen, LinkList::isRelated),
                count(neighbours, Neighbour::isParent) - count(seen, Neighbour::isParent),
                count(neighbours, Neighbour::isChild) - count(seen, Neighbour::isChild));
        return new LinkList(
                nodes(seen, LinkList::isRelated),
                nodes(seen, Neighbour::isParent),
                nodes(seen, Neighbour::isChild),
                hidden,
                SUCCESS);
    }

    /** Every type but one. */
    private static boolean isRelated(Neighbour neighbour) {
        return !neighbour.type().equals(EdgeTypes.PARENT_CHILD);
    }

    private static List<LinkNode> nodes(List<Neighbour> seen, Predicate<Neighbour> wanted) {
        return seen.stream().filter(wanted).map(LinkNode::of).toList();
    }

    private static int count(List<Neighbour> neighbours, Predicate<Neighbour> wanted) {
        return (int) neighbours.stream().filter(wanted).count();
    }
}
