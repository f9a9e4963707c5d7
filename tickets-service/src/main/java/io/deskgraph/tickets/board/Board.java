package io.deskgraph.tickets.board;

import io.deskgraph.kit.lookup.LookUp;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "boards")
public class Board extends LookUp {

    @Column(name = "board_name", nullable = false)
    public String boardName;

    @Column(name = "description")
    public @Nullable String description;

    @Column(name = "display_order", nullable = false)
    public int displayOrder;

    @Column(name = "is_default", nullable = false)
    public boolean isDefault;

    @Column(name = "is_inactive", nullable = false)
    public boolean isInactive;

    @Column(name = "category_type", nullable = false)
    public String categoryType;

    @Column(name = "priority_type", nullable = false)
    public String priorityType;

    @Column(name = "default_assigned_to")
    public @Nullable UUID defaultAssignedTo;

    @Column(name = "default_priority_id")
    public @Nullable UUID defaultPriorityId;

    @Column(name = "enable_live_ticket_timer", nullable = false)
    public boolean enableLiveTicketTimer;

    @Column(name = "close_needs_resolution", nullable = false)
    public boolean closeNeedsResolution;

    @Column(name = "close_needs_time_entry", nullable = false)
    public boolean closeNeedsTimeEntry;

    @Column(name = "close_needs_closed_children", nullable = false)
    public boolean closeNeedsClosedChildren;

    @Column(name = "close_needs_fields", nullable = false)
    public String[] closeNeedsFields = {};
}
