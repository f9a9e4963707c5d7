package io.deskgraph.gateway.me;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskgraph.gateway.test.Desk;
import io.deskgraph.gateway.test.Tenancies;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MeTest {

    @Test
    void whoCallsAndWhatTheyMayDo() {
        // When
        Desk.Told me = Desk.ACME.as(Tenancies.TOM_KEY).get("/api/v1/me").expect(200);

        // Then
        assertEquals(Tenancies.ACME.toString(), me.text("data.tenant.tenant_id"));
        assertEquals("acme", me.text("data.tenant.slug"));
        assertEquals("Acme", me.text("data.tenant.name"));
        assertEquals(Tenancies.TOM.toString(), me.text("data.user.user_id"));
        assertEquals("tom@acme.test", me.text("data.user.username"));
        assertEquals(List.of("Dispatcher", "Read Only"), me.json().getList("data.roles"));
        assertTrue(me.json().getList("data.permissions").contains("ticket:create"));
        assertFalse(me.json().getList("data.permissions").contains("ticket:delete"));
        assertEquals("api_key", me.text("data.credential.type"));
        assertNotNull(me.text("data.credential.api_key_id"));
        assertNull(me.text("data.credential.scopes"));
    }

    @Test
    void theOperatorSeesThemselvesOnTheRootHost() {
        Desk.Told me =
                new Desk(Tenancies.ROOT, Tenancies.MIA_KEY).get("/api/v1/me").expect(200);

        assertEquals("msp", me.text("data.tenant.slug"));
        assertTrue(me.json().getList("data.permissions").contains("tenant:create"));
    }
}
