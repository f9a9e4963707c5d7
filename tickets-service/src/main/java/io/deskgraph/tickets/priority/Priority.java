package io.deskgraph.tickets.priority;

import io.deskgraph.kit.lookup.LookUp;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "priorities")
public class Priority extends LookUp {

    @Column(name = "priority_name", nullable = false)
    public String priorityName;

    @Column(name = "description")
    public @Nullable String description;

    @Column(name = "order_number", nullable = false)
    public int orderNumber;

    @Column(name = "color")
    public @Nullable String color;

    @Column(name = "item_type", nullable = false)
    public String itemType;

    @Column(name = "is_from_itil_standard", nullable = false)
    public boolean isFromItilStandard;
}
