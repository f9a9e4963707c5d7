package io.deskgraph.gateway.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.deskgraph.gateway.route.Upstream;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one document in all its forms, made anew on a worker thread whenever a service has something new to say. */
@ApplicationScoped
class Reference {

    private static final Logger LOG = Logger.getLogger(Reference.class);

    private final ServiceDocuments documents;
    private final ReferenceConfig config;
    private final Vertx vertx;
    private final String version;
    private final ObjectMapper json = new ObjectMapper();
    private final ObjectMapper yaml =
            new ObjectMapper(new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));
    private volatile @Nullable Forms forms;

    Reference(
            ServiceDocuments documents,
            ReferenceConfig config,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.documents = documents;
        this.config = config;
        this.vertx = vertx;
        this.version = version;
    }

    void start(@Observes StartupEvent event) {
        long pause = config.refresh().toMillis();
        if (pause > 0) {
            vertx.setTimer(1, begun -> refreshAndLog());
            vertx.setPeriodic(pause, again -> refreshAndLog());
        }
    }

    /** What is known now; only the first caller of all may have to wait for it to be made. */
    Future<Forms> forms() {
        Forms known = forms;
        return known == null ? vertx.executeBlocking(this::make) : Future.succeededFuture(known);
    }

    Future<Forms> refresh() {
        return documents.refresh().compose(asked -> {
            Forms known = forms;
            return known != null && known.tags().equals(documents.tags()) ? forms() : vertx.executeBlocking(this::make);
        });
    }

    private void refreshAndLog() {
        refresh().onFailure(cause -> LOG.error("The API's description could not be made", cause));
    }

    private Forms make() throws JsonProcessingException {
        Map<Upstream, String> tags = documents.tags();
        Map<Upstream, JsonNode> known = documents.known();
        ObjectNode document = Merger.merge(known, version);
        Forms made = new Forms(
                tags,
                missing(known.keySet()),
                Page.of(json.writeValueAsBytes(document), "application/json"),
                Page.of(yaml.writeValueAsBytes(document), "application/yaml"),
                Page.of(json.writeValueAsBytes(ToolRegistry.of(document)), "application/json"));
        forms = made;
        return made;
    }

    private static String missing(Set<Upstream> known) {
        Set<Upstream> missing = EnumSet.copyOf(ServiceDocuments.SERVICES);
        missing.removeAll(known);
        return missing.stream()
                .map(service -> service.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** @param missing services that have not been heard of since the gateway started, separated by commas */
    record Forms(Map<Upstream, String> tags, String missing, Page json, Page yaml, Page tools) {}
}
