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
import org.junit.jupiter.api.Test;

/** A client that goes away in the middle of its upload leaves nothing behind. */
@QuarkusTest
class BrokenUploadTest {

    private static final String FILE = "asset_tag,name\nA,One\n";
    private static final Path UPLOADS = Path.of(System.getProperty("java.io.tmpdir"));

    private final Api api = Api.ofNewTenant();

    @Test
    void neitherAnAssetNorAFile() throws IOException {
        Set<Path> before = uploads();
        Set<Path> mine;
        try (Socket client = new Socket("localhost", RestAssured.port)) {
            String body = """
                    --b\r
                    Content-Disposition: form-data; name="file"; filename="a.csv"\r
                    Content-Type: text/csv\r
                    \r
                    %s\r
                    --b\r
                    Content-Disposition: form-data; name="more"; filename="b.csv"\r
                    \r
                    never ends""".formatted(FILE);
            String head = "POST /api/assets/import/csv HTTP/1.1\r\nHost: x\r\nAuthorization: " + api.token()
                    + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n";
            client.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
            mine = Eventually.get("the file is there", () -> whole(before), found -> !found.isEmpty());
        }

        Eventually.until("the file is gone", () -> mine.stream().noneMatch(Files::exists));
        assertEquals(0, api.get("/api/assets").jsonPath().getList("").size());
    }

    private static Set<Path> whole(Set<Path> before) {
        return uploads().stream()
                .filter(path -> !before.contains(path) && path.toFile().length() == FILE.length())
                .collect(Collectors.toSet());
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
