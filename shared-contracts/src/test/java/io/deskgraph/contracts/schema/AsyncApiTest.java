package io.deskgraph.contracts.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.deskgraph.contracts.EventTypes;
import io.deskgraph.contracts.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

    private static JsonNode api = new YAMLMapper().createObjectNode();

    @BeforeAll
    static void parse() throws IOException {
        api = new YAMLMapper()
                .readTree(
                        Path.of(Contracts.resource("/contracts/asyncapi.yaml")).toFile());
    }

    @Test
    void is_asyncapi_3() {
        assertEquals("3.0.0", api.path("asyncapi").asText());
        assertFalse(api.at("/info/title").asText().isEmpty());
        assertFalse(api.at("/info/version").asText().isEmpty());
    }

    @Test
    void names_the_topics_and_their_types_and_no_others() {
        Map<String, Set<String>> described = new HashMap<>();
        for (JsonNode channel : api.path("channels")) {
            described.put(channel.path("address").asText(), messageNames(channel));
        }

        Map<String, Set<String>> ours = new HashMap<>();
        Topics.ALL.forEach(topic -> ours.put(topic, new HashSet<>(EventTypes.on(topic))));
        assertEquals(ours, described);
    }

    @Test
    void each_channel_is_published_with_all_its_messages() {
        Map<String, Set<String>> published = new HashMap<>();
        for (JsonNode operation : api.path("operations")) {
            assertEquals("send", operation.path("action").asText());
            Set<String> names = new HashSet<>();
            operation
                    .path("messages")
                    .forEach(message ->
                            names.add(resolve(resolve(message)).path("name").asText()));
            published.put(resolve(operation.path("channel")).path("address").asText(), names);
        }

        Map<String, Set<String>> ours = new HashMap<>();
        Topics.ALL.forEach(topic -> ours.put(topic, new HashSet<>(EventTypes.on(topic))));
        assertEquals(ours, published);
    }

    @Test
    void each_message_has_the_envelope_and_the_schema_of_its_type() {
        for (JsonNode message : api.at("/components/messages")) {
            String type = message.path("name").asText();
            String file = Contracts.described().contains(type) ? type + ".json" : "event.json";

            assertEquals("./schemas/" + file, message.at("/payload/schema/$ref").asText());
            assertEquals(
                    "#/components/messageTraits/cloudEvent",
                    message.at("/traits/0/$ref").asText());
        }
        assertEquals(
                "./schemas/headers.json",
                api.at("/components/messageTraits/cloudEvent/headers/schema/$ref")
                        .asText());
    }

    @Test
    void every_reference_leads_somewhere() {
        List<JsonNode> references = api.findValues("$ref");
        List<String> broken = new ArrayList<>();
        for (JsonNode reference : references) {
            if (resolve(reference.asText()).isMissingNode()) {
                broken.add(reference.asText());
            }
        }

        assertTrue(references.size() > EventTypes.all().size());
        assertEquals(List.of(), broken);
    }

    private static Set<String> messageNames(JsonNode channel) {
        Set<String> names = new HashSet<>();
        channel.path("messages")
                .forEach(message -> names.add(resolve(message).path("name").asText()));
        return names;
    }

    private static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(node.path("$ref").asText()) : node;
    }

    private static JsonNode resolve(String reference) {
        return reference.startsWith("#") ? api.at(reference.substring(1)) : file(reference);
    }

    private static JsonNode file(String reference) {
        return Contracts.schema(reference.replace("./schemas/", ""));
    }
}
