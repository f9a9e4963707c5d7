package io.deskgraph.contracts.asset;

import java.util.UUID;

/**
 * One stay of an asset with an employee, as its two events tell it.
 *
 * @param checkoutId the same when the asset goes out and when it comes back
 * @param performedBy the name of whoever did this step
 */
public record CheckoutState(UUID checkoutId, UUID employeeId, String employeeName, String performedBy, String note) {}
