package io.deskgraph.standalone.kubernetes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads a document as the API server's own type, and tells what that type does not know. */
final class StrictModels {

    static final Map<String, Class<?>> TYPES = Map.of(
            "ConfigMap", ConfigMap.class,
            "Service", Service.class,
            "Deployment", Deployment.class,
            "HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "Ingress", Ingress.class,
            "NetworkPolicy", NetworkPolicy.class,
            "PodDisruptionBudget", PodDisruptionBudget.class,
            "Kafka", Kafka.class,
            "KafkaNodePool", KafkaNodePool.class,
            "KafkaTopic", KafkaTopic.class);

    /** Types of operators that publish no Java model. */
    static final Set<String> UNMODELLED = Set.of("Cluster", "PrometheusRule", "ServiceMonitor");

    /** The models keep unknown members in a bag; without the bag they have to refuse them. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new NoBags());

    private StrictModels() {}

    static Set<String> unknownMembers(JsonNode document) {
        Set<String> unknown = new TreeSet<>();
        try {
            STRICT.treeToValue(document, TYPES.get(document.path("kind").asText()));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            unknown.add(e.getOriginalMessage());
        }
        return unknown;
    }
}
