-- Constraints on objects. Criteria are data, never text to be evaluated.
CREATE TABLE policies (
    tenant_id    uuid        NOT NULL,
    id           uuid        NOT NULL,
    identifier   text        NOT NULL CHECK (length(identifier) BETWEEN 1 AND 256),
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 256),
    description  text        NOT NULL CHECK (length(description) BETWEEN 1 AND 256),
    object_type  text        NOT NULL CHECK (length(object_type) BETWEEN 1 AND 64),
    criteria_and jsonb       NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(criteria_and) = 'array'),
    criteria_or  jsonb       NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(criteria_or) = 'array'),
    created_at   timestamptz NOT NULL,
    created_by   uuid,
    updated_at   timestamptz NOT NULL,
    updated_by   uuid,
    version      integer     NOT NULL DEFAULT 1 CHECK (version > 0),
    CONSTRAINT policies_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT policies_identifier_uk UNIQUE (tenant_id, identifier),
    CONSTRAINT policies_tenant_fk FOREIGN KEY (tenant_id) REFERENCES tenants (tenant_id)
);
SELECT protect_tenant_table('policies');

-- To whom a policy applies. A role is meant by name, since a policy may be written before its role.
CREATE TABLE policy_grants (
    tenant_id    uuid NOT NULL,
    policy_id    uuid NOT NULL,
    grantee_type text NOT NULL CHECK (grantee_type IN ('role', 'user')),
    grantee      text NOT NULL CHECK (length(grantee) BETWEEN 1 AND 320),
    verb         text NOT NULL CHECK (verb IN ('GET', 'PUT', 'POST', 'DELETE')),
    effect       text NOT NULL CHECK (effect IN ('allow', 'deny')),
    CONSTRAINT policy_grants_pk PRIMARY KEY (tenant_id, policy_id, grantee_type, grantee, verb, effect),
    CONSTRAINT policy_grants_policy_fk FOREIGN KEY (tenant_id, policy_id) REFERENCES policies (tenant_id, id)
        ON DELETE CASCADE
);
CREATE INDEX policy_grants_grantee_ix ON policy_grants (tenant_id, grantee_type, grantee);
SELECT protect_tenant_table('policy_grants');
