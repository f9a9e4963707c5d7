ALTER TABLE documents ADD COLUMN checksum text CHECK (checksum ~ '^[0-9a-f]{64}$'); -- SHA-256 of the bytes

-- Bytes in the store that no document owns: an upload under way, or what its last ticket has let go of. The row is
-- committed before the first byte is written, and goes in the transaction that makes the document, so whatever happens
-- in between, bytes without a document have a row here and are removed once they are due.
CREATE TABLE unowned_files (
    tenant_id    uuid        NOT NULL,
    file_id      uuid        NOT NULL,
    storage_path text        NOT NULL,
    due_at       timestamptz NOT NULL,
    CONSTRAINT unowned_files_pk PRIMARY KEY (tenant_id, file_id)
);
SELECT protect_tenant_table('unowned_files');
-- Removed across tenants; the lock of a row needs UPDATE.
GRANT SELECT, UPDATE, DELETE ON unowned_files TO "${system}";
CREATE POLICY sweep ON unowned_files TO "${system}" USING (true);

-- Whatever takes the last association of a document away, the document goes with it and its bytes become unowned. The
-- document is locked first: of two that let go at once the second sees what the first has done.
CREATE FUNCTION release_document() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM FROM documents d WHERE d.tenant_id = OLD.tenant_id AND d.id = OLD.document_id FOR UPDATE;
    WITH released AS (
        DELETE FROM documents d
        WHERE d.tenant_id = OLD.tenant_id AND d.id = OLD.document_id
            AND NOT EXISTS (SELECT FROM document_associations a
                WHERE a.tenant_id = d.tenant_id AND a.document_id = d.id)
        RETURNING d.tenant_id, d.file_id, d.storage_path)
    INSERT INTO unowned_files (tenant_id, file_id, storage_path, due_at)
    SELECT tenant_id, file_id, storage_path, clock_timestamp() FROM released
    WHERE file_id IS NOT NULL AND storage_path IS NOT NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER document_associations_released AFTER DELETE ON document_associations
    FOR EACH ROW EXECUTE FUNCTION release_document();
