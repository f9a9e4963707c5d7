package io.deskgraph.standalone.demo;

import io.deskgraph.standalone.client.Answer;

/** Makes calls for somebody: silently while seeding, aloud on the tour. Answers only what succeeded. */
public interface Caller {
    Answer get(String path);

    /** The key makes a repeated call harmless: it gets the first one's answer. */
    Answer post(String path, Object body, String idempotencyKey);
}
