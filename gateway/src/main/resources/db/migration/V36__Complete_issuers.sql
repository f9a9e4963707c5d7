-- Nothing has written to this table so far, so that it may take its final shape at once.
ALTER TABLE jwt_issuers RENAME COLUMN jwks_uri TO jwks_url;
ALTER TABLE jwt_issuers RENAME COLUMN is_active TO is_enabled;
ALTER TABLE jwt_issuers ALTER COLUMN jwks_url DROP NOT NULL;
ALTER TABLE jwt_issuers ALTER COLUMN user_claim DROP NOT NULL;
ALTER TABLE jwt_issuers ALTER COLUMN user_claim DROP DEFAULT;
ALTER TABLE jwt_issuers DROP COLUMN audience;
ALTER TABLE jwt_issuers
    ADD COLUMN audiences          text[]  NOT NULL CHECK (cardinality(audiences) > 0),
    ADD COLUMN algorithms         text[]  NOT NULL
        CHECK (cardinality(algorithms) > 0
               AND algorithms <@ ARRAY['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']),
    ADD COLUMN clock_skew_seconds integer NOT NULL DEFAULT 30 CHECK (clock_skew_seconds BETWEEN 0 AND 300),
    ADD COLUMN role_claim         text,
    ADD COLUMN create_users       boolean NOT NULL DEFAULT false;

-- Roles are meant by id: a new name changes nothing, and a role made later under an old name is another one.
CREATE TABLE jwt_issuer_roles (
    tenant_id     uuid NOT NULL,
    issuer_id     uuid NOT NULL,
    external_role text NOT NULL CHECK (length(external_role) BETWEEN 1 AND 255),
    role_id       uuid NOT NULL,
    CONSTRAINT jwt_issuer_roles_pk PRIMARY KEY (tenant_id, issuer_id, external_role, role_id),
    CONSTRAINT jwt_issuer_roles_issuer_fk FOREIGN KEY (tenant_id, issuer_id) REFERENCES jwt_issuers (tenant_id, id)
        ON DELETE CASCADE,
    CONSTRAINT jwt_issuer_roles_role_fk FOREIGN KEY (tenant_id, role_id) REFERENCES roles (tenant_id, id)
        ON DELETE CASCADE
);
CREATE INDEX jwt_issuer_roles_role_ix ON jwt_issuer_roles (tenant_id, role_id);
SELECT protect_tenant_table('jwt_issuer_roles');

CREATE TABLE jwt_issuer_default_roles (
    tenant_id uuid NOT NULL,
    issuer_id uuid NOT NULL,
    role_id   uuid NOT NULL,
    CONSTRAINT jwt_issuer_default_roles_pk PRIMARY KEY (tenant_id, issuer_id, role_id),
    CONSTRAINT jwt_issuer_default_roles_issuer_fk FOREIGN KEY (tenant_id, issuer_id)
        REFERENCES jwt_issuers (tenant_id, id) ON DELETE CASCADE,
    CONSTRAINT jwt_issuer_default_roles_role_fk FOREIGN KEY (tenant_id, role_id) REFERENCES roles (tenant_id, id)
        ON DELETE CASCADE
);
CREATE INDEX jwt_issuer_default_roles_role_ix ON jwt_issuer_default_roles (tenant_id, role_id);
SELECT protect_tenant_table('jwt_issuer_default_roles');

GRANT SELECT (tenant_id, id, issuer, jwks_url, audiences, algorithms, clock_skew_seconds, user_claim, role_claim,
              create_users, is_enabled) ON jwt_issuers TO "${system}";
CREATE POLICY registry ON jwt_issuers FOR SELECT TO "${system}" USING (true);

GRANT SELECT (tenant_id, issuer_id, external_role, role_id) ON jwt_issuer_roles TO "${system}";
CREATE POLICY registry ON jwt_issuer_roles FOR SELECT TO "${system}" USING (true);

GRANT SELECT (tenant_id, issuer_id, role_id) ON jwt_issuer_default_roles TO "${system}";
CREATE POLICY registry ON jwt_issuer_default_roles FOR SELECT TO "${system}" USING (true);
