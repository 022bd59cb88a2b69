package org.pmlguard.audit;

import java.util.UUID;

/** On H2. */
class H2ChainTest extends ChainTest {

    @Override
    AuditedLedger empty() {
        return new AuditedLedger("jdbc:h2:mem:" + UUID.randomUUID(), "");
    }
}
