CREATE TABLE notes (
    tenant_id uuid    NOT NULL,
    id        uuid    NOT NULL,
    text      text    NOT NULL,
    version   integer NOT NULL DEFAULT 1,
    CONSTRAINT notes_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT notes_text_uk UNIQUE (tenant_id, text)
);
SELECT protect_tenant_table('notes');

CREATE TABLE note_copies (
    tenant_id uuid NOT NULL,
    id        text NOT NULL,
    text      text NOT NULL,
    applied   integer NOT NULL DEFAULT 1,
    CONSTRAINT note_copies_pk PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('note_copies');
