package io.deskgraph.standalone.bench;

import io.deskgraph.standalone.bench.Workload.Limit;
import io.deskgraph.standalone.bench.Workload.Request;
import io.deskgraph.standalone.suite.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** What is measured. Reads are spread over everything there is; each link is made once. */
final class Workloads {
    private static final int LINKS_PER_ROUND = 20_000;
    private static final int MIXED = 10_000;

    private final List<BenchTenant> tenants;
    private final Random random;
    private final Set<List<String>> linked = new HashSet<>();

    Workloads(List<BenchTenant> tenants, long seed) {
        this.tenants = List.copyOf(tenants);
        this.random = new Random(seed);
        tenants.forEach(tenant -> linked.addAll(tenant.linked()));
    }

    /** One round; the next one makes other links. */
    List<Workload> round() {
        List<Request> links = links();
        int some = Math.min(MIXED / 20, links.size() / 2);
        return List.of(
                new Workload("ticket by id", Limit.READS, false, ofTickets(Workloads::ticket)),
                new Workload("list of 25 tickets", Limit.NONE, false, ofTenants(Workloads::list)),
                new Workload("search", Limit.NONE, false, ofTenants(Workloads::search)),
                new Workload("tickets of an asset", Limit.NONE, false, ofAssets()),
                new Workload("tree of assets", Limit.NONE, false, ofTenants(Workloads::tree)),
                new Workload("create ticket, one tenant", Limit.INSERTS, false, List.of(create(tenants.get(0)))),
                new Workload("create ticket, all tenants", Limit.INSERTS, false, ofTenants(Workloads::create)),
                new Workload("link ticket to asset", Limit.NONE, true, links.subList(some, links.size())),
                new Workload("mixed", Limit.NONE, true, mixed(links.subList(0, some))));
    }

    private List<Request> ofTenants(Function<BenchTenant, Request> request) {
        return tenants.stream().map(request).toList();
    }

    private List<Request> ofTickets(TicketRequest request) {
        List<Request> requests = new ArrayList<>();
        tenants.forEach(tenant -> tenant.tickets().forEach(ticket -> requests.add(request.of(tenant, ticket))));
        Collections.shuffle(requests, random);
        return requests;
    }

    private List<Request> ofAssets() {
        List<Request> requests = new ArrayList<>();
        tenants.forEach(tenant -> tenant.assets()
                .forEach(asset -> requests.add(Request.get(tenant, "/api/v1/assets/" + asset + "/tickets"))));
        Collections.shuffle(requests, random);
        return requests;
    }

    private List<Request> links() {
        List<Request> requests = new ArrayList<>();
        long free = tenants.stream()
                        .mapToLong(tenant ->
                                (long) tenant.tickets().size() * tenant.assets().size())
                        .sum()
                - linked.size();
        while (requests.size() < Math.min(LINKS_PER_ROUND, free / 2)) {
            BenchTenant tenant = pick(tenants);
            String ticket = pick(tenant.tickets());
            String asset = pick(tenant.assets());
            if (linked.add(List.of(ticket, asset))) {
                requests.add(link(tenant, ticket, asset));
            }
        }
        return requests;
    }

    /** Of twenty requests sixteen read, one creates a ticket, one makes a link, and two ask for many rows. */
    private List<Request> mixed(List<Request> links) {
        List<Request> requests = new ArrayList<>(links);
        while (requests.size() < MIXED) {
            BenchTenant tenant = pick(tenants);
            requests.add(
                    switch (requests.size() % 19) {
                        case 0 -> create(tenant);
                        case 1 -> list(tenant);
                        case 2 -> search(tenant);
                        case 3, 4, 5 -> Request.get(tenant, "/api/v1/assets/" + pick(tenant.assets()) + "/tickets");
                        default -> ticket(tenant, pick(tenant.tickets()));
                    });
        }
        Collections.shuffle(requests, random);
        return requests;
    }

    private static Request ticket(BenchTenant tenant, String ticket) {
        return Request.get(tenant, "/api/v1/tickets/" + ticket);
    }

    private static Request list(BenchTenant tenant) {
        return Request.get(tenant, "/api/v1/tickets?limit=25");
    }

    private static Request search(BenchTenant tenant) {
        return Request.get(tenant, "/api/v1/tickets/search?query=printer%20on%20fire");
    }

    private static Request tree(BenchTenant tenant) {
        return Request.get(tenant, "/database/default/assets/" + BenchPlan.ROOT + "/asset-links?childTreeView=true");
    }

    private static Request create(BenchTenant tenant) {
        return new Request(tenant, "POST", "/api/v1/tickets", Json.compact(tenant.newTicket()));
    }

    private static Request link(BenchTenant tenant, String ticket, String asset) {
        String body = Json.compact(Map.of("ticket_id", ticket, "relationship_type", "affected"));
        return new Request(tenant, "POST", "/api/v1/assets/" + asset + "/tickets", body);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private interface TicketRequest {
        Request of(BenchTenant tenant, String ticket);
    }
}
