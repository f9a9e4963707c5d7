package io.deskgraph.tickets.document;

import static io.restassured.RestAssured.given;

import io.deskgraph.contracts.Permissions;
import io.deskgraph.kit.test.Database;
import io.deskgraph.kit.test.Eventually;
import io.deskgraph.kit.test.RawHttp;
import io.deskgraph.tickets.Desk;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Documents of one desk's ticket, from outside: over HTTP, in the database and on the disk. */
final class Papers {

    final Desk desk = new Desk();
    final String ticket = desk.ticket();

    String path() {
        return "/api/v1/tickets/" + ticket + "/documents";
    }

    String path(String document) {
        return path() + "/" + document;
    }

    RequestSpecification request() {
        return given().header("Authorization", desk.token(Permissions.ALL.toArray(String[]::new)));
    }

    ValidatableResponse send(String name, byte[] bytes, String type) {
        return request().multiPart("file", name, bytes, type).post(path()).then();
    }

    String attach(String name, byte[] bytes) {
        return send(name, bytes, "text/plain").statusCode(201).extract().path("data.document_id");
    }

    /** The form as it is written here, with {@code \r\n} for each line's end. */
    String raw(String contentType, String form) {
        String body = form.replace("\n", "\r\n");
        return RawHttp.send(
                head(contentType, "Content-Length: " + body.getBytes(StandardCharsets.ISO_8859_1).length) + body);
    }

    String head(String contentType, String framing) {
        return "POST " + path() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                + desk.token(Permissions.ALL.toArray(String[]::new)) + "\r\nContent-Type: " + contentType + "\r\n"
                + framing + "\r\n\r\n";
    }

    /** The files of the tenant on the disk. */
    List<Path> files() {
        Path directory = Path.of("target/documents").resolve(desk.tenant.toString());
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(directory)) {
            return found.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    long unowned() {
        return Database.count("SELECT count(*) FROM unowned_files WHERE tenant_id = ?", desk.tenant);
    }

    long documents() {
        return Database.count("SELECT count(*) FROM documents WHERE tenant_id = ?", desk.tenant);
    }

    /** As many files as documents, and none on the list of those that nothing owns. */
    void settle(int documents) {
        Eventually.until(
                documents + " documents and their bytes, nothing else",
                () -> documents() == documents && unowned() == 0 && files().size() == documents);
    }

    static UUID id(String text) {
        return UUID.fromString(text);
    }
}
