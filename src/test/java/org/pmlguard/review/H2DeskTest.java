package org.pmlguard.review;

import org.springframework.test.context.TestPropertySource;

/** On H2. */
@TestPropertySource(properties = "pmlguard.ledger.url=jdbc:h2:mem:desk;DB_CLOSE_DELAY=-1")
class H2DeskTest extends DeskTest {}
