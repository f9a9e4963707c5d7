package io.deskgraph.standalone.compose;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Secrets come from outside the file, and only to those who need them. */
final class SecretRules {

    private static final Pattern SECRET_NAME = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|KEY|CREDENTIAL).*");
    private static final Pattern DEMANDED = Pattern.compile("\\$\\{[A-Z_]+:\\?[^}]+}");
    private static final String MOUNTS = "/run/secrets/";
    private static final String IGNORED = "deploy/docker/secrets/";

    private SecretRules() {}

    static Stream<String> literals(ComposeFile file) {
        return file.services().stream().flatMap(service -> Stream.concat(
                        service.environment().entrySet().stream(), service.buildArguments().entrySet().stream())
                .filter(SecretRules::isSecret)
                .filter(entry -> !DEMANDED.matcher(entry.getValue()).matches())
                .map(entry -> service.name() + ": " + entry.getKey() + " is not demanded from outside"));
    }

    private static boolean isSecret(Map.Entry<String, String> variable) {
        return SECRET_NAME.matcher(variable.getKey()).matches()
                && !variable.getKey().endsWith("_FILE");
    }

    static Stream<String> files(ComposeFile file) {
        Stream<String> granted = file.services().stream().flatMap(service -> service.environment().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("_FILE"))
                .filter(entry -> !isGranted(service, entry.getValue()))
                .map(entry -> service.name() + " has no secret " + entry.getValue()));
        Stream<String> unused = file.services().stream().flatMap(service -> service.list("secrets").stream()
                .filter(secret -> !service.environment().containsValue(MOUNTS + secret))
                .map(secret -> service.name() + " does not need " + secret));
        Stream<String> known = file.services().stream()
                .flatMap(service -> service.list("secrets").stream())
                .filter(secret -> !file.section("secrets").containsKey(secret))
                .map(secret -> "no secret " + secret);
        Stream<String> committed = file.section("secrets").values().stream()
                .map(secret -> String.valueOf(ComposeFile.map(secret).get("file")))
                .filter(path -> !path.startsWith("./" + IGNORED) || !isIgnored())
                .map(path -> path + " could be committed");
        return Stream.of(granted, unused, known, committed).flatMap(found -> found);
    }

    private static boolean isGranted(ComposeService service, String path) {
        return path.startsWith(MOUNTS) && service.list("secrets").contains(path.substring(MOUNTS.length()));
    }

    private static boolean isIgnored() {
        return Repository.text(".gitignore").lines().anyMatch(IGNORED::equals);
    }
}
