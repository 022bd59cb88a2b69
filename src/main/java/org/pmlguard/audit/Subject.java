package org.pmlguard.audit;

import java.util.UUID;

/** An entry that is sealed: by its id, and its number where several have the same. */
record Subject(Kind kind, UUID id, int part) {

    @Override
    public String toString() {
        return kind.code() + " " + id + (kind == Kind.REVIEW ? " entry " + part : "");
    }
}
