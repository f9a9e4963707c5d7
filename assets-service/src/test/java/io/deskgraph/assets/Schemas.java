package io.deskgraph.assets;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.deskgraph.kit.test.PublishedEvent;
import java.util.Set;

/** Holds published events against the schemas that subscribers have. */
public final class Schemas {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaMappers(
                    mappers -> mappers.mapPrefix("https://deskgraph.io/schemas/", "classpath:contracts/schemas/")));

    private Schemas() {}

    public static Set<ValidationMessage> problems(PublishedEvent event) {
        String schema = "https://deskgraph.io/schemas/" + event.type() + ".json";
        return FACTORY.getSchema(
                        SchemaLocation.of(schema),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build())
                .validate(event.payload());
    }
}
