package io.deskgraph.kit.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Violations of Bean Validation constraints, each with a pointer to the member as it is named on the wire. */
@Singleton
class ValidationMappers {

    private final Problems problems;

    ValidationMappers(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException failure, RoutingContext exchange) {
        List<Detail> details = failure.getConstraintViolations().stream()
                .map(ValidationMappers::detail)
                .sorted(Comparator.comparing(Detail::pointer).thenComparing(Detail::message))
                .toList();
        boolean ours = failure.getConstraintViolations().stream().anyMatch(ValidationMappers::isOfAnswer);
        Problem problem =
                ours ? ProblemMappers.explain(failure, exchange) : Problem.invalid("Validation failed", details);
        return problems.response(problem, exchange);
    }

    private static boolean isOfAnswer(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static Detail detail(ConstraintViolation<?> violation) {
        List<Object> path = new ArrayList<>();
        String parameter = "";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else {
                add(path, node);
            }
        }
        return Detail.of(path.isEmpty() && !parameter.isEmpty() ? List.of(parameter) : path, violation.getMessage());
    }

    private static void add(List<Object> path, Path.Node node) {
        if (node.getIndex() != null) {
            path.add(node.getIndex());
        } else if (node.getKey() != null) {
            path.add(node.getKey().toString());
        }
        boolean named = node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.BEAN;
        if (named && node.getName() != null) {
            path.add(node.getName());
        }
    }
}
