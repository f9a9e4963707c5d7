package io.deskgraph.standalone.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;

/** What a tenant's demo data will be, before any of it exists. The same for a tenant on every machine. */
record DemoPlan(List<Asset> assets, List<Ticket> tickets) {
    static final List<String> CLIENTS = List.of(
            "Northwind Traders",
            "Contoso Health",
            "Fabrikam Foundry",
            "Tailspin Logistics",
            "Wingtip Books",
            "Litware Labs");
    static final List<String> LOCATIONS =
            List.of("Headquarters", "Data centre East", "Data centre West", "Branch office", "Warehouse");

    private static final int TICKETS = 100;
    private static final LocalDate FIRST_PURCHASE = LocalDate.of(2022, 1, 3);
    private static final List<String> SYMPTOMS = List.of(
            "does not respond",
            "is slow",
            "reports a failing disk",
            "lost its network",
            "needs an update",
            "restarts by itself");

    /** An asset; client, category and location by name. */
    record Asset(
            String tag,
            String name,
            Fleet fleet,
            String serial,
            String status,
            String location,
            String client,
            LocalDate purchased,
            String cost,
            LocalDate warranty) {}

    /** A ticket and the assets it concerns, as positions in the list of assets; the first is the one affected. */
    record Ticket(
            String title,
            String description,
            String board,
            String status,
            String priority,
            String client,
            List<Integer> assets) {}

    static DemoPlan of(String tenant) {
        Random random = new Random(tenant.hashCode());
        List<Asset> assets = new ArrayList<>();
        for (Fleet fleet : Fleet.values()) {
            for (int number = 1; number <= fleet.count(); number++) {
                assets.add(asset(fleet, number, random));
            }
        }
        List<Ticket> tickets = new ArrayList<>();
        for (int number = 0; number < TICKETS; number++) {
            tickets.add(ticket(assets, random));
        }
        return new DemoPlan(List.copyOf(assets), List.copyOf(tickets));
    }

    private static Asset asset(Fleet fleet, int number, Random random) {
        LocalDate purchased = FIRST_PURCHASE.plusDays(random.nextInt(1400));
        return new Asset(
                String.format(Locale.ROOT, "%s-%03d", fleet.prefix(), number),
                fleet.label() + " " + number,
                fleet,
                String.format(Locale.ROOT, "%s%08X", fleet.prefix(), random.nextInt()),
                random.nextInt(20) == 0 ? "maintenance" : "available",
                fleet.isCentral() ? LOCATIONS.get(1 + number % 2) : pick(LOCATIONS, random),
                pick(CLIENTS, random),
                purchased,
                String.format(Locale.ROOT, "%d.%02d", fleet.price() + random.nextInt(400), random.nextInt(100)),
                purchased.plusYears(3));
    }

    private static Ticket ticket(List<Asset> assets, Random random) {
        List<Integer> concerned = concerned(assets, random);
        Asset affected = assets.get(concerned.get(0));
        return new Ticket(
                affected.name() + " " + pick(SYMPTOMS, random),
                "Seen on " + affected.tag() + " (" + affected.location() + ").",
                affected.fleet().isCentral() ? "Infrastructure" : "Service desk",
                pick(LookUps.STATUSES, random),
                pick(LookUps.PRIORITIES, random),
                affected.client(),
                concerned);
    }

    /** A few servers and core switches draw most tickets, the way it is in life; the rest is spread out. */
    private static List<Integer> concerned(List<Asset> assets, Random random) {
        int hubs = Fleet.SERVER.count() + Fleet.SWITCH.count();
        TreeSet<Integer> others = new TreeSet<>();
        int first = random.nextBoolean() ? skewed(hubs, random) : random.nextInt(assets.size());
        for (int more = random.nextInt(4); more > 0; more--) {
            others.add(random.nextBoolean() ? skewed(hubs, random) : random.nextInt(assets.size()));
        }
        others.remove(first);
        List<Integer> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return List.copyOf(all);
    }

    private static int skewed(int bound, Random random) {
        double lowIsLikely = random.nextDouble() * random.nextDouble();
        return (int) (lowIsLikely * bound);
    }

    private static String pick(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
