-- Constraints on objects, as the gateway's events tell them. A deleted one leaves its row without a document: a tenant
-- that has deleted all its constraints is not a tenant of which none has been heard.
CREATE TABLE policy_copies (
    tenant_id uuid   NOT NULL,
    id        uuid   NOT NULL,
    version   bigint NOT NULL CHECK (version > 0),
    document  jsonb,
    CONSTRAINT policy_copies_pk PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('policy_copies');

-- Every replica keeps compiled constraints in memory and hears here that those of a tenant are no longer true.
CREATE FUNCTION announce_policy() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM pg_notify('policies', NEW.tenant_id::text);
    RETURN NULL;
END
$$;
CREATE TRIGGER policy_copies_announce AFTER INSERT OR UPDATE ON policy_copies
    FOR EACH ROW EXECUTE FUNCTION announce_policy();
