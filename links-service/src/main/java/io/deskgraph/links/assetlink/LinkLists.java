package io.deskgraph.links.assetlink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskgraph.kit.policy.Verb;
import io.deskgraph.kit.problem.Problem;
import io.deskgraph.links.access.AssetAccess;
import io.deskgraph.links.access.AssetRights;
import io.deskgraph.links.edge.AssetRef;
import io.deskgraph.links.edge.Descent;
import io.deskgraph.links.edge.Descents;
import io.deskgraph.links.edge.Neighbourhood;
import io.deskgraph.links.edge.Neighbourhoods;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;

/** The links of an asset, flat or as a tree, with what the caller may not see left out and counted. */
@ApplicationScoped
class LinkLists {

    private static final Problem NO_ASSET = Problem.notFound("Asset not found in database");

    private final Neighbourhoods neighbourhoods;
    private final Descents descents;
    private final AssetAccess access;
    private final ObjectMapper json;

    LinkLists(Neighbourhoods neighbourhoods, Descents descents, AssetAccess access, ObjectMapper json) {
        this.neighbourhoods = neighbourhoods;
        this.descents = descents;
        this.access = access;
        this.json = json;
    }

    Uni<byte[]> flat(AssetRef asset) {
        AssetRights rights = access.ofCaller();
        return neighbourhoods
                .of(asset, NO_ASSET)
                .invoke(found -> require(rights, found))
                .map(found -> LinkList.of(found.neighbours(), rights))
                .map(list -> write(list).getBytes(StandardCharsets.UTF_8));
    }

    Uni<byte[]> tree(AssetRef asset, int maxDepth) {
        AssetRights rights = access.ofCaller();
        return descents.of(asset, maxDepth, NO_ASSET)
                .invoke(found -> require(rights, found.top()))
                .map(found -> tree(found, rights, maxDepth))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private String tree(Descent found, AssetRights rights, int maxDepth) {
        LinkTree tree = LinkTree.grow(found, rights, maxDepth);
        LinkList beside = LinkList.of(found.top().neighbours(), rights);
        LinkList.Hidden hidden = new LinkList.Hidden(
                beside.unauthorizedCounts().related(),
                beside.unauthorizedCounts().parents(),
                tree.hidden());
        StringBuilder text = new StringBuilder()
                .append("{\"related\":")
                .append(write(beside.related()))
                .append(",\"parents\":")
                .append(write(beside.parents()))
                .append(",\"children\":");
        TreeWriter.write(tree.children(), text);
        return text.append(",\"unauthorizedCounts\":")
                .append(write(hidden))
                .append(",\"truncated\":")
                .append(tree.truncated())
                .append(",\"message\":\"")
                .append(LinkList.SUCCESS)
                .append("\"}")
                .toString();
    }

    private String write(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A list cannot be written", unwritable);
        }
    }

    private static void require(AssetRights rights, Neighbourhood found) {
        if (!rights.allows(Verb.GET, found.asset())) {
            throw Problem.forbidden("Not authorized to view links for this asset");
        }
    }
}
