CREATE TABLE documents (
    tenant_id         uuid        NOT NULL,
    id                uuid        NOT NULL,
    document_name     text        NOT NULL CHECK (length(document_name) BETWEEN 1 AND 255),
    user_id           uuid,
    created_by        uuid,
    edited_by         uuid,
    entered_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    order_number      integer     NOT NULL DEFAULT 0,
    file_id           uuid,
    storage_path      text,
    mime_type         text,
    file_size         bigint      CHECK (file_size >= 0),
    folder_path       text,
    is_client_visible boolean     NOT NULL DEFAULT false,
    version           integer     NOT NULL CHECK (version > 0),
    CONSTRAINT documents_pk PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('documents');

-- A document may hang on several tickets; whoever removes its last association removes it too.
CREATE TABLE document_associations (
    tenant_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    document_id uuid        NOT NULL,
    ticket_id   uuid        NOT NULL,
    created_at  timestamptz NOT NULL,
    created_by  uuid,
    CONSTRAINT document_associations_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT document_associations_uk UNIQUE (tenant_id, ticket_id, document_id),
    CONSTRAINT document_associations_document_fk FOREIGN KEY (tenant_id, document_id)
        REFERENCES documents (tenant_id, id),
    CONSTRAINT document_associations_ticket_fk FOREIGN KEY (tenant_id, ticket_id)
        REFERENCES tickets (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX document_associations_document_ix ON document_associations (tenant_id, document_id);
SELECT protect_tenant_table('document_associations');
