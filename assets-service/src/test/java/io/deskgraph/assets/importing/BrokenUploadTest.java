package io.deskgraph.assets.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskgraph.assets.Api;
import io.deskgraph.kit.test.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

/** A client that goes away in the middle of its upload leaves nothing behind. */
@QuarkusTest
class BrokenUploadTest {

    private static final Path UPLOADS = Path.of(System.getProperty("java.io.tmpdir"));

    private final Api api = Api.ofNewTenant();

    /** Again and again, for the client goes away while the file is being written or closed, whatever is first. */
    @RepeatedTest(50)
    void neitherAnAssetNorAFile() throws IOException {
        Set<Path> before = uploads();
        Set<Path> mine;
        try (Socket client = new Socket("localhost", RestAssured.port)) {
            send(client, """
                    POST /api/assets/import/csv HTTP/1.1
                    Host: x
                    Authorization: %s
                    Content-Type: multipart/form-data; boundary=b
                    Content-Length: 100000

                    --b
                    Content-Disposition: form-data; name="file"; filename="a.csv"
                    Content-Type: text/csv

                    asset_tag,name
                    A,One
                    """.formatted(api.token()));
            mine = Eventually.get("the file is there", () -> since(before), found -> !found.isEmpty());
            send(client, """
                    --b
                    Content-Disposition: form-data; name="more"; filename="b.csv"

                    never ends""");
        }

        Eventually.until("the file is gone", () -> mine.stream().noneMatch(Files::exists));
        assertEquals(0, api.get("/api/assets").jsonPath().getList("").size());
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    private static Set<Path> since(Set<Path> before) {
        Set<Path> found = uploads();
        found.removeAll(before);
        return found;
    }

    private static Set<Path> uploads() {
        try (Stream<Path> files = Files.list(UPLOADS)) {
            return files.filter(path -> path.getFileName().toString().startsWith("deskgraph-import-"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
