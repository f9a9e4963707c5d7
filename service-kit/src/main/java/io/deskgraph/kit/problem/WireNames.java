package io.deskgraph.kit.problem;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.hibernate.validator.spi.nodenameprovider.JavaBeanProperty;
import org.hibernate.validator.spi.nodenameprovider.Property;
import org.hibernate.validator.spi.nodenameprovider.PropertyNodeNameProvider;

/** Makes Bean Validation speak of members by the names they have in JSON. */
@Singleton
class WireNames implements ValidatorFactoryCustomizer, PropertyNodeNameProvider {

    private final ObjectMapper json;
    private final Map<Class<?>, Map<String, String>> names = new ConcurrentHashMap<>();

    WireNames(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        var unused = configuration.propertyNodeNameProvider(this);
    }

    @Override
    public String getName(Property property) {
        return property instanceof JavaBeanProperty member
                ? names.computeIfAbsent(member.getDeclaringClass(), this::namesOf)
                        .getOrDefault(member.getName(), member.getName())
                : property.getName();
    }

    private Map<String, String> namesOf(Class<?> type) {
        JavaType javaType = json.constructType(type);
        return json.getDeserializationConfig().introspect(javaType).findProperties().stream()
                .collect(Collectors.toMap(
                        BeanPropertyDefinition::getInternalName, BeanPropertyDefinition::getName, (one, other) -> one));
    }
}
