-- Named collections of assets. 'default' comes into being with the first asset that needs it.
CREATE TABLE asset_databases (
    tenant_id   uuid        NOT NULL,
    id          text        NOT NULL CHECK (id ~ '^[-_a-zA-Z0-9]{3,63}$'),
    description text        NOT NULL DEFAULT '',
    created_at  timestamptz NOT NULL,
    created_by  uuid,
    updated_at  timestamptz NOT NULL,
    updated_by  uuid,
    version     integer     NOT NULL CHECK (version > 0),
    CONSTRAINT asset_databases_pk PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('asset_databases');

CREATE TABLE categories (
    tenant_id  uuid        NOT NULL,
    id         uuid        NOT NULL,
    number     bigint      NOT NULL CHECK (number > 0),
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    created_at timestamptz NOT NULL,
    created_by uuid,
    updated_at timestamptz NOT NULL,
    updated_by uuid,
    version    integer     NOT NULL CHECK (version > 0),
    CONSTRAINT categories_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT categories_number_uk UNIQUE (tenant_id, number)
);
CREATE UNIQUE INDEX categories_name_uk ON categories (tenant_id, lower(name));
SELECT protect_tenant_table('categories');

CREATE TABLE locations (
    tenant_id  uuid        NOT NULL,
    id         uuid        NOT NULL,
    number     bigint      NOT NULL CHECK (number > 0),
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    address    text,
    created_at timestamptz NOT NULL,
    created_by uuid,
    updated_at timestamptz NOT NULL,
    updated_by uuid,
    version    integer     NOT NULL CHECK (version > 0),
    CONSTRAINT locations_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT locations_number_uk UNIQUE (tenant_id, number)
);
CREATE UNIQUE INDEX locations_name_uk ON locations (tenant_id, lower(name));
SELECT protect_tenant_table('locations');

CREATE TABLE employees (
    tenant_id  uuid        NOT NULL,
    id         uuid        NOT NULL,
    number     bigint      NOT NULL CHECK (number > 0),
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    email      text,
    department text,
    is_active  boolean     NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL,
    created_by uuid,
    updated_at timestamptz NOT NULL,
    updated_by uuid,
    version    integer     NOT NULL CHECK (version > 0),
    CONSTRAINT employees_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT employees_number_uk UNIQUE (tenant_id, number)
);
CREATE UNIQUE INDEX employees_name_uk ON employees (tenant_id, lower(name));
SELECT protect_tenant_table('employees');

-- Which members the tenant's assets have beside the built-in ones, and of what type.
CREATE TABLE custom_fields (
    tenant_id  uuid        NOT NULL,
    id         uuid        NOT NULL,
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    type       text        NOT NULL CHECK (type IN ('text', 'number', 'date', 'boolean', 'select')),
    options    text[],
    required   boolean     NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    created_by uuid,
    updated_at timestamptz NOT NULL,
    updated_by uuid,
    version    integer     NOT NULL CHECK (version > 0),
    CONSTRAINT custom_fields_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT custom_fields_name_uk UNIQUE (tenant_id, name),
    CONSTRAINT custom_fields_options_ck CHECK ((type = 'select') = (options IS NOT NULL))
);
SELECT protect_tenant_table('custom_fields');
