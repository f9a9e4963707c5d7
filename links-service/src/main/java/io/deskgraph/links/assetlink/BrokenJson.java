package io.deskgraph.links.assetlink;

import io.deskgraph.kit.problem.Problem;

/** What this API calls a body that is no JSON. */
public final class BrokenJson {

    private BrokenJson() {}

    public static Problem inItsWords(Problem problem) {
        return problem.text().equals("Malformed JSON")
                ? Problem.of(problem.code(), "Invalid JSON in request body", problem.details())
                : problem;
    }
}
