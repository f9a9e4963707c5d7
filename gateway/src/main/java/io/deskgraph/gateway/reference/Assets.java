package io.deskgraph.gateway.reference;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Files that are packaged with the gateway: the reference page with all it needs, and the description of the events. */
@Startup
@Singleton
class Assets {

    private static final String WEBJAR = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String CONTRACTS = "contracts/";

    private static final String HTML = "text/html;charset=UTF-8";
    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final String STYLE = "text/css;charset=UTF-8";

    private final Map<String, Page> ofThePage;
    private final Page events;
    private final Map<String, Page> schemas = new ConcurrentHashMap<>();

    Assets() {
        String library = "META-INF/resources/webjars/swagger-ui/" + version() + "/";
        ofThePage = Map.of(
                "index.html", Page.of(read("reference/index.html"), HTML),
                "start.js", Page.of(read("reference/start.js"), SCRIPT),
                "swagger-ui.css", Page.of(read(library + "swagger-ui.css"), STYLE),
                "swagger-ui-bundle.js", Page.of(read(library + "swagger-ui-bundle.js"), SCRIPT));
        events = Page.of(read(CONTRACTS + "asyncapi.yaml"), "application/yaml");
    }

    @Nullable
    Page ofThePage(String name) {
        return ofThePage.get(name);
    }

    Page events() {
        return events;
    }

    /** The schema of an event by its file's name; null if there is none. */
    @Nullable
    Page schema(String name) {
        if (!name.matches("[a-z0-9_.]{1,100}\\.json") || name.contains("..")) {
            return null;
        }
        Page known = schemas.get(name);
        if (known == null && exists(CONTRACTS + "schemas/" + name)) {
            known = Page.of(read(CONTRACTS + "schemas/" + name), "application/schema+json");
            schemas.put(name, known);
        }
        return known;
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = open(WEBJAR)) {
            properties.load(in);
            return properties.getProperty("version").toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String name) {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean exists(String name) {
        return Thread.currentThread().getContextClassLoader().getResource(name) != null;
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(name), name);
    }
}
