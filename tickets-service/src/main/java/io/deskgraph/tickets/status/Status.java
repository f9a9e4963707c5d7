package io.deskgraph.tickets.status;

import io.deskgraph.kit.lookup.LookUp;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "statuses")
public class Status extends LookUp {

    @Column(name = "name", nullable = false)
    public String name;

    @Column(name = "status_type", nullable = false)
    public String statusType;

    @Column(name = "board_id")
    public @Nullable UUID boardId;

    @Column(name = "is_closed", nullable = false)
    public boolean isClosed;

    @Column(name = "is_default", nullable = false)
    public boolean isDefault;

    @Column(name = "order_number", nullable = false)
    public int orderNumber;

    @Column(name = "color")
    public @Nullable String color;

    @Column(name = "icon")
    public @Nullable String icon;
}
