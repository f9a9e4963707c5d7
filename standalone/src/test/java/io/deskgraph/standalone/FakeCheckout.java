package io.deskgraph.standalone;

import io.deskgraph.standalone.suite.Service;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** A built checkout in a temporary directory: the real script and the real launcher, and stand-ins for the services. */
final class FakeCheckout {
    private final Path home;

    private FakeCheckout(Path home) {
        this.home = home;
    }

    static FakeCheckout in(Path home) throws IOException {
        FakeCheckout checkout = new FakeCheckout(home);
        Files.copy(Path.of("..", "deskgraph"), home.resolve("deskgraph"));
        checkout.writeLauncher();
        for (Service service : Service.values()) {
            checkout.writeService(service);
        }
        return checkout;
    }

    Path home() {
        return home;
    }

    Path state() {
        return home.resolve(".standalone");
    }

    private void writeLauncher() throws IOException {
        Path target = Files.createDirectories(home.resolve("standalone/target/lib"));
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
        Manifest manifest = manifest();
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        try (OutputStream file = Files.newOutputStream(target.resolveSibling("standalone-test.jar"))) {
            new JarOutputStream(file, manifest).close();
        }
    }

    private void writeService(Service service) throws IOException {
        Path directory = Files.createDirectories(home.resolve(service.module()).resolve("target/quarkus-app"));
        Manifest manifest = manifest();
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        String entry = FakeService.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(directory.resolve("quarkus-run.jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest);
                InputStream code = FakeService.class.getClassLoader().getResourceAsStream(entry)) {
            jar.putNextEntry(new JarEntry(entry));
            long unused = Objects.requireNonNull(code).transferTo(jar);
        }
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        return manifest;
    }
}
