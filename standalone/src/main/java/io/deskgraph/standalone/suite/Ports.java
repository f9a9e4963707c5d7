package io.deskgraph.standalone.suite;

import io.deskgraph.embedded.FreePorts;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** The TCP ports of one run, all on 127.0.0.1. */
public record Ports(
        Map<Service, Integer> http, Map<Service, Integer> management, int postgres, int kafka, int kafkaController) {
    public static final int DEFAULT_GATEWAY = 8080;

    private static final int POSTGRES = 54321;
    private static final int KAFKA = 19092;
    private static final int KAFKA_CONTROLLER = 19093;

    public Ports {
        http = Map.copyOf(http);
        management = Map.copyOf(management);
    }

    /** The gateway's port is the one people know, so it must be free; every other one moves on to the next free one. */
    public static Ports choose(int gateway) {
        return choose(gateway, FreePorts::isFree);
    }

    static Ports choose(int gateway, IntPredicate free) {
        if (!free.test(gateway)) {
            throw new LaunchException("Port " + gateway + " is in use, and the gateway needs it. "
                    + "Stop what listens there, or choose another port: ./deskgraph up --port " + (gateway + 1));
        }
        return assign(gateway, new Chooser(gateway, free)::next);
    }

    /** Ports that the operating system picks, for runs beside another one. */
    public static Ports random() {
        int gateway = FreePorts.any();
        Chooser chooser = new Chooser(gateway, FreePorts::isFree);
        IntUnaryOperator next = preferred -> chooser.next(FreePorts.any());
        return assign(gateway, next);
    }

    private static Ports assign(int gateway, IntUnaryOperator next) {
        Map<Service, Integer> http = new EnumMap<>(Service.class);
        Map<Service, Integer> management = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            boolean edge = service == Service.GATEWAY;
            http.put(service, edge ? gateway : next.applyAsInt(service.preferredPort()));
            management.put(service, next.applyAsInt(service.preferredManagementPort()));
        }
        int postgres = next.applyAsInt(POSTGRES);
        int kafka = next.applyAsInt(KAFKA);
        return new Ports(http, management, postgres, kafka, next.applyAsInt(KAFKA_CONTROLLER));
    }

    /** The same, with ports of its own for one more process of this service. */
    Ports beside(Service service) {
        Chooser chooser = new Chooser(gateway(), FreePorts::isFree);
        Map<Service, Integer> otherHttp = new EnumMap<>(http);
        Map<Service, Integer> otherManagement = new EnumMap<>(management);
        otherHttp.put(service, chooser.next(FreePorts.any()));
        otherManagement.put(service, chooser.next(FreePorts.any()));
        return new Ports(otherHttp, otherManagement, postgres, kafka, kafkaController);
    }

    public int gateway() {
        return http(Service.GATEWAY);
    }

    public int http(Service service) {
        return http.getOrDefault(service, 0);
    }

    public int management(Service service) {
        return management.getOrDefault(service, 0);
    }

    /** Hands each port out once. */
    private static final class Chooser {
        private final Set<Integer> taken = new HashSet<>();
        private final IntPredicate free;

        Chooser(int gateway, IntPredicate free) {
            this.free = free;
            taken.add(gateway);
        }

        int next(int preferred) {
            int port = preferred;
            while (taken.contains(port) || !free.test(port)) {
                port++;
            }
            taken.add(port);
            return port;
        }
    }
}
