package io.deskgraph.standalone.demo;

import io.deskgraph.standalone.suite.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes one tenant's plan real: look-ups first, then assets, tickets, and the links between them. */
final class TenantSeeder {
    private final String tenant;
    private final String prefix;
    private final DemoPlan plan;
    private final Caller caller;
    private final Crew crew;
    private final Progress progress;

    TenantSeeder(String tenant, Caller caller, Crew crew, Progress progress) {
        this.tenant = tenant;
        this.prefix = "demo-" + tenant + "-";
        this.plan = DemoPlan.of(tenant);
        this.caller = caller;
        this.crew = crew;
        this.progress = progress;
    }

    void create() {
        LookUps lookUps = new LookUps(caller, prefix);
        lookUps.awaitFirstBoard();
        Map<String, String> clients = lookUps.clients(DemoPlan.CLIENTS);
        List<String> assets = assets(clients);
        List<String> tickets = tickets(lookUps, clients);
        link(assets, tickets);
    }

    private List<String> assets(Map<String, String> clients) {
        AssetLookUps lookUps = new AssetLookUps(caller, prefix);
        List<String> names =
                Stream.of(Fleet.values()).map(Fleet::category).distinct().toList();
        Map<String, Integer> categories = lookUps.categories(names);
        Map<String, Integer> locations = lookUps.locations(DemoPlan.LOCATIONS);
        return crew.map(
                plan.assets(),
                asset -> {
                    Map<String, Object> body = assetBody(asset);
                    body.put("category_id", categories.get(asset.fleet().category()));
                    body.put("location_id", locations.get(asset.location()));
                    body.put("client_id", clients.get(asset.client()));
                    return created("/api/assets", body, "asset-" + asset.tag(), "/asset_id");
                },
                done -> say(done, plan.assets().size(), "assets"));
    }

    private static Map<String, Object> assetBody(DemoPlan.Asset asset) {
        Map<String, Object> body = new HashMap<>();
        body.put("asset_tag", asset.tag());
        body.put("name", asset.name());
        body.put("asset_type", asset.fleet().type());
        body.put("manufacturer", asset.fleet().manufacturer());
        body.put("model", asset.fleet().model());
        body.put("serial", asset.serial());
        body.put("status", asset.status());
        body.put("purchase_date", asset.purchased().toString());
        body.put("purchase_cost", asset.cost());
        body.put("warranty_expiry", asset.warranty().toString());
        body.put("notes", "");
        return body;
    }

    private List<String> tickets(LookUps lookUps, Map<String, String> clients) {
        Map<String, String> boards = lookUps.allBoards();
        Map<String, String> priorities = lookUps.allPriorities();
        Map<String, Map<String, String>> statuses = new HashMap<>();
        LookUps.BOARDS.forEach(board -> statuses.put(board, lookUps.statuses(boards.getOrDefault(board, ""))));
        List<Integer> numbers =
                IntStream.range(0, plan.tickets().size()).boxed().toList();
        return crew.map(
                numbers,
                number -> {
                    DemoPlan.Ticket ticket = plan.tickets().get(number);
                    Map<String, Object> body = new HashMap<>();
                    body.put("title", ticket.title());
                    body.put("attributes", Map.of("description", ticket.description()));
                    body.put("board_id", boards.get(ticket.board()));
                    body.put(
                            "status_id",
                            statuses.getOrDefault(ticket.board(), Map.of()).get(ticket.status()));
                    body.put("priority_id", priorities.get(ticket.priority()));
                    body.put("client_id", clients.get(ticket.client()));
                    return created("/api/v1/tickets", body, "ticket-" + number, "/data/ticket_id");
                },
                done -> say(done, plan.tickets().size(), "tickets"));
    }

    private void link(List<String> assets, List<String> tickets) {
        List<Link> links = IntStream.range(0, tickets.size())
                .boxed()
                .flatMap(ticket -> links(ticket))
                .toList();
        List<String> unused = crew.map(
                links,
                link -> {
                    Map<String, Object> body = Map.of(
                            "ticket_id", tickets.get(link.ticket()),
                            "relationship_type", link.type());
                    String path = "/api/v1/assets/" + assets.get(link.asset()) + "/tickets";
                    return created(path, body, "link-" + link.ticket() + "-" + link.asset(), "/data/entity_id");
                },
                done -> say(done, links.size(), "links"));
    }

    private Stream<Link> links(int ticket) {
        List<Integer> concerned = plan.tickets().get(ticket).assets();
        return IntStream.range(0, concerned.size())
                .mapToObj(place -> new Link(ticket, concerned.get(place), place == 0 ? "affected" : "related"));
    }

    private record Link(int ticket, int asset, String type) {}

    private String created(String path, Object body, String key, String id) {
        return caller.post(path, body, prefix + key).json().at(id).asText();
    }

    private void say(int done, int of, String what) {
        String text = String.format(Locale.ROOT, "%s: %d of %d %s", tenant, done, of, what);
        if (done == of) {
            progress.say("demo data", text);
        } else {
            progress.stillAlive("demo data", text);
        }
    }
}
