package io.deskgraph.standalone.demo;

/** The kinds of equipment in the demo; 200 pieces in all. */
enum Fleet {
    SERVER("SRV", "Server", "Servers", "server", "Dell", "PowerEdge R760", 8200, 16),
    SWITCH("SWI", "Core switch", "Network", "network_device", "Cisco", "Catalyst 9300", 4100, 12),
    ACCESS_POINT("WAP", "Access point", "Network", "network_device", "Ubiquiti", "U6 Pro", 160, 22),
    WORKSTATION("WKS", "Workstation", "Workstations", "workstation", "Lenovo", "ThinkPad T14", 1400, 100),
    PRINTER("PRN", "Printer", "Printers", "printer", "HP", "LaserJet M507", 520, 18),
    PHONE("MOB", "Phone", "Mobile devices", "mobile_device", "Apple", "iPhone 15", 850, 32);

    private final String prefix;
    private final String label;
    private final String category;
    private final String type;
    private final String manufacturer;
    private final String model;
    private final int price;
    private final int count;

    Fleet(
            String prefix,
            String label,
            String category,
            String type,
            String manufacturer,
            String model,
            int price,
            int count) {
        this.prefix = prefix;
        this.label = label;
        this.category = category;
        this.type = type;
        this.manufacturer = manufacturer;
        this.model = model;
        this.price = price;
        this.count = count;
    }

    String prefix() {
        return prefix;
    }

    String label() {
        return label;
    }

    String category() {
        return category;
    }

    String type() {
        return type;
    }

    String manufacturer() {
        return manufacturer;
    }

    String model() {
        return model;
    }

    int price() {
        return price;
    }

    int count() {
        return count;
    }

    /** Whether it serves everybody and stands in a data centre. */
    boolean isCentral() {
        return this == SERVER || this == SWITCH;
    }
}
