package io.deskgraph.tickets.listing;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** Describes the parameters of lists, which are read by hand, from what the lists offer; once, when the service is built. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ListParameters implements OASFilter {

    private static final DotName LISTED_BY = DotName.createSimple(ListedBy.class.getName());
    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");

    private final IndexView index;

    public ListParameters(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        index.getAnnotations(LISTED_BY).forEach(listed -> describe(document, listed));
    }

    private void describe(OpenAPI document, AnnotationInstance listed) {
        PathItem item = document.getPaths().getPathItem(path(listed.target()));
        if (item != null && item.getGET() != null) {
            describe(
                    item.getGET(),
                    shape(listed.value().asClass().name().toString()),
                    listed.valueWithDefault(index, "paged").asBoolean());
        }
    }

    private static void describe(Operation operation, ListShape shape, boolean paged) {
        shape.filters().stream()
                .filter(filter -> filter.form() != null)
                .forEach(filter -> operation.addParameter(parameter(filter)));
        if (paged) {
            List<String> sorts = shape.sorts().keySet().stream().sorted().toList();
            operation
                    .addParameter(query("sort", choice(sorts).defaultValue(shape.defaultSort())))
                    .addParameter(query(
                            "order", choice(List.of("asc", "desc")).defaultValue(shape.descending() ? "desc" : "asc")))
                    .addParameter(query("page", number()))
                    .addParameter(query(
                            "limit",
                            number().maximum(java.math.BigDecimal.valueOf(ListRequest.MAX_LIMIT))
                                    .defaultValue(ListRequest.DEFAULT_LIMIT)))
                    .addParameter(query("cursor", text())
                            .description("Empty to start a walk; then the nextCursor of the answer before"));
        }
    }

    private static Parameter parameter(Filter filter) {
        Schema schema = filter.values().isEmpty() ? schema(filter.form()) : choice(filter.values());
        Parameter parameter = query(filter.name(), schema);
        return schema.getItems() == null
                ? parameter
                : parameter.style(Parameter.Style.FORM).explode(false).description("Separated by commas");
    }

    private static Schema schema(Filter.@Nullable Form form) {
        return switch (form == null ? Filter.Form.TEXT : form) {
            case UUID -> text().format("uuid");
            case UUIDS -> array(text().format("uuid"));
            case FLAG -> OASFactory.createSchema().addType(SchemaType.BOOLEAN);
            case TEXT -> text();
            case TEXTS -> array(text());
            case TIME -> text().format("date-time");
        };
    }

    private static Parameter query(String name, Schema schema) {
        return OASFactory.createParameter().name(name).in(In.QUERY).schema(schema);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema number() {
        return OASFactory.createSchema().addType(SchemaType.INTEGER).minimum(java.math.BigDecimal.ONE);
    }

    private static Schema array(Schema item) {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(item);
    }

    private static Schema choice(List<String> values) {
        return text().enumeration(List.copyOf(values));
    }

    private static String path(AnnotationTarget target) {
        AnnotationInstance type = target.asMethod().declaringClass().declaredAnnotation(PATH);
        AnnotationInstance method = target.asMethod().annotation(PATH);
        String base = type == null ? "" : type.value().asString();
        return method == null ? base : base + "/" + method.value().asString();
    }

    private static ListShape shape(String list) {
        try {
            Field shape = Class.forName(list, true, Thread.currentThread().getContextClassLoader())
                    .getDeclaredField("SHAPE");
            shape.setAccessible(true);
            return (ListShape) shape.get(null);
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException(String.format(Locale.ROOT, "%s offers no list", list), wrong);
        }
    }
}
