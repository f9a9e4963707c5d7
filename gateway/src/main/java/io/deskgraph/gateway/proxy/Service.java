package io.deskgraph.gateway.proxy;

import io.deskgraph.gateway.route.Upstream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A service by its replicas. */
final class Service {

    private final String name;
    private final List<Replica> replicas;
    private final AtomicInteger turn = new AtomicInteger();

    Service(String name, List<Replica> replicas) {
        this.name = name;
        this.replicas = List.copyOf(replicas);
    }

    static Map<Upstream, Service> all(UpstreamConfig config) {
        return Map.of(
                Upstream.TICKETS, of("tickets", config.tickets()),
                Upstream.ASSETS, of("assets", config.assets()),
                Upstream.LINKS, of("links", config.links()));
    }

    String name() {
        return name;
    }

    List<Replica> replicas() {
        return replicas;
    }

    boolean hasSeveral() {
        return replicas.size() > 1;
    }

    int size() {
        return replicas.size();
    }

    /**
     * The least busy of those that are well, in turn among equals; if none is well, any that may have come back.
     *
     * @param tried the one that has just failed this request, which is asked again only if there is no other
     * @return null if all are cut off
     */
    @Nullable
    Replica choose(@Nullable Replica tried, long nowNanos) {
        int first = replicas.size() == 1 ? 0 : Math.floorMod(turn.getAndIncrement(), replicas.size());
        Replica best = null;
        int lowest = Integer.MAX_VALUE;
        for (int i = 0; i < replicas.size(); i++) {
            Replica candidate = replicas.get((first + i) % replicas.size());
            int cost = cost(candidate, tried, nowNanos);
            if (cost < lowest) {
                best = candidate;
                lowest = cost;
            }
        }
        return best;
    }

    /** The less the better; what must not be asked costs most. */
    private static int cost(Replica replica, @Nullable Replica tried, long nowNanos) {
        if (replica.isCutOff(nowNanos)) {
            return Integer.MAX_VALUE;
        }
        int cost = Math.min(replica.underWay(), 1 << 20);
        if (replica == tried) {
            cost += 1 << 21;
        }
        return replica.isResting(nowNanos) ? cost + (1 << 22) : cost;
    }

    private static Service of(String name, List<URI> bases) {
        return new Service(name, bases.stream().map(base -> replica(name, base)).toList());
    }

    private static Replica replica(String name, URI base) {
        if (base.getHost() == null || !"http".equals(base.getScheme())) {
            throw new IllegalArgumentException("deskgraph.upstream." + name + " is no http URL: " + base);
        }
        return new Replica(base.getHost(), base.getPort() < 0 ? 80 : base.getPort());
    }
}
