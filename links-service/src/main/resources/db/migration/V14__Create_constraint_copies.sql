-- Who may do what to which objects, as the gateway's events tell it.
CREATE TABLE constraint_copies (
    tenant_id     uuid   NOT NULL,
    constraint_id text   NOT NULL,
    version       bigint NOT NULL CHECK (version > 0),
    name          text   NOT NULL,
    description   text   NOT NULL,
    object_type   text   NOT NULL CHECK (object_type IN (
        'api', 'web', 'database', 'asset', 'pipeline', 'workflow', 'metadataSchema', 'tag', 'tagType', 'role', 'userRole')),
    -- Each a list of {field, operator, value}; every one of the first and, if there are any, one of the second must hold.
    criteria_and  jsonb  NOT NULL DEFAULT '[]',
    criteria_or   jsonb  NOT NULL DEFAULT '[]',
    CONSTRAINT constraint_copies_pk PRIMARY KEY (tenant_id, constraint_id),
    CONSTRAINT constraint_copies_criteria_ck CHECK (criteria_and <> '[]' OR criteria_or <> '[]')
);
SELECT protect_tenant_table('constraint_copies');

CREATE TABLE constraint_grants (
    tenant_id     uuid NOT NULL,
    constraint_id text NOT NULL,
    subject_kind  text NOT NULL CHECK (subject_kind IN ('role', 'user')),
    subject       text NOT NULL,
    verb          text NOT NULL CHECK (verb IN ('GET', 'PUT', 'POST', 'DELETE')),
    effect        text NOT NULL CHECK (effect IN ('allow', 'deny')),
    CONSTRAINT constraint_grants_pk PRIMARY KEY (tenant_id, constraint_id, subject_kind, subject, verb, effect),
    CONSTRAINT constraint_grants_constraint_fk FOREIGN KEY (tenant_id, constraint_id)
        REFERENCES constraint_copies (tenant_id, constraint_id) ON DELETE CASCADE
);
CREATE INDEX constraint_grants_subject_ix ON constraint_grants (tenant_id, subject_kind, subject);
SELECT protect_tenant_table('constraint_grants');
