CREATE TABLE users (
    tenant_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    email       text        NOT NULL CHECK (length(email) BETWEEN 3 AND 320),
    first_name  text,
    last_name   text,
    user_type   text        NOT NULL DEFAULT 'internal' CHECK (user_type IN ('internal', 'client')),
    is_inactive boolean     NOT NULL DEFAULT false,
    created_at  timestamptz NOT NULL,
    created_by  uuid,
    updated_at  timestamptz NOT NULL,
    updated_by  uuid,
    version     integer     NOT NULL DEFAULT 1 CHECK (version > 0),
    CONSTRAINT users_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT users_tenant_fk FOREIGN KEY (tenant_id) REFERENCES tenants (tenant_id)
);
CREATE UNIQUE INDEX users_email_uk ON users (tenant_id, lower(email));
SELECT protect_tenant_table('users');

CREATE TABLE roles (
    tenant_id         uuid        NOT NULL,
    id                uuid        NOT NULL,
    name              text        NOT NULL CHECK (length(name) BETWEEN 1 AND 256),
    description       text,
    source            text        NOT NULL DEFAULT 'INTERNAL_SYSTEM',
    source_identifier text,
    mfa_required      boolean     NOT NULL DEFAULT false,
    is_default        boolean     NOT NULL DEFAULT false,
    created_at        timestamptz NOT NULL,
    created_by        uuid,
    updated_at        timestamptz NOT NULL,
    updated_by        uuid,
    version           integer     NOT NULL DEFAULT 1 CHECK (version > 0),
    CONSTRAINT roles_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT roles_tenant_fk FOREIGN KEY (tenant_id) REFERENCES tenants (tenant_id)
);
CREATE UNIQUE INDEX roles_name_uk ON roles (tenant_id, lower(name));
SELECT protect_tenant_table('roles');

CREATE TABLE role_permissions (
    tenant_id  uuid NOT NULL,
    role_id    uuid NOT NULL,
    permission text NOT NULL CHECK (permission ~ '^[a-z_]+:[a-z_]+$'),
    CONSTRAINT role_permissions_pk PRIMARY KEY (tenant_id, role_id, permission),
    CONSTRAINT role_permissions_role_fk FOREIGN KEY (tenant_id, role_id) REFERENCES roles (tenant_id, id)
        ON DELETE CASCADE
);
SELECT protect_tenant_table('role_permissions');

CREATE TABLE user_roles (
    tenant_id  uuid        NOT NULL,
    user_id    uuid        NOT NULL,
    role_id    uuid        NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid,
    CONSTRAINT user_roles_pk PRIMARY KEY (tenant_id, user_id, role_id),
    CONSTRAINT user_roles_user_fk FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id) ON DELETE CASCADE,
    CONSTRAINT user_roles_role_fk FOREIGN KEY (tenant_id, role_id) REFERENCES roles (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX user_roles_role_ix ON user_roles (tenant_id, role_id);
SELECT protect_tenant_table('user_roles');
