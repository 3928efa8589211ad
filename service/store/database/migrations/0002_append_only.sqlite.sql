-- Against our own mistakes. Who owns the file can drop a trigger; him the hashes give away.
CREATE TRIGGER ledger_is_not_changed BEFORE UPDATE ON ledger
WHEN NEW.body <> '' OR (NEW.number, NEW.stream, NEW.position, NEW.kind, NEW.at, NEW.digest,
                        NEW.previous, NEW.stream_previous, NEW.hash)
                    <> (OLD.number, OLD.stream, OLD.position, OLD.kind, OLD.at, OLD.digest,
                        OLD.previous, OLD.stream_previous, OLD.hash)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER ledger_is_not_shortened BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
