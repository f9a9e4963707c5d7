package io.deskgraph.kit.bad;

import io.deskgraph.kit.note.Note;
import io.deskgraph.kit.note.NoteRepository;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** Each nested class breaks one rule. They are abstract, so that no application serves them. */
final class BadResource {

    private BadResource() {}

    @Path("/bad/undeclared")
    abstract static class Undeclared {
        @GET
        public String get() {
            return "";
        }
    }

    @Path("/bad/open")
    abstract static class OpenWithoutReason {
        @GET
        @PermitAll
        public String get() {
            return "";
        }
    }

    @Path("/bad/hidden")
    abstract static class Hidden {
        @GET
        @PermissionsAllowed("bad:read")
        String get() {
            return "";
        }
    }

    @Path("/bad/repository")
    abstract static class WithRepository {
        @GET
        @PermissionsAllowed("bad:read")
        public Uni<Long> get(NoteRepository notes) {
            return notes.count();
        }
    }

    @Path("/bad/entity")
    abstract static class WithEntity {
        @GET
        @PermissionsAllowed("bad:read")
        public Uni<List<Note>> get() {
            return Uni.createFrom().nullItem();
        }
    }
}
