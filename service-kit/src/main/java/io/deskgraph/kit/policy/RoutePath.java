package io.deskgraph.kit.policy;

import java.util.List;

/** A request's route as constraints see it. */
record RoutePath(String path) implements Attributes {

    @Override
    public List<String> of(String field) {
        return List.of(path);
    }
}
