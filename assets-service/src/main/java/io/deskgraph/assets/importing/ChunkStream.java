package io.deskgraph.assets.importing;

import io.deskgraph.kit.data.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;

/** A job's file, read from the database one piece at a time. */
final class ChunkStream extends InputStream {

    private static final String PIECE =
            "SELECT bytes FROM import_chunks WHERE tenant_id = $1 AND job_id = $2 AND ordinal = $3";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final UUID tenant;
    private final UUID job;
    private byte[] piece = new byte[0];
    private int position;
    private int next;
    private long read;

    ChunkStream(Transactions transactions, UUID tenant, UUID job) {
        this.transactions = transactions;
        this.tenant = tenant;
        this.job = job;
    }

    /** How many bytes have been taken. */
    long taken() {
        return read;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (position == piece.length) {
            piece = fetch();
            position = 0;
        }
        int count = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, buffer, offset, count);
        position += count;
        read += count;
        return count == 0 ? -1 : count;
    }

    private byte[] fetch() {
        RowSet<Row> found = transactions
                .run(tenant, tx -> tx.sql(PIECE, tenant, job, next++))
                .await()
                .atMost(PATIENCE);
        return found.rowCount() == 0
                ? new byte[0]
                : found.iterator().next().getBuffer("bytes").getBytes();
    }
}
