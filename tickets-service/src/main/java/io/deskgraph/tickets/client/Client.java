package io.deskgraph.tickets.client;

import io.deskgraph.kit.lookup.LookUp;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "clients")
public class Client extends LookUp {

    @Column(name = "client_name", nullable = false)
    public String clientName;

    @Column(name = "email")
    public @Nullable String email;

    @Column(name = "phone_no")
    public @Nullable String phoneNo;

    @Column(name = "url")
    public @Nullable String url;

    @Column(name = "is_inactive", nullable = false)
    public boolean isInactive;

    @Column(name = "billing_cycle")
    public @Nullable String billingCycle;
}
