package io.deskgraph.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Stands in for a service where only the launcher is of interest: it listens, says it is ready, or dies when told to. */
public final class FakeService {
    static final String FAILS = "FAKE_FAILS";

    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        if (System.getenv("DESKGRAPH_DB_NAME").equals(System.getenv(FAILS))) {
            System.out.println("the reason why it cannot start");
            System.exit(3);
        }
        HttpServer unused = listen("DESKGRAPH_HTTP_PORT", "hello");
        HttpServer management = listen("DESKGRAPH_MANAGEMENT_PORT", "{\"status\":\"UP\"}");
        management.createContext("/q/metrics", exchange -> answer(exchange, "outbox_lag_events{x=\"1\"} 7.0\n"));
        management.createContext("/q/copies", FakeService::rebuild);
    }

    private static HttpServer listen(String variable, String text) throws IOException {
        int port = Integer.parseInt(System.getenv(variable));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", exchange -> answer(exchange, text));
        server.start();
        return server;
    }

    /** Takes a while, can rebuild two topics, and one of them only in part. */
    private static void rebuild(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/q/copies/deskgraph.assets/rebuild" -> {
                LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
                answer(exchange, "{\"topic\":\"deskgraph.assets\",\"subjects\":412,\"failed\":0}");
            }
            case "/q/copies/deskgraph.tickets/rebuild" ->
                answer(exchange, "{\"topic\":\"deskgraph.tickets\",\"subjects\":9,\"failed\":2}");
            default -> answer(exchange, 404, "{\"topics\":[\"deskgraph.tickets\",\"deskgraph.assets\"]}");
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        answer(exchange, 200, text);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
