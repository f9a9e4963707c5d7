package io.deskgraph.tickets.contact;

import io.deskgraph.kit.lookup.LookUp;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "contacts")
public class Contact extends LookUp {

    @Column(name = "full_name", nullable = false)
    public String fullName;

    @Column(name = "email")
    public @Nullable String email;

    @Column(name = "phone_number")
    public @Nullable String phoneNumber;

    @Column(name = "client_id")
    public @Nullable UUID clientId;

    @Column(name = "is_inactive", nullable = false)
    public boolean isInactive;
}
