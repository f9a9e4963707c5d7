package io.deskgraph.kit.openapi;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/**
 * A view that unwraps another record and replaces one of its members keeps the replacement: the scanner drops it with
 * the member that {@code @JsonIgnoreProperties} leaves out. Only lists of described records are replaced so far.
 */
final class OwnMembers {

    private static final DotName UNWRAPPED = DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");
    private static final DotName LIST = DotName.createSimple("java.util.List");

    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

    private OwnMembers() {}

    static void restore(OpenAPI document, IndexView index) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        if (schemas == null) {
            return;
        }
        Set<String> names = Set.copyOf(schemas.keySet());
        Map<String, ClassInfo> views = index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.annotationsMap().containsKey(UNWRAPPED))
                .collect(Collectors.toMap(ClassInfo::simpleName, type -> type, (one, other) -> one));
        Map.copyOf(schemas).forEach((name, schema) -> {
            if (views.containsKey(name)) {
                views.get(name).recordComponents().forEach(member -> restore(schema, member, names));
            }
        });
    }

    private static void restore(Schema schema, RecordComponentInfo member, Set<String> names) {
        String property = SNAKE_CASE.translate(member.name());
        boolean known = schema.getProperties() != null && schema.getProperties().containsKey(property);
        if (!known && member.type().name().equals(LIST)) {
            Type element = member.type().asParameterizedType().arguments().get(0);
            String described = element.name().withoutPackagePrefix();
            if (names.contains(described)) {
                schema.addProperty(
                        property,
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(References.to(described)));
            }
        }
    }
}
