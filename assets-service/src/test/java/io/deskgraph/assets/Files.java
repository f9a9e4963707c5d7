package io.deskgraph.assets;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;

/** Uploads and downloads of one tenant's administrator. */
public final class Files {

    private Files() {}

    public static Response upload(Api api, String query, String csv) {
        return upload(api, query, csv.getBytes(StandardCharsets.UTF_8));
    }

    public static Response upload(Api api, String query, byte[] csv) {
        return given().header("Authorization", api.token())
                .multiPart("file", "assets.csv", csv, "text/csv")
                .post("/api/assets/import/csv" + query);
    }

    public static Response export(Api api, String query) {
        return given().header("Authorization", api.token())
                .urlEncodingEnabled(false)
                .get("/api/assets/export/csv" + query);
    }
}
