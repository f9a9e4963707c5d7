-- A ticket is closed exactly when its status closes: the flag is part of the reference, so neither can change alone. A
-- status that tickets have keeps its flag.
ALTER TABLE statuses ADD CONSTRAINT statuses_closing_uk UNIQUE (tenant_id, board_id, id, is_closed);
ALTER TABLE tickets
    DROP CONSTRAINT tickets_status_fk,
    ADD CONSTRAINT tickets_status_fk FOREIGN KEY (tenant_id, board_id, status_id, is_closed)
        REFERENCES statuses (tenant_id, board_id, id, is_closed);
