package io.deskgraph.kit.note;

import io.deskgraph.kit.data.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

@Entity
@Table(name = "notes")
public class Note extends TenantOwned {

    @Id
    public UUID id;

    public String text;

    @Version
    public int version;
}
