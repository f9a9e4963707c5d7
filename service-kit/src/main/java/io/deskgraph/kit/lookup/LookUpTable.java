package io.deskgraph.kit.lookup;

import io.deskgraph.kit.data.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Table;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of an entity as its annotations describe it. Reads go past the session, in one flight; this keeps them from
 * needing the columns written down a second time.
 */
final class LookUpTable<E> {

    private final Constructor<E> constructor;
    private final List<Field> fields;
    private final String name;

    LookUpTable(Class<E> entity) {
        name = entity.getAnnotation(Table.class).name();
        fields = Stream.<Class<?>>iterate(entity, Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> field.isAnnotationPresent(Column.class))
                .toList();
        try {
            constructor = entity.getDeclaredConstructor();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(entity + " has no constructor without parameters", e);
        }
        constructor.setAccessible(true);
        fields.forEach(field -> field.setAccessible(true));
    }

    String name() {
        return name;
    }

    /** All of them, for a select list. */
    String columns(String alias) {
        return fields.stream().map(field -> alias + "." + column(field)).collect(Collectors.joining(", "));
    }

    E fresh() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** The same once more, of which no session knows. */
    E copy(E entity) {
        E copy = fresh();
        try {
            for (Field field : fields) {
                field.set(copy, field.get(entity));
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(name, e);
        }
        return copy;
    }

    /** @param row with all columns */
    E read(Row row) {
        E entity = fresh();
        try {
            for (Field field : fields) {
                field.set(entity, value(row, column(field)));
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(name, e);
        }
        return entity;
    }

    /** Past the session, which belongs to requests. */
    Uni<Void> insert(Tx tx, E entity) {
        String columns = fields.stream().map(LookUpTable::column).collect(Collectors.joining(", "));
        String values =
                IntStream.rangeClosed(1, fields.size()).mapToObj(i -> "$" + i).collect(Collectors.joining(", "));
        Object[] args = fields.stream().map(field -> argument(entity, field)).toArray();
        return tx.sql("INSERT INTO " + name + " (" + columns + ") VALUES (" + values + ")", args)
                .replaceWithVoid();
    }

    private @Nullable Object argument(E entity, Field field) {
        try {
            Object value = field.get(entity);
            return value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static @Nullable Object value(Row row, String column) {
        Object value = row.getValue(column);
        return value instanceof OffsetDateTime time ? time.toInstant() : value;
    }

    private static String column(Field field) {
        return field.getAnnotation(Column.class).name();
    }
}
