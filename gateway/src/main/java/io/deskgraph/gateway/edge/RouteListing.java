package io.deskgraph.gateway.edge;

import io.deskgraph.gateway.route.Route;
import io.deskgraph.gateway.route.Routes;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;

/** The route table on the management port: for operators, and for the test that holds it against what is described. */
@Singleton
class RouteListing {

    void install(@Observes ManagementInterface management) {
        String table = listing().encodePrettily();
        management.router().get("/q/routes").handler(exchange -> exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(table));
    }

    private static JsonArray listing() {
        JsonArray rows = new JsonArray();
        for (Route route : Routes.table()) {
            rows.add(new JsonObject()
                    .put("pattern", route.pattern())
                    .put("service", route.upstream().name().toLowerCase(Locale.ROOT))
                    .put("open", route.open())
                    .put("body_limit", route.bodyLimit()));
        }
        return rows;
    }
}
