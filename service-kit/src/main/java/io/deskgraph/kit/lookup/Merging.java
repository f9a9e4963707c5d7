package io.deskgraph.kit.lookup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskgraph.kit.http.Sent;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;

/** Lays the members that were sent over those that are there, and holds the whole against the request's constraints. */
@Singleton
class Merging {

    private final ObjectMapper json;
    private final Validator validator;

    Merging(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    <R extends Record> R merge(Record present, Sent<R> sent, Class<R> request) {
        ObjectNode whole = json.valueToTree(present);
        JsonNode news = json.valueToTree(sent.body());
        sent.names().stream().filter(news::has).forEach(name -> whole.set(name, news.get(name)));
        return valid(read(whole, request));
    }

    private <R> R read(ObjectNode tree, Class<R> request) {
        try {
            return json.treeToValue(tree, request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A view does not read as a " + request.getSimpleName(), e);
        }
    }

    private <R> R valid(R request) {
        Set<ConstraintViolation<R>> violations = validator.validate(request);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return request;
    }
}
