-- Sessions that notify commit one after another, across the whole server. The relay is woken after the commit now.
DROP TRIGGER outbox_wake ON outbox;
DROP FUNCTION wake_relay();
