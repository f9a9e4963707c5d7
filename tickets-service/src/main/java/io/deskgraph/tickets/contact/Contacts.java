package io.deskgraph.tickets.contact;

import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.data.Tx;
import io.deskgraph.kit.lookup.Use;
import io.deskgraph.tickets.lookup.DeskLookUp;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What contacts are. A ticket's contact is one of its client's, so a contact with tickets stays with its client. */
public final class Contacts extends DeskLookUp<Contact, ContactRequest, ContactView> {

    public static final Contacts KIND = new Contacts();

    private Contacts() {
        super(Contact.class, ContactRequest.class, ReferenceState.CONTACT, "contact_name_id", "full_name");
    }

    @Override
    protected void fill(Contact row, ContactRequest request) {
        row.fullName = request.fullName();
        row.email = request.email();
        row.phoneNumber = request.phoneNumber();
        row.clientId = request.clientId();
        row.isInactive = or(request.isInactive(), false);
    }

    @Override
    public ContactView view(Contact row) {
        return ContactView.of(row);
    }

    @Override
    protected Map<String, String> constraints() {
        return Map.of("contacts_email_uk", "email", "contacts_client_fk", "client_id");
    }

    @Override
    protected List<Use> uses() {
        return List.of(Use.of("tickets", "contact_name_id"), Use.of("comments", "contact_id"));
    }

    @Override
    protected Uni<Void> check(Tx tx, @Nullable ContactView before, Contact row) {
        boolean stays = before == null || Objects.equals(before.clientId(), row.clientId);
        return stays ? Uni.createFrom().voidItem() : requireUnused(tx, row);
    }
}
