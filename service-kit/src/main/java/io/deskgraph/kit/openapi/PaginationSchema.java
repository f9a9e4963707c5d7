package io.deskgraph.kit.openapi;

import io.deskgraph.kit.http.Pagination;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** {@link Pagination} is one of three; a reader of the document wants one list of what may be there. */
final class PaginationSchema {

    static final String NAME = "Pagination";

    private PaginationSchema() {}

    static void describe(OpenAPI document) {
        document.getComponents()
                .addSchema(
                        NAME,
                        OASFactory.createSchema()
                                .addType(SchemaType.OBJECT)
                                .description(
                                        "By page: page, limit, total, totalPages; by cursor: limit, nextCursor, hasNext")
                                .addProperty("page", number("The page, from 1"))
                                .addProperty("limit", number("Most rows of a page"))
                                .addProperty("total", number("All rows that match"))
                                .addProperty("totalPages", number("All pages"))
                                .addProperty("hasNext", flag("Whether there is more"))
                                .addProperty("hasPrev", flag("Whether there is something before"))
                                .addProperty("nextCursor", cursor()));
    }

    private static Schema number(String text) {
        return OASFactory.createSchema().addType(SchemaType.INTEGER).description(text);
    }

    private static Schema flag(String text) {
        return OASFactory.createSchema().addType(SchemaType.BOOLEAN).description(text);
    }

    private static Schema cursor() {
        return OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .addType(SchemaType.NULL)
                .description("What to send as cursor for the next page");
    }
}
