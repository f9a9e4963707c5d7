package io.deskgraph.standalone.compose;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What has to hold for the compose file; each rule answers with what breaks it. */
enum ComposeRule {
    KNOWN_VARIABLES(ConfigurationRules::unknownVariables),
    COMPLETE_CONFIGURATION(ConfigurationRules::missingVariables),
    OWN_PORTS(ConfigurationRules::foreignPorts),
    OWN_DATABASE(ConfigurationRules::foreignPasswords),
    NO_LITERAL_SECRET(SecretRules::literals),
    GRANTED_SECRET_FILES(SecretRules::files),
    HEALTH_CHECKS(RunRules::healthChecks),
    HEALTHY_DEPENDENCIES(RunRules::dependencies),
    PINNED_IMAGES(RunRules::images),
    LIMITS(RunRules::limits),
    GRACEFUL_STOP(RunRules::gracefulStop),
    CONFINEMENT(RunRules::confinement),
    KEPT_DATA(RunRules::keptData),
    ONE_WAY_IN(NetworkRules::published),
    SEPARATE_NETWORKS(NetworkRules::networks),
    STRICT_BROKER(RunRules::broker);

    private final Function<ComposeFile, Stream<String>> check;

    ComposeRule(Function<ComposeFile, Stream<String>> check) {
        this.check = check;
    }

    List<String> violations(ComposeFile file) {
        return check.apply(file).toList();
    }
}
