package io.deskgraph.standalone.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a tenant's data will be; the same for the same seed on every machine.
 *
 * @param parents of each asset but the first, as positions; together a tree
 */
record BenchPlan(List<Asset> assets, List<Ticket> tickets, List<Link> links, List<Integer> parents) {
    static final int CLIENTS = 20;
    static final String ROOT = tag(0);

    private static final int BRANCHES = 4;
    private static final List<String> THINGS = List.of("Laptop", "Printer", "Server", "Switch", "Phone", "Router");
    private static final List<String> SYMPTOMS =
            List.of("does not start", "is slow", "lost its network", "is on fire", "needs an update", "makes a noise");

    record Asset(String tag, String name, String type) {}

    /** Client, status and priority as positions. */
    record Ticket(String title, String description, int client, int status, int priority) {}

    record Link(int ticket, int asset) {}

    static BenchPlan of(Sizes sizes, int tenant) {
        Random random = new Random(31 * sizes.seed() + tenant);
        List<Asset> assets = IntStream.range(0, sizes.assets())
                .mapToObj(number -> asset(number, random))
                .toList();
        List<Ticket> tickets = IntStream.range(0, sizes.tickets())
                .mapToObj(number -> ticket(assets, random))
                .toList();
        List<Integer> parents = IntStream.range(1, sizes.assets())
                .mapToObj(number -> (number - 1) / BRANCHES)
                .toList();
        return new BenchPlan(assets, tickets, links(sizes, random), parents);
    }

    private static Asset asset(int number, Random random) {
        String thing = pick(THINGS, random);
        return new Asset(tag(number), thing + " " + number, thing.toLowerCase(Locale.ROOT));
    }

    private static String tag(int number) {
        return String.format(Locale.ROOT, "BENCH-%06d", number);
    }

    private static Ticket ticket(List<Asset> assets, Random random) {
        Asset asset = pick(assets, random);
        return new Ticket(
                asset.name() + " " + pick(SYMPTOMS, random),
                "Seen on " + asset.tag() + " for " + (1 + random.nextInt(30)) + " days.",
                random.nextInt(CLIENTS),
                random.nextInt(1000),
                random.nextInt(1000));
    }

    private static List<Link> links(Sizes sizes, Random random) {
        Set<Link> links = new LinkedHashSet<>();
        while (links.size() < sizes.links()) {
            links.add(new Link(random.nextInt(sizes.tickets()), random.nextInt(sizes.assets())));
        }
        return new ArrayList<>(links);
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
