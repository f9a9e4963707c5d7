package io.deskgraph.contracts.schema;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.deskgraph.contracts.EventTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the files of this module, and validates against them as a subscriber would: by {@code $id}. */
final class Contracts {

    static final String BASE = "https://deskgraph.io/schemas/";

    /** As strict as can be, so that no member is lost or made up unseen. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(BASE, "classpath:contracts/schemas/")));

    private static final SchemaValidatorsConfig WITH_FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private Contracts() {}

    static Set<ValidationMessage> problems(URI schema, JsonNode document) {
        return SCHEMAS.getSchema(SchemaLocation.of(schema.toString()), WITH_FORMATS)
                .validate(document);
    }

    static Set<ValidationMessage> problems(String schemaFile, JsonNode document) {
        return problems(URI.create(BASE + schemaFile), document);
    }

    /** Every type there is. */
    static Set<String> described() {
        return EventTypes.all();
    }

    static JsonNode sample(String type) {
        return read("/contracts/samples/" + type + ".json");
    }

    static JsonNode schema(String file) {
        return read("/contracts/schemas/" + file);
    }

    /** File name and content of each document in a folder of the class path. */
    static TreeMap<String, JsonNode> folder(String path) {
        try (Stream<Path> files = Files.list(Path.of(resource(path)))) {
            TreeMap<String, JsonNode> documents = new TreeMap<>();
            files.map(file -> file.getFileName().toString())
                    .forEach(file -> documents.put(file, read(path + "/" + file)));
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static URI resource(String path) {
        try {
            return Objects.requireNonNull(Contracts.class.getResource(path), () -> "There is no " + path)
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private static JsonNode read(String path) {
        try {
            return JSON.readTree(Path.of(resource(path)).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
