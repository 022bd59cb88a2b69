package org.pmlguard.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;
import org.pmlguard.cdshooks.BadCall;
import org.pmlguard.cdshooks.FeedbackReader;

@Tag("fuzz")
class FeedbackFuzzTest {

    @FuzzTest(maxExecutions = 100_000)
    void feedbackIsReadOrRefused(byte[] body) {
        try {
            new FeedbackReader().read(body);
        } catch (BadCall refused) {
            refused.path();
        }
    }
}
