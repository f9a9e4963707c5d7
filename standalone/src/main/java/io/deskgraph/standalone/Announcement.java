package io.deskgraph.standalone;

import io.deskgraph.standalone.suite.Credentials;
import java.nio.file.Path;

/** What a person sees when the suite is ready: where it is, where the keys are, and three calls to start with. */
final class Announcement {
    private Announcement() {}

    static String of(Credentials credentials, Path file, String howToStop) {
        String host = credentials.tenant("acme").host();
        return """

                Deskgraph is ready.  %5$s.

                  gateway      %1$s   (tenants: %2$s, %3$s; the MSP: %4$s)
                  keys         %6$s
                  Kafka        %7$s
                  PostgreSQL   127.0.0.1:%8$d

                Try it:

                  KEY=$(grep -om1 'dgk_[A-Za-z0-9_-]*' '%6$s')
                  curl -H "Host: %2$s" -H "X-API-Key: $KEY" '%1$s/api/assets?limit=3'
                  curl -H "Host: %2$s" -H "X-API-Key: $KEY" '%1$s/api/v1/tickets?limit=3'
                  curl -H "Host: %2$s" -H "X-API-Key: $KEY" -H 'Content-Type: application/json' -H 'Idempotency-Key: hello' -d '{"asset_tag":"HELLO-1","name":"Hello"}' '%1$s/api/assets'

                Then: ./deskgraph demo, ./deskgraph events, ./deskgraph status
                """.formatted(
                        credentials.gateway(),
                        host,
                        credentials.tenant("globex").host(),
                        credentials.tenant("msp").host(),
                        howToStop,
                        file,
                        credentials.kafka(),
                        credentials.postgres().port());
    }
}
