package io.deskgraph.kit.openapi;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/** A record component that is {@code @Nullable} in Java may be null on the wire. */
final class NullableMembers {

    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName UNWRAPPED = DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");
    private static final DotName PROPERTY = DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

    private final IndexView index;
    private final Map<String, List<ClassInfo>> records = new HashMap<>();
    private final List<ClassInfo> generic;

    NullableMembers(IndexView index) {
        this.index = index;
        index.getKnownClasses().stream().filter(ClassInfo::isRecord).forEach(type -> records.computeIfAbsent(
                        schemaName(type), name -> new java.util.ArrayList<>())
                .add(type));
        this.generic = index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && !type.typeParameters().isEmpty())
                .toList();
    }

    /** The name that a record's schema has in the document. */
    private static String schemaName(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        return schema == null || schema.value("name") == null
                ? type.simpleName()
                : schema.value("name").asString();
    }

    void mark(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        if (schemas != null) {
            schemas.forEach((name, schema) -> types(name).forEach(type -> mark(schema, type)));
        }
    }

    /** The schema of a generic record is named after it and its argument. */
    private List<ClassInfo> types(String schema) {
        List<ClassInfo> named = records.get(schema);
        return named != null
                ? named
                : generic.stream()
                        .filter(type -> schema.startsWith(type.simpleName()))
                        .toList();
    }

    private void mark(Schema schema, ClassInfo type) {
        if (schema.getProperties() == null) {
            return;
        }
        for (RecordComponentInfo component : type.recordComponents()) {
            if (has(component, UNWRAPPED)) {
                unwrapped(schema, component);
            } else if (component.type().hasAnnotation(NULLABLE)) {
                mark(schema, name(component));
            }
        }
    }

    private void unwrapped(Schema schema, RecordComponentInfo component) {
        ClassInfo inner = index.getClassByName(component.type().name());
        if (inner != null && inner.isRecord()) {
            mark(schema, inner);
        }
    }

    private static void mark(Schema schema, String member) {
        Map<String, Schema> properties = Map.copyOf(schema.getProperties());
        properties.forEach((name, property) -> {
            if (plain(name).equals(plain(member))) {
                schema.addProperty(name, orNull(property));
            }
        });
    }

    private static Schema orNull(Schema member) {
        if (member.getRef() != null) {
            Schema nothing = OASFactory.createSchema().addType(SchemaType.NULL);
            return OASFactory.createSchema().addAnyOf(member).addAnyOf(nothing);
        }
        if (member.getType() != null && !member.getType().contains(SchemaType.NULL)) {
            member.addType(SchemaType.NULL);
            allowNull(member);
        }
        return member;
    }

    private static void allowNull(Schema member) {
        if (member.getEnumeration() != null && !member.getEnumeration().contains(null)) {
            List<Object> values = new java.util.ArrayList<>(member.getEnumeration());
            values.add(null);
            member.setEnumeration(values);
        }
    }

    private static String name(RecordComponentInfo component) {
        return annotations(component).stream()
                .filter(annotation -> annotation.name().equals(PROPERTY) && annotation.value() != null)
                .map(annotation -> annotation.value().asString())
                .findFirst()
                .orElse(component.name());
    }

    private static boolean has(RecordComponentInfo component, DotName annotation) {
        return annotations(component).stream().anyMatch(found -> found.name().equals(annotation));
    }

    /** Jackson's annotations are not for record components: the compiler puts them on the field and the accessor. */
    private static Collection<AnnotationInstance> annotations(RecordComponentInfo component) {
        List<AnnotationInstance> all = new java.util.ArrayList<>(component.annotations());
        if (component.declaringClass().field(component.name()) != null) {
            all.addAll(component.declaringClass().field(component.name()).annotations());
        }
        return all;
    }

    /** Members are compared without regard to their naming strategy. */
    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
