package org.pmlguard.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.pmlguard.risk.Fact;

/**
 * Writes decisions as JSON Lines, one to a line. Patients and prescribers are named by a pseudonym that is the same within
 * one export and means nothing outside it, and references and comments are left out, unless the export is asked to name
 * them. Dates stay: such a file is not de-identified.
 */
final class Export {

    /** Whether people and resources are named as the EHR names them. */
    enum Names {
        KEPT,
        REPLACED
    }

    private final Cases cases;
    private final Names names;
    private final byte[] key = new byte[32];

    Export(Cases cases, Names names) {
        this.cases = cases;
        this.names = names;
        new SecureRandom().nextBytes(key);
    }

    /** Gives the number of lines. Throws if the stream took not all of them. */
    int write(Instant from, Instant until, Optional<String> tenant, PrintStream lines) throws IOException {
        List<UUID> ids = cases.between(from, until, tenant);
        for (UUID id : ids) {
            cases.find(id).map(this::named).map(Kept::json).ifPresent(json -> lines.print(json + "\n"));
        }
        if (lines.checkError()) {
            throw new IOException("not all lines were written");
        }
        return ids.size();
    }

    private Recorded.Case named(Recorded.Case whole) {
        return names == Names.KEPT
                ? whole
                : whole.without(
                        whole.patient().map(this::pseudonym), whole.prescriber().map(this::pseudonym), Export::unnamed);
    }

    private static Fact unnamed(Fact fact) {
        return new Fact(
                fact.name(), fact.label(), fact.value(), fact.unit(), fact.ours(), fact.date(), fact.since(), "");
    }

    private String pseudonym(String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
