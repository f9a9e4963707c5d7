package io.deskgraph.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;

class LinksTest {

    @Test
    void otherParametersAreKeptAsTheyWereSent() {
        String header = links("/api/v1/tickets?search=a%26b&page=4&x=%C3%BC&page_size=3")
                .pages(new PageRequest(4, 10), 35)
                .header()
                .orElseThrow();

        assertEquals(
                "</api/v1/tickets?search=a%26b&x=%C3%BC&page_size=3&page=1>; rel=\"first\", "
                        + "</api/v1/tickets?search=a%26b&x=%C3%BC&page_size=3&page=3>; rel=\"prev\", "
                        + "</api/v1/tickets?search=a%26b&x=%C3%BC&page_size=3&page=4>; rel=\"last\"",
                header);
    }

    @Test
    void pastTheEndPrevIsTheLastPage() {
        String header =
                links("/t?page=99").pages(new PageRequest(99, 10), 35).header().orElseThrow();

        assertTrue(header.contains("</t?page=4>; rel=\"prev\""), header);
    }

    @Test
    void anEmptyListHasOnePage() {
        assertEquals(
                "</t?page=1>; rel=\"first\", </t?page=1>; rel=\"last\"",
                links("/t").pages(new PageRequest(1, 10), 0).header().orElseThrow());
    }

    @Test
    void aCursorLinksToWhatFollows() {
        assertEquals(
                "</t?limit=2&cursor=abc>; rel=\"next\"",
                links("/t?cursor=&limit=2").next("abc").header().orElseThrow());
        assertTrue(links("/t?cursor=x").next(null).header().isEmpty());
    }

    private static Links links(String request) {
        return Links.of(URI.create("http://localhost" + request));
    }
}
