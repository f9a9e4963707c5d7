package io.deskgraph.kit.problem;

import jakarta.ws.rs.HttpMethod;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jspecify.annotations.Nullable;

/** The methods that this request's path knows; the platform refuses the others without saying so. */
final class AllowedMethods {

    private AllowedMethods() {}

    /** The value of the {@code Allow} header, null outside a request of JAX-RS. */
    static @Nullable String ofCurrentRequest() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request == null) {
            return null;
        }
        RequestMapper<InitialMatch> resources =
                new RequestMapper<>(request.getDeployment().getClassMappers());
        RequestMatch<InitialMatch> match = resources.map(request.getPathWithoutPrefix());
        return match == null ? null : String.join(", ", methods(match));
    }

    private static Set<String> methods(RequestMatch<InitialMatch> match) {
        String remaining = match.remaining.isEmpty() ? "/" : match.remaining;
        Set<String> methods = Arrays.stream(match.value.handlers)
                .filter(ClassRoutingHandler.class::isInstance)
                .map(handler -> ((ClassRoutingHandler) handler).getMappers().entrySet())
                .flatMap(Collection::stream)
                .filter(method -> method.getValue().map(remaining) != null)
                .map(Map.Entry::getKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return methods;
    }
}
