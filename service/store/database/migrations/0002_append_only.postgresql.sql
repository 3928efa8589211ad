-- Against our own mistakes. Who owns the database can drop a trigger; him the hashes give away.
CREATE FUNCTION refuse_change_of_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$;

CREATE TRIGGER ledger_is_not_changed BEFORE UPDATE ON ledger FOR EACH ROW
WHEN (NEW.body <> '' OR (NEW.number, NEW.stream, NEW.position, NEW.kind, NEW.at, NEW.digest,
                         NEW.previous, NEW.stream_previous, NEW.hash)
                     <> (OLD.number, OLD.stream, OLD.position, OLD.kind, OLD.at, OLD.digest,
                         OLD.previous, OLD.stream_previous, OLD.hash))
EXECUTE FUNCTION refuse_change_of_ledger();

CREATE TRIGGER ledger_is_not_shortened BEFORE DELETE ON ledger FOR EACH ROW
EXECUTE FUNCTION refuse_change_of_ledger();
