-- Names behind the ids that tickets and assets carry.
CREATE TABLE reference_copies (
    tenant_id  uuid   NOT NULL,
    kind       text   NOT NULL CHECK (kind IN ('status', 'priority', 'client', 'board')),
    id         uuid   NOT NULL,
    version    bigint NOT NULL CHECK (version > 0),
    name       text   NOT NULL,
    attributes jsonb  NOT NULL,
    CONSTRAINT reference_copies_pk PRIMARY KEY (tenant_id, kind, id)
);
SELECT protect_tenant_table('reference_copies');

-- Which ticket plays which part in which bundle. An event replaces the rows of its own bundle and no other's, so a
-- ticket that moves between bundles is right in the end whichever of the two events comes first.
CREATE TABLE bundle_members (
    tenant_id        uuid   NOT NULL,
    bundle_id        uuid   NOT NULL,
    ticket_id        uuid   NOT NULL,
    version          bigint NOT NULL CHECK (version > 0),
    role             text   NOT NULL CHECK (role IN ('master', 'child')),
    master_ticket_id uuid   NOT NULL,
    CONSTRAINT bundle_members_pk PRIMARY KEY (tenant_id, bundle_id, ticket_id)
);
CREATE INDEX bundle_members_ticket_ix ON bundle_members (tenant_id, ticket_id, bundle_id);
SELECT protect_tenant_table('bundle_members');
