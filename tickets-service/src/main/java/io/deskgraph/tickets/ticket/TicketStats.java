package io.deskgraph.tickets.ticket;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many tickets there are.
 *
 * @param overdueTickets open ones past their due date
 * @param ticketsByStatus by the status's id; the others by name
 * @param ticketsByCategory without those that have none
 * @param ticketsCreatedToday since midnight UTC; this week and this month go back 7 and 30 days from there
 * @param averageResolutionTime minutes from creation to closing, of closed tickets
 */
public record TicketStats(
        long totalTickets,
        long openTickets,
        long closedTickets,
        long unassignedTickets,
        long overdueTickets,
        Map<String, Long> ticketsByStatus,
        Map<String, Long> ticketsByPriority,
        Map<String, Long> ticketsByCategory,
        Map<String, Long> ticketsByBoard,
        long ticketsCreatedToday,
        long ticketsCreatedThisWeek,
        long ticketsCreatedThisMonth,
        @Nullable Double averageResolutionTime) {}
